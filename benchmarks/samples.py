"""Records of development documents with the verdict of gold: what confidence is fitted on.

Only where gold says enough is a record a sample. Documents coded in full judge every record; a sentence with one marked
event judges the records at its mark; a text that holds no event judges all that was coded in it.
"""

from collections.abc import Iterator

import msgspec
from coding import code
from data import Data, Item
from sets.polnear import ENOUGH, TOKEN, attribution, tokens

from dateline.claims.confidence import claim_features
from dateline.evaluate.calibration import Sample
from dateline.evaluate.fields import compare_event
from dateline.evaluate.gold import GoldDocument
from dateline.evaluate.matching import covered, match_claims, match_events
from dateline.evaluate.spans import common
from dateline.events.confidence import event_features, way_of
from dateline.records import Claim, CodedDocument, Event

HOME = "gold_records"
"""The set of whole documents: its base rate is the one that the coder uses."""

FIELDS = ("actors", "recipients", "status", "place", "when")
POLNEAR_TRAIN = 100


class FieldSample(msgspec.Struct, frozen=True):
    """A field of an event that gold has too: the way it was found, and whether it was right."""

    field: str
    way: str
    right: bool


def collect(data: Data) -> tuple[list[Sample], list[Sample], list[FieldSample]]:
    """Samples of events, of claims, and of fields of events."""
    events: list[Sample] = []
    claims: list[Sample] = []
    fields: list[FieldSample] = []
    for item in data.items("gold_records/dev.json"):
        gold = msgspec.convert(item, GoldDocument)
        coded = code(gold.text, gold.date, id_=gold.id)
        pairs = match_events(gold.gold.events, coded.events)
        found = {j: i for i, j in pairs.items()}
        for j, event in enumerate(coded.events):
            right = j in found and event.event in (gold.gold.events[found[j]].event, *gold.gold.events[found[j]].alt)
            events.append(_event(HOME, gold.id, coded, event, right))
        entities = {entity.id: entity for entity in coded.entities}
        for i, j in pairs.items():
            event = coded.events[j]
            for outcome in compare_event(gold.gold.events[i], event, entities, coded.text, counterparts={}):
                way = way_of(event, outcome.field) if outcome.field in FIELDS else None
                if way is not None:
                    fields.append(FieldSample(outcome.field, way, outcome.right))
        hits = set(match_claims(gold.gold.claims, coded.claims).values())
        claims += [_claim(HOME, gold.id, coded, c, j in hits) for j, c in enumerate(coded.claims)]
    for judge in (_marked, _traps, _plover):
        events += judge(data)
    claims += _claim_probes(data)
    claims += _polnear(data)
    return events, claims, fields


def _event(set_: str, document: str, coded: CodedDocument, event: Event, right: bool) -> Sample:
    entities = {entity.id: entity for entity in coded.entities}
    return Sample(set_, document, event_features(event, entities), right, event.confidence)


def _claim(set_: str, document: str, coded: CodedDocument, claim: Claim, right: bool) -> Sample:
    entities = {entity.id: entity for entity in coded.entities}
    return Sample(set_, document, claim_features(claim, entities), right, claim.confidence)


def _at(event: Event, span: tuple[int, int]) -> bool:
    return any(common(mention, span) for mention in (event.anchor, *event.mentions))


def _marked(data: Data) -> Iterator[Sample]:
    """Probes with one marked event: what was coded there is right if it has a right type."""
    for name in ("status", "roles"):
        for item in data.items(f"probes/dev/{name}.jsonl"):
            coded = code(item["text"], item.get("date"), id_=item["id"])
            right = {item["gold"]["event"], *_listed(item["gold"].get("event_alt"))}
            for event in coded.events:
                if _at(event, tuple(item["spans"]["anchor"])):
                    yield _event(name, item["id"], coded, event, event.event in right)


def _listed(value: str | list[str] | None) -> list[str]:
    return [value] if isinstance(value, str) else value or []


def _traps(data: Data) -> Iterator[Sample]:
    """Texts that only look like events: all that was coded in them is wrong. In the others one event is marked."""
    for item in data.items("probes/dev/traps.jsonl"):
        coded = code(item["text"], item.get("date"), id_=item["id"])
        marked = list(zip(item["gold"]["events"], item["spans"]["events"], strict=True))
        for event in coded.events:
            if event.historical:
                continue
            if not marked:
                yield _event("traps", item["id"], coded, event, False)
            for gold, spans in marked:
                if _at(event, tuple(spans["anchor"] if isinstance(spans, dict) else spans)):
                    yield _event("traps", item["id"], coded, event, event.event == gold["event"])


def _plover(data: Data) -> Iterator[Sample]:
    """Sentences with one label, which may hold other events: those of its type are right; others are judged only where
    nothing of its type was coded."""
    for item in data.items("plover_gsr/train.jsonl"):
        coded = code(item["text"], item["date"], id_=item["id"])
        wanted = item["gold"]["event_type_2021"]
        hit = any(event.event == wanted for event in coded.events)
        for event in coded.events:
            if event.event == wanted or not hit:
                yield _event("plover_gsr", item["id"], coded, event, event.event == wanted)


def _claim_probes(data: Data) -> Iterator[Sample]:
    for item in data.items("probes/dev/claims.jsonl"):
        coded = code(item["text"], item.get("date"), id_=item["id"])
        wanted = [covered(tuple(map(tuple, claim["content"]))) for claim in item["spans"]["claims"]]
        for claim in coded.claims:
            mine = covered(claim.content)
            right = any(2 * len(mine & gold) >= max(len(mine), len(gold)) for gold in wanted)
            yield _claim("claim_probes", item["id"], coded, claim, right)


def _polnear(data: Data) -> Iterator[Sample]:
    """News with its attributions. Claims inside other claims are left out: they are not annotated there."""
    items: list[Item] = list(data.items("polnear/train.jsonl"))[:POLNEAR_TRAIN]
    for item in items:
        text = item["text"]
        starts = [match.start() for match in TOKEN.finditer(text)]
        gold = [attribution(a, starts) for a in item["gold"]["attributions"]]
        coded = code(text, item["date"], id_=item["id"])
        for claim in coded.claims:
            if claim.via is None:
                content = tokens(list(claim.content), starts)
                source = tokens([claim.source_span] if claim.source_span else [], starts)
                yield _claim("polnear", item["id"], coded, claim, any(_same(g, content, source) for g in gold))


def _same(gold: dict[str, frozenset[int]], content: frozenset[int], source: frozenset[int]) -> bool:
    both, either = content & gold["content"], content | gold["content"]
    sourced = bool(source & gold["source"]) or not (source or gold["source"])
    return sourced and len(both) >= ENOUGH * len(either) > 0
