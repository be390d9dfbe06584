"""Name mentions set right with the tree: whole names, without titles and loose ends."""

import re
from collections.abc import Sequence

from dateline.knowledge.countries import load_countries
from dateline.language.tokens import spelling

# "example.org"; "Example.org" may be a publisher.
_SITE = re.compile(r"www\..*|[a-z0-9-]+(?:\.[a-z0-9-]+)*\.[a-z]{2,4}")

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
# A person's "name" that ends so is a description: "Pentagon Press Secretary". Other titles are surnames too ("King").
_OFFICES = frozenset(
    "secretary minister president spokesman spokeswoman ambassador chairman chairwoman governor senator commander"
    " director premier chancellor envoy deputy".split()
)
# What a minister or secretary is of, where the word alone would name a body.
_PORTFOLIOS = frozenset("state defense defence justice treasury interior energy labor labour commerce".split())
# With these a longer name of a land begins: "Southern California", "Lake Washington", "Baja California".
_PLACE_OPENERS = frozenset(
    "north south east west northern southern eastern western northeastern northwestern southeastern southwestern"
    " central upper lower inner outer greater new old baja lake mount mt. mt fort ft. ft port river camp republic"
    " state kingdom democratic united people gulf great little northeast northwest southeast southwest".split()
)
_LINKS = frozenset("of the for and & in on at by to from with - ' ’ 's ’s , . ( ) \" “ ” a an".split())
_HYPHENS = frozenset("-‐‑")
_FLAT = frozenset(("flat", "flat:name", "goeswith"))
_PARTS = _FLAT | {"compound"}


def tidy(
    names: Sequence[RawName], words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]
) -> list[RawName]:
    """Names joined where the tree says that they are one, without titles and links; with nothing left they go."""
    whole = _joined([_extended(name, words, upos, heads, rels) for name in names], heads, rels)
    trimmed = [_trimmed(name, words) for name in whole]
    return [part for name in trimmed if _is_name(name, words) for part in _parted(name, words)]


def _is_name(name: RawName, words: Sequence[str]) -> bool:
    """Whether anything is left, and more than an address, a people or the "State" of a secretary of state."""
    first, last = name[:2]
    if first >= last or not any(c.isalpha() for c in words[first] + words[last - 1]):
        return False
    if last - first > 1:
        return True
    word = words[first]
    if name[2] == "person" and _names_people(word):
        return False
    if "@" in word[1:] or "://" in word or _SITE.fullmatch(word):
        return False
    office = first > 1 and words[first - 1] == "of" and words[first - 2].lower() in _OFFICES
    return not (office and word.lower() in _PORTFOLIOS)


def _names_people(word: str) -> bool:
    """Whether a word only means a people, or of a people: "Kenyans", "Syrian"."""
    senses = load_countries().senses(word)
    return bool(senses) and all(sense in ("people", "adjective", "regional") for sense, _ in senses)


def _parted(name: RawName, words: Sequence[str]) -> list[RawName]:
    """A town and the state or country that follows it without a comma are two names: "Fresno California"."""
    first, last, kind, score = name
    if kind == "organization" and _names_land(words[first:last]):
        return [(first, last, "place", score)]
    if kind != "place" or last - first < 2 or words[first].lower() in _PLACE_OPENERS:
        return [name]
    for size in (1, 2):
        cut = last - size
        if cut <= first or any(word.lower() in _LINKS for word in words[first:last]):
            break
        if _names_land(words[cut:last]) and not _names_land(words[first:last]):
            return [(first, cut, kind, score), (cut, last, kind, score)]
    return [name]


def _names_land(words: Sequence[str]) -> bool:
    text = " ".join(words)
    return text.lower() in spelling()["states"] or any(s in ("name", "part") for s, _ in load_countries().senses(text))


def _extended(
    name: RawName, words: Sequence[str], upos: Sequence[str], heads: Sequence[int], rels: Sequence[str]
) -> RawName:
    """With the words beside it that the tree makes parts of the same name."""
    first, last, kind, score = name
    while last < len(upos) and rels[last] in _FLAT and first <= heads[last] < last:
        last += 1
    if last + 1 < len(upos) and words[last] == "," and words[last + 1].lower() in spelling()["company_ends"]:
        last += 2
    if last + 1 < len(upos) and words[last] in _HYPHENS and upos[last + 1] == "PROPN":
        # "Al-Qaeda", "Coca-Cola": one part hangs on the other.
        below = rels[last - 1] in _PARTS and heads[last - 1] == last + 1
        if below or (rels[last + 1] in _PARTS and first <= heads[last + 1] < last):
            last += 2
    while first > 0 and upos[first - 1] == "PROPN" and words[first - 1].lower() not in TITLES:
        below = rels[first - 1] in _PARTS and first <= heads[first - 1] < last
        above = rels[first] in _FLAT and heads[first] == first - 1
        if not below and not above:
            break
        first -= 1
    return first, last, kind, score


def _joined(names: list[RawName], heads: Sequence[int], rels: Sequence[str]) -> list[RawName]:
    """Overlapping names, and neighbors that are one name in the tree, as one; the part with the head says the kind."""
    result: list[RawName] = []
    for name in names:
        if not result or not _belong_together(result[-1], name, heads, rels):
            result.append(name)
            continue
        before = result[-1]
        first, last = before[0], max(before[1], name[1])
        top = next((i for i in range(first, last) if not first <= heads[i] < last), first)
        main = max((n for n in (before, name) if n[0] <= top < n[1]), key=lambda n: n[3])
        result[-1] = (first, last, main[2], main[3])
    return result


def _belong_together(before: RawName, name: RawName, heads: Sequence[int], rels: Sequence[str]) -> bool:
    if name[0] < before[1]:
        return True
    if name[0] > before[1]:
        return False
    below = any(rels[i] in _FLAT and before[0] <= heads[i] < before[1] for i in range(name[0], name[1]))
    return below or any(
        (rels[i] in _PARTS or rels[i] == "amod") and name[0] <= heads[i] < name[1] for i in range(before[0], before[1])
    )


def _trimmed(name: RawName, words: Sequence[str]) -> RawName:
    first, last, kind, score = name
    if kind == "person" and words[last - 1].lower() in _OFFICES:
        return last, last, kind, score
    while first < last and (words[first].lower() in _LINKS or (kind == "person" and words[first].lower() in TITLES)):
        first += 1
    while last > first and (
        words[last - 1].lower() in _LINKS or (last - first > 1 and words[last - 1].lower() in ("press",))
    ):
        last -= 1
    return first, last, kind, score
