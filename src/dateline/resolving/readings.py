"""What a phrase says by itself: the record that the reader of phrases hands to the linker."""

from typing import Literal

from msgspec import Struct

from dateline.knowledge.nouns import Noun
from dateline.records.entity import Affiliation, EntityKind, Role
from dateline.resolving.names import Known
from dateline.resolving.resolution import Phrase


class Reading(Struct, frozen=True):
    """One phrase as its own words give it. `known` is what a name stands for, `proper` the name as written.

    `traits` are the modifiers that tell one group from another ("irn", "shia"); `noun` is the lexicon's entry of the
    head; `organization` the body that a title or a description belongs to; `name_span` the tokens of the name.
    """

    phrase: Phrase
    form: Literal["name", "nominal", "pronoun"]
    kind: EntityKind
    words: str
    lemma: str
    country: str | None = None
    sector: str | None = None
    known: Known | None = None
    proper: str | None = None
    noun: Noun | None = None
    traits: frozenset[str] = frozenset()
    definite: bool = False
    same: bool = False
    owned: bool = False
    plural: bool = False
    roles: tuple[Role, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    organization: str | None = None
    name_span: tuple[int, int] | None = None
