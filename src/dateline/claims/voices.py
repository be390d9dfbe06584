"""Whose act it is when only a voice performs it: "it is imperative that", "the regime must" - who asks is
the one whose words these are."""

from collections.abc import Sequence

from msgspec.structs import replace

from dateline.knowledge.claim_words import load_claim_words
from dateline.language.analysis import Analysis
from dateline.records.claim import Claim
from dateline.records.entity import Entity
from dateline.records.event import Event, Why
from dateline.records.span import Span

WORDS = load_claim_words()

VOICED = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "REJECT", "THREATEN", "AGREE"})
"""Types that are done by speaking."""

IMPERSONAL = frozenset({"AUX", "ADJ"})
"""Word classes of anchors that name no actor of their own: modals and predicate adjectives."""


def give_voice(
    analysis: Analysis, claims: Sequence[Claim], events: Sequence[Event], entities: Sequence[Entity] = ()
) -> tuple[Event, ...]:
    """The events; those done by speaking and without an actor have the source of the innermost claim they stand in, and
    outside any claim the one who says "we" or "I" there."""
    author = _author(analysis.text, claims, entities)
    upos = {(t.start, t.end): t.upos for s in analysis.sentences for t in s.tokens} if _any_voiceless(events) else {}
    voiced = tuple(_voiced(event, claims, upos, author) if _voiceless(event) else event for event in events)
    return tuple(_claimed(event, claims, analysis.text) for event in voiced)


HARM = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def _claimed(event: Event, claims: Sequence[Claim], text: str) -> Event:
    """An attack that somebody claims as theirs has them as actor when nobody else is named: the claim says so."""
    if event.event not in HARM or event.actors:
        return event
    for claim in claims:
        if claim.source is None or event.id not in claim.events or claim.source in event.recipients:
            continue
        if any(text[a:b].lower().startswith(RESPONSIBILITY) for a, b in claim.content):
            why = Why("actors", claim.source_span, "claims responsibility")
            return replace(event, actors=(claim.source,), why=(*event.why, why))
    return event


RESPONSIBILITY = WORDS.statements.responsibility


def _voiceless(event: Event) -> bool:
    return event.event in VOICED and not event.actors


def _any_voiceless(events: Sequence[Event]) -> bool:
    return any(_voiceless(event) for event in events)


def _author(text: str, claims: Sequence[Claim], entities: Sequence[Entity]) -> tuple[str, Span] | None:
    """Who says "we" (rather than "I") outside any claim, and where first; None where nobody does."""
    said = [
        (text[a:b].lower() not in PLURAL, (a, b), entity.id)
        for entity in entities
        for a, b in (mention.span for mention in entity.mentions if mention.form == "pronoun")
        if text[a:b].lower() in PLURAL | SINGULAR and text[a:b] != "US"
        if not any(c[0] <= a < c[1] for claim in claims for c in claim.content)
    ]
    if not said:
        return None
    _, span, who = min(said)
    return who, span


SINGULAR = WORDS.sources.speaker
PLURAL = WORDS.sources.speakers


def _voiced(event: Event, claims: Sequence[Claim], upos: dict[Span, str], author: tuple[str, Span] | None) -> Event:
    if upos.get(event.anchor) not in IMPERSONAL:
        return event
    holding = [c for c in claims if c.source is not None and any(a <= event.anchor[0] < b for a, b in c.content)]
    if not holding and author is not None and author[0] not in event.recipients:
        why = Why("actors", author[1], "the author of the statement does it by saying so")
        return replace(event, actors=(author[0],), why=(*event.why, why))
    if not holding:
        return event
    claim = min(holding, key=lambda c: sum(b - a for a, b in c.content))
    if claim.source is None or claim.source in event.recipients:
        return event
    why = Why("actors", claim.source_span, "the speaker of the claim does it by saying so")
    return replace(event, actors=(claim.source,), why=(*event.why, why))
