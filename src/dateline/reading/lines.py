"""Lines of a table file, one at a time, none longer than the limit, bad bytes reported and not fatal."""

import re
from collections.abc import Iterator
from io import BufferedReader, BytesIO, TextIOWrapper
from typing import TextIO

from msgspec import Struct

from dateline.errors import InputError
from dateline.reading.decoding import encoding_by_mark, refuse_binary, wrong_encoding
from dateline.reading.limits import MAX_DOCUMENT_BYTES, megabytes

Stream = BufferedReader | BytesIO

_UNDECODED = re.compile("[\udc80-\udcff]")


class Line(Struct, frozen=True):
    """One line with its number from 1. `problem` says why its text cannot be used, null when it can."""

    number: int
    text: str
    problem: str | None = None


def open_lines(stream: Stream, *, head: bytes, newline: str) -> Iterator[Line]:
    """The lines of a stream whose first bytes are `head` (peeked, not consumed). Raises InputError for binary data.

    `newline` as for `open`: "\\n" for JSON Lines, "" for CSV, whose fields may hold line ends.
    """
    refuse_binary(head)
    encoding = encoding_by_mark(head) or "utf-8"
    errors = "surrogateescape" if encoding.startswith("utf-8") else "strict"
    text = TextIOWrapper(stream, encoding=encoding, errors=errors, newline=newline)
    try:
        yield from _lines(text)
    except UnicodeDecodeError as error:
        raise InputError(f"byte {error.start} of a block is not valid {encoding.upper()}") from None


def _lines(text: TextIO) -> Iterator[Line]:
    number = 0
    while line := text.readline(MAX_DOCUMENT_BYTES):
        number += 1
        if len(line) >= MAX_DOCUMENT_BYTES and not line.endswith(("\n", "\r")):
            while rest := text.readline(MAX_DOCUMENT_BYTES):
                if rest.endswith(("\n", "\r")):
                    break
            yield Line(number, "", f"the line is longer than {megabytes(MAX_DOCUMENT_BYTES)}")
            continue
        bad = None if line.isascii() else _UNDECODED.search(line)
        if bad:
            raw = line.encode("utf-8", "surrogateescape")
            offset = len(line[: bad.start()].encode("utf-8", "surrogateescape"))
            yield Line(number, line[:0], wrong_encoding(raw, offset, "utf-8"))
        else:
            yield Line(number, line)
