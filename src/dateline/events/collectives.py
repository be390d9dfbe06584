"""Those who are named together: "the two leaders", "both countries", and the "we" of those who met."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from dateline.events.groups import HAPPENED
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis
from dateline.records.entity import Entity
from dateline.records.event import Event, Why
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()

REACH = 8
"""How many events back the members are looked for: keeps the work linear."""

JOINT = frozenset({"CONSULT", "AGREE", "COOPERATE"})
WE = frozenset({"we", "us"})


def with_members(analysis: Analysis, resolution: Resolution, events: Sequence[Event]) -> list[Event]:
    """The events with the members of a pair in the place of the pair, as far as an earlier event names both."""
    out: list[Event] = []
    starts = [sentence.start for sentence in analysis.sentences]
    for event in events:
        event = _unfolded(resolution, event, out)
        event = _jointly(analysis, resolution, starts, event, out)
        out.append(event)
    return out


def _unfolded(resolution: Resolution, event: Event, before: Sequence[Event]) -> Event:
    changes: dict[str, object] = {}
    why: list[Why] = []
    for field in ("actors", "recipients"):
        ids: tuple[str, ...] = getattr(event, field)
        pairs = [id for id in ids if is_pair(resolution.entities[int(id)])]
        if not pairs:
            continue
        others = [id for id in ids if id not in pairs]
        if len(others) >= 2:
            # the members stand beside it already: "Hill met Okello ... the two leaders discussed"
            changes[field] = tuple(others)
            continue
        found = _last_two(resolution, before, resolution.entities[int(pairs[0])])
        if found is not None:
            whole, two = found
            changes[field] = tuple(dict.fromkeys([*others, *two]))
            why.append(Why(field, whole.anchor, "the two of the event before"))
    return msgspec.structs.replace(event, why=(*event.why, *why), **changes) if changes else event


def is_pair(entity: Entity) -> bool:
    """True for a description of two that names neither: "the two leaders", "both sides"."""
    if any(m.form == "name" for m in entity.mentions) or entity.place is not None:
        return False
    words = entity.name.lower().split()
    opening = words[:1] == ["both"] or words[:2] == ["the", "two"] or words == ["the", "pair"]
    return opening and len(words) <= 4


def _last_two(resolution: Resolution, before: Sequence[Event], pair: Entity) -> tuple[Event, tuple[str, ...]] | None:
    """The last event between exactly two, and the two: states for "both countries", else whoever took part."""
    for event in reversed(before[-REACH:]):
        two = tuple(dict.fromkeys((*event.actors, *event.recipients)))
        if len(two) != 2:
            continue
        kinds = {resolution.entities[int(id)].kind for id in two}
        if kinds & {"place", "facility", "weapon", "other"}:
            continue
        if pair.kind == "country" and kinds != {"country"}:
            continue
        if pair.kind != "country" and "country" in kinds and not _is_side(pair):
            continue
        return event, two
    return None


def _is_side(pair: Entity) -> bool:
    word = pair.name.lower().split()[-1]
    return word in WORDS.nouns.sides or word.removesuffix("s") in WORDS.nouns.sides or word == "countries"


def _jointly(
    analysis: Analysis, resolution: Resolution, starts: Sequence[int], event: Event, before: Sequence[Event]
) -> Event:
    """ "We agreed", said by one of those who met: all who met agreed."""
    if event.event not in JOINT or event.status not in HAPPENED or len(event.actors) != 1 or event.recipients:
        return event
    said = [w for w in event.why if w.field == "actors" and w.span is not None]
    if not said or not all(_is_we(analysis, w.span) for w in said if w.span is not None):
        return event
    word = _lemma(analysis, starts, event.anchor)
    if word not in WORDS.verbs.joint:
        return event
    speaker = resolution.entities[int(event.actors[0])]
    for meeting in reversed(before[-REACH:]):
        there = tuple(dict.fromkeys((*meeting.actors, *meeting.recipients)))
        if meeting.event != "CONSULT" or meeting.status not in HAPPENED or len(there) < 2:
            continue
        if any(id == speaker.id or _same_side(resolution.entities[int(id)], speaker) for id in there):
            why = Why("actors", meeting.anchor, "'we' after a meeting: all who met")
            return msgspec.structs.replace(event, actors=there, why=(*event.why, why))
    return event


def _same_side(a: Entity, b: Entity) -> bool:
    return a.country is not None and a.country == b.country and a.sector == b.sector


def _is_we(analysis: Analysis, span: Span) -> bool:
    return analysis.text[span[0] : span[1]].lower() in WE


def _lemma(analysis: Analysis, starts: Sequence[int], span: Span) -> str:
    number = bisect_right(starts, span[0]) - 1
    tokens = analysis.sentences[number].tokens if number >= 0 else ()
    return next((t.lemma for t in tokens if t.start == span[0]), "")
