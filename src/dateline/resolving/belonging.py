"""What a phrase belongs to and what it holds: "Hezbollah fighters", "leader of Hamas", "three of the militants"."""

from collections.abc import Callable

from dateline.knowledge.nouns import Noun
from dateline.language.analysis import Sentence
from dateline.records.entity import EntityKind
from dateline.resolving.modifiers import case_before
from dateline.resolving.names import known_adjective
from dateline.resolving.readings import Reading
from dateline.resolving.renaming import bears

ReadAt = Callable[[Sentence, int], Reading]
"""Reads the phrase with that head."""

# Sectors that only say "somebody with an office"; the body they speak for is the better witness.
_WEAK = frozenset({None, "CVL", "GOV", "PTY"})
_THINGS = frozenset({"place", "facility", "weapon", "other"})
_OWNED_AFTER = frozenset({"of", "for", "from", "with"})


def owner_of(sentence: Sentence, head: int, read: ReadAt) -> Reading | None:
    """The body or person that the phrase belongs to: "Hezbollah fighters", "Assad's forces", "leader of Hamas".

    A known owner goes before others; things, places and countries own nothing here.
    """
    tokens = sentence.tokens
    best: Reading | None = None
    for child in sentence.children[head]:
        token = tokens[child]
        before = child < head and (token.rel in ("compound", "amod") or token.deprel in ("nmod:poss", "nmod:desc"))
        after = child > head and token.rel == "nmod" and case_before(sentence, child) in _OWNED_AFTER
        if not (before or after) or token.upos not in ("PROPN", "NOUN", "ADJ"):
            continue
        if token.upos == "ADJ" and (not token.form[:1].isupper() or known_adjective(token.form) is not None):
            continue
        if child > head and token.upos == "PROPN" and bears(sentence, child, head):
            continue
        owner = read(sentence, child)
        if owner.kind in _THINGS or owner.kind == "country" or (owner.sector == "REL" and owner.known is None):
            continue
        if owner.known is not None:
            return owner
        if best is None and owner.sector not in (None, "CVL") and token.deprel != "nmod:poss":
            best = owner
    return best


def held_by(sentence: Sentence, head: int, noun: Noun | None, read: ReadAt) -> Reading | None:
    """What a bare measure or number holds: the "of"-phrase of "a number of rebels", "three of the militants"."""
    tokens = sentence.tokens
    if noun is not None and not (noun.holds and noun.thing == "THING"):
        return None
    if noun is None and tokens[head].upos not in ("NUM", "DET"):
        return None
    for child in sentence.children[head]:
        token = tokens[child]
        if child > head and token.rel == "nmod" and token.upos != "PRON" and case_before(sentence, child) == "of":
            return read(sentence, child)
    return None


def picks_people(sentence: Sentence, head: int) -> bool:
    """Whether a bare number picks from people named by a pronoun: "three of them"."""
    tokens = sentence.tokens
    if tokens[head].upos not in ("NUM", "DET"):
        return False
    return any(
        tokens[c].form.lower() in ("them", "us", "whom") and tokens[c].rel == "nmod" for c in sentence.children[head]
    )


def sector_with(noun: Noun | None, sector: str | None, owner: Reading) -> str | None:
    """The sector of a description that belongs to a body: a Hamas official is REB, a police spokesman COP."""
    if owner.kind == "armed_group" and owner.sector is not None:
        return owner.sector
    if sector in _WEAK and owner.sector is not None and owner.kind not in ("country", "population"):
        return owner.sector
    if (
        sector == "REB"
        and owner.sector == "MIL"
        and noun is not None
        and noun.lemma in ("fighter", "combatant", "operative")
    ):
        return "MIL"
    return sector


def kind_with(noun: Noun | None, kind: EntityKind, owner: Reading) -> EntityKind:
    """The kind of a description that belongs to a body: the members and forces of an armed group are that group's."""
    if (
        noun is not None
        and noun.holds
        and noun.sector is None
        and owner.form == "nominal"
        and owner.kind not in _THINGS
    ):
        return owner.kind
    if owner.kind != "armed_group" or noun is None:
        return kind
    if kind == "military" or (
        kind in ("population", "person")
        and (
            noun.sector in (None, "REB", "MIL") or noun.lemma.rstrip("s") in ("member", "supporter", "leader", "chief")
        )
    ):
        return "armed_group"
    return kind
