"""Reading frame files: what may stand in them, and errors that name file, frame and the nearest valid word."""

from typing import Any, Literal

import msgspec
from msgspec import Struct

from dateline.errors import PackError, nearest
from dateline.knowledge.conditions import SLOTS, Condition, parse_alternatives
from dateline.knowledge.frame_types import DEEP, EFFECTS, NOUN_SLOTS, ROLES, STATUSES, Frame, Pattern
from dateline.knowledge.ontology import Ontology


class Shared(Struct):
    """What the patterns*.toml files define for all frames."""

    patterns: dict[str, Pattern] = {}
    content_modes: dict[str, dict[str, str]] = {}
    instrument_modes: dict[str, dict[str, str]] = {}
    lists: dict[str, frozenset[str]] = {}


class RawFrame(Struct, forbid_unknown_fields=True):
    """One frame as the file has it (docs/frames.md)."""

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


class RawFile(Struct, forbid_unknown_fields=True):
    """A file: the frames of one PLOVER type."""

    type: str
    frame: list[RawFrame]


class _RawPattern(Struct, forbid_unknown_fields=True):
    verb: dict[str, str] = {}
    noun: dict[str, str] = {}


class _RawPatterns(Struct, forbid_unknown_fields=True):
    pattern: dict[str, _RawPattern] = {}
    content_modes: dict[str, dict[str, str]] = {}
    instrument_modes: dict[str, dict[str, list[str]]] = {}
    lists: dict[str, list[str]] = {}


def read_file(name: str, raw: dict[str, Any]) -> RawFile:
    """The file checked field by field. PackError names the file, the frame and the nearest field."""
    try:
        return msgspec.convert(raw, RawFile)
    except msgspec.ValidationError as error:
        raise PackError(f"{name}: {_explain(str(error), raw)}") from error


def _explain(message: str, raw: dict[str, Any]) -> str:
    """The message of msgspec with the id of the frame it means and the nearest field name."""
    if "unknown field `" in message:
        unknown = message.split("`")[1]
        message += nearest(unknown, list(RawFrame.__struct_fields__))
    _, _, path = message.partition("`$.frame[")
    number = path.partition("]")[0]
    if number.isdigit():
        frame = raw["frame"][int(number)]
        return f"frame {frame.get('id', 'number ' + number)!r}: {message}"
    return message


def build_frame(raw: RawFrame, event: str, source: str, shared: Shared, ontology: Ontology) -> Frame:
    """The frame with its pattern, roles and conditions worked out. PackError says which word of it is unknown."""
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
        blocks=_blocks(raw.blocks, shared),
        noun_needs=tuple(parse_alternatives(text, shared.lists) for text in raw.noun_needs),
        noun_blocks=_blocks(raw.noun_blocks, shared),
        effect=raw.effect,
        status=raw.status,
        reciprocal=raw.reciprocal,
        weak=raw.strength == "weak",
        examples=tuple(raw.examples),
        non_examples=tuple(raw.non_examples),
        source=source,
    )


def _blocks(texts: list[str], shared: Shared) -> tuple[Condition, ...]:
    """The conditions any of which blocks. Those on the same slot become one: files split long lists over lines."""
    out: dict[tuple[object, ...], Condition] = {}
    for text in texts:
        for new in parse_alternatives(text, shared.lists):
            key = (new.slot, new.preps, new.inner, not new.tests, new.tests if new.negated else None)
            old = out.get(key)
            out[key] = new if old is None else _union(old, new)
    return tuple(out.values())


def _union(a: Condition, b: Condition) -> Condition:
    return Condition(a.slot, a.preps, a.words | b.words, a.classes | b.classes, a.negated, a.inner, a.pairs | b.pairs)


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


def add_patterns(name: str, raw: dict[str, Any], shared: Shared, named: dict[str, str], ontology: Ontology) -> None:
    """Adds what a patterns file defines to `shared`; `named` remembers which file named what. PackError for a
    name given twice."""
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
