"""Documents: as read, and as coded."""

from typing import Literal

from msgspec import Struct

from dateline.records.claim import Claim
from dateline.records.entity import Entity
from dateline.records.event import Event
from dateline.records.span import Span
from dateline.records.time import Time

PublishedFrom = Literal["header", "metadata", "dateline", "option"]


class Document(Struct, frozen=True):
    """A text as it was read, cleaned once and then frozen: every span of the coding points into `text`.

    `published` is an ISO 8601 date or date-time; `dateline_place` is the place named in a dateline, kept because it is
    never by itself the place of an event. `source` says where it was read from (path, URL, "-").
    """

    id: str
    text: str
    published: str | None = None
    published_from: PublishedFrom | None = None
    publisher: str | None = None
    title: str | None = None
    url: str | None = None
    language: str | None = None
    source: str | None = None
    dateline_span: Span | None = None


class Coder(Struct, frozen=True):
    """Versions or hashes: enough to code the same text again and get the same records."""

    version: str
    model: str
    knowledge: str


class Uncoded(Struct, frozen=True):
    """A sentence that yielded no event, and the reason."""

    span: Span
    reason: str


class CodedDocument(Struct, frozen=True):
    """One coded document: the contract of docs/records.md, one JSON object a line."""

    id: str
    text: str
    published: str | None
    published_from: PublishedFrom | None
    publisher: str | None
    title: str | None
    url: str | None
    language: str | None
    sentences: tuple[Span, ...]
    entities: tuple[Entity, ...]
    times: tuple[Time, ...]
    events: tuple[Event, ...]
    claims: tuple[Claim, ...]
    uncoded: tuple[Uncoded, ...]
    coder: Coder
    source: str | None = None
