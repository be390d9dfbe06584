"""Reading: inputs in, documents and read errors out, one at a time."""

import os
import sys
from collections.abc import Callable, Iterable, Iterator
from io import BufferedIOBase, BufferedReader
from pathlib import Path
from typing import cast

from dateline.errors import InputError
from dateline.reading.documents import ReadOptions, options_of
from dateline.reading.html import read_html
from dateline.reading.limits import MAX_DOCUMENT_BYTES, megabytes
from dateline.reading.markdown import read_markdown
from dateline.reading.read_error import ReadError
from dateline.reading.sources import STDIN, find_files, format_of
from dateline.reading.text import read_text
from dateline.records.document import Document

_WHOLE: dict[str, Callable[..., Document]] = {"text": read_text, "markdown": read_markdown, "html": read_html}
_PEEK = 4096


def read(
    inputs: str | os.PathLike[str] | Iterable[str | os.PathLike[str]],
    *,
    published: str | None = None,
    publisher: str | None = None,
    id_field: str | None = None,
    text_field: str | None = None,
) -> Iterator[Document | ReadError]:
    """The documents of files, folders, globs and standard input ("-"), in order, read as they are asked for.

    What cannot be read comes as a ReadError in its place and the others go on. `published` and `publisher` hold for
    all documents and win over what a document says of itself. Raises SettingError if `published` is not a date.
    """
    options = options_of(published=published, publisher=publisher, id_field=id_field, text_field=text_field)
    listed = [inputs] if isinstance(inputs, str | os.PathLike) else inputs
    return _read_all(listed, options)


def _read_all(inputs: Iterable[str | os.PathLike[str]], options: ReadOptions) -> Iterator[Document | ReadError]:
    for file in find_files(inputs):
        if isinstance(file, ReadError):
            yield file
            continue
        where = str(file)
        try:
            yield from _read_file(file, options, where)
        except InputError as error:
            yield ReadError(where, str(error))
        except OSError as error:
            yield ReadError(where, error.strerror or str(error))
        except Exception as error:  # a parser that stumbles over one strange file must not end the run
            yield ReadError(where, f"could not be read: {type(error).__name__}: {error}")


def _read_file(file: Path, options: ReadOptions, where: str) -> Iterator[Document | ReadError]:
    if where == STDIN:
        stream = cast(BufferedReader, sys.stdin.buffer)
        yield from _read_stream(stream, _format_by_look(stream.peek(_PEEK)), options, where)
        return
    with open(file, "rb") as stream:
        yield from _read_stream(stream, format_of(file), options, where)


def _read_stream(
    stream: BufferedReader, format: str, options: ReadOptions, where: str
) -> Iterator[Document | ReadError]:
    if format in _WHOLE:
        yield _WHOLE[format](_whole(stream), options=options, source=where)
        return
    head = stream.peek(_PEEK)[:_PEEK]
    if not head:
        raise InputError("the file is empty")
    if format == "json":
        from dateline.reading.json_lines import read_json

        yield from read_json(stream, options=options, where=where)
    elif format == "jsonl":
        from dateline.reading.json_lines import read_json_lines

        yield from read_json_lines(stream, head=head, options=options, where=where)
    else:
        from dateline.reading.csv_rows import read_csv

        delimiter = "\t" if format == "tsv" else None
        yield from read_csv(stream, head=head, options=options, where=where, delimiter=delimiter)


def _whole(stream: BufferedIOBase) -> bytes:
    data = stream.read(MAX_DOCUMENT_BYTES + 1)
    if len(data) > MAX_DOCUMENT_BYTES:
        limit = megabytes(MAX_DOCUMENT_BYTES)
        raise InputError(f"the document is longer than {limit}; divide it, or write its parts as JSON Lines (.jsonl)")
    if not data.strip():
        raise InputError("the file is empty")
    return data


def _format_by_look(head: bytes) -> str:
    """Standard input has no suffix: an object or a list is JSON Lines, a tag is a page, the rest is plain text."""
    start = head.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    if start.startswith((b'{"', b"[{", b"{ ", b"[ {", b"[\n", b"{\n")):
        return "jsonl"
    if start.startswith((b"<!doctype html", b"<html", b"<head", b"<body")) or b"<html" in start:
        return "html"
    return "text"
