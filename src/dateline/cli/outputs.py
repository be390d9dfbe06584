"""Where coded documents go: a file by its suffix, standard output, the terminal, a page.

Every writer finishes a document before the next is coded, so that an interrupted run keeps all that was done.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import click

from dateline.errors import SettingError, nearest
from dateline.records.document import CodedDocument

Writer = Callable[[CodedDocument], None]

SUFFIXES = (".jsonl", ".ndjson", ".csv")


@contextmanager
def file_writer(path: Path) -> Iterator[Writer]:
    """Writes JSON Lines or CSV as the suffix says. Raises SettingError if the file cannot be one of them."""
    suffix = path.suffix.lower()
    check_output(path, SUFFIXES)
    if suffix == ".csv":
        from dateline.export.table import TableWriter

        with open(path, "w", encoding="utf-8", newline="") as stream:
            table = TableWriter(stream)

            def write_rows(document: CodedDocument) -> None:
                table.write(document)
                stream.flush()

            yield write_rows
        return
    from dateline.export.jsonl import to_line

    with open(path, "wb") as lines:

        def write_line(document: CodedDocument) -> None:
            lines.write(to_line(document))
            lines.flush()

        yield write_line


@contextmanager
def page_writer(path: Path) -> Iterator[Writer]:
    """Writes one HTML page of all documents; its end is written even if the run is interrupted."""
    check_output(path, (".html", ".htm"))
    from dateline.export.html import PageWriter

    with open(path, "w", encoding="utf-8") as stream:
        page = PageWriter(stream)
        try:
            yield page.write
        finally:
            page.close()


def json_writer() -> Writer:
    """Writes JSON Lines to standard output."""
    from dateline.export.jsonl import to_line

    stream = sys.stdout.buffer

    def write(document: CodedDocument) -> None:
        stream.write(to_line(document))
        stream.flush()

    return write


def card_writer(*, why: bool) -> Writer:
    """Prints cards to the terminal."""
    from rich.console import Console

    from dateline.export.terminal import show

    console = Console(highlight=False)

    def write(document: CodedDocument) -> None:
        show(document, console, why=why)

    return write


def check_output(path: Path, suffixes: tuple[str, ...]) -> None:
    """Raises SettingError if the file cannot be written to, before anything is coded for it."""
    if path.suffix.lower() not in suffixes:
        close = nearest(path.suffix.lower(), list(suffixes))
        raise SettingError(f"{path}: the name should end in {' or '.join(suffixes)}{close}")
    if path.is_dir():
        raise SettingError(f"{path}: this is a folder, a file is wanted")
    if not path.parent.is_dir():
        raise SettingError(f"{path}: there is no folder {str(path.parent)!r}")


def refuse_overwriting_inputs(outputs: list[Path], inputs: tuple[str, ...]) -> None:
    """Raises SettingError if an output is one of the inputs: it would be emptied before it is read."""
    for output in outputs:
        for name in inputs:
            if output.exists() and os.path.exists(name) and os.path.samefile(output, name):
                raise SettingError(f"{output}: is an input as well; write to another file")


def complain(message: object) -> None:
    """One line on standard error."""
    click.echo(f"error: {message}", err=True)
