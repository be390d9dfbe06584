"""Web pages: the article without what surrounds it, and what the page says about itself."""

import re
from datetime import date

from dateline.errors import InputError
from dateline.reading.cleaning import clean
from dateline.reading.dates import parse_date
from dateline.reading.decoding import decode, refuse_binary
from dateline.reading.documents import ReadOptions, make_document
from dateline.records.document import Document

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]+)", re.IGNORECASE)
_LANG = re.compile(r"<html[^>]*\slang\s*=\s*[\"']?([A-Za-z-]{2,12})", re.IGNORECASE)


def read_html(data: bytes, *, options: ReadOptions, source: str) -> Document:
    """The document of a saved web page. Raises InputError if no article is found in it."""
    refuse_binary(data)
    declared = _CHARSET.search(data[:4096])
    page = clean(decode(data, declared=declared[1].decode("ascii") if declared else None))
    text, fields = extract(page)
    if not text.strip():
        raise InputError("no article text was found in this page")
    return make_document(text, fields, options=options, published_from="metadata", source=source)


def extract(page: str) -> tuple[str, dict[str, str | None]]:
    """The article's text and the fields title, publisher, url, published, language, null where the page is silent.

    The date is one that the page states (metadata, structured data, a time element), never a guess from its words.
    """
    # Imported here because they cost 200 ms, and only pages need them.
    from htmldate import find_date
    from trafilatura import bare_extraction, html2txt

    found = bare_extraction(page, with_metadata=True, include_comments=False, include_tables=True)
    text = getattr(found, "text", None) or html2txt(page) or ""
    published = find_date(page, original_date=True, extensive_search=False, max_date=date.today().isoformat())
    language = _LANG.search(page[:4096])
    fields = {
        "title": _field(found, "title"),
        "publisher": _field(found, "sitename"),
        "url": _field(found, "url"),
        "published": parse_date(published) if published else None,
        "language": language[1].partition("-")[0].lower() if language else None,
    }
    return clean(text).strip(), fields


def _field(found: object, name: str) -> str | None:
    value = getattr(found, name, None)
    return value.strip() or None if isinstance(value, str) else None
