"""Sources behind a source."""

from dateline.claims.attribution import find_attributions


def test_the_cited_source_has_the_same_content(analysis, resolution, document, words):
    text = "The radio, citing a witness, said the town had fallen."
    found = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    by_source = {text[slice(*a.source_span)].split(",")[0]: a for a in found}
    assert set(by_source) == {"The radio", "a witness"}
    assert words(text, by_source["a witness"].content) == ["the town had fallen"]
    assert found[by_source["a witness"].via] is by_source["The radio"]
