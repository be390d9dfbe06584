"""What a frame is: the structs that the packs are read into, and the words that may stand in them."""

from typing import Literal

from msgspec import Struct

from dateline.knowledge.conditions import Condition
from dateline.knowledge.entries import Requirement

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
    `instrument_modes[TYPE]` by the lemma of the instrument, or `head:modifier`.
    """

    frames: dict[str, Frame]
    patterns: dict[str, Pattern]
    verbs: dict[str, tuple[Entry, ...]]
    nouns: dict[str, tuple[Entry, ...]]
    adjs: dict[str, tuple[Entry, ...]]
    content_modes: dict[str, dict[str, str]]
    instrument_modes: dict[str, dict[str, str]]
