"""Rows of tables: which column is what, and the document of one row."""

from collections.abc import Iterator, Mapping, Sequence

from dateline.errors import InputError, nearest
from dateline.reading.cleaning import storable
from dateline.reading.dates import parse_date
from dateline.reading.documents import ReadOptions, make_document
from dateline.reading.read_error import ReadError
from dateline.records.document import Document

FIELDS: dict[str, tuple[str, ...]] = {
    "id": ("id", "doc_id", "document_id", "uid"),
    "text": ("text", "body", "content"),
    "published": ("published", "date", "published_at", "publication_date", "pub_date"),
    "publisher": ("publisher", "source"),
    "title": ("title", "headline"),
    "url": ("url", "link"),
    "language": ("language", "lang"),
}
"""Names that are understood without options, the best first; upper and lower case are the same."""


def documents_of_row(
    row: Mapping[str, object], *, options: ReadOptions, where: str, line: int
) -> Iterator[Document | ReadError]:
    """The document of a row. A date that cannot be understood is reported, and the text is still read without it."""
    try:
        fields = _fields(row, options)
        text = _text(row, options)
        published = fields.get("published")
        if published and not options.published:
            fields["published"] = parse_date(published)
            if fields["published"] is None:
                advice = "write it as 2021-02-25; the text was read without its date"
                yield ReadError(where, f"{published!r} is not a date of publication; {advice}", line)
        yield make_document(storable(text), fields, options=options, published_from="metadata", source=where)
    except InputError as error:
        yield ReadError(where, str(error), line)


def check_columns(names: Sequence[str], options: ReadOptions) -> None:
    """Raises InputError if a table with these columns can hold no text, or lacks a column that was asked for."""
    _column(dict.fromkeys(names), "text", options.text_field)
    if options.id_field:
        _column(dict.fromkeys(names), "id", options.id_field)


def _text(row: Mapping[str, object], options: ReadOptions) -> str:
    column = _column(row, "text", options.text_field)
    value = row[column]
    if not isinstance(value, str):
        kind = "null" if value is None else type(value).__name__
        raise InputError(f"the field {column!r} should hold text, it holds {kind}")
    return value


def _fields(row: Mapping[str, object], options: ReadOptions) -> dict[str, str | None]:
    fields: dict[str, str | None] = {}
    lower = {name.strip().lower(): name for name in row}
    for field, names in FIELDS.items():
        if field == "text":
            continue
        known = next((lower[name] for name in names if name in lower and _words(row[lower[name]])), None)
        fields[field] = _words(row[known]) if known is not None else None
    if options.id_field:
        fields["id"] = _words(row[_column(row, "id", options.id_field)])
    return fields


def _column(row: Mapping[str, object], field: str, asked: str | None) -> str:
    if asked is not None:
        if asked in row:
            return asked
        raise InputError(f"there is no field {asked!r}{nearest(asked, list(row))}; there are {_listed(row)}")
    lower = {name.strip().lower(): name for name in row}
    found = next((lower[name] for name in FIELDS[field] if name in lower), None)
    if found is None:
        close = nearest(field, list(row))
        raise InputError(f"there is no field {field!r}{close}; there are {_listed(row)}; name it with --{field}-field")
    return found


def _words(value: object) -> str | None:
    if isinstance(value, bool) or not isinstance(value, str | int | float):
        return None
    return storable(str(value)).strip() or None


def _listed(row: Mapping[str, object]) -> str:
    names = [repr(name) for name in row]
    return ", ".join(names[:12]) + (" ..." if len(names) > 12 else "") if names else "none"
