"""What an event takes from its surroundings when its own clause is silent: place and time of what happened before."""

from collections.abc import Sequence

import msgspec

from dateline.events.grammar import case_of
from dateline.events.groups import HAPPENED, SPOKEN
from dateline.language.analysis import Analysis
from dateline.records.event import Event, Why
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution

PHYSICAL = frozenset({"ASSAULT", "COERCE", "PROTEST", "MOBILIZE", "RETREAT", "AID", "CONSULT", "COOPERATE"})


def settle(analysis: Analysis, resolution: Resolution, events: Sequence[Event]) -> tuple[Event, ...]:
    """The events with places and times carried over inside a paragraph."""
    out: list[Event] = []
    for event in events:
        event = _carried(analysis, resolution, event, out)
        event = _at_meeting(analysis, resolution, event, out)
        out.append(event)
    return _in_the_country(analysis, resolution, out)


def _in_the_country(analysis: Analysis, resolution: Resolution, events: Sequence[Event]) -> tuple[Event, ...]:
    """Where all harm that is placed lies in one country that the document names, the rest lies there too; where none is
    placed, in the one country of which it tells places."""
    countries = {c for e in events if _on_the_ground(e) and (c := _country(resolution, e)) is not None}
    rule = "discourse: country of all placed events"
    if not countries:
        countries = _told_of(analysis, resolution)
        rule = "discourse: the only country in which the text places anything"
    if len(countries) != 1:
        return tuple(events)
    country = next(iter(countries))
    named = next((e for e in resolution.entities if e.kind == "country" and e.country == country), None)
    if named is None:
        return tuple(events)
    why = Why("place", named.mentions[0].span if named.mentions else None, rule)
    return tuple(
        msgspec.structs.replace(e, place=named.id, why=(*e.why, why)) if e.place is None and _on_the_ground(e) else e
        for e in events
    )


def _on_the_ground(event: Event) -> bool:
    """True for harm, and for its end: ceasefires and access are where the fighting is, whether they came or not."""
    if event.event in FORCE:
        return event.status in HAPPENED
    return event.event == "RETREAT" and bool(ENDING & set(event.modes))


FORCE = frozenset({"ASSAULT", "COERCE", "PROTEST"})

ENDING = frozenset({"ceasefire", "access"})


def _country(resolution: Resolution, event: Event) -> str | None:
    entity = None if event.place is None else resolution.entities[int(event.place)]
    if entity is None:
        return None
    return entity.place.country if entity.place is not None else entity.country


def _told_of(analysis: Analysis, resolution: Resolution) -> set[str]:
    """The countries of all phrases that say where something is: "the situation in Chad"."""
    out: set[str] = set()
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            entity = resolution.entity(sentence.index, token.i) if token.rel in ("obl", "nmod", "conj") else None
            if entity is None or entity.place is None or case_of(sentence, token.i) not in INSIDE:
                continue
            if entity.place.country is not None:
                out.add(entity.place.country)
    return out


INSIDE = frozenset({"in", "across", "inside", "throughout", "within", "near"})


def _at_meeting(analysis: Analysis, resolution: Resolution, event: Event, before: Sequence[Event]) -> Event:
    """What is said between people who are told to have met was said there and then; what is said to the state of one of
    them or to the world, if the same paragraph tells of the meeting."""
    if event.event not in SPOKEN or event.status not in HAPPENED or not event.actors:
        return event
    for meeting in reversed(before[-12:]):
        there = set(meeting.actors) | set(meeting.recipients)
        if meeting.event != "CONSULT" or meeting.status not in HAPPENED or len(there) < 2:
            continue
        if not set(event.actors) <= there:
            continue
        if not set(event.recipients) <= there and not (
            event.event == "REQUEST"
            and any(_same_paragraph(analysis, mention, event.anchor) for mention in meeting.mentions)
            and all(_is_side(resolution, who, there) for who in event.recipients)
        ):
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


def _is_side(resolution: Resolution, who: str, there: set[str]) -> bool:
    """True for the state of one who is there, and for a body that stands for nobody else ("the world")."""
    entity = resolution.entities[int(who)]
    states = {resolution.entities[int(id)].country for id in there} - {None}
    return entity.kind not in ("person", "armed_group") and (entity.country is None or entity.country in states)


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
