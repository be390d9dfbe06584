"""The time of an event from a time expression: its bounds, widened or cut by the preposition it stands with."""

from collections.abc import Sequence

from dateline.language.analysis import Sentence
from dateline.records.event import When
from dateline.resolving.resolution import FoundTime
from dateline.resolving.times_values import add_days, parse_day

_OPEN_START = ("until", "till", "til", "through", "by", "before", "ahead", "prior")
_OPEN_END = ("since", "after", "following")


def when_of(
    found: FoundTime,
    *,
    sentence: Sentence | None = None,
    published: str | None = None,
    times: Sequence[FoundTime] = (),
) -> When:
    """When something marked with this expression happened.

    With its sentence, prepositions count: "since Monday" runs from Monday to publication, "until May" has no start,
    "after 2016" begins when 2016 ends. With all `times`, "from 3 May to 5 June" and "between June and August" give one
    interval for either part. Durations without a place in time leave both bounds open.
    """
    time = found.time
    start, end = time.from_, time.to
    if sentence is not None:
        case = sentence.tokens[found.first - 1].form.lower() if found.first else ""
        partner = _partner(found, sentence, times)
        if partner is not None:
            first, last = sorted((found.time, partner.time), key=lambda t: t.span)
            if first.from_ is not None and last.to is not None and first.from_ < last.to:
                return When(from_=first.from_, to=last.to, precision="days", time=time.id)
        if case == "since":
            end = _publication_end(published)
        elif case in ("until", "till", "til", "through", "by"):
            start = None
        elif case in ("before", "prior") or (
            case == "of" and "ahead" in _words(sentence, found.first - 2, found.first)
        ):
            start, end = None, start
        elif case in ("after", "following"):
            start, end = end, None
    return When(from_=start, to=end, precision=time.precision, time=time.id)


def default_when(published: str | None) -> When | None:
    """The day of publication, inferred; None when that is not known."""
    day = parse_day(published)
    if day is None:
        return None
    return When(from_=day.isoformat(), to=add_days(day, 1).isoformat(), precision="day", time=None, inferred=True)


def _publication_end(published: str | None) -> str | None:
    day = parse_day(published)
    return add_days(day, 1).isoformat() if day else None


def _words(sentence: Sentence, first: int, last: int) -> list[str]:
    return [token.form.lower() for token in sentence.tokens[max(0, first) : last]]


def _partner(found: FoundTime, sentence: Sentence, times: Sequence[FoundTime]) -> FoundTime | None:
    """The other end of "from A to B" or "between A and B"."""
    for other in times:
        if other.sentence != found.sentence or other is found:
            continue
        first, last = (found, other) if found.first < other.first else (other, found)
        link = _words(sentence, first.last, last.first)
        opener = _words(sentence, first.first - 1, first.first)
        if (
            (opener == ["from"] and link in (["to"], ["until"], ["till"], ["through"]))
            or (opener == ["between"] and link == ["and"])
            or link in (["-"], ["–"], ["—"])
        ):
            return other
    return None
