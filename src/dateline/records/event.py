"""Events: what happened, or is said to have happened."""

from typing import Literal

from msgspec import Struct, field

from dateline.records.entity import Count
from dateline.records.span import Span
from dateline.records.time import TimePrecision

EventType = Literal[
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
    "THREATEN",
    "PROTEST",
    "SANCTION",
    "MOBILIZE",
    "COERCE",
    "ASSAULT",
]
Status = Literal["actual", "ongoing", "future", "hypothetical", "negated"]
EffectKind = Literal[
    "killed", "injured", "killed_or_injured", "missing", "detained", "displaced", "damaged", "destroyed"
]
Victim = Literal["civilian", "combatant", "unknown"]


class When(Struct, frozen=True):
    """The time of the event, half-open ISO 8601 bounds. `time` is the id of the expression it was read from;
    null together with `inferred` when it follows from the publication date."""

    from_: str | None = field(default=None, name="from")
    to: str | None = None
    precision: TimePrecision = "unknown"
    time: str | None = None
    inferred: bool = False


class Effect(Struct, frozen=True):
    """People harmed or moved, things damaged. `entity` is the id of who or what, `what` its words."""

    kind: EffectKind
    what: str | None
    entity: str | None
    victim: Victim
    count: Count | None
    span: Span


class Why(Struct, frozen=True):
    """The reason for one field: the words it was read from and the rule, lexicon entry or model head that read them."""

    field: str
    span: Span | None
    rule: str


class Event(Struct, frozen=True):
    """One happening in one document, however often it is mentioned."""

    id: str
    anchor: Span
    mentions: tuple[Span, ...]
    event: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    quad: str
    score: float
    actors: tuple[str, ...]
    recipients: tuple[str, ...]
    authorizers: tuple[str, ...]
    instruments: tuple[str, ...]
    objects: tuple[str, ...]
    place: str | None
    when: When | None
    status: Status
    historical: bool
    effects: tuple[Effect, ...]
    responds_to: tuple[str, ...]
    purpose: tuple[Span, ...]
    claims: tuple[str, ...]
    why: tuple[Why, ...]
    confidence: float
    part_of: str | None = None
    count: Count | None = None
    factuality: str | None = None
