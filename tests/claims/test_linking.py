"""Claim records: their events, and events that are only denied."""

from dateline.claims.attribution import find_attributions
from dateline.claims.linking import link_claims
from dateline.records import Event


def _event(id, text, *words, status="actual"):
    spans = []
    at = 0
    for word in words:
        at = text.index(word, at)
        spans.append((at, at + len(word)))
        at += 1
    return Event(
        id=id,
        anchor=spans[0],
        mentions=tuple(spans),
        event="ASSAULT",
        modes=(),
        contexts=(),
        cameo=None,
        quad="material conflict",
        score=-1.0,
        actors=(),
        recipients=(),
        authorizers=(),
        instruments=(),
        objects=(),
        place=None,
        when=None,
        status=status,
        historical=False,
        effects=(),
        responds_to=(),
        purpose=(),
        claims=(),
        why=(),
        confidence=1.0,
    )


def _linked(text, analysis, resolution, document, events, entities=()):
    parsed, known = analysis(text), resolution(analysis(text), entities)
    found = find_attributions(document(text), parsed, known)
    return link_claims(document(text), parsed, known, found, tuple(events))


def test_events_stand_in_the_claim_that_holds_their_anchor(analysis, resolution, document):
    text = "The envoy said the king had told him that the border would open."
    events = [_event("e0", text, "open"), _event("e1", text, "told")]
    claims, linked = _linked(text, analysis, resolution, document, events)
    assert [(c.id, c.via, c.events) for c in claims] == [("c1", None, ("e0", "e1")), ("c2", "c1", ("e0",))]
    assert [e.claims for e in linked] == [("c1", "c2"), ("c1",)]


def test_denied_and_asserted_by_nobody(analysis, resolution, document):
    text = "Kyiv denied that its forces had shelled the town."
    _, (event,) = _linked(text, analysis, resolution, document, [_event("e0", text, "shelled")])
    assert event.status == "negated"
    assert event.why[-1].field == "status"


def test_denied_and_reported_as_well(analysis, resolution, document):
    text = "Rebels shelled the town.\nKyiv denied that its forces had shelled the town."
    _, (event,) = _linked(text, analysis, resolution, document, [_event("e0", text, "shelled", "shelled")])
    assert (event.status, event.claims) == ("actual", ("c1",))


def test_what_a_denial_presupposes_is_not_denied(analysis, resolution, document):
    text = "Both factions denied any part in the ambush."
    _, (event,) = _linked(text, analysis, resolution, document, [_event("e0", text, "ambush")])
    assert (event.status, event.claims) == ("actual", ("c1",))


def test_source_is_the_entity_and_a_name_in_apposition_goes_first(analysis, resolution, document):
    text = "The commander, General Baran, said the siege was over."
    entities = [{"words": ["commander"], "kind": "military"}, {"words": ["Baran"], "name": "Baran"}]
    (claim,), _ = _linked(text, analysis, resolution, document, [], entities)
    assert claim.source == "1"


def test_a_source_without_an_entity_keeps_its_words(analysis, resolution, document):
    text = "The council says troops must leave."
    (claim,), _ = _linked(text, analysis, resolution, document, [])
    assert claim.source is None
    assert text[slice(*claim.source_span)] == "The council"
