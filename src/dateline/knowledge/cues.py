"""Cues: the words by which a text says who says so. The pack is data/cues.toml, its format is told at its head.

`load_cues()` reads the built-in pack once. An entry is tried against the tree by the claims stage; here it is only
parsed, checked and indexed by lemma.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal, get_args

import msgspec
from msgspec import Struct

from dateline.errors import PackError, nearest
from dateline.knowledge.compact import read_pack
from dateline.knowledge.entries import Requirement, parse_entry
from dateline.records.claim import Factuality

Kind = Literal["verb", "adjective", "noun", "phrase"]
SourceKind = Literal["any", "speaker", "document", "agent"]
FRAMES = frozenset({"clause", "quote", "infinitive", "gerund", "object", "raise", "small", "blame"})
VALUES = frozenset({*get_args(Factuality), "none"})


class CueClass(Struct, frozen=True, forbid_unknown_fields=True, eq=False):
    """Cues that behave alike: where their content stands, which value they give it, who can be their source.

    `factuality` and `negated` are FactBank values, or "none" where there is no claim. `objects` are the only nouns that
    make the object a claim's content, `not_objects` those that never do.
    """

    id: str
    kind: Kind
    frames: frozenset[str]
    factuality: str
    negated: str
    entries: tuple[str, ...]
    examples: tuple[str, ...]
    source: SourceKind = "any"
    wh: bool = True
    bare_objects: bool = True
    objects: frozenset[str] = frozenset()
    not_objects: frozenset[str] = frozenset()

    @property
    def prepositions(self) -> frozenset[str]:
        """The prepositions after which content stands: "of" in "warned of a famine"."""
        return frozenset(f[5:] for f in self.frames if f.startswith("prep:"))


class Cue(Struct, frozen=True, eq=False):
    """One entry: lemma (or, for a phrase, its words), the dependents it needs, and its class."""

    lemma: str
    needs: tuple[Requirement, ...]
    group: CueClass
    prepositions: frozenset[str]

    @property
    def name(self) -> str:
        """How a rule names the entry in `why`."""
        return f"{self.group.id}:{self.lemma}"


class Words(Struct, frozen=True, forbid_unknown_fields=True):
    """Word lists of the claims grammar; what each is for stands in the pack."""

    documents: frozenset[str]
    light: frozenset[str]
    withhold: frozenset[str]
    carriers: frozenset[str]
    headline_sources: frozenset[str]


class CuePack(Struct, frozen=True, eq=False):
    """The cues by word class and lemma, those that need most dependents first; phrases by their first word."""

    classes: tuple[CueClass, ...]
    verbs: dict[str, tuple[Cue, ...]]
    adjectives: dict[str, tuple[Cue, ...]]
    nouns: dict[str, tuple[Cue, ...]]
    phrases: dict[str, tuple[Cue, ...]]
    words: Words
    size: int


class _File(Struct, forbid_unknown_fields=True):
    version: int
    words: Words
    classes: list[CueClass] = msgspec.field(name="class")


@cache
def load_cues() -> CuePack:
    """The built-in pack."""
    return read_cues(files("dateline.knowledge").joinpath("data", "cues.toml"))


def read_cues(path: Path | Traversable) -> CuePack:
    """A cue pack from its file. PackError names the class and the entry that cannot be read."""
    return build_cues(read_pack(path), name=path.name)


def build_cues(content: dict[str, Any], *, name: str = "cues") -> CuePack:
    """A cue pack from the content of its file. PackError where a class is unknown to the format or listed twice."""
    try:
        parsed = msgspec.convert(content, _File)
    except msgspec.ValidationError as error:
        raise PackError(f"{name}: {error}") from error
    tables: dict[str, dict[str, list[Cue]]] = {"verb": {}, "adjective": {}, "noun": {}, "phrase": {}}
    seen: set[str] = set()
    size = 0
    for group in parsed.classes:
        if group.id in seen:
            raise PackError(f"{name}: class {group.id!r} stands there twice")
        seen.add(group.id)
        _check(group, name)
        listed: set[str] = set()
        for entry in group.entries:
            if entry in listed:
                raise PackError(f"{name}: class {group.id!r}: entry {entry!r} stands there twice")
            listed.add(entry)
            cue = _cue(entry, group)
            key = cue.lemma.partition(" ")[0] if group.kind == "phrase" else cue.lemma
            tables[group.kind].setdefault(key, []).append(cue)
            size += 1
    return CuePack(
        classes=tuple(parsed.classes),
        verbs=_sorted(tables["verb"]),
        adjectives=_sorted(tables["adjective"]),
        nouns=_sorted(tables["noun"]),
        phrases=_sorted(tables["phrase"]),
        words=parsed.words,
        size=size,
    )


def _check(group: CueClass, name: str) -> None:
    for frame in sorted(group.frames):
        if frame not in FRAMES and not frame.startswith("prep:"):
            raise PackError(f"{name}: class {group.id!r}: no frame {frame!r}{nearest(frame, sorted(FRAMES))}")
    for value in (group.factuality, group.negated):
        if value not in VALUES:
            raise PackError(f"{name}: class {group.id!r}: no value {value!r}{nearest(value, sorted(VALUES))}")


def _cue(entry: str, group: CueClass) -> Cue:
    if group.kind == "phrase":
        return Cue(entry, (), group, group.prepositions)
    lemma, needs = parse_entry(entry)
    return Cue(lemma, needs, group, group.prepositions)


def _sorted(table: dict[str, list[Cue]]) -> dict[str, tuple[Cue, ...]]:
    return {
        lemma: tuple(sorted(cues, key=lambda c: (-len(c.needs), -c.lemma.count(" ")))) for lemma, cues in table.items()
    }
