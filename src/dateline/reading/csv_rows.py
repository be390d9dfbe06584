"""CSV and TSV tables, streamed."""

import csv
from collections.abc import Iterator

from dateline.errors import InputError
from dateline.reading.documents import ReadOptions
from dateline.reading.limits import MAX_DOCUMENT_BYTES
from dateline.reading.lines import Line, Stream, open_lines
from dateline.reading.read_error import ReadError
from dateline.reading.rows import check_columns, documents_of_row
from dateline.records.document import Document


class _Source:
    """Feeds the csv reader and remembers the trouble of the lines it handed over.

    A class and not a generator: the csv reader goes on after an error, a generator that raised would be finished.
    """

    def __init__(self, lines: Iterator[Line]) -> None:
        self.lines = lines
        self.number = 0
        self.problem: Line | None = None

    def __iter__(self) -> "_Source":
        return self

    def __next__(self) -> str:
        line = next(self.lines)
        self.number = line.number
        if line.problem:
            self.problem = line
            return "\n"
        return line.text


def read_csv(
    stream: Stream, *, head: bytes, options: ReadOptions, where: str, delimiter: str | None = None
) -> Iterator[Document | ReadError]:
    """The documents of a table with a header row; the line of an error is the last line of its row.

    Without a `delimiter` it is the one of comma, semicolon and tab that the header row has most of.
    """
    csv.field_size_limit(MAX_DOCUMENT_BYTES)
    source = _Source(open_lines(stream, head=head, newline=""))
    first = next(source, None)
    if first is None or not first.strip("\ufeff\r\n"):
        raise InputError(source.problem.problem or "" if source.problem else "the file is empty")
    first = first.lstrip("\ufeff")
    separator = delimiter or max(",;\t", key=first.count)
    # The header row itself may hold quoted line ends; they are rare enough to be an error of their own.
    names = next(csv.reader([first], delimiter=separator))
    check_columns(names, options)
    rows = csv.reader(source, delimiter=separator)
    empty = True
    while True:
        try:
            cells = next(rows)
        except StopIteration:
            break
        except csv.Error as error:
            empty = False
            yield ReadError(where, f"malformed row: {error}", source.number)
            continue
        if source.problem:
            empty = False
            yield ReadError(where, source.problem.problem or "", source.problem.number)
            source.problem = None
            continue
        if not any(cells):
            continue
        empty = False
        if len(cells) > len(names):
            message = (
                f"the row has {len(cells)} fields, the header {len(names)}; a field with {separator!r} needs quotes"
            )
            yield ReadError(where, message, source.number)
            continue
        row = dict(zip(names, cells, strict=False))
        yield from documents_of_row(row, options=options, where=where, line=source.number)
    if empty:
        raise InputError("the table has a header and no rows")
