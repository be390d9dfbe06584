"""Explanations as plain data: of a sentence its tree, the entries that were tried and the records that came of it; of
a record every field with what decided it. How they look is the business of explained.py."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.claims.tracing import CueTrace, trace_cues
from dateline.events.tracing import WordTrace, trace_words
from dateline.export.cards import cards_of, sentences_of
from dateline.export.field_reasons import FieldReason, claim_reasons, event_reasons
from dateline.language.analysis import Analysis, Sentence, Token
from dateline.records.claim import Claim
from dateline.records.document import CodedDocument
from dateline.records.entity import Entity
from dateline.records.event import Event
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution


class Word(Struct, frozen=True):
    """A word in its tree. `i` and `head` count from 1 as in CoNLL-U, head 0 is the root. `marks` tell what the word
    stands for in which record: `e1 ASSAULT`, `e1 actors`, `c1 cue`."""

    i: int
    span: Span
    form: str
    lemma: str
    upos: str
    head: int
    relation: str
    marks: tuple[str, ...]


class Looked(Struct, frozen=True):
    """A word of the event lexicon: what was tried, the events that it names and how (a verb that carries an event noun
    names it too), and why none if none."""

    word: str
    span: Span
    events: tuple[str, ...]
    how: str
    reason: str
    trace: WordTrace


class SentenceExplanation(Struct, frozen=True):
    """One sentence, counted from 1. `reason` tells why it gave no event; empty where it gave one."""

    number: int
    span: Span
    text: str
    words: tuple[Word, ...]
    looked: tuple[Looked, ...]
    cues: tuple[CueTrace, ...]
    events: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


class RecordExplanation(Struct, frozen=True):
    """An event or a claim: its fields with their reasons, the sentences that it stands in, the record itself."""

    id: str
    title: str
    confidence: float
    sentences: tuple[int, ...]
    fields: tuple[FieldReason, ...]
    record: Event | Claim


class Explanation(Struct, frozen=True):
    """What `dateline explain` tells of a document: the sentences asked for, the records, and the entities in them."""

    id: str
    source: str | None
    published: str | None
    of: int
    sentences: tuple[SentenceExplanation, ...]
    events: tuple[RecordExplanation, ...]
    claims: tuple[RecordExplanation, ...]
    entities: tuple[Entity, ...]


def explain(
    coded: CodedDocument,
    analysis: Analysis,
    resolution: Resolution,
    *,
    sentence: int | None = None,
    event: str | None = None,
    claim: str | None = None,
) -> Explanation:
    """The explanation of a document, or of one sentence (counted from 1), one event or one claim of it.

    `sentence`, `event` and `claim` must be there: the caller checks them.
    """
    of = _sentences_of(coded)
    cards = cards_of(coded)
    card_of = {card.id: card for card in (*cards.events, *cards.claims)}
    events, claims = list(coded.events), list(coded.claims)
    chosen = set(range(1, len(analysis.sentences) + 1))
    if sentence is not None:
        chosen = {sentence}
        events = [e for e in events if sentence in of[e.id]]
        claims = [c for c in claims if sentence in of[c.id]]
    elif event is not None or claim is not None:
        events = [e for e in events if e.id == event]
        claims = [c for c in claims if c.id == claim]
        chosen = {n for e in events for n in of[e.id]} | {n for c in claims for n in of[c.id]}
    named = _named(events, claims)
    return Explanation(
        id=coded.id,
        source=coded.source,
        published=coded.published,
        of=len(analysis.sentences),
        sentences=tuple(
            _sentence(coded, analysis, resolution, analysis.sentences[n - 1], of, only=event or claim)
            for n in sorted(chosen)
        ),
        events=tuple(
            RecordExplanation(
                e.id,
                " ".join([e.event, *e.modes]),
                e.confidence,
                of[e.id],
                event_reasons(coded, e, card_of[e.id], _tokens(analysis, of[e.id])),
                e,
            )
            for e in events
        ),
        claims=tuple(
            RecordExplanation(
                c.id, card_of[c.id].title, c.confidence, of[c.id], claim_reasons(coded, c, card_of[c.id]), c
            )
            for c in claims
        ),
        entities=tuple(entity for entity in coded.entities if entity.id in named),
    )


def _named(events: Sequence[Event], claims: Sequence[Claim]) -> frozenset[str]:
    ids: set[str | None] = {id_ for c in claims for id_ in (c.source, c.addressee)}
    for event in events:
        ids.update(event.actors, event.recipients, event.authorizers, event.instruments, event.objects, (event.place,))
        ids.update(effect.entity for effect in event.effects)
    return frozenset(id_ for id_ in ids if id_ is not None)


def _sentences_of(coded: CodedDocument) -> dict[str, tuple[int, ...]]:
    """The numbers of the sentences that each record stands in."""
    numbers = {span: n for n, span in enumerate(coded.sentences, start=1)}
    spans: dict[str, list[Span | None]] = {e.id: [e.anchor, *e.mentions] for e in coded.events}
    spans |= {c.id: [c.cue, c.source_span, *c.content] for c in coded.claims}
    return {
        id_: tuple(numbers[span] for span in sentences_of([s for s in held if s is not None], coded.sentences))
        for id_, held in spans.items()
    }


def _sentence(
    coded: CodedDocument,
    analysis: Analysis,
    resolution: Resolution,
    sentence: Sentence,
    of: dict[str, tuple[int, ...]],
    *,
    only: str | None,
) -> SentenceExplanation:
    """With `only`, what concerns one record alone."""
    number = sentence.index + 1
    events = [e for e in coded.events if number in of[e.id] and only in (None, e.id)]
    claims = [c for c in coded.claims if number in of[c.id] and only in (None, c.id)]
    span = (sentence.start, sentence.end)
    traces = trace_words(analysis, resolution, sentence.index)
    carried = {t.carrier: t.form for t in traces if t.carrier}
    looked = tuple(_looked(trace, events, carried.get(trace.form, "")) for trace in traces)
    cues = trace_cues(analysis, sentence.index, claims)
    if only is not None:
        looked = tuple(word for word in looked if word.events)
        cues = tuple(cue for cue in cues if cue.claims)
    return SentenceExplanation(
        number=number,
        span=span,
        text=" ".join(coded.text[span[0] : span[1]].split()),
        words=tuple(
            Word(t.i + 1, (t.start, t.end), t.form, t.lemma, t.upos, t.head + 1, t.deprel, marks)
            for t, marks in zip(sentence.tokens, _marks(sentence, events, claims), strict=True)
        ),
        looked=looked,
        cues=cues,
        events=tuple(e.id for e in events),
        claims=tuple(c.id for c in claims),
        reason="" if events or only else _nothing(coded, span, looked),
    )


NO_WORD = "no word of the event lexicon"


def _nothing(coded: CodedDocument, span: Span, looked: Sequence[Looked]) -> str:
    """Why a sentence gave no event: as the coder noted it; for one whose words named no record in the end, why not."""
    noted = next((u.reason for u in coded.uncoded if u.span == span), "")
    if noted and not (noted == NO_WORD and looked):
        return noted
    reasons = dict.fromkeys(word.reason for word in looked if word.reason)
    return "; ".join(reasons) or NO_WORD


def _looked(trace: WordTrace, events: Sequence[Event], carries: str) -> Looked:
    named = tuple(e.id for e in events if trace.span in (e.anchor, *e.mentions))
    reason = trace.reason
    if not named and trace.anchor:
        reason = (
            "the word is ambiguous and nobody acts"
            if trace.weak
            else "nothing is told of it here, and it repeats no event told before"
        )
    how = ""
    if named and trace.carrier:
        how = f"carried by '{trace.carrier}'"
    elif named and not trace.anchor:
        part = trace.reason.removeprefix("it is ") if trace.reason.startswith("it is part") else "part of its words"
        how = f"as the verb that carries '{carries}'" if carries else f"as {part}"
    return Looked(trace.form, trace.span, named, how, "" if named else reason, trace)


def _marks(sentence: Sentence, events: Sequence[Event], claims: Sequence[Claim]) -> list[tuple[str, ...]]:
    out: list[tuple[str, ...]] = []
    for token in sentence.tokens:
        span = (token.start, token.end)
        found: dict[str, None] = {}
        for event in events:
            if span in (event.anchor, *event.mentions):
                found[f"{event.id} {event.event}"] = None
            for why in event.why:
                if why.span == span and why.field not in ("event", "status", "mentions", "historical"):
                    found[f"{event.id} {why.field}"] = None
        for claim in claims:
            if claim.cue and claim.cue[0] <= token.start < claim.cue[1]:
                found[f"{claim.id} cue"] = None
        out.append(tuple(found))
    return out


def _tokens(analysis: Analysis, numbers: Iterable[int]) -> tuple[Token, ...]:
    return tuple(token for n in numbers for token in analysis.sentences[n - 1].tokens)
