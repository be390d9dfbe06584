"""Frames: which words name which PLOVER event, and who takes part where in the sentence.

The packs under data/frames (one or more files a type, format in docs/frames.md) are read once and indexed by lemma.
"""

from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any, Literal

import msgspec
from msgspec import Struct

from dateline.errors import PackError, nearest
from dateline.knowledge.compact import read_pack
from dateline.knowledge.conditions import SLOTS, Condition, parse_alternatives
from dateline.knowledge.entries import Requirement, parse_entry
from dateline.knowledge.ontology import Ontology, load_ontology

Pos = Literal["verb", "noun", "adj"]

ROLES = frozenset(
    "actor recipient authorizer instrument object place purpose topic none "
    "object_or_recipient actor_or_instrument".split()
)
"""`object_or_recipient`: people, groups and countries are recipients, things are objects. `actor_or_instrument`: the
same for who does it ("the militia's attack") and what it is done with ("a drone attack")."""

DEEP = frozenset({"owner", "subj", "any"})
"""`obj.owner`: the agent that owns or does what stands in the slot. `comp.subj`: the subject of the complement clause;
`comp.any`: the first agent among its objects and obliques."""

NOUN_SLOTS = frozenset({"poss", "nmod", "compound", "amod", "acl", "undergoer", "nummod", "det"})
EFFECTS = ("killed", "injured", "killed_or_injured", "missing", "detained", "displaced", "damaged", "destroyed")
STATUSES = ("actual", "ongoing", "future", "hypothetical", "negated")


class Pattern(Struct, frozen=True, eq=False):
    """A named assignment of slots to roles. Keys are slots as the coder names them: `subj`, `obl:with`, `nmod:of`."""

    name: str
    verb: dict[str, str]
    noun: dict[str, str]


class Frame(Struct, frozen=True, eq=False):
    """One sense of some words. `needs` must all hold (each line by any of its alternatives); any of `blocks` that holds
    rules the sense out; `noun_needs` and `noun_blocks` are the same for nouns. `roles` of the file are already merged
    into `verb_roles` and `noun_roles`. A `weak` frame codes only with an agent."""

    id: str
    event: str
    modes: tuple[str, ...]
    contexts: tuple[str, ...]
    cameo: str | None
    pattern: Pattern
    verb_roles: dict[str, str]
    noun_roles: dict[str, str]
    needs: tuple[tuple[Condition, ...], ...]
    blocks: tuple[Condition, ...]
    noun_needs: tuple[tuple[Condition, ...], ...]
    noun_blocks: tuple[Condition, ...]
    effect: str | None
    status: str | None
    reciprocal: bool
    weak: bool
    examples: tuple[str, ...]
    non_examples: tuple[str, ...]
    source: str


class Entry(Struct, frozen=True, eq=False):
    """A lemma with the dependents that must stand with it, and the frame it evokes."""

    lemma: str
    requires: tuple[Requirement, ...]
    frame: Frame
    pos: Pos

    @property
    def text(self) -> str:
        """The entry in words, for `why`: `open obj:fire`."""
        parts = [self.lemma]
        for need in self.requires:
            words = "|".join(sorted(need.words | need.classes))
            preps = "|".join(sorted(need.preps))
            inner = f"{preps}={words}" if preps and words else preps or words
            parts.append("|".join(need.relations) + (f":{inner}" if inner else ""))
        return " ".join(parts)


class Frames(Struct, frozen=True, eq=False):
    """All frames by id, and entries by lemma, those that ask for most dependents first.

    `content_modes[TYPE]` gives modes by the type (or `TYPE.mode`) of the event that is the topic of a speech act;
    `instrument_modes[TYPE]` by the lemma of the instrument.
    """

    frames: dict[str, Frame]
    patterns: dict[str, Pattern]
    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjs: dict[str, tuple[Entry, ...]]
    content_modes: dict[str, dict[str, str]]
    instrument_modes: dict[str, dict[str, str]]


class _Shared(Struct):
    """What the patterns*.toml files define for all frames."""

    patterns: dict[str, Pattern] = {}
    content_modes: dict[str, dict[str, str]] = {}
    instrument_modes: dict[str, dict[str, str]] = {}
    lists: dict[str, frozenset[str]] = {}


class _RawFrame(Struct, forbid_unknown_fields=True):
    id: str
    verbs: list[str] = []
    nouns: list[str] = []
    adjs: list[str] = []
    modes: list[str] = []
    contexts: list[str] = []
    cameo: str | None = None
    pattern: str = ""
    roles: dict[str, str] = {}
    needs: list[str] = []
    blocks: list[str] = []
    noun_needs: list[str] = []
    noun_blocks: list[str] = []
    effect: str | None = None
    status: str | None = None
    reciprocal: bool = False
    strength: Literal["strong", "weak"] = "strong"
    examples: list[str] = []
    non_examples: list[str] = []


