"""Content outside finite clauses, one frame at a time."""

import pytest

from dateline.claims import contents
from dateline.knowledge.cues import load_cues

GROUPS = {c.id: c for c in load_cues().classes}


@pytest.mark.parametrize(
    ("text", "form", "frame", "expected"),
    [
        ("Rebels claimed to have shot down a drone.", "claimed", contents.infinitive, ["to have shot down a drone"]),
        ("The squadron denied jamming the beacon.", "denied", contents.gerund, ["jamming the beacon"]),
        ("Both factions denied any part in the ambush.", "denied", contents.gerund, None),
        ("Analysts expect the talks to fail.", "expect", contents.raised, ["the talks to fail"]),
        ("Lima accused Quito of mining the pass.", "accused", contents.blame, ["Quito of mining the pass"]),
        ("Rebels shelled the town.", "shelled", contents.blame, None),
        ("The raid was claimed by the group.", "claimed", contents.passive_subject, ["The raid"]),
    ],
)
def test_frames(tree, words, text, form, frame, expected):
    made, at = tree(text)
    found = frame(made, text, at(form))
    assert (None if found is None else words(text, found.spans)) == expected


@pytest.mark.parametrize(
    ("text", "form", "comparative", "expected"),
    [
        ("A spokesman called the vote a farce.", "called", False, ["the vote a farce"]),
        ("The mayor put the toll at 40.", "put", True, ["the toll at 40"]),
        ("The mayor put the toll at 40.", "put", False, None),
    ],
)
def test_small(tree, words, text, form, comparative, expected):
    made, at = tree(text)
    found = contents.small(made, text, at(form), comparative=comparative)
    assert (None if found is None else words(text, found.spans)) == expected


def test_object_of_a_denial(tree, words):
    text = "Both factions denied any part in the ambush."
    made, at = tree(text)
    found = contents.noun_object(made, text, at("denied"), GROUPS["deny"])
    assert words(text, found.spans) == ["any part in the ambush"]


def test_object_must_be_one_of_the_class(tree):
    text = "No official confirmed the report."
    made, at = tree(text)
    assert contents.noun_object(made, text, at("confirmed"), GROUPS["take-responsibility"]) is None


def test_after_preposition(tree, words):
    text = "The general boasted of having burned nine villages."
    made, at = tree(text)
    found = contents.after_preposition(made, text, at("boasted"), GROUPS["warn"])
    assert words(text, found.spans) == ["having burned nine villages"]


def test_runs_are_cut_at_what_is_skipped(tree, words):
    text = "Five soldiers, police said, were killed."
    made, at = tree(text)
    spans = contents.runs(made, text, 0, at("killed"), {at("police"), at("said")})
    assert words(text, spans) == ["Five soldiers", "were killed"]
