"""A draft: one mention of an event with everything read around it, before mentions are joined into records."""

from msgspec import Struct

from dateline.records.entity import Count
from dateline.records.event import EffectKind, EventType, Status, Victim, Why
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey


class Filler(Struct, frozen=True, gc=False):
    """A participant of a mention: its role, its head token, the slot it stood in and how it got there."""

    role: str
    key: TokenKey
    slot: str
    via: str


class EffectDraft(Struct, frozen=True):
    """An effect before entities have ids: `head` is the token that names who or what was affected."""

    kind: EffectKind
    head: TokenKey | None
    victim: Victim
    count: Count | None
    span: Span
    rule: str


class Draft(Struct, frozen=True):
    """One mention. `tokens` are all anchor tokens (the light verb and "was averted" name the event too), `token` the
    one that carries the entry. `time` indexes the resolution's times. `echo` lists the types of
    the earlier event that a mere echo ("this operation") may join, `case_of` is the plural noun of the sentence that a
    pronoun names one case of. `process` marks a status that only the word suggests ("violence" goes on)."""

    sentence: int
    token: int
    tokens: tuple[int, ...]
    pos: str
    frame: str
    event: EventType
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    reciprocal: bool
    fillers: tuple[Filler, ...]
    status: Status
    historical: bool
    place: TokenKey | None
    time: int | None
    effects: tuple[EffectDraft, ...]
    count: Count | None
    why: tuple[Why, ...]
    confidence: float
    own_effect: EffectKind | None = None
    weak: bool = False
    echo: tuple[str, ...] = ()
    recent: bool = False
    place_score: float = 0.0
    case_of: int | None = None
    process: bool = False

    def keys(self, role: str) -> tuple[TokenKey, ...]:
        """Head tokens of the fillers with this role, in the order they were found, without repeats."""
        return tuple(dict.fromkeys(f.key for f in self.fillers if f.role == role))