class _RawFile(Struct, forbid_unknown_fields=True):
    type: str
    frame: list[_RawFrame]


class _RawPattern(Struct, forbid_unknown_fields=True):
    verb: dict[str, str] = {}
    noun: dict[str, str] = {}


class _RawPatterns(Struct, forbid_unknown_fields=True):
    pattern: dict[str, _RawPattern] = {}
    content_modes: dict[str, dict[str, str]] = {}
    instrument_modes: dict[str, dict[str, list[str]]] = {}
    lists: dict[str, list[str]] = {}


@cache
def load_frames(extra: Path | None = None) -> Frames:
    """The built-in frames, overlaid by those of the folder `extra` (same file format; a frame there replaces the
    built-in one of the same id). PackError names file, frame and the nearest valid word."""
    folders: list[Path | Traversable] = [files("dateline.knowledge") / "data" / "frames"]
    if extra is not None:
        if not extra.is_dir():
            raise PackError(f"{extra}: no such folder of frame packs")
        folders.append(extra)
    return read_frames(folders, load_ontology())


def read_frames(folders: list[Path | Traversable], ontology: Ontology) -> Frames:
    """The frames of these folders; later folders win frame by frame and pattern by pattern."""
    shared = _Shared()
    frames: dict[str, tuple[_RawFrame, str, str]] = {}
    for folder in folders:
        here = sorted((p for p in folder.iterdir() if p.name.endswith(".toml")), key=lambda p: p.name)
        named: dict[str, str] = {}
        for path in here:
            raw = read_pack(path)
            if path.name.startswith("patterns"):
                _add_patterns(path.name, raw, shared, named, ontology)
                continue
            file = _convert(path.name, raw)
            ontology.require_type(file.type, where=path.name)
            for frame in file.frame:
                if frame.id in named:
                    raise PackError(f"{path.name}: frame {frame.id!r} stands in {named[frame.id]} already")
                named[frame.id] = path.name
                frames[frame.id] = (frame, file.type, path.name)
    built: dict[str, Frame] = {}
    tables: dict[Pos, dict[str, list[Entry]]] = {"verb": {}, "noun": {}, "adj": {}}
    for raw_frame, event, source in frames.values():
        try:
            frame = _build(raw_frame, event, source, shared, ontology)
            for pos, texts in (("verb", raw_frame.verbs), ("noun", raw_frame.nouns), ("adj", raw_frame.adjs)):
                table = tables[pos]  # type: ignore[index]
                for text in texts:
                    lemma, requires = parse_entry(text, shared.lists)
                    table.setdefault(lemma, []).append(Entry(lemma, requires, frame, pos))  # type: ignore[arg-type]
        except PackError as error:
            raise PackError(f"{source}: frame {raw_frame.id!r}: {error}") from None
        built[frame.id] = frame
    return Frames(
        frames=built,
        patterns=shared.patterns,
        verbs=_sorted(tables["verb"]),
        nouns=_sorted(tables["noun"]),
        adjs=_sorted(tables["adj"]),
        content_modes=shared.content_modes,
        instrument_modes=shared.instrument_modes,
    )


def _sorted(table: dict[str, list[Entry]]) -> dict[str, tuple[Entry, ...]]:
    return {lemma: tuple(sorted(entries, key=_order)) for lemma, entries in table.items()}


def _order(entry: Entry) -> tuple[int, int, bool, int]:
    """Most dependents first, then those that say which words, strong before weak, more conditions before fewer."""
    frame = entry.frame
    needs = frame.noun_needs if entry.pos == "noun" else frame.needs
    named = sum(1 for r in entry.requires if r.words or r.preps or r.classes)
    return -len(entry.requires), -named, frame.weak, -len(needs)


def _convert(name: str, raw: dict[str, Any]) -> _RawFile:
    try:
        return msgspec.convert(raw, _RawFile)
    except msgspec.ValidationError as error:
        raise PackError(f"{name}: {_explain(str(error), raw)}") from error


def _explain(message: str, raw: dict[str, Any]) -> str:
    """The message of msgspec with the id of the frame it means and the nearest field name."""
    if "unknown field `" in message:
        unknown = message.split("`")[1]
        message += nearest(unknown, list(_RawFrame.__struct_fields__))
    _, _, path = message.partition("`$.frame[")
    number = path.partition("]")[0]
    if number.isdigit():
        frame = raw["frame"][int(number)]
        return f"frame {frame.get('id', 'number ' + number)!r}: {message}"
    return message


