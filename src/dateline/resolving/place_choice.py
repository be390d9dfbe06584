"""Which of the places that share a name is meant: by fame, by what stands around it, by what the text is about."""

from collections import Counter, defaultdict
from collections.abc import Sequence
from math import log10

from dateline.knowledge.countries import load_countries
from dateline.knowledge.gazetteer import Candidate
from dateline.knowledge.place_keys import fold
from dateline.language.analysis import Analysis
from dateline.resolving.geometry import distance_km
from dateline.resolving.place_names import Toponym

_LOCAL = frozenset({"PPL", "PPLC", "PPLX", "ADM2"})
_WIDE = ("PCLI", "ADM1", "RGN", "CONT", "SEA", "OCN")
_FEATURE_BONUS = {
    "PCLI": 3.0,
    "CONT": 3.0,
    "ADM1": 0.0,
    "SEA": 1.5,
    "OCN": 1.5,
    "RGN": 0.5,
    "PPLC": 1.2,
    "ADM2": -1.0,
    "AIRP": -2.0,
}
_ACCEPTED = 1.6


_CELL = 0.5
Weights = defaultdict[str, float]
"""How much of the text is about each country."""
Cells = dict[tuple[int, int], dict[str, int]]
"""Which names have a candidate in which cell of half a degree: towns named together lie together."""


def choose(analysis: Analysis, toponyms: Sequence[Toponym]) -> list[Candidate | None]:
    """For every toponym the place that it means, None where it is probably no place.

    One name means one place in a text, except where the words around it say otherwise ("Paris, Texas"). Two rounds: the
    second knows what the first has found.
    """
    countries = _countries_named(analysis, toponyms)
    cells = _cells(toponyms)
    chosen = _round(toponyms, countries, Counter(), [], cells)
    for toponym, candidate in zip(toponyms, chosen, strict=True):
        if candidate is not None and candidate.feature not in ("PCLI", "CONT") and candidate.country:
            countries[candidate.country] += 0.5 if toponym.inside is None else 1.5
    divisions: Counter[tuple[str | None, str | None]] = Counter()
    for named in {c.id: c for c in chosen if c is not None}.values():
        if named.admin1 and named.feature in ("ADM1", "ADM2", "PPL", "PPLC"):
            divisions[(named.country, named.admin1)] += 3 if named.feature == "ADM1" else 1
    around = [c for c in chosen if c is not None and c.feature in ("PPL", "PPLC", "ADM2", "ADM1")]
    return _round(toponyms, countries, divisions, around, cells)


def _round(
    toponyms: Sequence[Toponym],
    countries: Weights,
    divisions: Counter[tuple[str | None, str | None]],
    around: list[Candidate],
    cells: Cells,
) -> list[Candidate | None]:
    total = sum(countries.values()) or 1.0
    by_name: dict[str, tuple[float, Candidate]] = {}
    strongest: dict[str, float] = {}
    chosen: list[Candidate | None] = [None] * len(toponyms)
    firm: dict[str, Candidate] = {}
    holding = {toponym.inside for toponym in toponyms if toponym.inside is not None}
    seen = Counter(fold(toponym.words) for toponym in toponyms if toponym.strength > 0)
    # What is inside what is settled from the right: in "Mosul, Nineveh, Iraq" the country is known first.
    for n in range(len(toponyms) - 1, -1, -1):
        toponym = toponyms[n]
        key = fold(toponym.words)
        outer = chosen[toponym.inside] if toponym.inside is not None else None
        best: tuple[float, Candidate] | None = None
        for choice in toponym.candidates[:14]:
            if toponym.loose and countries[choice.country or ""] < 1:
                continue
            score = _score(choice, toponym, key, countries, total, divisions, around) + _company(choice, key, cells)
            if n in holding and choice.feature in ("PCLI", "ADM1"):
                score += 2.0
            if outer is not None and outer.id != choice.id:
                score += 6.0 if _holds(outer, choice) else -2.0
            if best is None or score > best[0]:
                best = (score, choice)
        if best is None:
            continue
        strongest[key] = max(strongest.get(key, -9.0), toponym.strength)
        if outer is not None and _holds(outer, best[1]):
            firm.setdefault(key, best[1])
        if toponym.kinds is None and (key not in by_name or best[0] > by_name[key][0]):
            by_name[key] = best
        chosen[n] = best[1]
    for n, toponym in enumerate(toponyms):
        key = fold(toponym.words)
        candidate = chosen[n]
        if candidate is None:
            continue
        if toponym.inside is None and toponym.kinds is None and key in by_name:
            settled = firm.get(key)
            chosen[n] = candidate = settled if settled is not None else by_name[key][1]
        # A name that is plainly a place once is one everywhere in the text, unless it stands as a person's.
        strength = max(toponym.strength, min(strongest[key] + 0.3 * seen[key], toponym.strength + 2.0))
        if strength < _needed(candidate, countries) - 0.4 * _company(candidate, key, cells):
            chosen[n] = None
    return chosen


