"""From linked phrases to entity records: the best name, kind, country and sector that the mentions give together."""

from collections.abc import Mapping, Sequence

import msgspec

from dateline.knowledge.countries import load_countries
from dateline.language.analysis import Sentence
from dateline.records.entity import Affiliation, Count, Entity, EntityKind, Mention, Place, Role
from dateline.resolving.clusters import Item
from dateline.resolving.places import ResolvedPlace
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import TokenKey
from dateline.resolving.surroundings import Surroundings, holds_office, is_state_body

_SPEAKS_FOR: dict[str, EntityKind] = {"GOV": "government", "MIL": "military", "REB": "armed_group"}
_LANDED = frozenset({"population", "military", "government", "organization", "armed_group", "person"})
_NO_SECTOR = frozenset({"place", "country", "facility", "weapon", "other"})
_STRONG: dict[str, int] = {
    "person": 6,
    "armed_group": 6,
    "military": 5,
    "government": 5,
    "organization": 4,
    "country": 4,
    "population": 3,
}


def entity_of(
    id_: str,
    group: Sequence[Item],
    *,
    sentences: Sequence[Sentence],
    places: Mapping[TokenKey, ResolvedPlace],
    counts: Mapping[TokenKey, Count],
    surroundings: Surroundings,
) -> Entity:
    """The record of one participant; `group` are its mentions in text order."""
    best = max(group, key=lambda item: (_rank(item), -item.sentence, -item.head))
    kind: EntityKind = best.kind  # type: ignore[assignment]
    place = _place_of(best, places)
    country = _country_of(best, group, place, surroundings)
    stated = [(item.sentence, item.head) for item in group if item.reading.form != "pronoun"]
    count = next((counts[key] for key in stated if key in counts), None)
    affiliations: dict[Affiliation, None] = {}
    for item in group:
        affiliations.update(dict.fromkeys(item.reading.affiliations))
    return Entity(
        id=id_,
        name=_name_of(best, group, places),
        kind=kind,
        mentions=tuple(_mention(sentences[item.sentence], item.reading) for item in group),
        country=country,
        sector=_sector_of(best, group, country),
        roles=_roles_of(group),
        affiliations=tuple(affiliations),
        count=count if kind not in ("place", "country") else None,
        place=place,
        ids={"geonames": str(place.geonames_id)}
        if place is not None and place.geonames_id and kind != "facility"
        else {},
    )


def spoken_for(we: Entity, speaker: Entity) -> Entity:
    """The "we" of a speaker: the body for which he speaks, with his country and sector."""
    organization = next((role.organization for role in speaker.roles if role.organization), None)
    kind = we.kind
    if speaker.country or speaker.sector:
        kind = _SPEAKS_FOR.get(speaker.sector or "", "organization")
    return msgspec.structs.replace(
        we, name=organization or we.name, kind=kind, country=speaker.country, sector=speaker.sector
    )


def _rank(item: Item) -> int:
    """How much a mention tells of who it is: known names, then names, then descriptions, then pronouns."""
    reading = item.reading
    strength = _STRONG.get(item.kind, 0)
    if reading.form == "name":
        return 30 + 10 * (reading.known is not None) + strength + (" " in (reading.proper or ""))
    if reading.form == "nominal":
        noun = reading.noun
        return 10 + strength + 5 * (noun is not None and not (noun.holds and noun.thing == "THING"))
    return 0


def _country_of(best: Item, group: Sequence[Item], place: Place | None, surroundings: Surroundings) -> str | None:
    if best.kind == "place" and place is not None:
        return place.country
    if best.kind == "place" and best.key is not None:
        return best.key.rsplit(":", 1)[1]
    country = best.reading.country or next((i.reading.country for i in group if i.reading.country), None)
    if country is None and best.kind == "country" and best.key is not None:
        country = best.key.split(":")[1]
    if country is None and best.kind in _LANDED:
        country = next((c for item in group if (c := surroundings.owner_country(item)) is not None), None)
    if country is None and (is_state_body(best.reading) or holds_office(group)):
        country = surroundings.land_near(group[0])
    return country


def _sector_of(best: Item, group: Sequence[Item], country: str | None) -> str | None:
    if best.kind in _NO_SECTOR:
        # A capital that stands for its government is a country here, and acts as one.
        stands_for = best.kind == "country" and best.key is not None and best.reading.known is None
        return "GOV" if stands_for and best.reading.form == "name" else None
    sector = best.reading.sector or next(
        (i.reading.sector for i in group if i.reading.sector and i.kind == best.kind), None
    )
    if sector is None and best.kind == "person":
        sector = next((i.reading.sector for i in group if i.reading.sector not in (None, "CVL")), None)
    return None if country == "IGO" and sector == "GOV" else sector


def _roles_of(group: Sequence[Item]) -> tuple[Role, ...]:
    """Stated offices, each once; those of the dated knowledge only where the text states none."""
    roles: dict[tuple[str, object], Role] = {}
    for item in group:
        for role in item.reading.roles:
            roles.setdefault((role.title.lower(), role.span), role)
    stated = tuple(role for role in roles.values() if role.span is not None)
    return stated or tuple(roles.values())


def _name_of(best: Item, group: Sequence[Item], places: Mapping[TokenKey, ResolvedPlace]) -> str:
    reading = best.reading
    resolved = places.get((best.sentence, best.head))
    if best.kind == "place" and resolved is not None:
        return resolved.name
    if best.kind == "country" and best.key is not None and reading.known is None:
        return load_countries().by_code[best.key.split(":")[1]].name
    if reading.form != "name":
        return reading.words
    if reading.known is not None:
        return reading.known.name
    names = [item.reading.proper for item in group if item.reading.form == "name" and item.reading.proper]
    return max(names, key=len, default=reading.words)


def _place_of(item: Item, places: Mapping[TokenKey, ResolvedPlace]) -> Place | None:
    resolved = places.get((item.sentence, item.head))
    if item.kind == "country" and item.key is not None and item.key.startswith("country:"):
        country = load_countries().by_code.get(item.key.split(":")[1])
        if country is None:
            return None
        if resolved is not None and resolved.place.precision == 6 and resolved.place.country == country.iso3:
            return resolved.place
        return Place(country.lat, country.lon, country.geonames_id, country.iso3, None, "PCLI", 6)
    if resolved is None or item.kind not in ("place", "facility", "country"):
        return None
    # The owner of a base is no place: "U.S. bases" lie elsewhere.
    return None if item.kind == "facility" and resolved.place.precision == 6 else resolved.place


def _mention(sentence: Sentence, reading: Reading) -> Mention:
    phrase = reading.phrase
    tokens = sentence.tokens
    head = tokens[phrase.head]
    last = phrase.last
    while last - 1 > phrase.head and tokens[last - 1].form in ("'s", "’s", "'", "’"):
        last -= 1
    return Mention(
        span=(tokens[phrase.first].start, tokens[last - 1].end), head=(head.start, head.end), form=reading.form
    )
