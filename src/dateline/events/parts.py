"""Wholes and their parts: a counted summary and its items, a plural and its single cases.

What one of the two tells holds for the other where that is silent: who acted, whom it struck and in what way."""

from bisect import bisect_right
from collections.abc import Mapping, Sequence

import msgspec

from dateline.events.agreement import contradict
from dateline.events.coordination import coordinated
from dateline.events.draft import Draft
from dateline.events.facts import kinds_of
from dateline.events.groups import HAPPENED
from dateline.events.instances import stands_beside
from dateline.knowledge.ontology import load_ontology
from dateline.language.analysis import Analysis, Token
from dateline.records.entity import Entity
from dateline.records.event import Event, EventType, Why
from dateline.resolving.resolution import Resolution

FORCE: frozenset[EventType] = frozenset({"ASSAULT", "COERCE", "PROTEST"})
REACH = 40
"""How many events back the whole of a counted item is looked for: keeps the work linear."""
NEAR = 8
"""The same for an item without a count, in its paragraph."""

TAKEN = "taken from the summary it is part of"
SUMMED = "taken from its parts"
INHERITED = ("actors", "recipients", "modes", "contexts")


def with_cases(
    analysis: Analysis, events: Sequence[Event], drafts: Sequence[Draft], group_of: Mapping[int, int]
) -> list[Event]:
    """The events with single cases ("two raids, one near Gao") tied to the plural that they are cases of.

    A case beside its noun ("a raid on the port and one on the mine") is no part but has the same actors."""
    out = list(events)
    by_token = {(d.sentence, t): group_of[n] for n, d in enumerate(drafts) if n in group_of for t in d.tokens}
    for n, draft in enumerate(drafts):
        part = group_of.get(n)
        whole = None if draft.case_of is None else by_token.get((draft.sentence, draft.case_of))
        if part is None or whole is None or part == whole or out[part].part_of is not None:
            continue
        if stands_beside(analysis.sentences[draft.sentence], draft.case_of or 0):
            if not out[part].actors and out[whole].actors:
                why = Why("actors", out[whole].anchor, "taken from the act told beside it")
                out[part] = _with(out[part], {"actors": out[whole].actors}, [why])
            continue
        why = Why("part_of", out[whole].anchor, "a case of the plural")
        part_of = msgspec.structs.replace(out[part], part_of=out[whole].id, why=(*out[part].why, why))
        out[part] = _filled(part_of, out[whole])
    return out


def with_items(analysis: Analysis, resolution: Resolution, events: Sequence[Event]) -> list[Event]:
    """The events with items tied to the summary before them, and both given what the other tells."""
    text = _Words(analysis)
    out: list[Event] = []
    for event in events:
        whole = None if event.part_of is not None else _whole_of(analysis, resolution, text, event, out)
        if whole is not None:
            count = whole.count.min if whole.count is not None else None
            rule = f"item of the {count} counted before" if count is not None else "told in the plural before"
            why = (*event.why, Why("part_of", whole.anchor, rule))
            event = _filled(msgspec.structs.replace(event, part_of=whole.id, why=why), whole)
        out.append(event)
    return _summed(out)


def _whole_of(
    analysis: Analysis, resolution: Resolution, text: "_Words", event: Event, before: Sequence[Event]
) -> Event | None:
    if event.event not in FORCE:
        return None
    for whole in reversed(before[-REACH:]):
        if whole.event == event.event and _is_counted_item(resolution, text, whole, event):
            return whole
    for whole in reversed(before[-NEAR:]):
        if whole.event == event.event and _is_item_of_plural(analysis, resolution, text, whole, event):
            return whole
    return None


def _is_counted_item(resolution: Resolution, text: "_Words", whole: Event, part: Event) -> bool:
    """ "Carried out nine raids this week ... In Jos, four raids ..."."""
    if part.count is None or part.count.max is None or whole.count is None or whole.count.min is None:
        return False
    if part.event != "ASSAULT" or not _sums_up(whole) or whole.count.min <= part.count.max:
        return False
    return _covers(resolution, text, whole, part) and not _others_act(resolution, whole, part)


def _is_item_of_plural(analysis: Analysis, resolution: Resolution, text: "_Words", whole: Event, part: Event) -> bool:
    """ "Bombings this weekend in Kano and Jos ... On Saturday, two in Kano": later in the paragraph, in one of its
    places or on one of the days of a plural without a number."""
    plural = text.at(whole.anchor[0])
    if plural is None or "Number=Plur" not in plural.feats or plural.upos != "NOUN" or whole.count is not None:
        return False
    if whole.status not in HAPPENED or part.status not in HAPPENED or whole.historical != part.historical:
        return False
    if part.anchor < whole.anchor or "\n" in analysis.text[whole.anchor[0] : part.anchor[0]]:
        return False
    if _others_act(resolution, whole, part) or not _covers(resolution, text, whole, part):
        return False
    return _finer_place(resolution, text, whole, part) or _finer_time(whole, part)


def _sums_up(event: Event) -> bool:
    """True for an event that says itself who acted: an item of a list is no summary of the next item."""
    return bool(event.actors) and not any(w.field == "actors" and w.rule == TAKEN for w in event.why)


def _others_act(resolution: Resolution, whole: Event, part: Event) -> bool:
    """True if both name who acted, or who was struck, and nobody is of one side in both."""
    for a, b in ((whole.actors, part.actors), (whole.recipients, part.recipients)):
        mine, theirs = kinds_of(resolution, [int(x) for x in a]), kinds_of(resolution, [int(x) for x in b])
        if a and b and not set(a) & set(b) and not any(sector for _, sector in mine & theirs):
            return True
    return False


