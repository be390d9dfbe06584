"""Passive cues and "quoted as saying"."""

from dateline.claims.passives import quoted_as
from dateline.claims.verbs import verb_drafts


def _drafts(reading, text, form):
    reader, layout = reading(text)
    made = layout.tree(0)
    return verb_drafts(reader, made, next(t.i for t in made.tokens if t.form == form))


def test_agent_is_the_source(reading, words):
    text = "The raid was claimed by the group."
    (draft,) = _drafts(reading, text, "claimed")
    assert words(text, [draft.source_span, draft.cue_span, *draft.spans]) == [
        "the group",
        "was claimed by",
        "The raid",
    ]


def test_without_an_agent_nobody_says_it(reading):
    assert _drafts(reading, "The convoy was reported missing.", "reported") == []


def test_the_one_quoted_is_the_source(reading, words):
    text = "The bishop was quoted as saying the church would help."
    reader, layout = reading(text)
    source, cue, more = quoted_as(reader, layout.tree(0), 5)
    assert words(text, [source.span, cue]) == ["The bishop", "was quoted as saying"]
    assert more == []
