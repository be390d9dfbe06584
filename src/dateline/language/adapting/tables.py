"""The tables of `data/adapting.toml`, read once."""

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct, convert


class Fixed(Struct, frozen=True):
    """Words that act as one: `rel` of the first, and the classes of words they must stand before (any if empty)."""

    rel: str
    words: tuple[str, ...]
    before: tuple[str, ...] = ()


class Schemes(Struct, frozen=True):
    """Labels that only one scheme has."""

    clear: frozenset[str]
    ud: frozenset[str]


class Verbs(Struct, frozen=True):
    """Lemmas of verbs whose objects are labeled in a way of their own."""

    addressed: frozenset[str]
    bare: frozenset[str]


class Nouns(Struct, frozen=True):
    """Lemmas of nouns that a clause says something of."""

    outer: frozenset[str]


class Tables(Struct, frozen=True, forbid_unknown_fields=True):
    """The whole file; what each table is for stands in it."""

    schemes: Schemes
    clear: dict[str, str]
    ud: dict[str, str]
    fixed: tuple[Fixed, ...]
    verbs: Verbs
    nouns: Nouns
    names: dict[str, str]
    semantic: dict[str, str]
    upos: dict[str, str]
    feats: dict[str, str]


@cache
def tables() -> Tables:
    """The tables."""
    path = files("dateline.language") / "data" / "adapting.toml"
    return convert(tomllib.loads(path.read_text(encoding="utf-8")), Tables)
