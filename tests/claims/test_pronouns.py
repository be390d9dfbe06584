"""Pronouns that speak."""

from dateline.claims.attribution import find_attributions
from dateline.claims.speakers import resolve_first_person

TEXT = '"We hold the pass," the general said. "Nobody will leave."\n"Come home," she said.'


def _she(text, analysis, resolution, document, entities):
    parsed, known = analysis(text), resolution(analysis(text), entities)
    found = find_attributions(document(text), parsed, known)
    resolved = resolve_first_person(document(text), parsed, known, found)
    sentence = parsed.sentences[-1]
    token = next(t for t in sentence.tokens if t.form == "she")
    entity = resolved.entity(sentence.index, token.i)
    return None if entity is None else entity.name


def test_she_is_the_speaker_before(analysis, resolution, document):
    entities = [{"words": ["general"], "name": "the general"}]
    assert _she(TEXT, analysis, resolution, document, entities) == "the general"


def test_she_is_not_somebody_named_in_the_quotation(analysis, resolution, document):
    entities = [{"words": ["general"], "name": "the general"}, {"words": ["Nobody", "she"], "name": "nobody"}]
    assert _she(TEXT, analysis, resolution, document, entities) == "the general"


def test_a_person_named_by_the_text_stays(analysis, resolution, document):
    text = 'Ana Baran runs a clinic.\n"Come home," she said.'
    entities = [{"words": ["Ana", "she"], "name": "Ana Baran"}]
    assert _she(text, analysis, resolution, document, entities) == "Ana Baran"


def test_subject_of_the_sentence_before(analysis, resolution, document):
    text = 'Ana Baran runs a clinic.\n"Come home," she said.'
    assert _she(text, analysis, resolution, document, [{"words": ["Ana"], "name": "Ana Baran"}]) == "Ana Baran"
