"""Questions to the tree: ranges, subjects, negation, question words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims import grammar
from dateline.knowledge.cues import load_cues

LIGHT = load_cues().words.light


def test_ranges_hold_all_descendants(tree):
    made, at = tree("The navy denied that it had rammed the trawler.")
    head = at("rammed")
    assert (made.left[head], made.right[head]) == (at("that"), at("trawler"))
    assert made.subtree(at("trawler")) == {at("trawler"), at("trawler") - 1}
    assert made.under(at("it"), head)
    assert not made.under(at("navy"), head)


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The navy denied that it had rammed the trawler.", "denied", "navy"),
        ("The mayor said the toll would end, adding that nobody would be refunded.", "said", "mayor"),
        ("The army neither confirmed nor denied the raid.", "denied", "army"),
        ("The minister, who said the damage was severe, resigned.", "said", "who"),
        ("The mayor wanted to say that the bridge was safe.", "say", None),
        ("The bishop was quoted as saying the church would help.", "help", "church"),
    ],
)
def test_subject(tree, text, form, expected):
    made, at = tree(text)
    found = grammar.subject(made, at(form), LIGHT)
    assert (None if found is None else made.tokens[found[0]].form) == expected


@pytest.mark.parametrize(
    ("text", "form", "expected"),
    [
        ("The spokesman wouldn't confirm the strike.", "confirm", True),
        ("The army neither confirmed nor denied the raid.", "confirmed", True),
        ("The navy denied that it had rammed the trawler.", "denied", False),
    ],
)
def test_negated(tree, text, form, expected):
    made, at = tree(text)
    assert grammar.negated(made, at(form)) is expected


def test_nobody(tree):
    made, at = tree("No official confirmed the report.")
    assert grammar.nobody(made, at("confirmed"))
    made, at = tree("Both factions denied any part in the ambush.")
    assert not grammar.nobody(made, at("denied"))


def test_question_words(tree):
    made, at = tree("The presidency declined to say whether the envoy had left.")
    assert grammar.wh_word(made, at("left"), at("say")) == "whether"
    made, at = tree("The navy denied that it had rammed the trawler.")
    assert grammar.wh_word(made, at("rammed"), at("denied")) == ""


def test_passive(tree):
    made, at = tree("The raid was claimed by the group.")
    assert grammar.is_passive(made, at("claimed"))
    assert made.tokens[grammar.agent(made, at("claimed"))].form == "group"


def test_phrase_range_takes_apposition_along(tree):
    made, at = tree("The commander, General Baran, said the siege was over.")
    assert grammar.phrase_range(made, at("commander")) == (0, at("Baran"))


def test_cue_range_takes_auxiliaries_along(tree):
    made, at = tree("The spokesman wouldn't confirm the strike.")
    assert grammar.cue_range(made, at("confirm")) == (at("would"), at("confirm"))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (", the port is shut.", "the port is shut"),
        ("the port (the old one).", "the port (the old one)"),
        ("in the U.S.", "in the U.S."),
        ("…", None),
        ("", None),
    ],
)
def test_trimmed(text, expected):
    found = grammar.trimmed(text, 0, len(text))
    assert (None if found is None else text[slice(*found)]) == expected


@given(st.text(max_size=30))
def test_trimmed_stays_inside(text):
    found = grammar.trimmed(text, 0, len(text))
    assert found is None or 0 <= found[0] < found[1] <= len(text)