def _build(raw: _RawFrame, event: str, source: str, shared: _Shared, ontology: Ontology) -> Frame:
    if not (raw.verbs or raw.nouns or raw.adjs):
        raise PackError("has neither verbs nor nouns nor adjs")
    for mode in raw.modes:
        ontology.require_mode(event, mode)
    for context in raw.contexts:
        ontology.require_context(context)
    if raw.cameo is not None:
        ontology.require_cameo(raw.cameo)
    _one_of("effect", raw.effect, EFFECTS)
    _one_of("status", raw.status, STATUSES)
    pattern = shared.patterns.get(raw.pattern)
    if pattern is None:
        raise PackError(f"no pattern {raw.pattern!r}{nearest(raw.pattern, sorted(shared.patterns))}")
    roles = _roles(raw.roles)
    return Frame(
        id=raw.id,
        event=event,
        modes=tuple(raw.modes),
        contexts=tuple(raw.contexts),
        cameo=raw.cameo,
        pattern=pattern,
        verb_roles=_merged(pattern.verb, roles, noun=False),
        noun_roles=_merged(pattern.noun, roles, noun=True),
        needs=tuple(parse_alternatives(text, shared.lists) for text in raw.needs),
        blocks=tuple(c for text in raw.blocks for c in parse_alternatives(text, shared.lists)),
        noun_needs=tuple(parse_alternatives(text, shared.lists) for text in raw.noun_needs),
        noun_blocks=tuple(c for text in raw.noun_blocks for c in parse_alternatives(text, shared.lists)),
        effect=raw.effect,
        status=raw.status,
        reciprocal=raw.reciprocal,
        weak=raw.strength == "weak",
        examples=tuple(raw.examples),
        non_examples=tuple(raw.non_examples),
        source=source,
    )


def _one_of(what: str, value: str | None, choices: tuple[str, ...]) -> None:
    if value is not None and value not in choices:
        raise PackError(f"no {what} {value!r}{nearest(value, list(choices))}")


def _merged(pattern: dict[str, str], roles: dict[str, str], *, noun: bool) -> dict[str, str]:
    own = {key: role for key, role in roles.items() if (_slot(key) in NOUN_SLOTS) == noun}
    return {**pattern, **own} if own else pattern


def _slot(key: str) -> str:
    return key.partition(".")[0].partition(":")[0]


def _roles(raw: dict[str, str]) -> dict[str, str]:
    """Slot keys with one preposition each: `obl:on|upon.owner` becomes `obl:on.owner` and `obl:upon.owner`."""
    out: dict[str, str] = {}
    for key, role in raw.items():
        plain, dot, deep = key.partition(".")
        slot, _, words = plain.partition(":")
        if slot not in SLOTS:
            raise PackError(f"no slot {slot!r}{nearest(slot, sorted(SLOTS))}")
        if dot and deep not in DEEP:
            raise PackError(f"slot {key!r}: no deep part {deep!r}{nearest(deep, sorted(DEEP))}")
        if role not in ROLES:
            raise PackError(f"slot {key!r}: no role {role!r}{nearest(role, sorted(ROLES))}")
        for word in words.split("|"):
            out[(f"{slot}:{word}" if word else slot) + dot + deep] = role
    return out


def _add_patterns(name: str, raw: dict[str, Any], shared: _Shared, named: dict[str, str], ontology: Ontology) -> None:
    try:
        file = msgspec.convert(raw, _RawPatterns)
    except msgspec.ValidationError as error:
        raise PackError(f"{name}: {error}") from error
    for key, pattern in file.pattern.items():
        if f"pattern {key}" in named:
            raise PackError(f"{name}: pattern {key!r} stands in {named[f'pattern {key}']} already")
        named[f"pattern {key}"] = name
        try:
            shared.patterns[key] = Pattern(key, _roles(pattern.verb), _roles(pattern.noun))
        except PackError as error:
            raise PackError(f"{name}: pattern {key!r}: {error}") from None
    for event, by_content in file.content_modes.items():
        ontology.require_type(event, where=name)
        for mode in by_content.values():
            ontology.require_mode(event, mode, where=name)
        shared.content_modes.setdefault(event, {}).update(by_content)
    for event, by_mode in file.instrument_modes.items():
        ontology.require_type(event, where=name)
        for mode, lemmas in by_mode.items():
            ontology.require_mode(event, mode, where=name)
            shared.instrument_modes.setdefault(event, {}).update(dict.fromkeys(lemmas, mode))
    for key, words in file.lists.items():
        shared.lists[key] = frozenset(words)
