"""CSV: one row an event, for spreadsheets and statistics packages.

Lists are joined by "; " in one order throughout, so that the third actor belongs to the third actor id. What a flat
row cannot carry: spans other than the anchor, mentions of entities, claims without an event, and reasons.
"""

import csv
import re
from collections.abc import Callable, Iterable, Iterator
from typing import IO, NamedTuple

from dateline.export.cards import sentences_of
from dateline.export.wording import effect_words
from dateline.records.claim import Claim
from dateline.records.document import CodedDocument
from dateline.records.entity import Entity
from dateline.records.event import Event


class _Row(NamedTuple):
    document: CodedDocument
    event: Event
    entities: dict[str, Entity]
    claims: dict[str, Claim]

    def agents(self, ids: tuple[str, ...]) -> list[Entity]:
        return [self.entities[id] for id in ids]

    def place(self) -> Entity | None:
        return self.entities[self.event.place] if self.event.place else None

    def words(self, span: tuple[int, int]) -> str:
        return " ".join(self.document.text[span[0] : span[1]].split())


class Column(NamedTuple):
    """A column: its name, what it holds (for the reference), and how it is read from a record."""

    name: str
    meaning: str
    read: Callable[[_Row], object]


def _join(values: Iterable[object]) -> str:
    """Empty members stay, so that parallel lists keep their positions; an all-empty list is an empty cell."""
    parts = ["" if value is None else str(value) for value in values]
    return "; ".join(parts) if any(parts) else ""


def _agents(field: str, words: str) -> tuple[Column, ...]:
    def read(pick: Callable[[Entity], object]) -> Callable[[_Row], object]:
        return lambda row: _join(pick(entity) for entity in row.agents(getattr(row.event, field)))

    return (
        Column(field, f"names of {words}", read(lambda entity: entity.name)),
        Column(f"{field}_ids", "their ids in the document", read(lambda entity: entity.id)),
        Column(f"{field}_countries", "their countries, ISO 3166-1 alpha-3", read(lambda entity: entity.country)),
        Column(f"{field}_sectors", "their PLOVER sectors", read(lambda entity: entity.sector)),
    )


def _place(pick: Callable[[Entity], object]) -> Callable[[_Row], object]:
    def read(row: _Row) -> object:
        place = row.place()
        return pick(place) if place else None

    return read


def _claims(pick: Callable[[_Row, str], object]) -> Callable[[_Row], object]:
    return lambda row: _join(pick(row, id) for id in row.event.claims)


def _source(row: _Row, id: str) -> str:
    claim = row.claims[id]
    if claim.source in row.entities:
        return row.entities[claim.source or ""].name
    return row.words(claim.source_span) if claim.source_span else ""


def _claim_field(field: str) -> Callable[[_Row], object]:
    return _claims(lambda row, id: getattr(row.claims[id], field))


def _cue(row: _Row, id: str) -> str:
    claim = row.claims[id]
    return row.words(claim.cue) if claim.cue else ""


def _sentence(row: _Row) -> str:
    spans = sentences_of((row.event.anchor,), row.document.sentences)
    return " ".join(row.words(span) for span in spans)


