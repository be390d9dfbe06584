"""The words of time expressions, read once from the pack `times.toml`."""

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct


class TimeWords(Struct, frozen=True):
    """Word tables of the pack. `classes` maps a lower-case word to the letter it has in a class string."""

    months: dict[str, int]
    weekdays: dict[str, int]
    numbers: dict[str, int]
    ordinals: dict[str, int]
    units: dict[str, str]
    parts: dict[str, tuple[str, int, int]]
    seasons: dict[str, tuple[str, int]]
    deictic: dict[str, tuple[int, str]]
    sets: dict[str, str]
    classes: dict[str, str]
    capital: frozenset[str]
    feasts: dict[str, tuple[int, int]]
    periods: dict[str, tuple[str, str]]
    auxiliaries: frozenset[str]
    governors: frozenset[str]


@cache
def time_words() -> TimeWords:
    """The time lexicon; the file is read at the first call."""
    raw = tomllib.loads(files("dateline.knowledge").joinpath("data/times.toml").read_text("utf-8"))
    units: dict[str, str] = dict(raw["units"])
    classes: dict[str, str] = {}
    for letter, words in raw["classes"].items():
        classes.update(dict.fromkeys(words, letter))
    for table, letter in (
        ("deictic", "t"),
        ("seasons", "S"),
        ("parts", "p"),
        ("sets", "w"),
        ("numbers", "n"),
        ("ordinals", "J"),
        ("weekdays", "W"),
        ("months", "M"),
    ):
        classes.update(dict.fromkeys(raw[table], letter))
    classes.update(dict.fromkeys(raw["zones"]["words"], "Z"))
    plural_parts = {f"{part}s": part for part in raw["parts"]} | {f"{day}s": day for day in raw["weekdays"]}
    classes.update(dict.fromkeys(plural_parts, "P"))
    plurals = {"centuries": "century", "mins": "minute", "hrs": "hour"} | {f"{unit}s": unit for unit in raw["units"]}
    for plural, unit in plurals.items():
        units[plural] = raw["units"][unit]
        classes[plural] = "U"
    for unit in raw["units"]:
        if classes.get(unit) is None:
            classes[unit] = "u"
    # "march", "may", "august", "sat" and "sun" in lower case are other words.
    capital = frozenset({"may", "march", "mar", "august", "jan", "dec", "sep", "jun", "jul"})
    capital |= {word for word in raw["weekdays"] if not word.endswith("day")}
    return TimeWords(
        months=raw["months"],
        weekdays=raw["weekdays"],
        numbers=raw["numbers"],
        ordinals=raw["ordinals"],
        units=units,
        parts={word: (p[0], p[1], p[2]) for word, p in raw["parts"].items()},
        seasons={word: (s[0], s[1]) for word, s in raw["seasons"].items()},
        deictic={word: (d[0], d[1]) for word, d in raw["deictic"].items()},
        sets=raw["sets"],
        classes=classes,
        capital=capital,
        feasts={words: (day[0], day[1]) for words, day in raw["feasts"].items()},
        periods={words: (bounds[0], bounds[1]) for words, bounds in raw["periods"].items()},
        auxiliaries=frozenset(raw["future"]["auxiliaries"]),
        governors=frozenset(raw["future"]["governors"]),
    )
