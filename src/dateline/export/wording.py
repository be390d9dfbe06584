"""Values of records in words for a reader: dates, places, counts, effects, factuality."""

from collections.abc import Iterable
from datetime import date, timedelta

from dateline.records.entity import Count, Entity
from dateline.records.event import Effect, When
from dateline.records.time import Time

PRECISIONS = {
    1: "exact place",
    2: "near it",
    3: "district",
    4: "region",
    5: "line or area",
    6: "country",
    7: "international water or air",
}

FACTUALITY = {
    "CT+": "certain",
    "PR+": "probable",
    "PS+": "possible",
    "CT-": "denied",
    "PR-": "improbable",
    "PS-": "possibly not",
    "CTu": "certain either way",
    "Uu": "not committed",
}

PARTS_OF_DAY = {
    "MO": "morning",
    "MI": "midday",
    "AF": "afternoon",
    "EV": "evening",
    "NI": "night",
    "DT": "daytime",
}

MONTHS = "January February March April May June July August September October November December".split()


def when_words(when: When, times: dict[str, Time]) -> str:
    """`2021-02-25, evening`, `February 2021`, `before 2021-02-25`, `3 to 5 March`-like spans as first and last day."""
    start, end = when.from_, when.to
    if start is None and end is None:
        return "unknown"
    expression = times.get(when.time or "")
    if start is None:
        return f"before {_short(end)}"
    if end is None:
        return f"from {_short(start)} on"
    if when.precision == "part_of_day":
        part = (expression.value if expression else "").partition("T")[2][:2]
        name = PARTS_OF_DAY.get(part)
        return f"{start[:10]}, {name}" if name else _span(start, end)
    if when.precision == "month" and start[8:10] == "01":
        return f"{MONTHS[int(start[5:7]) - 1]} {start[:4]}"
    if when.precision == "year" and start[5:10] == "01-01":
        return start[:4]
    if when.precision == "decade":
        return f"{start[:4]}s"
    if when.precision == "time":
        return _short(start)
    return _span(start, end)


def _span(start: str, end: str) -> str:
    """First and last day, both included: the records' bounds are half-open, which readers take for one day too many."""
    if len(start) > 10 or len(end) > 10:
        if start[:10] == end[:10] and end[11:]:
            return f"{start[:10]}, {start[11:16] or '00:00'} to {end[11:16]}"
        return f"{_short(start)} to {_short(end)}"
    try:
        last = (date.fromisoformat(end) - timedelta(days=1)).isoformat()
    except ValueError:
        return f"{start} to {end}"
    return start if last <= start else f"{start} to {last}"


def _short(moment: str | None) -> str:
    return (moment or "?")[:16].replace("T", " ").removesuffix(" 00:00")


def actor_note(entity: Entity, names: dict[str, str]) -> str:
    """Country and sector, and who backs it: `FRA MIL`, `SOM REB, backed by RWA`."""
    code = " ".join(part for part in (entity.country, entity.sector) if part)
    backers = [link.country or names.get(link.entity or "", "") for link in entity.affiliations]
    backed = [
        backer
        for backer, link in zip(backers, entity.affiliations, strict=True)
        if backer and link.relation == "backed_by"
    ]
    backing = f"backed by {' and '.join(dict.fromkeys(backed))}" if backed else ""
    return ", ".join(part for part in (code, backing) if part)


def place_note(entity: Entity) -> str:
    """Country and precision of a resolved place: `SYR, region`; says so when it is not resolved."""
    if entity.place is None:
        return "not on the map"
    place = entity.place
    country = place.country if place.country and place.precision != 6 else None
    return ", ".join(part for part in (country, PRECISIONS.get(place.precision)) if part)


def count_words(count: Count | None) -> str:
    """`12`, `at least 12`, `up to 12`, `10 to 12`, `about 30`; empty for no count."""
    if count is None or (count.min is None and count.max is None):
        return ""
    about = "about " if count.approximate else ""
    if count.max is None:
        if about and count.min is not None and count.min < 10:
            return f"{count.min} or more"  # "several", "multiple"
        return f"{about or 'at least '}{count.min}"
    if count.min is None:
        return f"{about or 'up to '}{count.max}"
    if count.min == count.max:
        return f"{about}{count.min}"
    return f"{about}{count.min} to {count.max}"


def effect_words(effect: Effect) -> str:
    """`killed: at least 3 civilians`, `destroyed: multiple facilities`."""
    kind = effect.kind.replace("_", " ")
    number = count_words(effect.count)
    victim = "" if effect.victim == "unknown" else effect.victim
    detail = " ".join(part for part in (number, victim) if part)
    what = effect.what or ""
    if detail and what:
        return f"{kind}: {detail} ({what})"
    return f"{kind}: {detail or what}" if detail or what else kind


def listed(words: Iterable[str]) -> str:
    """The distinct words in order, joined by "; " as in every list that is written as text."""
    return "; ".join(dict.fromkeys(word for word in words if word))
