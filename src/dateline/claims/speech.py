"""Quotations that stand for themselves, beside or without a cue, told from those inside a clause."""

from msgspec import Struct

from dateline.claims.layout import Layout
from dateline.knowledge.claim_words import load_claim_words
from dateline.records.span import Span
from dateline.resolving.resolution import TokenKey

WORDS = load_claim_words()

_MARKS = frozenset("\"“”'’»`")
DASHES = frozenset("-–—―")
OPEN_ENDS = frozenset(",?!…—–-")
SENTENCE_ENDS = frozenset(".?!…")
BOUNDARY = frozenset(".?!…:,;—–-)\"”’'»")
_SAYING = WORDS.quoting.saying


class Speech(Struct, frozen=True, gc=False):
    """A quotation that stands for itself, as one or more sentences or as a part of one beside its cue."""

    index: int
    start: int
    end: int
    floor: int
    ceiling: int
    opens: bool
    final: str
    starts_paragraph: bool


def speech_of(layout: Layout, n: int) -> Speech | None:
    """The quotation as speech, or None where it stands inside a clause."""
    quote = layout.quotes.items[n]
    if quote.depth:
        return None
    text = layout.text
    floor = layout.paragraph(layout.paragraph_at(quote.start))[0]
    ceiling = layout.paragraph(layout.paragraph_at(quote.end - 1))[1]
    before = layout.before(quote.start, floor)
    inner_end = quote.end
    while quote.closed and inner_end > quote.start + 1 and text[inner_end - 1] in _MARKS:
        inner_end -= 1
    final = layout.before(inner_end, quote.start + 1)
    beyond = quote.end
    while beyond < ceiling and text[beyond] == '"':
        # What is left of a doubled mark that also closed the cell of a table.
        beyond += 1
    after = layout.after(beyond, ceiling)
    if before and before not in BOUNDARY and not _after_saying(layout, quote.start, floor):
        return None
    if (
        final not in SENTENCE_ENDS
        and final not in OPEN_ENDS
        and after not in ("", ",", ".", ";", ":", "—", "–", "―", "-", "!", "?")
    ):
        return None
    if not any(c.isalnum() for c in text[quote.start : quote.end]):
        return None
    return Speech(
        index=n,
        start=quote.start,
        end=quote.end,
        floor=floor,
        ceiling=ceiling,
        opens=before == "" or before in SENTENCE_ENDS or before in "\"”’'»)",
        final=final if final in SENTENCE_ENDS or final in OPEN_ENDS else after,
        starts_paragraph=before == "",
    )


def _after_saying(layout: Layout, start: int, floor: int) -> bool:
    word = layout.text[max(floor, start - 24) : start].rstrip().rpartition(" ")[2].lower()
    return word in _SAYING


def sentence_heads(layout: Layout, parts: tuple[Span, ...]) -> tuple[TokenKey, ...]:
    """The roots of the sentences inside the quotation."""
    out: list[TokenKey] = []
    for start, end in parts:
        for s in layout.sentences_in(start, end):
            sentence = layout.analysis.sentences[s]
            if sentence.start >= start - 1 and sentence.end <= end + 1:
                out.append((s, sentence.root))
    return tuple(out)
