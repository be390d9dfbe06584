"""What an event takes from its surroundings when its own clause is silent: place and time of the happenings before it,
and the summary that a listed item belongs to."""

from collections.abc import Sequence

import msgspec

from dateline.events.agreement import contradict
from dateline.events.groups import HAPPENED, SPOKEN
from dateline.knowledge.ontology import load_ontology
from dateline.language.analysis import Analysis
from dateline.records.event import Event, Why
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution

PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "CONSULT", "COOPERATE"})


def settle(analysis: Analysis, resolution: Resolution, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with parts tied to their summary, and with places and times carried over inside a paragraph."""
    out: list[Event] = []
    for event in events:
        event = _as_part(analysis, resolution, event, out)
        event = _carried(analysis, resolution, event, out)
        event = _at_meeting(event, out)
        out.append(event)
    return _in_the_country(resolution, out)


def _in_the_country(resolution: Resolution, events: Sequence[Event]) -> tuple[Event, ...]:
    """Where every placed happening of a document lies in one country that it names, the others lie there too."""
    countries: set[str] = set()
    for event in events:
        if event.place is not None and event.event in PHYSICAL:
            entity = resolution.entities[int(event.place)]
            country = entity.place.country if entity.place is not None else entity.country
            if country is not None:
                countries.add(country)
    if len(countries) != 1:
        return tuple(events)
    country = next(iter(countries))
    named = next((e for e in resolution.entities if e.kind == "country" and e.country == country), None)
    if named is None:
        return tuple(events)
    why = Why("place", named.mentions[0].span if named.mentions else None, "discourse: country of all placed events")
    return tuple(
        msgspec.structs.replace(e, place=named.id, why=(*e.why, why))
        if e.place is None and e.event in FORCE and e.status in HAPPENED
        else e
        for e in events
    )


FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})


def _at_meeting(event: Event, before: Sequence[Event]) -> Event:
    """What is said between people who are told to have met was said there and then."""
    if event.event not in SPOKEN or event.status not in HAPPENED or not event.actors:
        return event
    for meeting in reversed(before[-12:]):
        there = set(meeting.actors) | set(meeting.recipients)
        if meeting.event != "CONSULT" or meeting.status not in HAPPENED or len(there) < 2:
            continue
        if not set(event.actors) <= there or not set(event.recipients) <= there:
            continue
        changes: dict[str, object] = {}
        why: list[Why] = []
        if event.place is None and meeting.place is not None:
            changes["place"] = meeting.place
            why.append(Why("place", meeting.anchor, "discourse: said at the meeting"))
        if event.when is not None and event.when.inferred and meeting.when is not None and not meeting.when.inferred:
            changes["when"] = meeting.when
            why.append(Why("when", meeting.anchor, "discourse: said at the meeting"))
        if not changes:
            return event
        kept = tuple(w for w in event.why if w.field not in changes)
        return msgspec.structs.replace(event, why=(*kept, *why), **changes)
    return event


def _as_part(analysis: Analysis, resolution: Resolution, event: Event, before: Sequence[Event]) -> Event:
    """A counted item of a counted summary: "carried out nine raids this week ... In Jos, four raids ..."."""
    if event.count is None or event.count.max is None or event.event != "ASSAULT":
        return event
    for whole in reversed(before[-40:]):
        if whole.event != event.event or whole.count is None or whole.count.min is None or not _sums_up(whole):
            continue
        if whole.count.min <= event.count.max or not _covers(resolution, whole, event):
            continue
        if event.actors and whole.actors and not set(event.actors) & set(whole.actors):
            continue
        changes: dict[str, object] = {"part_of": whole.id}
        why = [Why("part_of", whole.anchor, f"item of the {whole.count.min} counted before")]
        for field in ("actors", "recipients", "modes", "contexts"):
            if not getattr(event, field) and getattr(whole, field):
                changes[field] = getattr(whole, field)
                why.append(Why(field, whole.anchor, TAKEN))
        if "modes" in changes:
            ontology = load_ontology()
            cameo = ontology.cameo_for(event.event, whole.modes)
            changes["cameo"] = ontology.intended(cameo) if event.status in ("future", "hypothetical") else cameo
            changes["score"] = ontology.score(event.event, whole.modes)
        if (event.when is None or event.when.inferred) and whole.when is not None and not whole.when.inferred:
            changes["when"] = whole.when
            why.append(Why("when", whole.anchor, TAKEN))
        return msgspec.structs.replace(event, why=(*event.why, *why), **changes)
    return event


TAKEN = "taken from the summary it is part of"


def _sums_up(event: Event) -> bool:
    """True for an event that says itself who acted: an item of a list is no summary of the next item."""
    return bool(event.actors) and not any(w.field == "actors" and w.rule == TAKEN for w in event.why)


def _covers(resolution: Resolution, whole: Event, part: Event) -> bool:
    if whole.place is None or part.place is None:
        return True
    a, b = resolution.entities[int(whole.place)], resolution.entities[int(part.place)]
    if a.id == b.id:
        return True
    if contradict(a, b):
        return False
    return a.place is None or b.place is None or a.place.precision > b.place.precision


def _carried(analysis: Analysis, resolution: Resolution, event: Event, before: Sequence[Event]) -> Event:
    if event.event not in PHYSICAL or event.status not in HAPPENED or not before:
        return event
    previous = [
        e
        for e in before[-6:]
        if e.event in PHYSICAL and e.status in HAPPENED and _same_paragraph(analysis, e.anchor, event.anchor)
    ]
    if not previous:
        return event
    changes: dict[str, object] = {}
    why: list[Why] = []
    if event.place is None:
        for other in reversed(previous):
            if other.place is not None and other.event == event.event:
                changes["place"] = other.place
                why.append(Why("place", other.anchor, "discourse: place of the event before it in the paragraph"))
                break
    if event.when is not None and event.when.inferred:
        for other in reversed(previous):
            if (
                other.when is not None
                and not other.when.inferred
                and other.event == event.event
                and _akin(event, other)
            ):
                changes["when"] = other.when
                why.append(Why("when", other.anchor, "narrative: time of the event before it in the paragraph"))
                break
    if not changes:
        return event
    kept = tuple(w for w in event.why if w.field not in changes)
    return msgspec.structs.replace(event, why=(*kept, *why), **changes)


def _akin(event: Event, other: Event) -> bool:
    """True if two events share a participant, or the later names none: then one scene is likely."""
    mine = {*event.actors, *event.recipients, *event.objects}
    return not mine or bool(mine & {*other.actors, *other.recipients, *other.objects})


def _same_paragraph(analysis: Analysis, a: Span, b: Span) -> bool:
    return "\n" not in analysis.text[min(a[0], b[0]) : max(a[1], b[1])]
