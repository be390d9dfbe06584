"""Scoring sets of spans: exactly, by overlap, and places by their distance."""

from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from math import asin, cos, radians, sin, sqrt
from typing import TypeVar

from dateline.evaluate.counting import Found
from dateline.records import Span

G = TypeVar("G")
P = TypeVar("P")

EARTH_RADIUS_KM = 6371.0


def exact(gold: Sequence[Hashable], predicted: Sequence[Hashable]) -> Found:
    """Equal things, each counted as often as it stands on both sides."""
    common = Counter(gold) & Counter(predicted)
    return Found(sum(common.values()), len(predicted), len(gold))


def one_to_one(gold: Sequence[G], predicted: Sequence[P], likeness: Callable[[G, P], float]) -> list[tuple[int, int]]:
    """Index pairs, the most alike first, each side used once; a likeness of 0 or less never pairs."""
    scored = [(likeness(g, p), -i, -j) for i, g in enumerate(gold) for j, p in enumerate(predicted)]
    left, right, pairs = set[int](), set[int](), []
    for _likeness, i, j in sorted((s for s in scored if s[0] > 0), reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs.append((-i, -j))
    return pairs


def common(one: Span, other: Span) -> int:
    """How many code points two spans share."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


def overlapping(gold: Sequence[Span], predicted: Sequence[Span]) -> Found:
    """Spans that share a code point, one to one, the longest common part first."""
    return Found(len(one_to_one(gold, predicted, common)), len(predicted), len(gold))


def kilometers(one: tuple[float, float], other: tuple[float, float]) -> float:
    """The great-circle distance between two (latitude, longitude) points in degrees."""
    (lat1, lon1), (lat2, lon2) = (tuple(map(radians, point)) for point in (one, other))
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * EARTH_RADIUS_KM * asin(min(1.0, sqrt(h)))
