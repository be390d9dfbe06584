"""Statements after a colon, and headlines."""

from dateline.claims.attribution import find_attributions


def test_statement_covers_the_paragraphs_up_to_the_notes(analysis, resolution, document, words):
    text = "The minister said:\nWe will stay in the valley.\nWe condemn the attack.\nNotes to editors"
    (found,) = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert words(text, found.content) == ["We will stay in the valley.\nWe condemn the attack."]
    assert (found.style, text[slice(*found.source_span)]) == ("direct", "The minister")


def test_statement_in_quotation_marks(analysis, resolution, document, words):
    text = 'The minister said:\n"We stay." - Ana Baran, nurse'
    found = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert [words(text, a.content) for a in found] == [['"We stay."']]


def test_headline_names_its_source(analysis, resolution, document, words):
    text = "Gunmen hold refinery - AU envoy"
    (found,) = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert words(text, [found.source_span, *found.content]) == ["AU envoy", "Gunmen hold refinery"]
    assert found.cue_span is None


def test_only_the_first_line_is_a_headline(analysis, resolution, document):
    text = "Dogs barked all night.\nGunmen hold refinery - AU envoy"
    assert find_attributions(document(text), analysis(text), resolution(analysis(text))) == ()
