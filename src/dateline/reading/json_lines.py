"""JSON Lines (streamed, of any size) and JSON files that hold a list, one object, or after all JSON Lines."""

from collections.abc import Iterable, Iterator
from io import BytesIO

import msgspec

from dateline.errors import InputError
from dateline.reading.decoding import decode
from dateline.reading.documents import ReadOptions
from dateline.reading.limits import MAX_JSON_BYTES, megabytes
from dateline.reading.lines import Line, Stream, open_lines
from dateline.reading.read_error import ReadError
from dateline.reading.rows import documents_of_row
from dateline.records.document import Document

_WRAPPERS = ("documents", "articles", "items", "data", "rows")


def read_json_lines(stream: Stream, *, head: bytes, options: ReadOptions, where: str) -> Iterator[Document | ReadError]:
    """The documents of a JSON Lines stream, in order, with a ReadError for each line that is none."""
    if head.lstrip()[:1] == b"[":
        yield from read_json(stream, options=options, where=where)
        return
    empty = True
    for line in open_lines(stream, head=head, newline="\n"):
        if line.problem:
            empty = False
            yield ReadError(where, line.problem, line.number)
        elif line.text.strip("\ufeff \t\r\n"):
            empty = False
            yield from _document(line, options, where)
    if empty:
        raise InputError("the file is empty")


def read_json(stream: Stream, *, options: ReadOptions, where: str) -> Iterator[Document | ReadError]:
    """The documents of a JSON file. Errors count items from 1, in the order of the list."""
    data = stream.read(MAX_JSON_BYTES + 1)
    if len(data) > MAX_JSON_BYTES:
        limit = megabytes(MAX_JSON_BYTES)
        raise InputError(f"a JSON list of more than {limit} is not read whole; write it as JSON Lines (.jsonl)")
    if not data.strip():
        raise InputError("the file is empty")
    text = decode(data).lstrip("\ufeff")
    try:
        value = msgspec.json.decode(text)
    except msgspec.DecodeError as error:
        if _starts_with_object(text):
            yield from read_json_lines(BytesIO(data), head=data[:4096], options=options, where=where)
            return
        raise InputError(f"malformed JSON: {_plain(error)}") from None
    for number, row in enumerate(_rows(value), start=1):
        item = f"{where}, item {number}"
        if isinstance(row, dict):
            for result in documents_of_row(row, options=options, where=where, line=number):
                yield ReadError(item, result.message) if isinstance(result, ReadError) else result
        else:
            yield ReadError(item, f"expected an object, found {_kind(row)}")


def _document(line: Line, options: ReadOptions, where: str) -> Iterator[Document | ReadError]:
    try:
        row = msgspec.json.decode(line.text.lstrip("\ufeff"))
    except msgspec.DecodeError as error:
        yield ReadError(where, f"malformed JSON: {_plain(error)}", line.number)
        return
    if isinstance(row, dict):
        yield from documents_of_row(row, options=options, where=where, line=line.number)
    else:
        yield ReadError(where, f"expected an object, found {_kind(row)}", line.number)


def _rows(value: object) -> Iterable[object]:
    if isinstance(value, list):
        return value
    if isinstance(value, dict):
        wrapped = next((value[name] for name in _WRAPPERS if isinstance(value.get(name), list)), None)
        if wrapped is not None and "text" not in value:
            return list(wrapped)
    return [value]


def _starts_with_object(text: str) -> bool:
    first = text.lstrip().partition("\n")[0]
    try:
        return isinstance(msgspec.json.decode(first), dict)
    except msgspec.DecodeError:
        return False


def _plain(error: Exception) -> str:
    return str(error).removeprefix("JSON is malformed: ")


def _kind(value: object) -> str:
    return {"NoneType": "null", "str": "a string", "list": "a list", "int": "a number", "float": "a number"}.get(
        type(value).__name__, type(value).__name__
    )
