"""Quotation marks of a whole text, paired: which stretches are somebody's words.

Straight and typographic marks, single and double, nested; a quotation that runs over paragraphs, each opened again by a
mark; marks that never close. Apostrophes are no marks.
"""

import re
from bisect import bisect_left, bisect_right

from msgspec import Struct

from dateline.knowledge.claim_words import load_claim_words
from dateline.records.span import Span

WORDS = load_claim_words()

_MARK = re.compile("``|''|[\"“”„‟«»‘’‚‛']")
_ESCAPED_MARK = re.compile('``|\'\'|""(?=[^"\\s])|(?<=[^"\\s])""|[“”„‟«»‘’‚‛\']')
_DOUBLED = re.compile('""(?=[^"\\s])|(?<=[^"\\s])""')
_OPENERS = {"“": "d", "„": "d", "‟": "d", "«": "d", "``": "d"}
_CLOSERS = {"”": "d", "»": "d"}
_ELISIONS = WORDS.quoting.elisions
_OPEN_BEFORE = " \t\n\u00a0\u200e\u202f([{-—–/>:\"“‘'"
_NEAR = 400
"""How far a single opening mark may look ahead for its closing one, in characters."""


class Quotation(Struct, frozen=True, gc=False):
    """One quotation, marks included. A quotation over several paragraphs has one part a paragraph.

    `depth` is 0 for a quotation that stands in no other. `closed` is false where the text never closes it and the
    paragraph's end had to do.
    """

    parts: tuple[Span, ...]
    depth: int
    closed: bool = True

    @property
    def start(self) -> int:
        return self.parts[0][0]

    @property
    def end(self) -> int:
        return self.parts[-1][1]


def _start(quote: Quotation) -> int:
    return quote.start


class Quotations(Struct, frozen=True):
    """All quotations of a text in order of their start, and the parts of the outermost ones for looking up."""

    items: tuple[Quotation, ...]
    starts: tuple[int, ...]
    parts: tuple[Span, ...]
    owners: tuple[int, ...]

    def at(self, offset: int) -> int | None:
        """Index (into `items`) of the outermost quotation that holds this offset, or None."""
        k = bisect_right(self.starts, offset) - 1
        if k >= 0 and offset < self.parts[k][1]:
            return self.owners[k]
        return None

    def quoted(self, start: int, end: int) -> int:
        """How many characters of `[start, end)` stand inside quotation marks."""
        total = 0
        k = max(bisect_right(self.starts, start) - 1, 0)
        while k < len(self.parts) and self.parts[k][0] < end:
            total += max(0, min(end, self.parts[k][1]) - max(start, self.parts[k][0]))
            k += 1
        return total

    def nested(self, start: int, end: int) -> tuple[Span, ...]:
        """The quotations inside other ones that lie in `[start, end)`."""
        k = bisect_left(self.items, start, key=_start)
        out: list[Span] = []
        while k < len(self.items) and self.items[k].start < end:
            if self.items[k].depth and self.items[k].end <= end:
                out.append((self.items[k].start, self.items[k].end))
            k += 1
        return tuple(out)

    def inside(self, start: int, end: int) -> tuple[int, ...]:
        """Indices of the outermost quotations that begin in `[start, end)`, in text order, each once."""
        k = bisect_right(self.starts, start - 1)
        out: list[int] = []
        while k < len(self.parts) and self.parts[k][0] < end:
            if not out or out[-1] != self.owners[k]:
                out.append(self.owners[k])
            k += 1
        return tuple(out)


class _Open(Struct):
    kind: str
    start: int
    parts: list[Span]


def find_quotations(text: str, paragraphs: tuple[Span, ...]) -> Quotations:
    """The quotations of a text. One that opens a speech and never closes ends with its paragraph.

    In texts that were cells of a table, marks are doubled and single ones only wrap the cell: then the doubled count.
    """
    escaped = len(_DOUBLED.findall(text)) > 1
    pattern = _ESCAPED_MARK if escaped else _MARK
    found: list[Quotation] = []
    stack: list[_Open] = []
    for n, (first, last) in enumerate(paragraphs):
        marks = list(pattern.finditer(text, first, last))
        if not marks and not stack:
            continue
        resumed = bool(stack) and _resumes(text, first, stack[0].kind, escaped)
        if stack and not resumed:
            found.extend(_unclosed(text, stack, paragraphs[n - 1]))
            stack = []
        if resumed:
            # Only the outermost quotation runs on; what was nested in it ended with its paragraph.
            del stack[1:]
            stack[0].start = _content_start(text, first)
        skip = _content_start(text, first) if resumed else -2
        for k, match in enumerate(marks):
            if k == 0 and match.start() - skip in (0, 1):
                continue
            _take(text, marks, k, (first, last), stack, found)
        if stack:
            stack[0].parts.append((stack[0].start, _trimmed_end(text, stack[0].start, last)))
    if stack:
        found.extend(_unclosed(text, stack, paragraphs[-1]))
    return _indexed(found)


