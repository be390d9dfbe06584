"""A claim while it is being read: cue, source and content by tokens, before quotations and nesting are settled."""

import msgspec
from msgspec import Struct

from dateline.knowledge.cues import CueClass
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey


class Draft(Struct, frozen=True, eq=False):
    """What one cue gives. `spans` is empty while only a quotation beside the cue can be its content.

    `value` is the FactBank value of the cue after its own negation. `outer` is the cue that this draft hangs on when the
    nesting does not show in the text ("Al Noor, citing a witness, said").
    """

    sentence: int
    cue: int | None
    cue_span: Span | None
    spans: tuple[Span, ...]
    heads: tuple[TokenKey, ...]
    source: TokenKey | None
    source_span: Span | None
    addressee: TokenKey | None
    value: str
    rule: str
    confidence: float
    quotes: tuple[int, ...] = ()
    outer: TokenKey | None = None
    direct: bool = False

    def with_content(self, spans: tuple[Span, ...], *, quotes: tuple[int, ...] = ()) -> "Draft":
        """The same draft with other content; `quotes` are the quotations now in it."""
        return msgspec.structs.replace(self, spans=spans, quotes=quotes or self.quotes)

    @property
    def key(self) -> TokenKey | None:
        """Sentence and token of the cue."""
        return None if self.cue is None else (self.sentence, self.cue)


def cue_value(group: CueClass, negated: bool) -> str:
    """The class's FactBank value, or the one it takes under negation; "none" means that there is no claim."""
    return group.negated if negated else group.factuality
