"""Noun cues and phrases."""

import pytest

from dateline.claims.nouns import noun_drafts, phrase_drafts


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        (
            "The union voiced fears that the mine would close.",
            "fears",
            ("The union", "the mine would close", "PS+"),
        ),
        ("The agency's view is that the vote was fair.", "view", ("The agency", "the vote was fair", "PR+")),
        (
            "The government repeated its claim that the rebels fired first.",
            "claim",
            ("its", "the rebels fired first", "CT+"),
        ),
        ("No official confirmed the report.", "report", None),
    ],
)
def test_noun(reading, text, form, expected):
    reader, layout = reading(text)
    made = layout.tree(0)
    found = noun_drafts(reader, made, next(t.i for t in made.tokens if t.form == form))
    assert [(text[slice(*d.source_span)], text[slice(*d.spans[0])], d.value) for d in found] == (
        [expected] if expected else []
    )


def test_phrase(reading):
    text = "According to the agency, the town fell."
    reader, layout = reading(text)
    (draft,) = phrase_drafts(reader, layout.tree(0), 0)
    assert [text[slice(*s)] for s in (draft.cue_span, draft.source_span, draft.spans[0])] == [
        "According to",
        "the agency",
        "the town fell",
    ]


def test_a_word_that_opens_no_phrase(reading):
    reader, layout = reading("Dogs barked all night.")
    assert phrase_drafts(reader, layout.tree(0), 0) == []
