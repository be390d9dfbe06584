"""Datelines: "WASHINGTON, Feb. 25, 2021 —", "KYIV, Ukraine (Agency) -", "Geneva, 3 March 2020 –".

A dateline stays in the text. It tells where and when a report was filed, never by itself where the events were.
"""

import re

from msgspec import Struct
from msgspec.structs import replace

from dateline.reading.dates import MONTH, WEEKDAY, month_number, parse_date
from dateline.records.span import Span


class FoundDateline(Struct, frozen=True):
    """`span` covers the dateline with its dash, `place` the words of the place (null in "(Agency) -"), `date` is ISO
    8601 and null where the dateline gives no whole date."""

    span: Span
    place: Span | None
    date: str | None


NO_PLACE = frozenset(
    [
        "ANALYSIS",
        "BREAKING",
        "BRIEFING",
        "CORRECTION",
        "EXCLUSIVE",
        "FACTBOX",
        "FEATURE",
        "INTERVIEW",
        "MEMO",
        "NEWS",
        "NOTE",
        "NOTICE",
        "OPINION",
        "PRESS",
        "QUESTION",
        "REMARKS",
        "REPORT",
        "RELEASE",
        "SPEECH",
        "STATEMENT",
        "SUMMARY",
        "TIMELINE",
        "TRANSCRIPT",
        "UPDATE",
        "URGENT",
        "WATCH",
    ]
)
"""Words in capitals before a dash that label a text; they name no place."""

_CAPS = r"[A-Z][A-Z’'.\-]+(?:[ /-][A-Z][A-Z’'.\-]*){0,4}"
_WORD = r"[A-Z][\w’'.\-]*"
_MIXED = rf"{_WORD}(?: (?:{_WORD}|of|the|de|la|al-\w+)){{0,4}}"
_REGION = rf"(?:, (?!(?i:{WEEKDAY})){_MIXED}){{0,2}}"
_DATE = (
    rf"(?P<date>{WEEKDAY}?(?:(?P<m1>{MONTH})\s+(?P<d1>\d{{1,2}})|(?P<d2>\d{{1,2}})\s+(?P<m2>{MONTH}))"
    rf"(?:,?\s+(?P<year>\d{{4}}))?)"
)
_AGENCY = r"\((?P<agency>[A-Z][^()\n]{1,40})\)"
_DASH = r"\s*(?:—|–|--|-(?=\s)|―)"
_CITY = rf"(?!(?i:{WEEKDAY}|{MONTH}))(?P<place>(?:{_CAPS}|{_MIXED}){_REGION})"

_SHAPES = tuple(
    re.compile(shape)
    for shape in (
        # A date (with or without an agency) makes even a place in ordinary case safe.
        rf"{_CITY},?\s+(?i:{_DATE}),?(?:\s*{_AGENCY})?(?:{_DASH}|\s*:(?=\s)|\s*/(?=\s))",
        rf"{_CITY},?\s*\((?i:{_DATE})\)(?:\s*{_AGENCY})?{_DASH}",
        rf"(?i:{_DATE}),?\s+{_CITY}(?:\s*{_AGENCY})?{_DASH}",
        rf"{_CITY},?\s*{_AGENCY}{_DASH}",
        rf"(?i:{_DATE})(?:\s*{_AGENCY})?{_DASH}",
        rf"{_AGENCY}{_DASH}",
        # Capitals alone.
        rf"(?P<place>(?=\S*[A-Z]{{3}}){_CAPS}{_REGION}){_DASH}(?=\s)",
    )
)
_LINE = re.compile(r"[^\n]+")
_SEARCHED_LINES = 6
_LONGEST = 120


def find_dateline(text: str) -> FoundDateline | None:
    """The dateline of a text, sought at the beginning of its first lines; None when there is none.

    A line that holds nothing but a date counts as one without a place.
    """
    bare: FoundDateline | None = None
    seen = 0
    for line in _LINE.finditer(text):
        words = line[0].strip()
        if not words:
            continue
        start = line.start() + line[0].index(words)
        found = _dateline_at(text, start, min(start + len(words), start + _LONGEST))
        if found:
            return replace(found, date=found.date or (bare.date if bare else None))
        date = parse_date(words) if len(words) <= 40 else None
        if date and bare is None:
            bare = FoundDateline((start, start + len(words)), None, date)
        seen += 1
        if seen == _SEARCHED_LINES:
            break
    return bare


def _dateline_at(text: str, start: int, end: int) -> FoundDateline | None:
    if not (text[start].isupper() or text[start] == "(" or text[start].isdigit()):
        return None
    for shape in _SHAPES:
        found = shape.match(text, start, end)
        if found is None or not _text_follows(text, found.end()):
            continue
        groups = found.groupdict()
        place = groups.get("place")
        if place and not NO_PLACE.isdisjoint(place.upper().split()):
            continue
        return FoundDateline(found.span(), found.span("place") if place else None, _date(groups))
    return None


def _text_follows(text: str, position: int) -> bool:
    return any(c.isalnum() for c in text[position : position + 40])


def _date(groups: dict[str, str | None]) -> str | None:
    year = groups.get("year")
    if not year:
        return None
    month = month_number(groups.get("m1") or groups.get("m2") or "")
    return parse_date(f"{year}-{month:02d}-{int(groups.get('d1') or groups.get('d2') or 0):02d}")
