"""CAMEO triples (source, target, code) of the PETRARCH-2 validation records. They were made from PETRARCH-2's output
and corrected by hand: a regression test of the CAMEO side, not a measure of quality."""

from itertools import permutations, product

from coding import code
from data import Data
from figures import f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import exact
from dateline.records import CodedDocument, Entity

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


def triples(coded: CodedDocument) -> set[Triple]:
    """Every pair of participants with the code: all ordered pairs of the actors when nobody is at the receiving end.

    CAMEO has no code for what did not happen: negated events give none.
    """
    entities = {entity.id: entity for entity in coded.entities}
    found = set()
    for event in coded.events:
        if event.status == "negated":
            continue
        actors = [actor_code(entities[i]) for i in event.actors]
        recipients = [actor_code(entities[i]) for i in event.recipients]
        if recipients or len(actors) < 2:
            pairs = product(actors or [NOBODY], recipients or [NOBODY])
        else:
            pairs = permutations(actors, 2)
        found |= {(source, target, event.cameo) for source, target in pairs if event.cameo}
    return found


def actor_code(entity: Entity) -> str:
    """Country and sector in one word, as CAMEO actor codes have them: `---REB` where the country is not known."""
    sector = entity.sector if entity.sector != entity.country else None  # NGO is both
    return (entity.country or NOBODY) + (sector or "")


def _relaxed(triple: Triple) -> Triple:
    return triple[0][:3], triple[1][:3], triple[2][:2]
