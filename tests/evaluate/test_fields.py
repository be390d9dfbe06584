from collections.abc import Callable
from typing import Any

import pytest

from dateline.evaluate.fields import FIELDS, compare_agents, compare_event
from dateline.evaluate.gold import GoldAgent, GoldCount, GoldEffect, GoldEvent, GoldPlace
from dateline.records import Effect, Entity, Event, When

GOLD = GoldEvent(
    id="g1",
    anchors=((0, 5),),
    event="ASSAULT",
    alt=("COERCE",),
    modes=("aerial", "drone"),
    place=GoldPlace(("Mosul", "northern Iraq"), "IRQ"),
    when=("2016-10-01", "2016-10-08"),
    status="actual",
    status_alt=("ongoing",),
    responds_to=("g2", "g3"),
    effects=(GoldEffect("killed", GoldCount(3, None)), GoldEffect("destroyed")),
)


def outcomes(event: Event, entities: dict[str, Entity]) -> dict[str, list[bool]]:
    result: dict[str, list[bool]] = {}
    for outcome in compare_event(GOLD, event, entities, "", counterparts={"g2": "e2"}):
        result.setdefault(outcome.field, []).append(outcome.right)
    return result


def test_everything_right(
    event: Callable[..., Event],
    place: Callable[..., Entity],
    effect: Callable[..., Effect],
    interval: Callable[..., When],
) -> None:
    coded = event(
        "e1",
        (0, 5),
        event="COERCE",
        modes=("drone",),
        place="p1",
        when=interval("2016-10-03T00:00", "2016-10-04"),
        status="ongoing",
        responds_to=("e9", "e2"),
        effects=(effect("killed", 3, None), effect("destroyed", 1, 1)),
    )
    right = outcomes(coded, {"p1": place("p1", "Mosul", "IRQ")})
    assert right == {**{f: [True] for f in right}, "effects": [True, True]}
    assert set(right) == set(FIELDS) - {"actors", "recipients", "authorizers", "country", "sector"}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        ({"event": "PROTEST"}, "event"),
        ({"modes": ("firearms",)}, "modes"),
        ({"status": "future"}, "status"),
        ({"place": None}, "place"),
        ({"place": None}, "place_country"),
        ({"when": None}, "when"),
        ({"when": When(from_="2016-09-30", to="2016-10-02")}, "when"),
        ({"when": When(from_="2016-10-07", to="2016-10-09")}, "when"),
        ({"when": When(from_="2016-10-03", to=None)}, "when"),
        ({"responds_to": ("e3",)}, "responds_to"),
    ],
)
def test_one_thing_wrong(event: Callable[..., Event], change: dict[str, Any], field: str) -> None:
    assert outcomes(event("e1", (0, 5), **change), {})[field] == [False]


@pytest.mark.parametrize(
    ("low", "high", "right"), [(3, None, True), (3, 3, False), (None, None, False), (4, None, False)]
)
def test_counts_are_compared_with_their_open_ends(
    event: Callable[..., Event], effect: Callable[..., Effect], low: int | None, high: int | None, right: bool
) -> None:
    assert outcomes(event("e1", (0, 5), effects=(effect("killed", low, high),)), {})["effects"] == [right, False]


def test_every_gold_agent_must_be_there_without_a_crowd_of_others(entity: Callable[..., Entity]) -> None:
    gold = (GoldAgent(("Chad",), "TCD", "MIL"), GoldAgent(("Niger",), "NER"))
    chad, niger = entity("a1", "Chad", country="TCD", sector="GOV"), entity("a2", "Niger", country="NER")
    others = [entity(f"b{i}", f"other {i}") for i in range(4)]

    def results(entities: list[Entity]) -> list[tuple[str, bool]]:
        return [(o.field, o.right) for o in compare_agents("actors", gold, entities, "")]

    fields = [("country", True), ("sector", False), ("country", True)]
    assert results([chad, niger]) == [("actors", True), *fields]
    assert results([chad, niger, *others[:3]])[0] == ("actors", True)
    assert results([chad, niger, *others])[0] == ("actors", False)
    assert results([chad]) == [("actors", False), ("country", True), ("sector", False), ("country", False)]


def test_a_place_of_the_high_seas_has_no_country_on_both_sides(
    event: Callable[..., Event], place: Callable[..., Entity]
) -> None:
    gold = GoldEvent(id="g1", anchors=((0, 5),), event="ASSAULT", place=GoldPlace(("Red Sea",)))
    entities = {"p1": place("p1", "the southern Red Sea", None)}
    results = compare_event(gold, event("e1", (0, 5), place="p1"), entities, "", counterparts={})
    assert {o.field: o.right for o in results if o.field.startswith("place")} == {"place": True, "place_country": True}
