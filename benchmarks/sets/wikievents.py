"""Triggers in news, where their type has a PLOVER counterpart."""

from coding import code
from data import Data, Item, span
from figures import f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import common, one_to_one
from dateline.records import Span

FILES = ("wikievents/dev.jsonl",)
# The beginning of a KAIROS type -> ours. Others (movement, trade, disease) have no counterpart and are left out.
PLOVER = {
    "Conflict.Attack": "ASSAULT",
    "Life.Die": "ASSAULT",
    "Life.Injure": "ASSAULT",
    "ArtifactExistence.DamageDestroyDisableDismantle": "ASSAULT",
    "Conflict.Demonstrate": "PROTEST",
    "Justice.ArrestJailDetain": "COERCE",
    "Contact.ThreatenCoerce": "THREATEN",
    "Contact.RequestCommand": "REQUEST",
}
TYPES = frozenset(PLOVER.values())

Trigger = tuple[Span, str]


def measure(data: Data) -> list[Figure]:
    """Overlap F1 of the triggers, and the same with the type right. Deaths that nobody caused are gold here and no
    events to us: the figure is for comparing versions, not an accuracy."""
    spans, typed = Found(), Found()
    for item in data.items(FILES[0]):
        gold = triggers(item)
        events = [e for e in code(item["text"], item["date"]).events if e.event in TYPES]
        coded = [(mention, e.event) for e in events for mention in dict.fromkeys((e.anchor, *e.mentions))]
        spans += Found(len(one_to_one(gold, coded, lambda g, c: common(g[0], c[0]))), len(coded), len(gold))
        pairs = one_to_one(gold, coded, lambda g, c: common(g[0], c[0]) if g[1] == c[1] else 0)
        typed += Found(len(pairs), len(coded), len(gold))
    return [f1("wikievents", "trigger_f1", spans), f1("wikievents", "trigger_type_f1", typed)]


def triggers(item: Item) -> list[Trigger]:
    """The gold triggers that have a PLOVER counterpart."""
    events = item["gold"]["events"]
    kinds = [(span(e["trigger"]), ".".join(e["type"].split(".")[:2])) for e in events]
    return list(dict.fromkeys((where, PLOVER[kind]) for where, kind in kinds if kind in PLOVER))
