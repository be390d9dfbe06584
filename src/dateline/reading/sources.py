"""From paths, folders, globs and "-" to files, one at a time."""

import os
from collections.abc import Iterable, Iterator
from glob import has_magic, iglob
from pathlib import Path

from dateline.errors import nearest
from dateline.reading.read_error import ReadError

STDIN = "-"

FORMATS: dict[str, str] = {
    ".txt": "text",
    ".text": "text",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".xhtml": "html",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".json": "json",
    ".csv": "csv",
    ".tsv": "tsv",
}
"""Suffixes that are read. A file without a suffix is read as plain text, and so is any file that is named itself."""

_UNREADABLE = frozenset([".pdf", ".doc", ".docx", ".odt", ".rtf", ".epub", ".gz", ".zip", ".xlsx", ".parquet"])


def find_files(inputs: Iterable[str | os.PathLike[str]]) -> Iterator[Path | ReadError]:
    """The files of the inputs in the order given, folders in the order of their names; "-" comes through as a path.

    A file in a folder that cannot hold text for us is left out, but for documents such as PDF, which are reported.
    """
    for item in inputs:
        name = os.fspath(item)
        if name == STDIN or os.path.isfile(name):
            yield Path(name)
        elif os.path.isdir(name):
            yield from _folder(name)
        elif has_magic(name):
            yield from _glob(name)
        elif os.path.exists(name):
            yield Path(name)  # a named pipe, or a process substitution of the shell
        else:
            yield ReadError(name, f"there is no such file or folder{_nearest_file(name)}")


def format_of(path: Path) -> str:
    """The name of the format by the suffix; plain text where the suffix says nothing."""
    return FORMATS.get(path.suffix.lower(), "text")


def _glob(pattern: str) -> Iterator[Path | ReadError]:
    found = False
    for name in sorted(iglob(pattern, recursive=True)):
        if os.path.isfile(name):
            found = True
            yield Path(name)
    if not found:
        yield ReadError(pattern, "no file matches")


def _folder(name: str) -> Iterator[Path | ReadError]:
    found = False
    for path in _walk(name):
        if isinstance(path, ReadError):
            yield path
        elif path.suffix.lower() in FORMATS or not path.suffix:
            found = True
            yield path
        elif path.suffix.lower() in _UNREADABLE:
            found = True
            yield ReadError(str(path), f"{path.suffix} files are not read; convert it to text or HTML first")
    if not found:
        yield ReadError(name, f"the folder holds no texts ({' '.join(FORMATS)})")


def _walk(name: str) -> Iterator[Path | ReadError]:
    errors: list[ReadError] = []
    walk = os.walk(name, onerror=lambda e: errors.append(ReadError(str(e.filename), e.strerror or "cannot be opened")))
    for folder, folders, files in walk:
        folders[:] = sorted(f for f in folders if not f.startswith("."))
        for file in sorted(files):
            if not file.startswith("."):
                yield Path(folder, file)
    yield from errors


def _nearest_file(name: str) -> str:
    parent, base = os.path.split(name)
    try:
        return nearest(base, os.listdir(parent or "."))
    except OSError:
        return ""
