"""The fields of an event that was found: one outcome for each thing that gold says."""

from collections.abc import Mapping

from msgspec import Struct

from dateline.evaluate.gold import GoldAgent, GoldEffect, GoldEvent
from dateline.evaluate.matching import same_agent
from dateline.records import Effect, Entity, Event, When

FIELDS = (
    "event",
    "modes",
    "actors",
    "recipients",
    "authorizers",
    "country",
    "sector",
    "status",
    "place",
    "place_country",
    "when",
    "responds_to",
    "effects",
)
# A record is right when all of these are, as far as gold has them.
WHOLE_RECORD = frozenset({"event", "actors", "recipients", "status", "place_country"})


class Outcome(Struct, frozen=True):
    """One comparison: the field, whether it came out right, and both values for showing."""

    field: str
    right: bool
    gold: str
    coded: str


def compare_event(
    gold: GoldEvent, event: Event, entities: Mapping[str, Entity], text: str, *, counterparts: Mapping[str, str]
) -> list[Outcome]:
    """The outcomes for one pair. `counterparts` maps the ids of the gold events that were found to predicted ids."""
    outcomes = [_outcome("event", event.event in (gold.event, *gold.alt), gold.event, event.event)]
    if gold.modes:
        outcomes.append(_outcome("modes", bool(set(gold.modes) & set(event.modes)), gold.modes, event.modes))
    for field, wanted, ids in (
        ("actors", gold.actors, event.actors),
        ("recipients", gold.recipients, event.recipients),
        ("authorizers", gold.authorizers, event.authorizers),
    ):
        if wanted:
            outcomes += compare_agents(field, wanted, [entities[id_] for id_ in ids if id_ in entities], text)
    outcomes.append(_outcome("status", event.status in (gold.status, *gold.status_alt), gold.status, event.status))
    if gold.place:
        place = entities.get(event.place or "")
        named = place is not None and same_agent(GoldAgent(names=gold.place.names), place, text)
        country = _country(place)
        outcomes.append(_outcome("place", named, gold.place.names, place.name if place else None))
        outcomes.append(_outcome("place_country", country == gold.place.country, gold.place.country, country))
    if gold.when:
        outcomes.append(_outcome("when", _inside(event.when, *gold.when), gold.when, _interval(event.when)))
    if gold.responds_to:
        wanted_ids = {counterparts[id_] for id_ in gold.responds_to if id_ in counterparts}
        right = bool(wanted_ids & set(event.responds_to))
        outcomes.append(_outcome("responds_to", right, gold.responds_to, event.responds_to))
    for effect in gold.effects:
        right = any(_same_effect(effect, other) for other in event.effects)
        shown = [(e.kind, e.count.min if e.count else None, e.count.max if e.count else None) for e in event.effects]
        count = effect.count
        outcomes.append(
            _outcome("effects", right, (effect.kind, count and count.min, count and count.max), shown),
        )
    return outcomes


def compare_agents(field: str, gold: tuple[GoldAgent, ...], entities: list[Entity], text: str) -> list[Outcome]:
    """One outcome for the role (all gold agents there, and not a crowd of others), then country and sector of each."""
    hits = [[entity for entity in entities if same_agent(agent, entity, text)] for agent in gold]
    right = all(hits) and len(entities) <= 2 * len(gold) + 1
    names = [entity.name for entity in entities]
    outcomes = [_outcome(field, right, [agent.names[:1] for agent in gold], names)]
    for agent, found in zip(gold, hits, strict=True):
        if agent.country:
            values = [entity.country for entity in found]
            outcomes.append(_outcome("country", agent.country in values, (agent.names[:1], agent.country), values))
        if agent.sector:
            values = [entity.sector for entity in found]
            outcomes.append(_outcome("sector", agent.sector in values, (agent.names[:1], agent.sector), values))
    return outcomes


def _outcome(field: str, right: bool, gold: object, coded: object) -> Outcome:
    return Outcome(field, right, _words(gold), _words(coded))


def _words(value: object) -> str:
    if isinstance(value, list | tuple):
        return ", ".join(_words(part) for part in value) or "nothing"
    return "nothing" if value is None else str(value)


def _country(place: Entity | None) -> str | None:
    if place is None:
        return None
    return (place.place.country if place.place else None) or place.country


def _inside(when: When | None, start: str, end: str) -> bool:
    """Whether the coded interval lies within gold's days: a finer one is right, a wider one is not."""
    first, last = _interval(when)
    return bool(first and last) and start <= first < end and last <= end


def _interval(when: When | None) -> tuple[str, str]:
    return ((when.from_ or "")[:10], (when.to or "")[:10]) if when else ("", "")


def _same_effect(gold: GoldEffect, effect: Effect) -> bool:
    if effect.kind != gold.kind:
        return False
    if gold.count is None:
        return True
    count = effect.count
    return (count.min if count else None, count.max if count else None) == (gold.count.min, gold.count.max)
