"""What single names stand for when nothing around them is asked: the lists of `web_names.toml` and the packs."""

import tomllib
from functools import cache
from importlib.resources import files

from dateline.knowledge.actors import find_actor
from dateline.knowledge.countries import load_countries
from dateline.knowledge.gazetteer import open_gazetteer

_PERSON_KINDS = frozenset(("person", "leader"))
_PEOPLES = frozenset(("people", "adjective", "regional"))


@cache
def word_lists() -> dict[str, frozenset[str]]:
    """The lists by name, all in lower case."""
    raw = tomllib.loads((files("dateline.train") / "web_names.toml").read_text(encoding="utf-8"))
    return {
        name: frozenset(value.split() if isinstance(value, str) else [v.lower() for v in value])
        for name, value in raw.items()
    }


def names_nothing(text: str) -> bool:
    """Whether capitals alone make it look like a name: months, languages, religions, titles, peoples, products."""
    lists = word_lists()
    if text.lower() in lists["no_names_whole"] or all(w.lower().strip(".") in lists["no_names"] for w in text.split()):
        return True
    senses = {sense for sense, _ in load_countries().senses(text)}
    return bool(senses) and senses <= _PEOPLES


def names_country(text: str) -> bool:
    """Whether it is a country, a land inside one, a state or a continent: a place whatever it does in the sentence."""
    return text.lower() in word_lists()["state_names"] or any(
        sense in ("name", "part") for sense, _ in load_countries().senses(text)
    )


def known_kind(text: str) -> str:
    """The kind that the lists give a whole name; empty when they do not have it."""
    lower, lists = text.lower(), word_lists()
    for kind in ("organization", "place", "person"):
        if lower in lists[f"{kind}s"]:
            return kind
    return ""


def actor_kind(text: str) -> str:
    """What the table of actors says: `person` or `organization`, empty when it does not say or says both."""
    kinds = {
        "person" if match.actor.kind in _PERSON_KINDS else "organization"
        for match in find_actor(text)
        if match.how == "name"
    }
    return next(iter(kinds)) if len(kinds) == 1 else ""


def population(text: str) -> int:
    """How many people live in the largest place of that name; -1 if there is none."""
    return max((candidate.population for candidate in open_gazetteer().lookup(text)), default=-1)