def _covers(resolution: Resolution, text: "_Words", whole: Event, part: Event) -> bool:
    """True unless the part lies outside all the places of the whole, or is the wider of the two."""
    if whole.place is None or part.place is None:
        return True
    inner = resolution.entities[int(part.place)]
    return any(_holds(outer, inner) for outer in text.places(resolution, whole))


def _holds(outer: Entity, inner: Entity) -> bool:
    if outer.id == inner.id:
        return True
    if contradict(outer, inner):
        return False
    return outer.place is None or inner.place is None or outer.place.precision > inner.place.precision


def _finer_place(resolution: Resolution, text: "_Words", whole: Event, part: Event) -> bool:
    """True if the part lies in one of several places of the whole, or at one spot of its one place."""
    if whole.place is None or part.place is None:
        return False
    places = text.places(resolution, whole)
    inner = resolution.entities[int(part.place)]
    return len(places) > 1 or (places[0].id != inner.id and _holds(places[0], inner))


def _finer_time(whole: Event, part: Event) -> bool:
    """True if both tell their time and that of the part is a stretch of the other."""
    a, b = whole.when, part.when
    if a is None or b is None or a.inferred or b.inferred or not (a.from_ and a.to and b.from_ and b.to):
        return False
    return a.from_ <= b.from_ and b.to <= a.to and (a.from_, a.to) != (b.from_, b.to)


def _filled(part: Event, whole: Event) -> Event:
    """The part with what it leaves to its whole, and from where it has it."""
    changes: dict[str, object] = {}
    why: list[Why] = []
    for field in INHERITED:
        taken = getattr(whole, field)
        if field == "recipients":
            # whom one of several acts killed or hurt, the others did not
            hurt = {effect.entity for effect in whole.effects}
            taken = tuple(id for id in taken if id not in hurt)
        if field in ("actors", "recipients"):
            taken = tuple(id for id in taken if id not in (*part.actors, *part.recipients))
        if not getattr(part, field) and taken:
            changes[field] = taken
            why.append(Why(field, whole.anchor, TAKEN))
    if part.place is None and whole.place is not None:
        changes["place"] = whole.place
        why.append(Why("place", whole.anchor, TAKEN))
    if (part.when is None or part.when.inferred) and whole.when is not None and not whole.when.inferred:
        changes["when"] = whole.when
        why.append(Why("when", whole.anchor, TAKEN))
    return _with(part, changes, why)


def _summed(events: list[Event]) -> list[Event]:
    """Counted wholes with what their parts tell and they do not, and then the parts once more."""
    at = {event.id: n for n, event in enumerate(events)}
    parts: dict[str, list[Event]] = {}
    for event in events:
        if event.part_of is not None:
            parts.setdefault(event.part_of, []).append(event)
    out = list(events)
    for id, group in parts.items():
        whole = out[at[id]]
        if whole.count is None:
            continue
        changes: dict[str, object] = {}
        why: list[Why] = []
        for field in ("recipients", "modes"):
            counted = (part for part in group if part.count is not None)  # a single case tells nothing of the rest
            told = tuple(dict.fromkeys(x for part in counted for x in getattr(part, field)))
            if not getattr(whole, field) and told and not set(told) & set(whole.actors):
                changes[field] = told
                why.append(Why(field, group[0].anchor, SUMMED))
        out[at[id]] = _with(whole, changes, why)
    return [event if event.part_of is None else _filled(event, out[at[event.part_of]]) for event in out]


def _with(event: Event, changes: dict[str, object], why: Sequence[Why]) -> Event:
    """The event with changed fields; what said otherwise of them goes, and the code follows the modes."""
    if not changes:
        return event
    if "modes" in changes:
        ontology = load_ontology()
        modes: tuple[str, ...] = changes["modes"]  # type: ignore[assignment]
        cameo = ontology.cameo_for(event.event, modes)
        changes = {
            **changes,
            "cameo": ontology.intended(cameo) if event.status in ("future", "hypothetical") else cameo,
            "score": ontology.score(event.event, modes),
        }
    kept = tuple(w for w in event.why if w.field not in changes)
    return msgspec.structs.replace(event, why=(*kept, *why), **changes)


class _Words:
    """Tokens by where they begin, and the places that a place phrase coordinates: "in Kano and Jos" gives two."""

    def __init__(self, analysis: Analysis) -> None:
        self._analysis = analysis
        self._starts = [sentence.start for sentence in analysis.sentences]

    def at(self, position: int) -> Token | None:
        found = self._find(position)
        return None if found is None else self._analysis.sentences[found[0]].tokens[found[1]]

    def places(self, resolution: Resolution, event: Event) -> list[Entity]:
        """The place of the event first, then those coordinated with it; empty where it has none."""
        if event.place is None:
            return []
        out = [resolution.entities[int(event.place)]]
        for why in event.why:
            found = self._find(why.span[0]) if why.field == "place" and why.span is not None else None
            if found is None:
                continue
            for token in coordinated(self._analysis.sentences[found[0]], found[1]):
                entity = resolution.entity(found[0], token)
                if entity is not None and entity.id not in [e.id for e in out]:
                    out.append(entity)
        return out

    def _find(self, position: int) -> tuple[int, int] | None:
        number = bisect_right(self._starts, position) - 1
        if number < 0:
            return None
        tokens = self._analysis.sentences[number].tokens
        return next(((number, t.i) for t in tokens if t.start == position), None)


__all__ = ["SUMMED", "TAKEN", "with_cases", "with_items"]
