"""Dates of publication in the forms that headers, tables and datelines write them."""

import re
from datetime import date, datetime

_MONTHS = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
MONTH = r"(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)"
_CLOCK = (
    r"(?:[T,]?\s*(?P<hour>\d{1,2}):(?P<minute>\d\d)(?::(?P<second>\d\d)(?:\.\d+)?)?"
    r"\s*(?P<half>[ap]\.?m\.?)?\s*(?P<zone>Z|UTC|GMT|[+-]\d\d:?\d\d)?)?"
)

_ISO = re.compile(rf"(?P<year>\d{{4}})-?(?P<month>\d\d)-?(?P<day>\d\d){_CLOCK}", re.IGNORECASE)
_WRITTEN = (
    re.compile(
        rf"{WEEKDAY}?(?P<name>{MONTH})\s+(?P<day>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<year>\d{{4}}){_CLOCK}", re.I
    ),
    re.compile(
        rf"{WEEKDAY}?(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s-]+(?P<name>{MONTH}),?[\s-]+(?P<year>\d{{4}}){_CLOCK}", re.I
    ),
    re.compile(rf"(?P<year>\d{{4}})[\s,/-]+(?P<name>{MONTH})[\s/-]+(?P<day>\d{{1,2}}){_CLOCK}", re.I),
)
_FIGURES = re.compile(rf"(?P<a>\d{{1,4}})[/.](?P<b>\d{{1,2}})[/.](?P<c>\d{{1,4}}){_CLOCK}", re.I)


def parse_date(words: str) -> str | None:
    """The ISO 8601 date, or date-time where a clock time is given; None for anything that is not one whole date.

    `03/04/2021` is None: it is the third of April to some and the fourth of March to others.
    """
    words = words.strip().strip(".,;")
    for pattern in (_ISO, *_WRITTEN):
        found = pattern.fullmatch(words)
        if found:
            named = found.groupdict().get("name")
            month = month_number(named) if named else int(found["month"])
            return _iso(int(found["year"]), month, int(found["day"]), found)
    found = _FIGURES.fullmatch(words)
    return _from_figures(found) if found else None


def month_number(name: str) -> int:
    """1 for "Jan.", "January" and "JAN"; 0 for what is no month."""
    return _MONTHS.get(name.strip().rstrip(".").lower(), 0)


def _from_figures(found: re.Match[str]) -> str | None:
    a, b, c = int(found["a"]), int(found["b"]), int(found["c"])
    if len(found["a"]) == 4:
        return _iso(a, b, c, found)
    if len(found["c"]) != 4:
        return None
    if a > 12 or a == b:
        return _iso(c, b, a, found)
    return _iso(c, a, b, found) if b > 12 else None


def _iso(year: int, month: int, day: int, found: re.Match[str]) -> str | None:
    try:
        if found["hour"] is None:
            return date(year, month, day).isoformat()
        hour = int(found["hour"])
        half = (found["half"] or "").lower().replace(".", "")
        if half:
            hour = hour % 12 + (12 if half == "pm" else 0)
        moment = datetime(year, month, day, hour, int(found["minute"]), int(found["second"] or 0))
    except ValueError:
        return None
    zone = (found["zone"] or "").upper()
    if zone in ("Z", "UTC", "GMT"):
        zone = "+00:00"
    elif len(zone) == 5:
        zone = f"{zone[:3]}:{zone[3:]}"
    return moment.isoformat() + zone
