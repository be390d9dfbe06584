"""What to show: events and claims as cards of plain data. How they look is the business of terminal.py and html.py."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from dateline.export.wording import (
    FACTUALITY,
    actor_note,
    count_words,
    effect_words,
    place_note,
    when_words,
)
from dateline.records.claim import Claim
from dateline.records.document import CodedDocument
from dateline.records.entity import Entity
from dateline.records.event import Event, Why
from dateline.records.span import Span
from dateline.records.time import Time


class Value(Struct, frozen=True):
    """One thing on a card: its words, a quiet note, the spans of text it was read from, and the card it leads to."""

    text: str
    note: str = ""
    spans: tuple[Span, ...] = ()
    ref: str | None = None


class CardField(Struct, frozen=True):
    """One line of a card. `name` is the field of the record, `label` the words for it."""

    name: str
    label: str
    values: tuple[Value, ...]


class Mark(Struct, frozen=True):
    """Words to mark, and the field they belong to."""

    span: Span
    field: str


class Card(Struct, frozen=True):
    """An event or a claim. `sentences` are the spans of text that it stands in, `marks` its words in them."""

    id: str
    title: str
    tags: tuple[str, ...]
    confidence: float
    fields: tuple[CardField, ...]
    sentences: tuple[Span, ...]
    marks: tuple[Mark, ...]
    why: tuple[Why, ...]


class Cards(Struct, frozen=True):
    """All cards of a document."""

    events: tuple[Card, ...]
    claims: tuple[Card, ...]


class _Index(Struct, frozen=True):
    document: CodedDocument
    entities: dict[str, Entity]
    names: dict[str, str]
    times: dict[str, Time]
    events: dict[str, Event]
    claims: dict[str, Claim]


_LONGEST_PHRASE = 60

_AGENTS = (
    ("actors", "who"),
    ("recipients", "to whom"),
    ("authorizers", "authorized by"),
    ("instruments", "with"),
    ("objects", "what"),
)


def cards_of(document: CodedDocument) -> Cards:
    """The cards of a document, events and claims in text order."""
    index = _Index(
        document,
        {entity.id: entity for entity in document.entities},
        {entity.id: entity.name for entity in document.entities},
        {time.id: time for time in document.times},
        {event.id: event for event in document.events},
        {claim.id: claim for claim in document.claims},
    )
    return Cards(
        tuple(_event_card(event, index) for event in document.events),
        tuple(_claim_card(claim, index) for claim in document.claims),
    )


def _event_card(event: Event, index: _Index) -> Card:
    sentences = sentences_of(event.mentions or (event.anchor,), index.document.sentences)
    fields = tuple(field for field in _event_fields(event, sentences, index) if field.values)
    tags = [event.status, *event.contexts]
    if event.historical:
        tags.append("historical")
    if event.factuality and event.factuality != "CT+":
        tags.append(FACTUALITY.get(event.factuality, event.factuality))
    return Card(
        id=event.id,
        title=" ".join([event.event, *event.modes]),
        tags=tuple(tags),
        confidence=event.confidence,
        fields=fields,
        sentences=sentences,
        marks=_marks(fields),
        why=event.why,
    )


def _event_fields(event: Event, sentences: tuple[Span, ...], index: _Index) -> Iterator[CardField]:
    text = index.document.text
    anchors = event.mentions or (event.anchor,)
    count = count_words(event.count)
    yield CardField("event", "in words", tuple(Value(_words(text, span), spans=(span,)) for span in anchors))
    if count:
        yield CardField("count", "how often", (Value(count, spans=(event.count.span,) if event.count else ()),))
    if event.when:
        yield CardField("when", "when", (_when_value(event, index),))
    if event.place:
        place = index.entities[event.place]
        spans = _spans_of(place, event, "place", sentences)
        yield CardField("place", "where", (Value(place.name, place_note(place), spans),))
    for name, label in _AGENTS:
        ids: tuple[str, ...] = getattr(event, name)
        entities = [index.entities[id] for id in ids]
        values = (
            Value(entity.name, actor_note(entity, index.names), _spans_of(entity, event, name, sentences))
            for entity in entities
        )
        yield CardField(name, label, tuple(values))
    yield CardField(
        "effects", "effect", tuple(Value(effect_words(effect), spans=(effect.span,)) for effect in event.effects)
    )
    yield CardField("responds_to", "answers", tuple(_event_value(id, event, index) for id in event.responds_to))
    yield CardField("purpose", "in order to", tuple(Value(_words(text, span), spans=(span,)) for span in event.purpose))
    if event.part_of:
        yield CardField("part_of", "part of", (_event_value(event.part_of, event, index),))
    sayings = tuple(_saying(index.claims[id], index) for id in event.claims)
    yield CardField("claims", "according to", sayings or (Value(_publisher(index), "in its own voice"),))
    yield CardField("cameo", "codes", (Value(_codes(event)),))


def _when_value(event: Event, index: _Index) -> Value:
    assert event.when is not None
    time = index.times.get(event.when.time or "")
    note = "from the date of publication" if event.when.inferred else ""
    spans = (time.span,) if time else _why_spans(event.why, "when")
    return Value(when_words(event.when, index.times), note, spans)


def _event_value(id: str, event: Event, index: _Index) -> Value:
    other = index.events[id]
    spans = _why_spans(event.why, "responds_to") or (other.anchor,)
    return Value(f"{other.event}: {_words(index.document.text, other.anchor)}", id, spans, id)


def _saying(claim: Claim, index: _Index) -> Value:
    spans = tuple(span for span in (claim.source_span, claim.cue) if span)
    quotation = {"direct": "direct quote", "mixed": "partly quoted", "indirect": "indirect"}[claim.style]
    return Value(_source(claim, index), f"{quotation}, {FACTUALITY[claim.factuality]}, {claim.id}", spans, claim.id)


def _claim_card(claim: Claim, index: _Index) -> Card:
    sentences = sentences_of(claim.content, index.document.sentences)
    fields = tuple(field for field in _claim_fields(claim, index) if field.values)
    return Card(
        id=claim.id,
        title=_source(claim, index),
        tags=({"direct": "direct quote", "mixed": "partly quoted"}.get(claim.style, claim.style),),
        confidence=claim.confidence,
        fields=fields,
        sentences=sentences,
        marks=_marks(fields),
        why=claim.why,
    )


def _claim_fields(claim: Claim, index: _Index) -> Iterator[CardField]:
    text = index.document.text
    source = index.entities.get(claim.source or "")
    note = actor_note(source, index.names) if source else ""
    roles = "; ".join(role.title for role in source.roles) if source else ""
    words = _words(text, claim.source_span) if claim.source_span else ""
    spans = (claim.source_span,) if claim.source_span else ()
    said_by = Value(_source(claim, index), ", ".join(part for part in (roles, note) if part), spans)
    yield CardField("source", "source", (said_by,))
    if words and words != said_by.text:
        yield CardField("source_span", "named as", (Value(words, spans=spans),))
    if claim.cue:
        yield CardField("cue", "cue", (Value(_words(text, claim.cue), spans=(claim.cue,)),))
    if claim.addressee and claim.addressee in index.entities:
        yield CardField("addressee", "to", (Value(index.names[claim.addressee]),))
    yield CardField("content", "says", tuple(Value(_words(text, span), spans=(span,)) for span in claim.content))
    yield CardField("factuality", "holds it for", (Value(FACTUALITY[claim.factuality], claim.factuality),))
    if claim.via and claim.via in index.claims:
        outer = index.claims[claim.via]
        yield CardField("via", "reported by", (Value(_source(outer, index), outer.id, ref=outer.id),))
    happenings = (index.events[id] for id in claim.events)
    values = (Value(f"{e.event}: {_words(text, e.anchor)}", e.id, (e.anchor,), e.id) for e in happenings)
    yield CardField("events", "events", tuple(values))


def _source(claim: Claim, index: _Index) -> str:
    if claim.source in index.entities:
        return index.names[claim.source or ""]
    return _words(index.document.text, claim.source_span) if claim.source_span else "nobody named"


def _publisher(index: _Index) -> str:
    return index.document.publisher or "the publisher"


def _codes(event: Event) -> str:
    cameo = f"CAMEO {event.cameo}, " if event.cameo else ""
    return f"{cameo}{event.quad}, score {event.score:g}"


def _words(text: str, span: Span) -> str:
    return " ".join(text[span[0] : span[1]].split())


def _spans_of(entity: Entity, event: Event, field: str, sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The words that put this entity into this field: those of the reasons, as whole phrases unless they are long,
    else its mentions in the event's sentences, else its first one."""
    reasons: dict[Span, None] = {}
    for reason in _why_spans(event.why, field):
        phrases = [m.span for m in entity.mentions if _overlap(reason, m.span)]
        for phrase in phrases[:1]:
            whole = (min(phrase[0], reason[0]), max(phrase[1], reason[1]))
            reasons[whole if whole[1] - whole[0] <= _LONGEST_PHRASE else reason] = None
    if reasons:
        return tuple(reasons)
    near = [m.span for m in entity.mentions if any(start <= m.span[0] < end for start, end in sentences)]
    return tuple(near) or tuple(m.span for m in entity.mentions[:1])


def _why_spans(why: Iterable[Why], field: str) -> tuple[Span, ...]:
    return tuple(reason.span for reason in why if reason.field == field and reason.span)


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]


def sentences_of(spans: Iterable[Span], sentences: Sequence[Span]) -> tuple[Span, ...]:
    """The sentences that the spans touch. By bisection: a long document has thousands of both."""
    found: set[int] = set()
    for start, end in spans:
        number = max(0, bisect_right(sentences, (start, sentences[-1][1] if sentences else 0)) - 1)
        while number < len(sentences) and sentences[number][0] < end:
            if sentences[number][1] > start:
                found.add(number)
            number += 1
    return tuple(sentences[number] for number in sorted(found))


def _marks(fields: Iterable[CardField]) -> tuple[Mark, ...]:
    marks = {Mark(span, field.name): None for field in fields for value in field.values for span in value.spans}
    return tuple(sorted(marks, key=lambda mark: mark.span))
