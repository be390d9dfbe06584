"""Claims: who says so, in which words, and how sure."""

from typing import Literal

from msgspec import Struct

from dateline.records.event import Why
from dateline.records.span import Span

Style = Literal["direct", "indirect", "mixed"]
Factuality = Literal["CT+", "PR+", "PS+", "CT-", "PR-", "PS-", "CTu", "Uu"]


class Claim(Struct, frozen=True):
    """One attribution relation (PARC / PolNeAR): source, cue, content; FactBank value given by the source."""

    id: str
    source: str | None
    source_span: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    style: Style
    addressee: str | None
    via: str | None
    factuality: Factuality
    events: tuple[str, ...]
    why: tuple[Why, ...] = ()
    confidence: float = 1.0
