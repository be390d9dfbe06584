"""Places by name: a read-only SQLite file that is asked, never loaded."""

import os
import sqlite3
from functools import cache
from importlib.resources import files
from threading import Lock

from msgspec import Struct

from dateline.knowledge.place_keys import fold, loose

Bounds = tuple[float, float, float, float]
"""South, west, north, east in degrees."""

_SELECT = (
    "SELECT p.id, p.name, p.lat, p.lon, p.population, k.country, k.admin1, k.feature, b.south, b.west, b.north, b.east "
    "FROM name n JOIN place p ON p.id = n.place JOIN kind k ON k.id = p.kind LEFT JOIN bounds b ON b.id = p.id "
    "WHERE n.key = ?"
)
_OWN_IDS = 1_000_000_000
_CACHE_SIZE = 50_000


class Candidate(Struct, frozen=True):
    """One place that a name may stand for. `feature` is a GeoNames code: PPL, ADM1, ADM2, PCLI (country), RGN, SEA ...

    `bounds` are told for countries, divisions and areas only; `geonames_id` is null for places of our own.
    """

    id: int
    name: str
    feature: str
    lat: float
    lon: float
    country: str | None
    admin1: str | None
    population: int
    bounds: Bounds | None = None

    @property
    def geonames_id(self) -> int | None:
        return self.id if self.id < _OWN_IDS else None


class Gazetteer:
    """The open file. Safe to share between threads; a forked process opens its own connection."""

    def __init__(self, path: str) -> None:
        self.path = path
        self._lock = Lock()
        self._pid = -1
        self._db: sqlite3.Connection | None = None
        self._known: dict[str, tuple[Candidate, ...]] = {}

    def lookup(self, name: str) -> tuple[Candidate, ...]:
        """Every place of that name, most populous first; empty when there is none. Case and accents do not count."""
        return self._find(fold(name))

    def lookup_loose(self, name: str) -> tuple[Candidate, ...]:
        """Settlements of Arabic-script countries whose name could be transliterated so. Many are wrong: ask last."""
        key = loose(name)
        return self._find(f"~{key}") if key else ()

    def country(self, iso3: str) -> Candidate | None:
        """The country itself, by ISO 3166-1 alpha-3 code."""
        found = [c for c in self._find(f"={iso3}") if c.feature == "PCLI"]
        return found[0] if found else None

    @property
    def meta(self) -> dict[str, str]:
        """Version, size and sources, as the build wrote them."""
        with self._lock:
            return dict(self._connection().execute("SELECT key, value FROM meta"))

    def _find(self, key: str) -> tuple[Candidate, ...]:
        known = self._known.get(key)
        if known is not None:
            return known
        with self._lock:
            rows = self._connection().execute(_SELECT, (key,)).fetchall()
        found = tuple(sorted((_candidate(row) for row in rows), key=lambda c: (-c.population, c.id)))
        if len(self._known) >= _CACHE_SIZE:
            self._known.clear()
        self._known[key] = found
        return found

    def _connection(self) -> sqlite3.Connection:
        """The connection of this process: SQLite handles must not cross a fork."""
        if self._db is None or self._pid != os.getpid():
            self._db = sqlite3.connect(f"file:{self.path}?mode=ro&immutable=1", uri=True, check_same_thread=False)
            self._pid = os.getpid()
        return self._db


@cache
def open_gazetteer() -> Gazetteer:
    """The gazetteer of the package; one per process."""
    return Gazetteer(str(files("dateline.knowledge").joinpath("data/gazetteer.sqlite")))


def _candidate(
    row: tuple[int, str, int, int, int, str | None, str | None, str, float | None, float, float, float],
) -> Candidate:
    bounds = (row[8], row[9], row[10], row[11]) if row[8] is not None else None
    return Candidate(
        id=row[0],
        name=row[1],
        lat=row[2] / 10_000,
        lon=row[3] / 10_000,
        population=row[4],
        country=row[5],
        admin1=row[6],
        feature=row[7],
        bounds=bounds,
    )
