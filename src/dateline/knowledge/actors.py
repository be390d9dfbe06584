"""Known actors: armed groups, services, bodies, office holders, looked up by name as of a date."""

import sqlite3
from datetime import date, timedelta
from functools import lru_cache
from importlib.resources import as_file, files
from typing import Literal

from msgspec import Struct

from dateline.knowledge.names import name_key, sound_key

_EXACT, _SOUND, _SURNAME = 0, 1, 2
# How long before and after a spell a report may still use the office: appointments and farewells.
_GRACE = timedelta(days=60)


class Office(Struct, frozen=True, gc=False):
    """An office held, with ISO dates as fine as they are known; empty where open."""

    title: str
    organization: str | None
    start: str
    end: str

    def held_on(self, day: date) -> bool:
        """Whether the office was held on that day, or within two months of it."""
        first = _bound(self.start, last=False)
        final = _bound(self.end, last=True)
        return (first is None or first - _GRACE <= day) and (final is None or day <= final + _GRACE)


class Actor(Struct, frozen=True, gc=False):
    """A known actor. `country` is an ISO3 code, `IGO`, `NGO` or None for transnational ones; `rank` 0: our overlay."""

    id: int
    name: str
    kind: str
    sector: str | None
    country: str | None
    backed_by: tuple[str, ...]
    offices: tuple[Office, ...]
    rank: int


class ActorMatch(Struct, frozen=True, gc=False):
    """An actor that a name may mean. `how` says which key fitted, `office` is the one held on the date, if any."""

    actor: Actor
    score: float
    how: Literal["name", "sound", "surname"]
    office: Office | None


def find_actor(name: str, *, on: date | None = None) -> list[ActorMatch]:
    """Actors that the whole name may mean, best first; empty when none does.

    The whole name must fit: a known head word resolves nothing ("Kata'ib Hezbollah" is not Hezbollah). A single surname
    only finds people who held an office on the date `on`.
    """
    return list(_find(name, on))


@lru_cache(maxsize=16384)
def _find(name: str, on: date | None) -> tuple[ActorMatch, ...]:
    key = name_key(name)
    if (
        len(key) < 2
        or (len(key) <= 3 and sum(letter.isupper() or letter.isdigit() for letter in name) < 2)
        or not name[:1].strip()
    ):
        return ()
    found = [_match(actor, 1.0, "name", on) for actor in _actors(key, _EXACT)]
    if not found:
        rough = sound_key(name)
        if " " in rough:
            found = [
                _match(actor, score, "sound", on)
                for actor in _actors(rough, _SOUND)
                if (score := _likeness(key, actor.id, rough)) >= 0.7
            ]
    if " " not in key or key.startswith(("al ", "el ", "bin ", "de ", "von ", "bin ")):
        surname = [_match(actor, 0.6, "surname", on) for actor in _actors(key, _SURNAME)]
        found += [match for match in surname if match.office is not None]
    return tuple(sorted(found, key=lambda match: (-match.score, match.actor.rank, match.actor.id)))


def _match(actor: Actor, score: float, how: Literal["name", "sound", "surname"], on: date | None) -> ActorMatch:
    office = None
    if on is not None:
        held = [o for o in actor.offices if o.held_on(on)]
        # The office that began last is the one in the news; of one spell told twice, the first told (the overlay's).
        office = max(held, key=lambda o: o.start[:4]) if held else None
    if actor.offices and on is not None and office is None:
        score *= 0.8
    return ActorMatch(actor, score * (1.0 - 0.02 * actor.rank), how, office)


def _likeness(key: str, actor: int, rough: str) -> float:
    """How near the plain key comes to the actor's nearest name with the same rough key, 0 to 1."""
    from rapidfuzz.fuzz import ratio

    rows = _db().execute("SELECT key FROM key_of WHERE actor = ?", (actor,)).fetchall()
    return max((float(ratio(key, other)) for (other,) in rows if sound_key(other) == rough), default=0.0) / 100


def _actors(key: str, sort: int) -> list[Actor]:
    rows = _db().execute("SELECT actor FROM key WHERE key = ? AND sort = ?", (key, sort)).fetchall()
    return [_actor(row[0]) for row in rows]


@lru_cache(maxsize=8192)
def _actor(index: int) -> Actor:
    row = _db().execute("SELECT * FROM actor WHERE id = ?", (index,)).fetchone()
    offices = []
    for line in (row[6] or "").splitlines():
        title, organization, start, end = line.split("|")
        offices.append(Office(title, organization or None, start, end))
    return Actor(row[0], row[1], row[2], row[3], row[4], tuple((row[5] or "").split()), tuple(offices), row[7])


@lru_cache(maxsize=1)
def _db() -> sqlite3.Connection:
    """The table, opened read-only once and held for the life of the process."""
    with as_file(files("dateline.knowledge") / "data" / "actors" / "actors.sqlite") as path:
        return sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True, check_same_thread=False)


@lru_cache(maxsize=4096)
def _bound(text: str, *, last: bool) -> date | None:
    """First or last day that a date of year, month or day precision covers."""
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    year = parts[0]
    month = parts[1] if len(parts) > 1 and parts[1] else (12 if last else 1)
    day = parts[2] if len(parts) > 2 and parts[2] else (28 if last else 1)
    return date(year, month, min(day, 28) if month == 2 else min(day, 30) if day > 30 else day)
