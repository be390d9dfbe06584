"""Quotations beside their cues."""

import pytest

from dateline.claims.attribution import find_attributions
from dateline.claims.quoting import attach_quotations, surface_source
from dateline.claims.speech import speech_of


@pytest.mark.parametrize(
    ("text", "source", "content"),
    [
        (
            '"We hold the pass," the general said. "Nobody will leave."',
            "the general",
            ['"We hold the pass,"', '"Nobody will leave."'],
        ),
        (
            '"Nobody will leave," the governor told the radio, "before Monday."',
            "the governor",
            ['"Nobody will leave,"', '"before Monday."'],
        ),
        ('"Where is the army?" asked a nurse.', "a nurse", ['"Where is the army?"']),
        ('The envoy said: "We will stay."', "The envoy", ['"We will stay."']),
    ],
)
def test_cue_and_quotations(reading, words, text, source, content):
    reader, layout = reading(text)
    # No draft from the tree: marks and word order are enough.
    (draft,) = attach_quotations(reader, layout, [])
    assert text[slice(*draft.source_span)] == source
    assert words(text, draft.spans) == content
    assert draft.direct


def test_a_quotation_inside_a_clause_is_left_to_the_tree(reading):
    reader, layout = reading('The minister called the vote "a farce".')
    assert attach_quotations(reader, layout, []) == []


def test_speaker_by_word_order(reading):
    text = '"Where is the army?" asked a nurse.'
    reader, layout = reading(text)
    found = surface_source(reader, layout, (0, 7), speech_of(layout, 0))
    assert text[slice(*found.span)] == "a nurse"


def test_two_speakers_in_two_paragraphs(analysis, resolution, document):
    text = '"We hold the pass," the general said. "Nobody will leave."\n"Where is the army?" asked a nurse.'
    found = find_attributions(document(text), analysis(text), resolution(analysis(text)))
    assert [text[slice(*a.source_span)] for a in found] == ["the general", "a nurse"]
