"""Documents out of what a reader found: fields checked, the identity worked out, the dateline looked for."""

from collections.abc import Mapping
from hashlib import sha256

from msgspec import Struct

from dateline.errors import InputError, SettingError
from dateline.reading.cleaning import storable
from dateline.reading.datelines import find_dateline
from dateline.reading.dates import parse_date
from dateline.records.document import Document, PublishedFrom


class ReadOptions(Struct, frozen=True):
    """What the caller said for all documents: `published` and `publisher` win over what a document says of itself,
    `id_field` and `text_field` name the columns of tables."""

    published: str | None = None
    publisher: str | None = None
    id_field: str | None = None
    text_field: str | None = None


def options_of(
    *, published: str | None, publisher: str | None, id_field: str | None = None, text_field: str | None = None
) -> ReadOptions:
    """The options, checked. Raises SettingError if `published` is not a date."""
    return ReadOptions(
        published=_published_option(published), publisher=publisher, id_field=id_field, text_field=text_field
    )


def _published_option(words: str | None) -> str | None:
    if words is None or not words.strip():
        return None
    value = parse_date(words)
    if value is None:
        raise SettingError(f"published: {words!r} is not a date; write it as 2021-02-25 or 2021-02-25T18:30")
    return value


def make_document(
    text: str,
    fields: Mapping[str, str | None],
    *,
    options: ReadOptions,
    published_from: PublishedFrom,
    source: str | None,
) -> Document:
    """The document of a text that is clean already. `published_from` says where `fields["published"]` was found.

    Without an id the document gets the hash of its text. What else is said of it may hold anything (a file name with
    broken bytes) and is made storable here. Raises InputError if there is no text at all.
    """
    if not text.strip():
        raise InputError("the text is empty")
    fields = {name: storable(value) if value else value for name, value in fields.items()}
    publisher = options.publisher and storable(options.publisher)
    published = options.published or fields.get("published")
    origin: PublishedFrom | None = "option" if options.published else published_from if published else None
    dateline = find_dateline(text)
    if dateline and dateline.date and not published:
        published, origin = dateline.date, "dateline"
    return Document(
        id=fields.get("id") or content_id(text),
        text=text,
        published=published,
        published_from=origin,
        publisher=publisher or fields.get("publisher"),
        title=fields.get("title"),
        url=fields.get("url"),
        language=fields.get("language"),
        source=source and storable(source),
        dateline_span=dateline.span if dateline else None,
    )


def document_from_text(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
) -> Document:
    """The document of a text that the caller holds already. The text is kept as it is, but for characters that
    cannot be stored (NUL, control characters), which become spaces so that offsets stay right."""
    options = options_of(published=published, publisher=publisher)
    fields = {"id": id, "title": title, "url": url}
    return make_document(storable(text), fields, options=options, published_from="option", source=None)


def content_id(text: str) -> str:
    """The identity of a document that brought none: `sha256:` and 16 hexadecimal digits of its text."""
    return "sha256:" + sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
