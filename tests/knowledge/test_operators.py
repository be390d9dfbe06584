from typing import get_args

import pytest

from dateline.knowledge.operators import load_authorization, load_light, load_reasons, load_status
from dateline.records.event import Status


@pytest.mark.parametrize(
    ("words", "lemma", "gives"),
    [
        ("verbs", "plan", "future"),
        ("verbs", "propose", "hypothetical"),
        ("verbs", "foil", "negated"),
        ("verbs", "resume", "ongoing"),
        ("nouns", "refusal", "negated"),
        ("nouns", "prospect", "hypothetical"),
        ("adjectives", "imminent", "future"),
        ("adjectives", "ongoing", "ongoing"),
    ],
)
def test_what_a_word_gives(words, lemma, gives):
    assert gives in {operator.gives for operator, qualifier in getattr(load_status(), words)[lemma] if not qualifier}


def test_a_qualified_word_is_tried_before_the_plain_one():
    called = load_status().verbs["call"]
    assert [q for _, q in called if q] == ["off"]
    assert called[0][1] == "off"
    assert called[0][0].gives == "negated"
    assert {o.gives for o, q in called if not q} == {"hypothetical"}


def test_every_operator_gives_a_status_through_some_relation():
    pack = load_status()
    for table in (pack.verbs, pack.nouns, pack.adjectives):
        for entries in table.values():
            assert all(o.gives in get_args(Status) and o.relations for o, _ in entries)


def test_light_verbs_let_their_subject_act_or_suffer():
    light = load_light()
    assert (light["launch"], light["suffer"]) == ("do", "undergo")
    assert set(light.values()) == {"do", "undergo"}
    assert "shell" not in light


def test_words_of_ordering_and_of_answering():
    assert "order" in load_authorization().verbs
    assert load_authorization().prepositions
    reasons = load_reasons()
    assert "response" in reasons.nouns
    assert not reasons.prepositions & reasons.weak_prepositions
