"""Header lines and prefixes of plain-text files: `date 2022-03-14`, `Title: ...`, `Source: ...`.

Recognized headers are cut from the text. A line counts only at the top of the file, only with a known key, and a date
only with a value that is one: a body that happens to begin "Source: ..." in its second paragraph is left alone.
"""

import re

from msgspec import Struct

from dateline.reading.dates import parse_date

KEYS = {
    "date": "published",
    "published": "published",
    "publication date": "published",
    "title": "title",
    "headline": "title",
    "source": "publisher",
    "publisher": "publisher",
    "url": "url",
    "link": "url",
    "id": "id",
}

_LINE = re.compile(r"[ \t]*(?P<key>[A-Za-z]+(?: [A-Za-z]+)?)[ \t]*:[ \t]*(?P<value>[^\n]*\S)[ \t]*(?:\n|$)")
_DATE_LINE = re.compile(r"[ \t]*(?:date|published)[ \t:]+(?P<value>[^\n]{6,40}?)[ \t]*(?:\n|$)", re.IGNORECASE)
_DATE_PREFIX = re.compile(
    r"[ \t]*(?:date|published)[ \t:]+"
    r"(?P<value>\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?)[ \t,;:.|]+(?=\S)",
    re.IGNORECASE,
)
_BARE_LINE = re.compile(r"[ \t]*(?P<value>[^\n]{8,40}?)[ \t]*(?:\n|$)")
_BLANK = re.compile(r"\s*")


class Headers(Struct, frozen=True):
    """The fields that stood at the top, and where the text proper begins."""

    fields: dict[str, str]
    end: int


def find_headers(text: str) -> Headers:
    """The headers at the top of a plain text; empty and 0 when there are none."""
    fields: dict[str, str] = {}
    position = end = _after_blank(text, 0)
    while position < len(text):
        found = _header_at(text, position)
        if found is None:
            break
        name, value, position = found
        if name in fields:
            break
        fields[name] = value
        end = position = _after_blank(text, position)
    return Headers(fields, end if fields else 0)


def _header_at(text: str, position: int) -> tuple[str, str, int] | None:
    for pattern in (_DATE_LINE, _DATE_PREFIX):
        found = pattern.match(text, position)
        value = parse_date(found["value"]) if found else None
        if found and value:
            return "published", value, found.end()
    line = _BARE_LINE.match(text, position)
    value = parse_date(line["value"]) if line else None
    if line and value:
        return "published", value, line.end()
    found = _LINE.match(text, position)
    name = KEYS.get(found["key"].lower()) if found else None
    if found is None or name is None:
        return None
    if name == "published":
        return None
    if name == "url" and not found["value"].startswith(("http://", "https://", "www.")):
        return None
    return name, found["value"], found.end()


def _after_blank(text: str, position: int) -> int:
    match = _BLANK.match(text, position)
    return match.end() if match else position
