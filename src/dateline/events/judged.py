"""Who is condemned or praised when only the act is named: the one who did it ("condemned the attack by ...")."""

from collections.abc import Mapping, Sequence

import msgspec

from dateline.events.draft import Draft
from dateline.records.event import Event, EventType, Why

JUDGING: frozenset[EventType] = frozenset({"ACCUSE", "SUPPORT", "THREATEN"})


def with_judged(drafts: Sequence[Draft], events: Sequence[Event], group_of: Mapping[int, int]) -> list[Event]:
    """The events, those that judge an act directed at whoever did it: the act's actor, else that of its parts."""
    by_token = {(d.sentence, t): group_of[n] for n, d in enumerate(drafts) if n in group_of for t in d.tokens}
    out = list(events)
    for n, draft in enumerate(drafts):
        number = group_of.get(n)
        if number is None or draft.event not in JUDGING or out[number].recipients:
            continue
        for filler in draft.fillers:
            judged = by_token.get(filler.key) if filler.role in ("topic", "object", "recipient") else None
            if judged is None or judged == number:
                continue
            doers, why = _doers(out, judged)
            recipients = tuple(a for a in doers if a not in out[number].actors)
            if recipients:
                out[number] = msgspec.structs.replace(out[number], recipients=recipients, why=(*out[number].why, why))
                break
    return out


def _doers(events: Sequence[Event], judged: int) -> tuple[tuple[str, ...], Why]:
    act = events[judged]
    if act.actors:
        return act.actors, Why("recipients", act.anchor, "actor of the act that is judged")
    parts = [e for e in events if e.part_of == act.id and e.actors]
    doers = tuple(dict.fromkeys(a for part in parts for a in part.actors))
    return doers, Why("recipients", (parts or [act])[0].anchor, "actor of a part of what is judged")
