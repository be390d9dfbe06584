"""Overlapping marks as a flat row of runs: the text is cut wherever a mark begins or ends, tags are never nested."""

from collections.abc import Iterable
from itertools import pairwise
from typing import Generic, TypeVar

from msgspec import Struct

from dateline.records.span import Span

Key = TypeVar("Key")


class Run(Struct, Generic[Key], frozen=True):
    """A stretch of text under the same marks all along, in the order in which they were given."""

    start: int
    end: int
    keys: tuple[Key, ...]


def cut_runs(marks: Iterable[tuple[Span, Key]], *, start: int, end: int) -> list[Run[Key]]:
    """The runs of `text[start:end]`; joined they give the whole stretch, marked or not."""
    clipped = [(max(a, start), min(b, end), key) for (a, b), key in marks if a < end and b > start and a < b]
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (first, last, _) in enumerate(clipped):
        opening.setdefault(first, []).append(number)
        closing.setdefault(last, []).append(number)
    cuts = sorted({start, end, *opening, *closing})
    active: dict[int, None] = {}
    runs = []
    for position, following in pairwise(cuts):
        for number in closing.get(position, ()):
            active.pop(number, None)
        for number in opening.get(position, ()):
            active[number] = None
        keys = dict.fromkeys(clipped[number][2] for number in sorted(active))
        runs.append(Run(position, following, tuple(keys)))
    return runs
