"""Packs of small closed-class knowledge for the event coder: status operators, light verbs, orders, reasons."""

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any, TypeVar

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.records.event import Status

T = TypeVar("T")


class Operator(Struct, frozen=True):
    """Words that say whether the event they govern happened: the status they give, and how it hangs on them."""

    id: str
    gives: Status
    relations: frozenset[str]
    verbs: tuple[str, ...] = ()
    nouns: tuple[str, ...] = ()
    adjectives: tuple[str, ...] = ()


class Modals(Struct, frozen=True):
    """Modal verbs by what they make of the event they stand with."""

    future: frozenset[str]
    hypothetical: frozenset[str]
    would: frozenset[str]


class Words(Struct, frozen=True):
    """Adverbs, marks or negators by the status that they give."""

    negated: frozenset[str] = frozenset()
    hypothetical: frozenset[str] = frozenset()
    future: frozenset[str] = frozenset()
    ongoing: frozenset[str] = frozenset()
    advmod: frozenset[str] = frozenset()
    det: frozenset[str] = frozenset()
    habitual: frozenset[str] = frozenset()


class _StatusFile(Struct, forbid_unknown_fields=True):
    operator: list[Operator]
    process: Words
    modals: Modals
    marks: Words
    negators: Words
    adverbs: Words


class StatusPack(Struct, frozen=True):
    """Operators by word class and lemma. A lemma may carry a qualifier after a colon: `call:off`, `sign:no`."""

    verbs: dict[str, tuple[tuple[Operator, str], ...]]
    nouns: dict[str, tuple[tuple[Operator, str], ...]]
    adjectives: dict[str, tuple[tuple[Operator, str], ...]]
    process: Words
    modals: Modals
    marks: Words
    negators: Words
    adverbs: Words


class LightPack(Struct, frozen=True):
    """Light verbs, as the file has them."""

    do: frozenset[str]
    undergo: frozenset[str]


class AuthorizationPack(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of ordering and approving."""

    verbs: frozenset[str]
    nouns: frozenset[str]
    prepositions: frozenset[str]


class ReasonPack(Struct, frozen=True, forbid_unknown_fields=True):
    """Words of answering and of aiming."""

    nouns: frozenset[str]
    noun_prepositions: frozenset[str]
    prepositions: frozenset[str]
    weak_prepositions: frozenset[str]
    answer_verbs: frozenset[str]
    answer_prepositions: frozenset[str]
    cause_verbs: frozenset[str]
    citing: frozenset[str]
    marks: frozenset[str]
    answering: frozenset[str]
    purpose_nouns: frozenset[str]
    replies: frozenset[str]
    replying: frozenset[str]
    retaliatory: frozenset[str]
    ascribing: frozenset[str]


def _read(name: str) -> dict[str, Any]:
    path = files("dateline.knowledge") / "data" / name
    try:
        return tomllib.loads(path.read_text(encoding="utf-8"))
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{name}: {error}") from error


def _convert(name: str, type_: type[T]) -> T:
    try:
        return msgspec.convert(_read(name), type_)
    except msgspec.ValidationError as error:
        raise PackError(f"{name}: {error}") from error


def _index(operators: list[Operator], words: str) -> dict[str, tuple[tuple[Operator, str], ...]]:
    out: dict[str, list[tuple[Operator, str]]] = {}
    for operator in operators:
        for word in getattr(operator, words):
            lemma, _, qualifier = word.partition(":")
            out.setdefault(lemma, []).append((operator, qualifier))
    # qualified entries ("call:off") are tried before plain ones
    return {lemma: tuple(sorted(entries, key=lambda e: not e[1])) for lemma, entries in out.items()}


@cache
def load_status() -> StatusPack:
    """The status operators of the built-in pack."""
    raw = _convert("status.toml", _StatusFile)
    return StatusPack(
        verbs=_index(raw.operator, "verbs"),
        nouns=_index(raw.operator, "nouns"),
        adjectives=_index(raw.operator, "adjectives"),
        process=raw.process,
        modals=raw.modals,
        marks=raw.marks,
        negators=raw.negators,
        adverbs=raw.adverbs,
    )


@cache
def load_light() -> dict[str, str]:
    """Light verbs: lemma to `do` or `undergo`."""
    pack = _convert("light.toml", LightPack)
    return {**dict.fromkeys(pack.do, "do"), **dict.fromkeys(pack.undergo, "undergo")}


@cache
def load_authorization() -> AuthorizationPack:
    """Words of ordering and approving."""
    return _convert("authorization.toml", AuthorizationPack)


@cache
def load_reasons() -> ReasonPack:
    """Words of answering and aiming."""
    return _convert("reasons.toml", ReasonPack)
