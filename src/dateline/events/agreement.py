"""Whether two mentions can be one happening: sides that agree, places and times that do not contradict."""

from dateline.records.entity import Entity

Kinds = frozenset[tuple[str | None, str | None]]
"""Country and sector of participants."""


def own_side(struck: Kinds, acting: Kinds) -> bool:
    """True if the ones struck are of the kind that acts: armed groups do not strike themselves."""
    if not struck or not acting:
        return False
    if any(s == "REB" for _, s in struck) and any(s == "REB" for _, s in acting):
        return not any(c and d and c != d for c, s in struck for d, r in acting if s == r == "REB")
    return any(c and s == "MIL" and (c, s) in acting for c, s in struck)


STATE = frozenset({"MIL", "GOV", "SPY", None})


def alike(mine: Kinds, theirs: Kinds) -> float:
    """How well two sets of participants agree by country and sector when no entity is shared: forces of one state are
    one side ("American forces", "U.S. troops", the department's "we"); groups need the same country and sector."""
    if any(c and s == "MIL" and (c, s) in theirs for c, s in mine):
        return 1.3
    if any(c and s and (c, s) in theirs for c, s in mine):
        return 0.7
    if any(c and s in STATE and c == d and r in STATE for c, s in mine for d, r in theirs):
        return 0.5
    if any(s == r == "MIL" and (c is None or d is None) for c, s in mine for d, r in theirs):
        return 0.5
    return 0.0


def times_differ(a: tuple[str | None, str | None] | None, b: tuple[str | None, str | None] | None) -> bool:
    return a is not None and b is not None and _disjoint(a, b)


def _disjoint(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    return bool((a[1] and b[0] and a[1][:10] <= b[0][:10]) or (b[1] and a[0] and b[1][:10] <= a[0][:10]))


def places_differ(a: tuple[Entity, ...], b: tuple[Entity, ...]) -> bool:
    if not a or not b:
        return False
    for x in a:
        for y in b:
            if x.id == y.id or not contradict(x, y):
                return False
    return True


def contradict(x: Entity, y: Entity) -> bool:
    """True if something cannot have happened in both: two towns, two countries; a town and its country agree."""
    cx = (x.place.country if x.place else None) or x.country
    cy = (y.place.country if y.place else None) or y.country
    if cx and cy and cx != cy:
        return True
    if x.place is None or y.place is None:
        # "the hills", "a commercial area" may lie anywhere
        named = all(any(m.form == "name" for m in e.mentions) for e in (x, y))
        return named and x.name != y.name and x.kind == y.kind == "place"
    px, py = x.place.precision, y.place.precision
    if px >= 5 or py >= 5:
        return False
    if px == 4 or py == 4:
        return bool(x.place.admin1 and y.place.admin1 and x.place.admin1 != y.place.admin1)
    return x.name != y.name
