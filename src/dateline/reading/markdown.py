"""Markdown: front matter becomes fields, markup is taken off, the words stay."""

import re

from dateline.reading.cleaning import clean
from dateline.reading.dates import parse_date
from dateline.reading.decoding import decode, refuse_binary
from dateline.reading.documents import ReadOptions, make_document
from dateline.reading.headers import KEYS, find_headers
from dateline.records.document import Document

_FRONT = re.compile(r"\s*(?P<fence>---|\+\+\+)[ \t]*\n(?P<body>.*?)\n(?P=fence)[ \t]*(?:\n|$)", re.DOTALL)
_FIELD = re.compile(r"^(?P<key>[A-Za-z][\w -]*?)\s*[:=]\s*(?P<value>\S.*?)\s*$", re.MULTILINE)
_HEADING = re.compile(r"^#{1,6}[ \t]+(?P<title>.*?)[ \t]*#*$", re.MULTILINE)

_STEPS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"<!--.*?-->", re.DOTALL), ""),
    (re.compile(r"^[ \t]*(?:```|~~~)[^\n]*$", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*\[[^\]\n]+\]:[ \t]+\S+.*$", re.MULTILINE), ""),  # [1]: https://...
    (re.compile(r"^[ \t]*(?:[-*_][ \t]*){3,}$", re.MULTILINE), ""),
    (re.compile(r"^(?P<title>[^\n]*\S[^\n]*)\n(?:=+|-{2,})[ \t]*$", re.MULTILINE), r"\g<title>\n"),
    (_HEADING, r"\g<title>"),
    (re.compile(r"^(?:[ \t]*>)+[ \t]?", re.MULTILINE), ""),
    (re.compile(r"^[ \t]*\|?[ \t]*:?-{2,}:?[ \t]*(?:\|[ \t]*:?-{2,}:?[ \t]*)*\|?[ \t]*$", re.MULTILINE), ""),
    (re.compile(r"!\[[^\]\n]*\]\([^)\n]*\)"), ""),
    (re.compile(r"\[(?P<words>[^\]\n]+)\]\([^()\n]*(?:\([^()\n]*\)[^()\n]*)*\)"), r"\g<words>"),
    (re.compile(r"\[(?P<words>[^\]\n^]+)\]\[[^\]\n]*\]"), r"\g<words>"),
    (re.compile(r"\[\^[^\]\n]+\]"), ""),
    (re.compile(r"<(?P<url>https?://[^>\s]+)>"), r"\g<url>"),
    (re.compile(r"</?[A-Za-z][^<>\n]*>"), ""),
    (re.compile(r"(?P<mark>\*\*\*|\*\*|\*)(?=\S)(?P<words>[^*\n]+?)(?<=\S)(?P=mark)"), r"\g<words>"),
    (re.compile(r"(?<!\w)(?P<mark>___|__|_)(?=\S)(?P<words>[^_\n]+?)(?<=\S)(?P=mark)(?!\w)"), r"\g<words>"),
    (re.compile(r"~~(?P<words>[^~\n]+)~~"), r"\g<words>"),
    (re.compile(r"(?P<mark>`+)(?P<words>[^`\n]+)(?P=mark)"), r"\g<words>"),
    (re.compile(r"\\(?P<mark>[\\`*_{}\[\]()#+\-.!|>~])"), r"\g<mark>"),
    (re.compile(r"[ \t]+$", re.MULTILINE), ""),
    (re.compile(r"\n{3,}"), "\n\n"),
)


def read_markdown(data: bytes, *, options: ReadOptions, source: str) -> Document:
    """The document of a Markdown file. Its title is that of the front matter, else its first heading."""
    refuse_binary(data)
    text = clean(decode(data))
    fields, body = _front_matter(text)
    headers = find_headers(body)
    fields |= headers.fields
    body = body[headers.end :]
    heading = _HEADING.search(body)
    if heading and "title" not in fields:
        fields["title"] = strip_markup(heading["title"])
    return make_document(strip_markup(body), fields, options=options, published_from="header", source=source)


def strip_markup(text: str) -> str:
    """The words of a Markdown text, without front matter. Bullets and list numbers stay: they divide sentences."""
    for pattern, replacement in _STEPS:
        text = pattern.sub(replacement, text)
    return text.strip()


def _front_matter(text: str) -> tuple[dict[str, str], str]:
    found = _FRONT.match(text)
    if found is None:
        return {}, text
    fields: dict[str, str] = {}
    for line in _FIELD.finditer(found["body"]):
        name = KEYS.get(line["key"].lower())
        value = line["value"].strip("\"'")
        if name == "published":
            value = parse_date(value) or ""
        if name and value:
            fields.setdefault(name, value)
    return fields, text[found.end() :]
