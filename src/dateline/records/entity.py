"""Entities: actors, places and things that take part."""

from typing import Literal

from msgspec import Struct

from dateline.records.span import Span

EntityKind = Literal[
    "person",
    "organization",
    "armed_group",
    "military",
    "government",
    "country",
    "population",
    "place",
    "facility",
    "weapon",
    "other",
]
MentionForm = Literal["name", "nominal", "pronoun"]
AffiliationRelation = Literal["member_of", "part_of", "backed_by", "nationality", "alias_of"]


class Mention(Struct, frozen=True):
    """One place in the text where an entity is named: the whole phrase, the span of its head word, and its form."""

    span: Span
    head: Span
    form: MentionForm


class Count(Struct, frozen=True):
    """A number as the text gives it. "At least 12" has no `max`; "no" is 0 to 0; "about 30" sets `approximate`."""

    min: int | None
    max: int | None
    span: Span
    approximate: bool = False


class Role(Struct, frozen=True):
    """An office or title, the words that state it (null when the dated knowledge does), and the body it is held in."""

    title: str
    span: Span | None
    organization: str | None = None
    certainty: str | None = None


class Affiliation(Struct, frozen=True):
    """What an entity belongs to or is backed by. Backing and nationality are relations, never its own country."""

    relation: AffiliationRelation
    entity: str | None = None
    country: str | None = None
    span: Span | None = None


class Place(Struct, frozen=True):
    """Where a place entity lies. `precision`: 1 exact, 2 near, 3 second-order division, 4 first-order division or
    region, 5 line or area feature, 6 country, 7 international water or air. Coordinates are WGS 84 degrees."""

    lat: float | None
    lon: float | None
    geonames_id: int | None
    country: str | None
    admin1: str | None
    feature: str | None
    precision: int


class Entity(Struct, frozen=True):
    """Someone or something that takes part, with every mention of it in the document."""

    id: str
    name: str
    kind: EntityKind
    mentions: tuple[Mention, ...]
    country: str | None = None
    sector: str | None = None
    roles: tuple[Role, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    count: Count | None = None
    place: Place | None = None
    ids: dict[str, str] = {}
