"""CAMEO triples (source, target, code) of the PETRARCH-2 validation records. They were made from PETRARCH-2's output
and corrected by hand: a regression test of the CAMEO side, not a measure of quality."""

from itertools import permutations, product

from coding import code
from data import Data
from figures import f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import exact
from dateline.records import CodedDocument, Entity, Event

FILES = ("petrarch_validation/dev.jsonl",)
NOBODY = "---"

Triple = tuple[str, str, str]


def measure(data: Data) -> list[Figure]:
    """F1 of the triples: as they stand, by country and root code, and of the root codes alone."""
    strict, relaxed, roots = Found(), Found(), Found()
    for item in data.items(FILES[0]):
        gold = {(e["source"], e["target"], e["cameo"]) for e in item["gold"]["events"]}
        coded = triples(code(item["text"], item["date"]))
        strict += exact(list(gold), list(coded))
        relaxed += exact(list({_relaxed(t) for t in gold}), list({_relaxed(t) for t in coded}))
        roots += exact(list({t[2][:2] for t in gold}), list({t[2][:2] for t in coded}))
    return [
        f1("petrarch", "triples_f1", strict),
        f1("petrarch", "triples_relaxed_f1", relaxed),
        f1("petrarch", "roots_f1", roots),
    ]


VISIT, HOST = "042", "043"


def triples(coded: CodedDocument) -> set[Triple]:
    """Every pair of participants with the code: all ordered pairs of the actors when nobody is at the receiving end.

    As PETRARCH writes them: only pairs whose both sides are known (its `require_dyad`), nothing of what did not happen
    (CAMEO has no code for it), nothing for what is only asked for (the code of the request tells it), a visit from
    both sides.
    """
    entities = {entity.id: entity for entity in coded.entities}
    asked = [set(event.recipients) for event in coded.events if event.event == "REQUEST"]
    found: set[Triple] = set()
    for event in coded.events:
        wanted = event.status == "hypothetical" and any(set(event.actors) <= who for who in asked)
        if event.status == "negated" or (wanted and event.actors):
            continue
        actors = [actor_code(entities[i]) for i in event.actors]
        recipients = [actor_code(entities[i]) for i in event.recipients] or _countries(event, entities)
        pairs = product(actors, recipients) if recipients else permutations(actors, 2)
        found |= {
            triple
            for source, target in pairs
            for triple in _sides(source, target, event.cameo)
            if event.cameo and NOBODY not in (source, target)
        }
    return found


def _countries(event: Event, entities: dict[str, Entity]) -> list[str]:
    """Whose a thing that was acted on is, else where it happened: PETRARCH takes the nearest phrase that has a code."""
    if not event.quad.startswith("material"):
        return []
    where = [] if event.place is None else [entities[event.place]]
    for group in ([entities[i] for i in event.objects], where):
        found = [e.country or (e.place.country if e.place else None) for e in group]
        if any(found):
            return [country for country in dict.fromkeys(found) if country]
    return []


def _sides(source: str, target: str, cameo: str | None) -> tuple[Triple, ...]:
    """The triple; of a visit, where the visitor is the actor, that of the host as well."""
    if cameo in (VISIT, HOST):
        return (source, target, VISIT), (target, source, HOST)
    return ((source, target, cameo or ""),)


def actor_code(entity: Entity) -> str:
    """Country and sector in one word, as CAMEO actor codes have them: `---REB` where the country is not known."""
    sector = entity.sector if entity.sector != entity.country else None  # NGO is both
    return (entity.country or NOBODY) + (sector or "")


def _relaxed(triple: Triple) -> Triple:
    return triple[0][:3], triple[1][:3], triple[2][:2]
