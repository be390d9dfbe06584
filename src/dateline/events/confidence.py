"""How sure an event is: what speaks for its being there and of its type, weighed as the confidence pack says; and in
which way each of its fields was found, which tells how often such a field is right."""

import re
from collections.abc import Mapping

from dateline.knowledge.confidence import Confidence, load_confidence, probability
from dateline.records.entity import Entity
from dateline.records.event import Event

FEATURES = {
    "named_actor": "an actor has a name, a country or a sector",
    "target": "somebody or something is acted upon",
    "repeated": "it is named more than once",
    "timed": "the text gives its time",
    "told": "it is told as more than a mere possibility",
    "apart": "its type is none of material cooperation, whose words have most other senses",
}
"""The features of an event, in words. Each is 1 or 0 and a reason to trust the record."""

WAYS = {
    "own": "in its own clause",
    "shared": "through another clause or a light verb",
    "inferred": "by inference",
    "operator": "by a word that stands over it",
    "plain": "no word stands over it",
    "participant": "inside the words for a participant",
    "discourse": "from another sentence",
    "expression": "by a time expression",
    "default": "no time given: day of publication",
}
"""How a field was found, in words."""

_OWN = frozenset(
    "subject|object|oblique|possessor|indirect object|noun modifier|adjective|compound|by-agent".split("|")
)
_SHARED = re.compile(r"control|coordination|participle|relative|light verb|governing|accused|clause of the noun|in '")
_VIA = re.compile(r"\S+ of '.*' \((.*)\)")


def event_features(event: Event, entities: Mapping[str, Entity]) -> dict[str, float]:
    """The features of an event. `entities` by id."""
    actors = [entities[id_] for id_ in event.actors if id_ in entities]
    features = {
        "named_actor": any(is_known(entity) for entity in actors),
        "target": bool(event.recipients or event.objects),
        "repeated": len(event.mentions) > 1,
        "timed": event.when is not None and event.when.time is not None,
        "told": event.status != "hypothetical",
        "apart": event.quad != "material cooperation",
    }
    return {name: float(value) for name, value in features.items()}


def is_known(entity: Entity) -> bool:
    """True for an entity that is more than a description."""
    return bool(entity.country or entity.sector) or any(mention.form == "name" for mention in entity.mentions)


def event_confidence(event: Event, entities: Mapping[str, Entity], *, pack: Confidence | None = None) -> float:
    """The probability that the text tells of this event and that its type is right."""
    return probability((pack or load_confidence()).event, event_features(event, entities))


def way_of(event: Event, field: str) -> str | None:
    """How a field was found (a key of WAYS): the surest way of its reasons. None for fields that are not told apart."""
    rules = [why.rule for why in event.why if why.field == field]
    if field in ("actors", "recipients"):
        vias = [match[1] if (match := _VIA.fullmatch(rule)) else "" for rule in rules]
        if not vias:
            return None
        if any(via in _OWN for via in vias):
            return "own"
        return "shared" if any(_SHARED.search(via) for via in vias) else "inferred"
    if field == "status":
        return "plain" if rules == ["no operator"] else "operator"
    if field == "when":
        return "expression" if event.when is not None and event.when.time is not None else "default"
    if field == "place" and rules:
        rule = rules[0]
        if rule.startswith(("discourse", "taken")):
            return "discourse"
        if "participant" in rule or "inside the phrase" in rule or "acted on" in rule:
            return "participant"
        return "shared" if "governing" in rule else "own"
    return None