COLUMNS: tuple[Column, ...] = (
    Column("document", "id of the document", lambda row: row.document.id),
    Column("published", "date of publication", lambda row: row.document.published),
    Column("publisher", "publisher", lambda row: row.document.publisher),
    Column("title", "title", lambda row: row.document.title),
    Column("url", "address", lambda row: row.document.url),
    Column("event_id", "id of the event in the document", lambda row: row.event.id),
    Column("event", "PLOVER type", lambda row: row.event.event),
    Column("modes", "PLOVER modes", lambda row: _join(row.event.modes)),
    Column("contexts", "PLOVER contexts", lambda row: _join(row.event.contexts)),
    Column("cameo", "CAMEO code", lambda row: row.event.cameo),
    Column("quad", "quad class", lambda row: row.event.quad),
    Column("score", "conflict-cooperation score", lambda row: row.event.score),
    Column("status", "actual, ongoing, future, hypothetical or negated", lambda row: row.event.status),
    Column("historical", "true for background from another period", lambda row: str(row.event.historical).lower()),
    Column("anchor", "the words that name the event best", lambda row: row.words(row.event.anchor)),
    Column("anchor_start", "where they begin: code points from the start", lambda row: row.event.anchor[0]),
    Column("anchor_end", "where they end", lambda row: row.event.anchor[1]),
    *_agents("actors", "those who act"),
    *_agents("recipients", "those acted upon"),
    *_agents("authorizers", "those who ordered it"),
    Column("instruments", "with what", lambda row: _join(e.name for e in row.agents(row.event.instruments))),
    Column("objects", "the things it was done to", lambda row: _join(e.name for e in row.agents(row.event.objects))),
    Column("place", "where it happened", _place(lambda place: place.name)),
    Column("place_country", "country of the place", _place(lambda place: place.place and place.place.country)),
    Column("lat", "latitude", _place(lambda place: place.place and place.place.lat)),
    Column("lon", "longitude", _place(lambda place: place.place and place.place.lon)),
    Column("geonames_id", "GeoNames id of the place", _place(lambda place: place.place and place.place.geonames_id)),
    Column("place_precision", "1 exact to 7", _place(lambda place: place.place and place.place.precision)),
    Column("from", "first moment, ISO 8601", lambda row: row.event.when and row.event.when.from_),
    Column("to", "end, not included", lambda row: row.event.when and row.event.when.to),
    Column("when_precision", "time, day, month ...", lambda row: row.event.when and row.event.when.precision),
    Column(
        "when_inferred",
        "true if the time follows from the date of publication only",
        lambda row: str(row.event.when.inferred).lower() if row.event.when else "",
    ),
    Column("count", "how often it happened, lowest", lambda row: row.event.count and row.event.count.min),
    Column("effects", "harm and damage", lambda row: _join(effect_words(e) for e in row.event.effects)),
    Column("responds_to", "ids of the events it answers", lambda row: _join(row.event.responds_to)),
    Column("purpose", "the stated aim", lambda row: _join(row.words(span) for span in row.event.purpose)),
    Column("part_of", "id of the event it is part of", lambda row: row.event.part_of),
    Column("claim_ids", "claims that it stands in; empty: the publisher's own voice", lambda r: _join(r.event.claims)),
    Column("sources", "who says so", _claims(_source)),
    Column("cues", "in which words they say so", _claims(_cue)),
    Column("styles", "direct, indirect or mixed", _claim_field("style")),
    Column("factuality", "FactBank value that each source gives", _claim_field("factuality")),
    Column("confidence", "0 to 1: how likely the event is there, with this type", lambda row: row.event.confidence),
    Column("sentence", "the sentence of the anchor", _sentence),
)


def header() -> list[str]:
    """The names of the columns."""
    return [column.name for column in COLUMNS]


def rows_of(document: CodedDocument) -> Iterator[list[object]]:
    """One row for each event of the document, none for a document without events."""
    entities = {entity.id: entity for entity in document.entities}
    claims = {claim.id: claim for claim in document.claims}
    for event in document.events:
        row = _Row(document, event, entities, claims)
        yield [_cell(column.read(row)) for column in COLUMNS]


_BREAKS = re.compile(r"\s*[\n\r\v\f\x1c-\x1e\x85\u2028\u2029]\s*")


def _cell(value: object) -> object:
    """The value on one line: the csv module leaves a bare carriage return unquoted, and readers end the row there."""
    if value is None:
        return ""
    return _BREAKS.sub(" ", value) if isinstance(value, str) else value


class TableWriter:
    """Writes rows as CSV into a text stream that was opened with `newline=""`."""

    def __init__(self, stream: IO[str]) -> None:
        self._writer = csv.writer(stream, lineterminator="\n")
        self._writer.writerow(header())

    def write(self, document: CodedDocument) -> None:
        """Writes the rows of one document."""
        self._writer.writerows(rows_of(document))
