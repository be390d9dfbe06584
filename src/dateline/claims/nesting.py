"""Nesting: which claim stands in the content of which other one."""

from dateline.claims.drafts import Draft
from dateline.records.span import Span


def enclosing(drafts: list[Draft]) -> list[int | None]:
    """For every draft the index of the smallest one whose content holds its cue (its content, where it has no cue), or
    that it was hung on; None for a claim of the text itself."""
    sizes = [sum(b - a for a, b in d.spans) for d in drafts]
    by_key = {d.key: n for n, d in enumerate(drafts) if d.key is not None}
    points = sorted((_point(d), n) for n, d in enumerate(drafts))
    spans = sorted((span, n) for n, d in enumerate(drafts) for span in d.spans)
    via: list[int | None] = [None] * len(drafts)
    active: list[tuple[Span, int]] = []
    k = 0
    for (start, end), n in points:
        while k < len(spans) and spans[k][0][0] <= start:
            active.append(spans[k])
            k += 1
        active = [(span, m) for span, m in active if span[1] > start]
        holders = [
            m
            for span, m in active
            if m != n and span[0] <= start and end <= span[1] and not _within(drafts[m], drafts[n])
        ]
        outer = drafts[n].outer
        if outer is not None and outer in by_key:
            via[n] = by_key[outer]
        elif holders:
            via[n] = min(holders, key=lambda m: (sizes[m], m))
    return _without_circles(via)


def _point(draft: Draft) -> Span:
    return draft.cue_span if draft.cue_span is not None else draft.spans[0]


def _within(outer: Draft, inner: Draft) -> bool:
    """A claim without cue is not nested in one with the very same content; nothing is nested in what it holds."""
    if inner.cue_span is None:
        return outer.spans == inner.spans
    cue = outer.cue_span
    return cue is not None and any(a <= cue[0] and cue[1] <= b for a, b in inner.spans)


def _without_circles(via: list[int | None]) -> list[int | None]:
    for n in range(len(via)):
        seen = {n}
        at = via[n]
        while at is not None:
            if at in seen:
                via[n] = None
                break
            seen.add(at)
            at = via[at]
    return via
