"""Screening: words of conflict in a sentence about sport, business, nature, accidents or the arts."""

from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.events.anchors import Anchor, Refusal
from dateline.events.grammar import case_of, governor_chain
from dateline.knowledge.compact import read_pack
from dateline.language.analysis import Analysis, Sentence
from dateline.resolving.resolution import Resolution


class Domain(Struct, frozen=True, forbid_unknown_fields=True):
    """A field whose words take the force out of the words of conflict. `fiction`: what happens "in" one of its words
    ("in the new thriller, a general seizes") never happened, whoever acts."""

    id: str
    words: tuple[str, ...]
    fiction: tuple[str, ...] = ()


class Domains(Struct, frozen=True, forbid_unknown_fields=True):
    """All domains; `sectors` and `arms` are the signs that the sentence is about conflict or politics after all."""

    domain: tuple[Domain, ...]
    sectors: frozenset[str]
    kinds: frozenset[str]
    arms: frozenset[str]


@cache
def load_domains() -> Domains:
    """The built-in pack. PackError says what is wrong in it."""
    raw = read_pack(files("dateline.knowledge") / "data" / "domains.toml")
    try:
        return msgspec.convert(raw, Domains)
    except msgspec.ValidationError as error:
        raise PackError(f"domains.toml: {error}") from error


@cache
def _by_word() -> dict[str, str]:
    return {word: domain.id for domain in load_domains().domain for word in domain.words}


@cache
def _fiction() -> frozenset[str]:
    return frozenset(word for domain in load_domains().domain for word in domain.fiction)


def screen(
    analysis: Analysis, resolution: Resolution, index: int, anchors: tuple[Anchor, ...]
) -> tuple[tuple[Anchor, ...], tuple[Refusal, ...]]:
    """The anchors that stand, and refusals for those that a word of another field explains away."""
    if not anchors:
        return anchors, ()
    sentence = analysis.sentences[index]
    words = _by_word()
    found = next((t for t in sentence.tokens if t.upos in ("NOUN", "ADJ") and t.lemma.lower() in words), None)
    if found is None:
        return anchors, ()
    domain = words[found.lemma.lower()]
    about = f"in a sentence about {domain} ('{found.form}')"
    relief = domain in ("nature", "accident", "health")
    if relief and not _political(analysis, resolution, index):
        # relief and sympathy after an earthquake are politics; only force is explained away
        kept = tuple(a for a in anchors if a.entry.frame.event not in FORCEFUL)
    elif _political(analysis, resolution, index):
        inside = _told_in_fiction(sentence)
        kept = tuple(a for a in anchors if not inside & {a.token, *(t.i for t in governor_chain(sentence, a.token))})
    else:
        kept = ()
    kept = tuple(a for a in anchors if a in kept or _about_it(a, domain))
    refused = tuple(Refusal(a.token, f"'{sentence.tokens[a.token].form}' {about}") for a in anchors if a not in kept)
    return kept, refused


def _about_it(anchor: Anchor, domain: str) -> bool:
    """True for what people do over prices, roads or films: protests and censorship are no trade, traffic or art."""
    frame = anchor.entry.frame
    protest = frame.event == "PROTEST" and domain in ("business", "accident", "health")
    return protest or (domain == "arts" and frame.id.startswith("coerce.censor"))


FORCEFUL = frozenset({"ASSAULT", "COERCE", "MOBILIZE", "PROTEST", "THREATEN", "SANCTION", "RETREAT", "REJECT"})


def _political(analysis: Analysis, resolution: Resolution, index: int) -> bool:
    """True if somebody in the sentence bears arms, governs or protests."""
    pack = load_domains()
    for token in analysis.sentences[index].tokens:
        if token.lemma.lower() in pack.arms:
            return True
        entity = resolution.entity(index, token.i)
        if entity is not None and (
            entity.sector in pack.sectors or entity.kind in pack.kinds or entity.country == "IGO"
        ):
            return True
    return False


def _told_in_fiction(sentence: Sentence) -> frozenset[int]:
    """The heads of clauses that happen in a film, a novel, a game."""
    words = _fiction()
    return frozenset(
        t.head
        for t in sentence.tokens
        if t.rel == "obl" and t.lemma in words and case_of(sentence, t.i) in ("in", "of")
    )
