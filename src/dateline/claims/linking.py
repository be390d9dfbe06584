"""From attributions to claim records: which events stand in which claim, which are denied and asserted by nobody."""

from msgspec.structs import replace

from dateline.claims.attribution import Attribution
from dateline.claims.speakers import is_first_person
from dateline.claims.standing import Index
from dateline.events.groups import HAPPENED
from dateline.language.analysis import Analysis
from dateline.records.claim import Claim
from dateline.records.document import Document
from dateline.records.event import Event, Why
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution, TokenKey


def link_claims(
    document: Document,
    analysis: Analysis,
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    events: tuple[Event, ...],
) -> tuple[tuple[Claim, ...], tuple[Event, ...]]:
    """The claims in text order (`c1` ...), each with the events in its content, and the events with their claims.

    An event that is only ever denied gets the status `negated`. Entity ids stay provisional: the entity's index.
    """
    index = Index(attributions)
    standing: list[list[int]] = []
    inside: list[list[str]] = [[] for _ in attributions]
    for event in events:
        held: list[int] = []
        for start, end in dict.fromkeys((event.anchor, *event.mentions)):
            held.extend(n for n in index.holding(start, end) if n not in held)
        for n in held:
            inside[n].append(event.id)
        standing.append(sorted(held))
    claims = tuple(_claim(analysis, resolution, attributions, n, tuple(inside[n])) for n in range(len(attributions)))
    heads = _head_spans(analysis, attributions)
    linked = tuple(
        _event(event, held, index, attributions, heads) for event, held in zip(events, standing, strict=True)
    )
    return claims, linked


def _claim(
    analysis: Analysis,
    resolution: Resolution,
    attributions: tuple[Attribution, ...],
    n: int,
    events: tuple[str, ...],
) -> Claim:
    attribution = attributions[n]
    return Claim(
        id=f"c{n + 1}",
        source=_entity(resolution, _named(analysis, resolution, _who(analysis, attributions, n))),
        source_span=attribution.source_span,
        cue=attribution.cue_span,
        content=attribution.content,
        style=attribution.style,
        addressee=_entity(resolution, attribution.addressee_key),
        via=None if attribution.via is None else f"c{attribution.via + 1}",
        factuality=attribution.factuality,
        events=events,
        why=(Why(field="content", span=attribution.cue_span, rule=attribution.rule),),
        confidence=attribution.confidence,
    )


def _who(analysis: Analysis, attributions: tuple[Attribution, ...], n: int) -> TokenKey | None:
    """The token that names the source. "We agreed that" in somebody's own words is said by that somebody, although
    "we" stands for the body in events."""
    seen: set[int] = set()
    while n not in seen:
        seen.add(n)
        key, via = attributions[n].source_key, attributions[n].via
        if key is None or via is None or not is_first_person(analysis.sentences[key[0]].tokens[key[1]]):
            return key
        n = via
    return attributions[n].source_key


def _named(analysis: Analysis, resolution: Resolution, key: TokenKey | None) -> TokenKey | None:
    """The name in apposition to a title or description that stands for no named entity: "the commander, Gen. Baran"."""
    entity = None if key is None else resolution.entity(*key)
    if key is None or (
        entity is not None and entity.kind == "person" and any(m.form == "name" for m in entity.mentions)
    ):
        return key
    sentence = analysis.sentences[key[0]]
    for c in sentence.children[key[1]]:
        if sentence.tokens[c].rel == "appos":
            other = resolution.entity(key[0], c)
            if other is not None and other.kind == "person" and any(m.form == "name" for m in other.mentions):
                return (key[0], c)
    return key


def _entity(resolution: Resolution, key: TokenKey | None) -> str | None:
    index = None if key is None else resolution.entity_of.get(key)
    return None if index is None else str(index)


def _head_spans(analysis: Analysis, attributions: tuple[Attribution, ...]) -> tuple[tuple[Span, ...], ...]:
    """The words that a denial is about: heads of its content and the verbs coordinated with them."""
    out: list[tuple[Span, ...]] = []
    for attribution in attributions:
        spans: list[Span] = []
        if attribution.factuality == "CT-":
            for s, i in attribution.heads:
                sentence = analysis.sentences[s]
                spans.append((sentence.tokens[i].start, sentence.tokens[i].end))
                spans.extend(
                    (sentence.tokens[c].start, sentence.tokens[c].end)
                    for c in sentence.children[i]
                    if sentence.tokens[c].rel in ("conj", "xcomp")
                )
        out.append(tuple(spans))
    return tuple(out)


def _event(
    event: Event,
    held: list[int],
    index: Index,
    attributions: tuple[Attribution, ...],
    heads: tuple[tuple[Span, ...], ...],
) -> Event:
    claims = tuple(f"c{n + 1}" for n in held)
    denial = _denied(event, index, attributions, heads)
    if denial is None:
        return replace(event, claims=claims)
    why = Why(field="status", span=attributions[denial].cue_span, rule="claims: denied, asserted by nobody")
    return replace(event, claims=claims, status="negated", why=(*event.why, why))


def _denied(
    event: Event, index: Index, attributions: tuple[Attribution, ...], heads: tuple[tuple[Span, ...], ...]
) -> int | None:
    """The denial that is all the text says of this event, or None. What a denial only presupposes ("denied a part in
    the ambush") is not denied: the event must head the content."""
    if event.status not in HAPPENED:
        return None
    denial = None
    for start, end in dict.fromkeys((event.anchor, *event.mentions)):
        holding = index.holding(start, end)
        if not holding or attributions[holding[-1]].factuality != "CT-":
            return None
        if not any(start < b and a < end for a, b in heads[holding[-1]]):
            return None
        denial = holding[-1]
    return denial
