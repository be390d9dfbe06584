"""Name mentions set right with the tree: whole names, without titles and loose ends."""

from collections.abc import Sequence

RawName = tuple[int, int, str, float]

# Words before a name that say what somebody is; the name begins after them.
TITLES = frozenset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor president secretary minister prime vice senator sen. sen rep."
    " rep representative gov. gov governor gen. gen general col. colonel lt. lieutenant maj. major capt. captain sgt."
    " sergeant sir lord lady dame king queen prince princess pope judge justice chief chairman chairwoman ambassador"
    " sheikh sheik imam ayatollah father rev. reverend saint uncle aunt mayor commander admiral adm. spokesman"
    " spokeswoman deputy foreign defense defence state press congressman congresswoman director lords justices"
    " senators president-elect premier chancellor brigadier marshal envoy".split()
)
_LINKS = frozenset("of the for and & in on at by to from with - ' ’ 's ’s , . ( ) \" “ ” a an".split())
_EXTENDING = ("flat", "flat:name", "goeswith")


def tidy(
    names: Sequence[RawName], words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]
) -> list[RawName]:
    """Names joined where the tree says that they are one, without titles and links; with nothing left they go."""
    whole = _joined([_extended(name, upos, heads, rels) for name in names], heads, rels)
    trimmed = [_trimmed(name, words) for name in whole]
    return [
        name for name in trimmed if name[0] < name[1] and any(c.isalpha() for c in words[name[0]] + words[name[1] - 1])
    ]


def _extended(name: RawName, upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]) -> RawName:
    """With the proper nouns at its sides that hang on it, or it on them, as parts of a flat name."""
    first, last, kind, score = name
    while last < len(upos) and rels[last] in _EXTENDING and first <= heads[last] < last:
        last += 1
    while first > 0 and upos[first - 1] == "PROPN" and rels[first] in _EXTENDING and heads[first] <= first - 1:
        first -= 1
    return first, last, kind, score


def _joined(names: list[RawName], heads: Sequence[int], rels: Sequence[str]) -> list[RawName]:
    result: list[RawName] = []
    for name in names:
        if result and name[0] < result[-1][1]:
            before = result[-1]
            longer = max(before, name, key=lambda n: (n[1] - n[0], n[3]))
            result[-1] = (before[0], max(before[1], name[1]), longer[2], longer[3])
        elif result and name[0] == result[-1][1] and rels[name[0]] in _EXTENDING and heads[name[0]] >= result[-1][0]:
            before = result[-1]
            result[-1] = (before[0], name[1], before[2], round((before[3] + name[3]) / 2, 4))
        else:
            result.append(name)
    return result


def _trimmed(name: RawName, words: Sequence[str]) -> RawName:
    first, last, kind, score = name
    while first < last and (words[first].lower() in _LINKS or (kind == "person" and words[first].lower() in TITLES)):
        first += 1
    while last > first and (
        words[last - 1].lower() in _LINKS or (last - first > 1 and words[last - 1].lower() in ("press",))
    ):
        last -= 1
    return first, last, kind, score
