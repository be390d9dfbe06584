"""Word lists for telling who is meant: a named list of lemmas each (data/reference.toml)."""

import tomllib
from functools import cache
from importlib.resources import files

from dateline.errors import PackError, nearest


def word_list(name: str) -> frozenset[str]:
    """The words of one list; raises `PackError` for a list that the file does not have."""
    lists = _lists()
    if name not in lists:
        raise PackError(f"reference.toml: no list {name!r}{nearest(name, list(lists))}")
    return lists[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    source = files("dateline.knowledge") / "data" / "reference.toml"
    return {name: frozenset(text.split()) for name, text in tomllib.loads(source.read_text(encoding="utf-8")).items()}
