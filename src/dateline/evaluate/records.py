"""Scoring coded documents against full-record gold.

A gold event counts as found where one of our mentions touches its anchor; fields are scored over found events only,
so read the F1 of detection and the accuracy of the fields together. A claim counts as found where its content and the
gold content each cover half of the other.
"""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from dateline.evaluate.counting import Found, Share, share
from dateline.evaluate.fields import FIELDS, WHOLE_RECORD, Outcome, compare_event
from dateline.evaluate.gold import GoldAgent, GoldClaim, GoldDocument
from dateline.evaluate.matching import match_claims, match_events, moved, same_agent
from dateline.evaluate.spans import common
from dateline.records import Claim, CodedDocument, Entity

CLAIM_FIELDS = ("source_span", "source", "style", "factuality")


class Miss(Struct, frozen=True):
    """One thing that came out wrong: `what` is a field, "missed", "extra", "missed claim" or "document"."""

    document: str
    record: str
    what: str
    gold: str
    coded: str


class Scores(Struct, frozen=True):
    """Scores of one document or, added up, of many."""

    events: Found = Found()
    claims: Found = Found()
    records: Share = Share()
    fields: dict[str, Share] = {}
    misses: tuple[Miss, ...] = ()

    def __add__(self, other: "Scores") -> "Scores":
        names = {**self.fields, **other.fields}
        return Scores(
            events=self.events + other.events,
            claims=self.claims + other.claims,
            records=self.records + other.records,
            fields={n: self.fields.get(n, Share()) + other.fields.get(n, Share()) for n in names},
            misses=self.misses + other.misses,
        )


def score_all(gold: Iterable[GoldDocument], coded: Sequence[CodedDocument]) -> Scores:
    """The scores of a whole set. A coded document belongs to gold by its id, else by its text; gold without any is
    scored as coded with nothing, and says so in `misses`."""
    by_id = {document.id: document for document in coded}
    by_text = {document.text.strip(): document for document in coded}
    total = Scores()
    for document in gold:
        match = by_id.get(document.id) or by_text.get(document.text.strip())
        total += score_document(document, match)
    return total


def score_document(gold: GoldDocument, coded: CodedDocument | None) -> Scores:
    """The scores of one document."""
    if coded is None:
        lost = Miss(gold.id, "", "document", "coded", "no prediction")
        missed = tuple(Miss(gold.id, e.id, "missed", e.event, "") for e in gold.gold.events if not e.optional)
        n_events = sum(not event.optional for event in gold.gold.events)
        n_claims = sum(not claim.optional for claim in gold.gold.claims)
        return Scores(
            events=Found(gold=n_events), claims=Found(gold=n_claims), records=Share(0, n_events), misses=(lost, *missed)
        )
    shift, misses = _shift(gold, coded)
    entities = {entity.id: entity for entity in coded.entities}
    return (
        _score_events(gold, coded, entities, shift)
        + _score_claims(gold, coded, entities, shift)
        + Scores(misses=misses)
    )


def _shift(gold: GoldDocument, coded: CodedDocument) -> tuple[int, tuple[Miss, ...]]:
    """How far the coded text lies inside the gold text: a reader may have dropped a header or trimmed the ends."""
    if coded.text == gold.text:
        return 0, ()
    shift = gold.text.find(coded.text)
    if shift < 0:
        return 0, (Miss(gold.id, "", "document", "the text of the gold", "another text: offsets do not compare"),)
    return shift, ()


def _score_events(gold: GoldDocument, coded: CodedDocument, entities: dict[str, Entity], shift: int) -> Scores:
    wanted, events = gold.gold.events, coded.events
    pairs = match_events(wanted, events, shift=shift)
    counterparts = {wanted[i].id: events[j].id for i, j in pairs.items()}
    n_gold = sum(not event.optional or i in pairs for i, event in enumerate(wanted))
    outcomes: list[Outcome] = []
    misses: list[Miss] = []
    right_records = 0
    for i, j in pairs.items():
        of_event = compare_event(wanted[i], events[j], entities, coded.text, counterparts=counterparts)
        right_records += all(outcome.right for outcome in of_event if outcome.field in WHOLE_RECORD)
        outcomes += of_event
        misses += [Miss(gold.id, wanted[i].id, o.field, o.gold, o.coded) for o in of_event if not o.right]
    for i, event in enumerate(wanted):
        if i not in pairs and not event.optional:
            words = " / ".join(gold.text[start:end] for start, end in event.anchors)
            misses.append(Miss(gold.id, event.id, "missed", f"{event.event} {words}", ""))
    for j, extra in enumerate(events):
        if j not in pairs.values():
            misses.append(Miss(gold.id, extra.id, "extra", "", f"{extra.event} {_around(coded.text, extra.anchor)}"))
    fields = {name: share([o.right for o in outcomes if o.field == name]) for name in FIELDS}
    return Scores(
        events=Found(len(pairs), len(events), n_gold),
        records=Share(right_records, n_gold),
        fields=fields,
        misses=tuple(misses),
    )


def _score_claims(gold: GoldDocument, coded: CodedDocument, entities: dict[str, Entity], shift: int) -> Scores:
    wanted, claims = gold.gold.claims, coded.claims
    pairs = match_claims(wanted, claims, shift=shift)
    n_gold = sum(not claim.optional or i in pairs for i, claim in enumerate(wanted))
    outcomes: dict[str, list[bool]] = {name: [] for name in CLAIM_FIELDS}
    misses: list[Miss] = []
    for i, claim in enumerate(wanted):
        if i in pairs:
            other = claims[pairs[i]]
            entity = entities.get(other.source or "")
            for field, right in _compare_claim(claim, other, entity, coded.text, shift).items():
                outcomes[field].append(right)
                if not right:
                    misses.append(Miss(gold.id, claim.id, field, *_claim_values(field, claim, other, entity)))
        elif not claim.optional:
            start, end = claim.content[0]
            misses.append(Miss(gold.id, claim.id, "missed claim", f"{claim.source}: {gold.text[start:end][:70]}", ""))
    return Scores(
        claims=Found(len(pairs), len(claims), n_gold),
        fields={name: share(results) for name, results in outcomes.items()},
        misses=tuple(misses),
    )


def _compare_claim(gold: GoldClaim, claim: Claim, source: Entity | None, text: str, shift: int) -> dict[str, bool]:
    span = claim.source_span
    results = {
        "source_span": span is not None and common(moved(span, shift), gold.source_span) > 0,
        "source": source is not None and same_agent(GoldAgent(names=(gold.source,)), source, text),
        "style": claim.style == gold.style,
    }
    if gold.factuality:
        results["factuality"] = claim.factuality == gold.factuality
    return results


def _claim_values(field: str, gold: GoldClaim, claim: Claim, source: Entity | None) -> tuple[str, str]:
    if field in ("source", "source_span"):
        return gold.source, source.name if source else "nobody"
    if field == "style":
        return gold.style or "none", claim.style
    return gold.factuality or "none", claim.factuality


def _around(text: str, span: tuple[int, int]) -> str:
    start, end = span
    return f"{text[start:end]!r} in …{' '.join(text[max(0, start - 60) : end + 60].split())}…"
