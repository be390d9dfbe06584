"""The pack of closed word classes that the reader of claims asks for by name."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack


class Negation(Struct, frozen=True, forbid_unknown_fields=True):
    """What turns a statement into its opposite."""

    negators: frozenset[str]
    nobody: frozenset[str]


class Weakening(Struct, frozen=True, forbid_unknown_fields=True):
    """What makes the content less than certain."""

    possible_modals: frozenset[str]
    possible_adverbs: frozenset[str]
    possible_heads: frozenset[str]
    probable_adverbs: frozenset[str]
    probable_heads: frozenset[str]


class Actuality(Struct, frozen=True, forbid_unknown_fields=True):
    """What keeps a saying from having been said."""

    open_marks: frozenset[str]
    duties: frozenset[str]


class Content(Struct, frozen=True, forbid_unknown_fields=True):
    """Where the content of a claim begins and ends."""

    questions: frozenset[str]
    without_object: frozenset[str]
    empty_objects: frozenset[str]
    kept_prepositions: frozenset[str]
    days: frozenset[str]


class Sources(Struct, frozen=True, forbid_unknown_fields=True):
    """Who can say something."""

    relative: frozenset[str]
    first_person: frozenset[str]
    impersonal: frozenset[str]
    dummies: frozenset[str]
    occasions: frozenset[str]
    owned_by: frozenset[str]
    third_person: frozenset[str]
    speaker: frozenset[str]
    speakers: frozenset[str]


class Addressees(Struct, frozen=True, forbid_unknown_fields=True):
    """Who is told."""

    telling: frozenset[str]


class Publisher(Struct, frozen=True, forbid_unknown_fields=True):
    """When the publisher speaks in its own voice."""

    performing: frozenset[str]
    forces: tuple[str, ...]


class Quoting(Struct, frozen=True, forbid_unknown_fields=True):
    """Words beside quotation marks."""

    citing: frozenset[str]
    said_nouns: frozenset[str]
    saying: frozenset[str]
    elisions: tuple[str, ...]


class Statements(Struct, frozen=True, forbid_unknown_fields=True):
    """Statements given whole, and headlines that name their source."""

    first_person: frozenset[str]
    endings: tuple[str, ...]
    trailers: tuple[str, ...]
    joints: frozenset[str]
    responsibility: tuple[str, ...]


class ClaimWords(Struct, frozen=True, forbid_unknown_fields=True):
    """All classes; what each is for stands beside its words in `data/claim_words.toml`."""

    negation: Negation
    weakening: Weakening
    actuality: Actuality
    content: Content
    sources: Sources
    addressees: Addressees
    publisher: Publisher
    quoting: Quoting
    statements: Statements


@cache
def load_claim_words() -> ClaimWords:
    """The built-in pack; PackError names what is wrong in it."""
    raw = read_pack(files("dateline.knowledge") / "data" / "claim_words.toml")
    try:
        return msgspec.convert(raw, ClaimWords)
    except msgspec.ValidationError as error:
        raise PackError(f"claim_words.toml: {error}") from error
