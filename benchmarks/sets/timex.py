"""Time expressions and the interval they resolve to."""

import re
from calendar import monthrange

from coding import resolve
from data import Data, Item, span
from figures import f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import common, exact, one_to_one
from dateline.records import Time

FILES = ("timex_gum/dev.jsonl",)
DATE = re.compile(r"^(\d{4})(?:-(\d\d))?(?:-(\d\d))?(?:T.*)?$")

Days = tuple[str | None, str | None]


def measure(data: Data) -> list[Figure]:
    """Spans exactly and by overlap; value F1: the span overlaps and first and last day are gold's. Durations and sets
    are not in this gold: predictions of them are ignored. Gold without a calendar value (clock times, "May" of no
    year) counts for the spans only."""
    strict, overlapping, valued = Found(), Found(), Found()
    for item in data.items(FILES[0]):
        gold = item["gold"]["timex"]
        times = [found.time for found in resolve(item["text"], item["date"]).times]
        times = [time for time in times if time.type in ("DATE", "TIME")]
        spans, coded = [span(t) for t in gold], [time.span for time in times]
        strict += exact(spans, coded)
        pairs = one_to_one(spans, coded, common)
        overlapping += Found(len(pairs), len(coded), len(spans))
        days = {i: gold_days(t) for i, t in enumerate(gold)}
        without = {j for i, j in pairs if days[i] is None}
        right = sum(days[i] is not None and days[i] == coded_days(times[j]) for i, j in pairs)
        valued += Found(right, len(coded) - len(without), sum(d is not None for d in days.values()))
    return [
        f1("timex_gum", "span_f1", strict),
        f1("timex_gum", "overlap_f1", overlapping),
        f1("timex_gum", "value_f1", valued),
    ]


def gold_days(item: Item) -> Days | None:
    """First and last day of a gold expression, None where it has no calendar value."""
    first = first_day(item.get("when") or item.get("from") or item.get("notBefore"))
    last = last_day(item.get("when") or item.get("to") or item.get("notAfter"))
    return (first, last) if first or last else None


def first_day(value: str | None) -> str | None:
    """The first day of YYYY[-MM[-DD]]; None for anything else."""
    match = DATE.match(value or "")
    return f"{match[1]}-{match[2] or '01'}-{match[3] or '01'}" if match else None


def last_day(value: str | None) -> str | None:
    """The last day of YYYY[-MM[-DD]]; None for anything else."""
    match = DATE.match(value or "")
    if not match:
        return None
    year, month = int(match[1]), int(match[2] or 12)
    return f"{match[1]}-{month:02d}-{match[3] or monthrange(year, month)[1]}"


def coded_days(time: Time) -> Days:
    """First and last day of a coded interval, whose end is exclusive: a whole day ends at the start of the next."""
    from datetime import datetime, timedelta

    last = None
    if time.to:
        last = (datetime.fromisoformat(time.to) - timedelta(microseconds=1)).date().isoformat()
    return (time.from_[:10] if time.from_ else None), last
