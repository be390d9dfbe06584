import pytest
from msgspec.structs import replace

from dateline.events.agreement import contradict
from dateline.events.draft import Filler
from dateline.events.facts import status_of_group
from dateline.events.merging import merge
from dateline.language.trees import read_trees
from dateline.records import Count, Entity, Place

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
FIRST = f"Rebels rebel NOUN 2 nsubj\nattacked attack VERB 0 root {FIN}\nJos _ PROPN 2 obj"
SECOND = f"{{det}} DET 2 det\nattack _ NOUN 3 nsubj\nended end VERB 0 root {FIN}\nin _ ADP 5 case\nGao _ PROPN 3 obl"
NAMES = {
    "Rebels": {"kind": "armed_group", "sector": "REB"},
    "Jos": {"kind": "place", "country": "NGA", "place": Place(9.9, 8.9, 1, "NGA", None, None, 1)},
    "Gao": {"kind": "place", "country": "MLI", "place": Place(16.3, 0.0, 2, "MLI", None, None, 1)},
}


def members(by_hand, tables, drafts):
    analysis = read_trees(*tables)
    return [g.members for g in merge(analysis, by_hand(analysis, **NAMES), drafts)]


@pytest.mark.parametrize(
    ("determiner", "changes", "joined"),
    [
        ("This this", {}, True),
        ("The the", {}, True),
        ("Another another", {}, False),
        ("A a", {}, False),
        ("The the", {"place": (1, 4)}, False),  # elsewhere
        ("The the", {"event": "COERCE"}, False),
        ("The the", {"historical": True}, False),
        ("The the", {"status": "negated"}, False),
        ("The the", {"count": Count(3, 3, (0, 1))}, False),
    ],
)
def test_a_later_mention_joins_unless_something_contradicts(by_hand, draft, determiner, changes, joined):
    first = draft(0, 1, place=(0, 2), fillers=(Filler("actor", (0, 0), "subj", "subject"),), count=Count(1, 1, (0, 1)))
    later = draft(1, 1, **{"pos": "noun", **changes})
    found = members(by_hand, (FIRST, SECOND.format(det=determiner)), [first, later])
    assert found == ([(0, 1)] if joined else [(0,), (1,)])


def test_an_echo_joins_the_latest_event_of_its_types_or_vanishes(by_hand, draft):
    tables = (FIRST, SECOND.format(det="This this"))
    echo = draft(1, 1, pos="noun", frame="echo.operation", echo=("COERCE", "ASSAULT"))
    assert members(by_hand, tables, [draft(0, 1), echo]) == [(0, 1)]
    assert members(by_hand, tables, [draft(0, 1, event="AID"), echo]) == [(0,)]
    assert members(by_hand, tables, [echo]) == []


def test_an_ambiguous_word_starts_no_event_without_an_actor(by_hand, draft):
    actor = (Filler("actor", (0, 0), "subj", "subject"),)
    assert members(by_hand, (FIRST,), [draft(0, 1, weak=True)]) == []
    assert members(by_hand, (FIRST,), [draft(0, 1, weak=True, fillers=actor)]) == [(0,)]


def test_a_result_in_a_participial_clause_is_the_same_happening(by_hand, draft):
    table = f"{FIRST}\nkilling kill VERB 2 advcl VerbForm=Ger\nnine _ NUM 4 obj"
    killing = draft(0, 3, frame="assault.kill", own_effect="killed")
    assert members(by_hand, (table,), [draft(0, 1), killing]) == [(0, 1)]
    fleeing = draft(0, 3, frame="retreat.flee", event="RETREAT")
    assert members(by_hand, (table,), [draft(0, 1), fleeing]) == [(0,), (1,)]


def test_two_verbs_side_by_side_are_one_act_unless_they_strike_apart(by_hand, draft):
    table = f"{FIRST}\nand _ CCONJ 5 cc\nraided raid VERB 2 conj {FIN}\nGao _ PROPN 5 obj"
    jos, gao = ((Filler("object", (0, n), "obj", "object"),) for n in (2, 5))
    assert members(by_hand, (table,), [draft(0, 1), draft(0, 4)]) == [(0, 1)]
    assert members(by_hand, (table,), [draft(0, 1, fillers=jos), draft(0, 4, fillers=gao)]) == [(0,), (1,)]
    assert members(by_hand, (table,), [draft(0, 1, place=(0, 2)), draft(0, 4, place=(0, 5))]) == [(0,), (1,)]


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([("noun", "actual"), ("verb", "future")], "future"),
        ([("noun", "negated"), ("verb", "actual")], "actual"),
        ([("noun", "negated"), ("noun", "actual")], "negated"),
        ([("noun", "actual"), ("noun", "actual")], "actual"),
        ([("verb", "ongoing"), ("verb", "actual")], "ongoing"),
    ],
)
def test_verbs_decide_on_the_status(draft, given, expected):
    assert status_of_group([draft(pos=pos, status=status) for pos, status in given]) == expected


def place(name, country, precision, admin1=None):
    return Entity(name, name, "place", (), country, place=Place(0.0, 0.0, None, country, admin1, None, precision))


TOWN = place("Jos", "NGA", 1, "49")


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (place("Gao", "MLI", 1), True),
        (place("Bukuru", "NGA", 1, "49"), True),
        (place("Jos", "NGA", 1, "49"), False),
        (place("Nigeria", "NGA", 6), False),
        (place("Plateau", "NGA", 4, "49"), False),
        (place("Kano", "NGA", 4, "29"), True),
        (Entity("x", "the market", "facility", ()), False),
    ],
    ids=lambda value: value.name if isinstance(value, Entity) else str(value),
)
def test_places_that_cannot_both_be(other, expected):
    assert contradict(TOWN, other) is expected
    assert contradict(other, TOWN) is expected
    assert contradict(other, replace(other)) is False