def _take(
    text: str, marks: list[re.Match[str]], k: int, paragraph: Span, stack: list[_Open], found: list[Quotation]
) -> None:
    mark, at, end = marks[k].group(), marks[k].start(), marks[k].end()
    before = text[at - 1] if at > paragraph[0] else "\n"
    after = text[end] if end < paragraph[1] else "\n"
    if mark in ("'", "‘", "’", "‚", "‛"):
        if not _single(text, marks, k, paragraph, stack, before, after):
            return
        opening = not any(o.kind == "s" for o in stack)
        kind = "s"
    else:
        kind = "d"
        if mark in _CLOSERS or (mark == "“" and any(o.kind == "d" and text[o.start] == "„" for o in stack)):
            opening = False
        elif mark in _OPENERS:
            opening = True
        else:
            opening = _straight_opens(stack, before, after)
    if opening:
        if len(stack) < 4 and not any(o.kind == kind for o in stack[-1:]):
            stack.append(_Open(kind, at, []))
        return
    for depth in range(len(stack) - 1, -1, -1):
        if stack[depth].kind == kind:
            parts = (*stack[depth].parts, (stack[depth].start, end))
            found.append(Quotation(parts=parts, depth=depth))
            del stack[depth:]
            return


def _straight_opens(stack: list[_Open], before: str, after: str) -> bool:
    if any(o.kind == "d" for o in stack):
        return False
    if after.isspace() or after in ",.;:?!)":
        return before in " \t([" and not after.isspace()
    return before in _OPEN_BEFORE or not before.isalnum()


def _single(
    text: str, marks: list[re.Match[str]], k: int, paragraph: Span, stack: list[_Open], before: str, after: str
) -> bool:
    """Whether this single mark is a quotation mark; everything else is an apostrophe."""
    mark, end = marks[k].group(), marks[k].end()
    if before.isalnum() and after.isalnum():
        return False
    if any(o.kind == "s" for o in stack):
        if before.isspace() or after.isalnum() or mark == "‘":
            return False
        # "the boys' house": a plural possessive, unless no later mark could close the quotation.
        return not (before == "s" and after == " " and _closes_later(text, marks, k, paragraph))
    if mark == "’" or before not in _OPEN_BEFORE or after.isspace() or not (after.isalnum() or after in '"“[('):
        return False
    if after.isdigit() or text[end : end + 6].lower().startswith(_ELISIONS):
        return False
    return _closes_later(text, marks, k, paragraph)


def _closes_later(text: str, marks: list[re.Match[str]], k: int, paragraph: Span) -> bool:
    for later in marks[k + 1 :]:
        at, end = later.span()
        if at - marks[k].end() > _NEAR:
            return False
        if later.group() not in ("'", "’"):
            continue
        before, after = text[at - 1], text[end] if end < paragraph[1] else "\n"
        if not before.isspace() and not after.isalnum():
            return True
    return False


def _content_start(text: str, start: int) -> int:
    while start < len(text) and (text[start].isspace() or text[start] == "\u200e"):
        start += 1
    return start


def _resumes(text: str, paragraph_start: int, kind: str, escaped: bool) -> bool:
    at = _content_start(text, paragraph_start)
    if escaped and kind == "d":
        return text[at : at + 2] == '""'
    mark = text[at : at + 1]
    if kind == "d" and text[at : at + 2] in ("``", "''"):
        return True
    return mark in (("“", '"', "„", "«") if kind == "d" else ("‘", "'")) and mark != ""


def _trimmed_end(text: str, start: int, end: int) -> int:
    while end > start and text[end - 1].isspace():
        end -= 1
    return end


def _unclosed(text: str, stack: list[_Open], paragraph: Span) -> list[Quotation]:
    """What becomes of marks that never close: kept to the paragraph's end if they opened the paragraph or followed a
    colon or comma, dropped otherwise."""
    outer = stack[0]
    first = outer.parts[0][0] if outer.parts else outer.start
    lead = text[:first].rstrip(" \t")[-1:]
    if len(outer.parts) > 1 or lead in ("", "\n", ":", ","):
        parts = tuple(outer.parts) or ((outer.start, _trimmed_end(text, outer.start, paragraph[1])),)
        return [Quotation(parts=parts, depth=0, closed=False)]
    return []


def _indexed(found: list[Quotation]) -> Quotations:
    items = tuple(sorted(found, key=lambda q: (q.start, -q.end)))
    flat = [(part, n) for n, q in enumerate(items) if q.depth == 0 for part in q.parts]
    flat.sort()
    return Quotations(
        items=items,
        starts=tuple(part[0] for part, _ in flat),
        parts=tuple(part for part, _ in flat),
        owners=tuple(n for _, n in flat),
    )
