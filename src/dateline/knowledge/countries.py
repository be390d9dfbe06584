"""Countries: their names, the words for their people, their capitals."""

from functools import cache
from importlib.resources import files
from typing import Literal

import msgspec
from msgspec import Struct

from dateline.knowledge.names import name_key


class Country(Struct, frozen=True):
    """One country. `parts` are lands inside it that go by their own name (Scotland), `regional` the words for
    peoples inside it (Chechen): they give a group its country but do not name the country."""

    iso3: str
    name: str
    names: tuple[str, ...]
    adjectives: tuple[str, ...]
    people: tuple[str, ...]
    parts: tuple[str, ...]
    regional: tuple[str, ...]
    capitals: tuple[str, ...]
    lat: float | None = None
    lon: float | None = None
    iso2: str | None = None
    geonames_id: int | None = None


Sense = Literal["name", "part", "adjective", "people", "regional", "capital"]


class Countries(Struct, frozen=True):
    """All countries by code, and every word for them by its key."""

    by_code: dict[str, Country]
    words: dict[str, tuple[tuple[Sense, str], ...]]

    def find(self, word: str, *, sense: Sense | None = None) -> Country | None:
        """The country that a name, adjective, demonym or capital belongs to; only that sense when one is given."""
        for found, iso3 in self.words.get(name_key(word), ()):
            if sense is None or found == sense:
                return self.by_code[iso3]
        return None

    def senses(self, word: str) -> tuple[tuple[Sense, str], ...]:
        """All readings of a word as (sense, ISO3); "Georgia" also has readings that no table of countries knows."""
        return self.words.get(name_key(word), ())


@cache
def load_countries() -> Countries:
    """The built-in table, read once."""
    source = files("dateline.knowledge") / "data" / "countries.jsonl"
    decoder = msgspec.json.Decoder(Country)
    by_code = {c.iso3: c for c in decoder.decode_lines(source.read_bytes())}
    words: dict[str, dict[tuple[Sense, str], None]] = {}
    senses: tuple[tuple[Sense, str], ...] = (
        ("name", "names"),
        ("part", "parts"),
        ("adjective", "adjectives"),
        ("people", "people"),
        ("regional", "regional"),
        ("capital", "capitals"),
    )
    for sense, field in senses:
        for country in by_code.values():
            for word in getattr(country, field):
                words.setdefault(name_key(word), {})[(sense, country.iso3)] = None
    return Countries(by_code, {key: tuple(found) for key, found in words.items()})
