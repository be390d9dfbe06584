"""Gold in the `gold_records` form: what a person coded in full, read from a JSON array or from JSON Lines."""

from pathlib import Path
from typing import TypeVar

import msgspec
from msgspec import Struct

from dateline.errors import InputError
from dateline.records import Span

T = TypeVar("T")


class GoldAgent(Struct, frozen=True):
    """Who takes part, by the names that count as right, with country and sector where the manual gives them."""

    names: tuple[str, ...] = ()
    country: str | None = None
    sector: str | None = None


class GoldPlace(Struct, frozen=True):
    """The place of an event: any of the names is right; `country` is null for seas and the like."""

    names: tuple[str, ...]
    country: str | None = None


class GoldCount(Struct, frozen=True):
    """A number as the text gives it; an open end is null."""

    min: int | None = None
    max: int | None = None


class GoldEffect(Struct, frozen=True):
    """People harmed or moved, things damaged. Without a count, the kind alone is compared."""

    kind: str
    count: GoldCount | None = None


class GoldEvent(Struct, frozen=True):
    """One happening. `alt` and `status_alt` count as right too; an optional event neither helps when it is missed nor
    hurts when it is found. Fields that are empty here are not scored."""

    id: str
    anchors: tuple[Span, ...]
    event: str
    alt: tuple[str, ...] = ()
    modes: tuple[str, ...] = ()
    actors: tuple[GoldAgent, ...] = ()
    recipients: tuple[GoldAgent, ...] = ()
    authorizers: tuple[GoldAgent, ...] = ()
    place: GoldPlace | None = None
    when: tuple[str, str] | None = None
    status: str = "actual"
    status_alt: tuple[str, ...] = ()
    responds_to: tuple[str, ...] = ()
    effects: tuple[GoldEffect, ...] = ()
    optional: bool = False


class GoldClaim(Struct, frozen=True):
    """One attribution relation; `source` is the name of who says so."""

    id: str
    source: str
    source_span: Span
    content: tuple[Span, ...]
    style: str | None = None
    factuality: str | None = None
    optional: bool = False


class GoldRecords(Struct, frozen=True):
    """The records of one text."""

    events: tuple[GoldEvent, ...]
    claims: tuple[GoldClaim, ...] = ()


class GoldDocument(Struct, frozen=True):
    """A text with its publication date and the records that a coder should find in it."""

    id: str
    text: str
    gold: GoldRecords
    date: str | None = None


def read_gold(path: Path) -> list[GoldDocument]:
    """The gold documents of a file, in order. Raises InputError naming the file (and line) when it has another form."""
    return read_structs(path, GoldDocument)


def read_structs(path: Path, form: type[T]) -> list[T]:
    """Records of one form from a file that holds a JSON array, one JSON object, or one object a line."""
    try:
        raw = path.read_bytes().strip()
    except OSError as error:
        raise InputError(error.strerror or str(error), where=str(path)) from error
    if not raw:
        raise InputError("the file is empty", where=str(path))
    if raw.startswith(b"["):
        return _decode(raw, list[form], str(path))  # type: ignore[valid-type]
    try:
        return [msgspec.json.decode(raw, type=form)]
    except msgspec.DecodeError:
        # Either one object a line, or one object that does not fit: the line-wise reading names the line.
        lines = enumerate(raw.splitlines(), start=1)
        return [_decode(line, form, f"{path}:{number}") for number, line in lines if line.strip()]


def _decode(raw: bytes, form: type[T], where: str) -> T:
    try:
        return msgspec.json.decode(raw, type=form)
    except msgspec.DecodeError as error:
        raise InputError(str(error), where=where) from error
