"""The words around names of places, read once from the pack `place_words.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct


class PlaceWords(Struct, frozen=True):
    """Tables of the pack; `classes` maps a class word ("province") to the features that a name beside it can have."""

    classes: dict[str, frozenset[str]]
    locative: dict[str, float]
    modifiers: frozenset[str]
    institutions: frozenset[str]
    media: frozenset[str]
    titles: frozenset[str]
    residents: frozenset[str]
    upper: frozenset[str]
    ways: frozenset[str]
    never: frozenset[str]
    generic: frozenset[str]
    surnames: frozenset[str]
    common: frozenset[str]
    written: frozenset[str]
    states: frozenset[str]
    short: frozenset[str]
    joined: frozenset[str]


@cache
def place_words() -> PlaceWords:
    """The pack; the file is read at the first call."""
    raw = tomllib.loads(files("dateline.knowledge").joinpath("data/place_words.toml").read_text("utf-8"))
    lists = {name: frozenset(values) for name, values in raw["lists"].items()}
    classes = {word: frozenset(features) for word, features in raw["classes"].items()}
    classes = {word: kinds | {"PPLC"} if "PPL" in kinds else kinds for word, kinds in classes.items()}
    classes = {f"{word[:-1]}ies" if word[-1] == "y" else f"{word}s": kinds for word, kinds in classes.items()} | classes
    return PlaceWords(classes=classes, locative=raw["locative"], **lists)
