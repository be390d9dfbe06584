import pytest
from sets.geo import distance, wanted
from sets.names import overlapping_names
from sets.petrarch import actor_code
from sets.plover import last_word, score_agents
from sets.polnear import token_found, tokens
from sets.wikievents import triggers

from dateline.evaluate.counting import Found
from dateline.records import Entity, Mention, Place


def entity(*spans: tuple[int, int], **more: str) -> Entity:
    mentions = tuple(Mention(span, span, "name") for span in spans)
    return Entity(id="a1", name="x", kind="other", mentions=mentions, **more)


def name(start: int, end: int, kind: str, confidence: float) -> dict[str, object]:
    return {"start": start, "end": end, "type": kind, "confidence": confidence}


def test_doubtful_gold_names_are_neither_wanted_nor_wrong() -> None:
    gold = [name(0, 5, "Person", 1), name(10, 15, "Location", 0), name(20, 25, "Weapon", 1)]
    predicted = [(1, 5, "PER"), (10, 15, "LOC"), (20, 25, "ORG")]
    assert overlapping_names(gold, predicted) == Found(1, 2, 1)
    assert overlapping_names(gold, [(0, 5, "ORG")]) == Found(0, 1, 1)


@pytest.mark.parametrize(
    ("country", "sector", "code"),
    [
        ("SYR", "REB", "SYRREB"),
        ("SYR", None, "SYR"),
        (None, "MIL", "---MIL"),
        ("NGO", "NGO", "NGO"),
        (None, None, "---"),
    ],
)
def test_actor_codes(country: str | None, sector: str | None, code: str) -> None:
    assert actor_code(entity(country=country, sector=sector)) == code  # type: ignore[arg-type]


def test_participants_match_by_their_last_word() -> None:
    text = "The Northern Army and the town's militia (NDF) met."
    gold = [{"span": {"start": 0, "end": 17}}, {"span": {"start": 22, "end": 40}}]
    assert last_word(text, (22, 46)) == "ndf"
    assert score_agents(gold, [entity((4, 17)), entity((33, 40))], text) == Found(2, 2, 2)
    assert score_agents(gold, [entity((0, 12)), entity((22, 46))], text) == Found(0, 2, 2)


def test_tokens_are_named_by_where_they_start() -> None:
    starts = [0, 4, 9, 10]
    assert tokens([(0, 9)], starts) == {0, 4}
    assert tokens([(9, 11), (0, 1)], starts) == {0, 9, 10}
    assert token_found([frozenset({0, 4}), frozenset({4, 9})], [frozenset({4, 10})]) == Found(1, 2, 3)


def test_common_nouns_are_no_toponyms() -> None:
    kinds = ["Literal", "Literal_Expression", "Non_Toponym", "Demonym", None]
    item = {"gold": {"toponyms": [{"type": kind} if kind else {} for kind in kinds]}}
    assert [t.get("type") for t in wanted(item)] == ["Literal", "Demonym", None]


def test_a_place_without_coordinates_has_no_distance() -> None:
    nowhere = Place(None, None, None, "MLI", None, None, 6)
    assert distance({"lat": 1.0, "lon": 1.0}, nowhere) is None


def test_triggers_of_other_types_are_left_out() -> None:
    kinds = ["Life.Die.Unspecified", "Movement.Transportation.Unspecified", "Conflict.Demonstrate.Unspecified"]
    events = [{"type": kind, "trigger": {"start": n, "end": n + 1}} for n, kind in enumerate(kinds)]
    assert triggers({"gold": {"events": [*events, events[0]]}}) == [((0, 1), "ASSAULT"), ((2, 3), "PROTEST")]
