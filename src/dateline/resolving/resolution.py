"""What the resolving stage hands on: entities, times and counts, and which token stands for which."""

from typing import Literal

from msgspec import Struct

from dateline.records.entity import Count, Entity
from dateline.records.time import Time

TokenKey = tuple[int, int]
"""(sentence index, token index inside the sentence)."""


class Phrase(Struct, frozen=True, gc=False):
    """A noun phrase: its head token and its token range `[first, last)` inside the sentence.

    The range holds the modifiers, `of`-phrases and names that belong to the phrase, but no relative clause, apposition
    or coordinated sibling; those are phrases of their own.
    """

    sentence: int
    head: int
    first: int
    last: int
    form: Literal["name", "nominal", "pronoun"]


class FoundTime(Struct, frozen=True):
    """A time expression with its place in the tree: head token and token range `[first, last)`."""

    time: Time
    sentence: int
    head: int
    first: int
    last: int


class Resolution(Struct, frozen=True):
    """Who, where, when, how many.

    `entities` have provisional ids (`"0"`, `"1"` ... = their index); the pipeline keeps those that take part in
    something and numbers them in text order. `entity_of` maps the head token of every mention to an index into
    `entities`; `time_of` maps every token of a time expression to an index into `times`; `counts` maps head tokens of
    counted phrases ("about 40 sailors": `people`) to their count.
    """

    entities: tuple[Entity, ...]
    entity_of: dict[TokenKey, int]
    phrases: dict[TokenKey, Phrase]
    times: tuple[FoundTime, ...]
    time_of: dict[TokenKey, int]
    counts: dict[TokenKey, Count]

    def entity(self, sentence: int, token: int) -> Entity | None:
        """The entity whose mention is headed by this token, or None."""
        index = self.entity_of.get((sentence, token))
        return None if index is None else self.entities[index]
