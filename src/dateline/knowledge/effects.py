"""The pack of words that state what became of people and things."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack
from dateline.knowledge.entries import Requirement, parse_entry
from dateline.records.event import EffectKind


class EffectWord(Struct, frozen=True):
    """One word (with the dependents it needs), the effect it states, and the slots that may name the affected."""

    lemma: str
    requires: tuple[Requirement, ...]
    kind: EffectKind
    affected: tuple[str, ...]
    things: bool


class _Row(Struct, forbid_unknown_fields=True):
    kind: EffectKind
    affected: list[str]
    verbs: list[str] = []
    nouns: list[str] = []
    adjectives: list[str] = []
    things: bool = False


class _File(Struct, forbid_unknown_fields=True):
    effect: list[_Row]


class EffectPack(Struct, frozen=True):
    """Effect words by word class and lemma, those that need most dependents first."""

    verbs: dict[str, tuple[EffectWord, ...]]
    nouns: dict[str, tuple[EffectWord, ...]]
    adjectives: dict[str, tuple[EffectWord, ...]]


@cache
def load_effects() -> EffectPack:
    """The built-in pack; PackError names what is wrong in it."""
    raw = read_pack(files("dateline.knowledge") / "data" / "effects.toml")
    try:
        rows = msgspec.convert(raw, _File).effect
    except msgspec.ValidationError as error:
        raise PackError(f"effects.toml: {error}") from error
    return EffectPack(verbs=_index(rows, "verbs"), nouns=_index(rows, "nouns"), adjectives=_index(rows, "adjectives"))


def _index(rows: list[_Row], words: str) -> dict[str, tuple[EffectWord, ...]]:
    out: dict[str, list[EffectWord]] = {}
    for row in rows:
        for text in getattr(row, words):
            lemma, requires = parse_entry(text)
            out.setdefault(lemma, []).append(EffectWord(lemma, requires, row.kind, tuple(row.affected), row.things))
    return {k: tuple(sorted(v, key=lambda w: -len(w.requires))) for k, v in out.items()}
