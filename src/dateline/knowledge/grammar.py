"""The pack of closed word classes that the event coder asks for by name while it reads a tree."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack


class Verbs(Struct, frozen=True, forbid_unknown_fields=True):
    """Verbs by what they do to the words they govern."""

    subject_control: frozenset[str]
    object_control: frozenset[str]
    charging: frozenset[str]
    aiming: frozenset[str]
    holding: frozenset[str]
    using: frozenset[str]
    locating: frozenset[str]
    occurring: frozenset[str]
    engaging: frozenset[str]
    happening: frozenset[str]
    beginning: frozenset[str]
    issuing: frozenset[str]
    joint: frozenset[str]
    bringing: frozenset[str]
    securing: frozenset[str]
    participating: frozenset[str]
    intending: frozenset[str]
    thwarting: frozenset[str]
    wishing: frozenset[str]
    open_object: frozenset[str]
    defining: frozenset[str]
    speech: frozenset[str]


class Nouns(Struct, frozen=True, forbid_unknown_fields=True):
    """Nouns that stand for something else than themselves."""

    containers: frozenset[str]
    transparent: frozenset[str]
    undertakings: frozenset[str]
    siding: frozenset[str]
    loads: frozenset[str]
    activities: frozenset[str]
    documents: frozenset[str]
    sides: frozenset[str]
    control: frozenset[str]
    measures: frozenset[str]
    bodies: frozenset[str]
    persons: frozenset[str]
    victims: frozenset[str]
    members: frozenset[str]
    forces: frozenset[str]


class Pronouns(Struct, frozen=True, forbid_unknown_fields=True):
    """Pronouns by what they stand for."""

    relative: frozenset[str]
    gap_fillers: frozenset[str]
    personal: frozenset[str]
    reflexive: frozenset[str]
    single: frozenset[str]
    instances: frozenset[str]


class Determiners(Struct, frozen=True, forbid_unknown_fields=True):
    """Determiners by what they say of the noun: known, new, pointed at."""

    pointing: frozenset[str]
    definite: frozenset[str]
    demonstrative: frozenset[str]
    indefinite: frozenset[str]
    unsettled: frozenset[str]


class Adjectives(Struct, frozen=True, forbid_unknown_fields=True):
    """Adjectives that set an event apart, or leave it open."""

    otherness: frozenset[str]
    recent: frozenset[str]
    opening: frozenset[str]


class Prepositions(Struct, frozen=True, forbid_unknown_fields=True):
    """Prepositions by what they say of their complement."""

    reached: tuple[str, ...]
    exemplifying: frozenset[str]
    situating: frozenset[str]
    locative: dict[str, int]


class Marks(Struct, frozen=True, forbid_unknown_fields=True):
    """Marks of clauses."""

    purpose: frozenset[str]


class GrammarPack(Struct, frozen=True, forbid_unknown_fields=True):
    """All classes; what each is for stands beside its words in `data/grammar.toml`."""

    verbs: Verbs
    nouns: Nouns
    pronouns: Pronouns
    determiners: Determiners
    adjectives: Adjectives
    prepositions: Prepositions
    marks: Marks


@cache
def load_grammar() -> GrammarPack:
    """The built-in pack; PackError names what is wrong in it."""
    raw = read_pack(files("dateline.knowledge") / "data" / "grammar.toml")
    try:
        return msgspec.convert(raw, GrammarPack)
    except msgspec.ValidationError as error:
        raise PackError(f"grammar.toml: {error}") from error
