"""Plain text: headers and surrounding blank space are cut, the rest is the text."""

from dateline.reading.cleaning import clean
from dateline.reading.decoding import decode, refuse_binary
from dateline.reading.documents import ReadOptions, make_document
from dateline.reading.headers import find_headers
from dateline.records.document import Document


def read_text(data: bytes, *, options: ReadOptions, source: str) -> Document:
    """The document of a plain-text file. Raises InputError."""
    refuse_binary(data)
    text = clean(decode(data))
    headers = find_headers(text)
    body = text[headers.end :].strip()
    return make_document(body, headers.fields, options=options, published_from="header", source=source)