def _cells(toponyms: Sequence[Toponym]) -> Cells:
    cells: Cells = {}
    seen: set[str] = set()
    for toponym in toponyms:
        key = fold(toponym.words)
        if key in seen or toponym.loose:
            continue
        seen.add(key)
        for candidate in toponym.candidates[:14]:
            if candidate.feature in _LOCAL:
                cell = (int(candidate.lat // _CELL), int(candidate.lon // _CELL))
                cells.setdefault(cell, {})[key] = candidate.id
    return cells


def _company(candidate: Candidate, key: str, cells: Cells) -> float:
    """How many other names of the text have a place close by: what tells one Walker County from the other."""
    if candidate.feature not in _LOCAL or len(cells) < 2:
        return 0.0
    row, column = int(candidate.lat // _CELL), int(candidate.lon // _CELL)
    near: set[str] = set()
    for i in (row - 1, row, row + 1):
        for j in (column - 1, column, column + 1):
            here = cells.get((i, j))
            if here:
                near.update(name for name, id in here.items() if id != candidate.id)
    near.discard(key)
    return min(1.8, 0.6 * len(near))


def _score(
    candidate: Candidate,
    toponym: Toponym,
    key: str,
    countries: Weights,
    total: float,
    divisions: Counter[tuple[str | None, str | None]],
    around: list[Candidate],
) -> float:
    score = log10(candidate.population + 10) + _FEATURE_BONUS.get(candidate.feature, 0.0)
    if fold(candidate.name) == key:
        score += 1.4
    if candidate.feature == "ADM1" and candidate.country in ("USA", "CAN", "AUS", "GBR"):
        score += 1.0
    country = candidate.country
    if country is not None:
        share = countries[country] / total
        score += 1.5 * (countries[country] > 0) + 3.0 * share
    # Beside a world city a small place of the name needs more than the right country.
    if candidate.population * 50 < toponym.candidates[0].population > 1_000_000 and candidate.feature in _LOCAL:
        score -= 2.5 if divisions[(country, candidate.admin1)] < 3 else 0.0
    elif candidate.population * 8 < toponym.candidates[0].population > 100_000 and candidate.feature in _LOCAL:
        score -= 1.5 if divisions[(country, candidate.admin1)] < 2 else 0.0
    if candidate.admin1 and divisions:
        same = divisions[(country, candidate.admin1)] - 1
        score += min(2.4, 0.6 * same) if same > 0 and candidate.feature != "ADM1" else 0.0
    if around and candidate.feature in ("PPL", "PPLC", "ADM2", "PPLX", "ADM1"):
        here = (candidate.lat, candidate.lon)
        near = 0.0
        for other in around[:40]:
            if other.id == candidate.id or other in toponym.candidates:
                continue
            km = distance_km(here, (other.lat, other.lon))
            near = max(near, 1.5 if km < 60 else 1.0 if km < 150 else 0.5 if km < 400 else 0.0)
        score += near
    return score


def _needed(candidate: Candidate, countries: Weights) -> float:
    """How strong the evidence for a place must be: little for countries, more for what few have heard of."""
    if candidate.feature in ("PCLI", "CONT", "OCN", "SEA"):
        return 0.0
    if candidate.feature == "BLDG":
        return 3.0
    here = candidate.country is not None and countries[candidate.country] > 0.9
    if candidate.feature == "ADM1" or candidate.population > 1_000_000:
        return 0.7
    return _ACCEPTED - (0.7 if here else 0.0)


def _holds(outer: Candidate, inner: Candidate) -> bool:
    """Whether the inner place lies in the outer one, as far as divisions and bounds tell."""
    if outer.feature == "PCLI":
        return inner.country == outer.country and inner.feature != "PCLI"
    if outer.feature == "ADM1":
        return inner.country == outer.country and inner.admin1 == outer.admin1
    if outer.bounds is not None:
        south, west, north, east = outer.bounds
        return south <= inner.lat <= north and west <= inner.lon <= east
    if outer.feature == "ADM2":
        return distance_km((outer.lat, outer.lon), (inner.lat, inner.lon)) < 80
    return False


def _countries_named(analysis: Analysis, toponyms: Sequence[Toponym]) -> Weights:
    """How often the text names each country, by its name or by the word for its people."""
    counts: Weights = defaultdict(float)
    for toponym in toponyms:
        top = toponym.candidates[0]
        if not top.country or top.name == "Georgia":
            continue
        # A name that one country only has tells of it, however small the place.
        alone = len({c.country for c in toponym.candidates}) == 1
        if top.feature == "PCLI" or (top.feature in _WIDE and alone):
            counts[top.country] += 1
    adjectives = load_countries()
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.upos == "ADJ" and token.form[:1].isupper() and len(token.form) > 4:
                country = adjectives.find(token.form, sense="adjective")
                if country is not None:
                    counts[country.iso3] += 0.7
    return counts
