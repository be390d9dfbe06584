"""Who, where, when and how many in one document: phrases read, linked, and written down as entities."""

from bisect import bisect_left
from datetime import date

import msgspec

from dateline.knowledge.countries import load_countries
from dateline.language.analysis import Analysis, Sentence
from dateline.records.document import Document
from dateline.records.entity import Affiliation, Count, Entity, EntityKind, Mention, Place, Role
from dateline.resolving.actors import Reader
from dateline.resolving.readings import Reading
from dateline.resolving.renaming import spot_after, spot_before
from dateline.resolving.clusters import Item
from dateline.resolving.coreference import Linker
from dateline.resolving.names import mention_at, name_votes
from dateline.resolving.phrases import find_phrases
from dateline.resolving.places import ResolvedPlace, resolve_places
from dateline.resolving.quantities import count_of
from dateline.resolving.resolution import Phrase, Resolution, TokenKey
from dateline.resolving.speakers import speakers_of
from dateline.resolving.times import find_times
from dateline.resolving.titles import HONORIFICS

# Verbs whose subject is a government when it is a capital: "Moscow accused", "Washington said".
_SPEAKS = frozenset(
    "say accuse condemn deny announce warn call urge agree reject want insist claim blame vow threaten send order impose recall expel demand seek refuse hope believe consider decide sign support back denounce respond retaliate offer propose pledge promise withdraw suspend describe dismiss criticize criticise argue maintain declare protest ask tell report summon lift consent oppose welcome".split()
)
_OFFICES = frozenset("minister president premier mayor governor senator lawmaker king queen".split())
# "English-language", "French-speaking": no country takes part.
_TONGUES = frozenset("language speaking style born educated made built era origin descent".split())
_SPEAKS_FOR: dict[str, EntityKind] = {"GOV": "government", "MIL": "military", "REB": "armed_group"}
_LANDED = frozenset({"population", "military", "government", "organization", "armed_group"})
# State-like words that stand for bodies of many countries or of none.
_STATELESS = frozenset(
    "coalition force forces mission command commission agency embassy delegation authority committee house assembly office"
    " alliance international coalition peacekeeping force patrol unit defender veteran administration department troop troops".split()
)
_WITH = frozenset({"with", "between", "against"})
_STRONG: dict[str, int] = {"person": 6, "armed_group": 6, "military": 5, "government": 5, "organization": 4, "country": 4, "population": 3}


def resolve(document: Document, analysis: Analysis) -> Resolution:
    """Entities with all their mentions, time expressions and counts. Entity ids are their index as text."""
    phrases = find_phrases(analysis)
    times = find_times(analysis, published=document.published)
    time_of = {(t.sentence, i): n for n, t in enumerate(times) for i in range(t.first, t.last)}
    phrases = [p for p in phrases if (p.sentence, p.head) not in time_of]
    places = resolve_places(analysis, phrases)
    reader = Reader(document.text, on=_day(document.published), near=_countries_named(analysis), votes=name_votes(document.text, analysis.sentences))
    counts: dict[TokenKey, Count] = {}
    items: list[Item] = []
    covered: set[TokenKey] = set()
    quoted = _quotations(document.text)
    titles: dict[TokenKey, tuple[int, ...]] = {}
    for phrase in phrases:
        sentence = analysis.sentences[phrase.sentence]
        reading = reader.read(sentence, phrase)
        if reading.form == "name" and reading.name_span is not None:
            covered.update((phrase.sentence, i) for i in range(*reading.name_span) if i != phrase.head)
            if reading.kind == "person":
                spots = (spot_before(sentence, phrase.head), spot_after(sentence, phrase.head))
                stated = [spot for spot in spots if spot is not None]
                titles[(phrase.sentence, phrase.head)] = tuple(head for _, head, _ in stated)
                for spot in stated:
                    covered.update((phrase.sentence, i) for i in _words_of_title(reader, sentence, *spot))
        elif reading.form == "nominal" and reading.noun is not None and " " in reading.noun.lemma:
            covered.update((phrase.sentence, c) for c in sentence.children[phrase.head] if c == phrase.head - 1 and _is_word(sentence, c))
    for phrase in phrases:
        key = (phrase.sentence, phrase.head)
        if key in covered:
            continue
        sentence = analysis.sentences[phrase.sentence]
        reading = reader.read(sentence, phrase)
        count = count_of(sentence, phrase.head) if phrase.form != "name" or reading.plural else None
        if count is not None:
            counts[key] = count
        item = _item(sentence, reading, places.get(key), counted=count is not None, quoted=quoted, titles=titles.get(key, ()))
        if item is not None:
            items.append(item)
    linker = Linker(analysis.sentences, speakers=speakers_of(analysis, quoted))
    clusters = linker.link(items)
    return _resolution(document.text, analysis, items, clusters, linker.spoken_for, places, counts, times, time_of)


def _item(
    sentence: Sentence,
    reading: Reading,
    place: ResolvedPlace | None,
    *,
    counted: bool,
    quoted: list[tuple[int, int]],
    titles: tuple[int, ...],
) -> Item | None:
    """The phrase as the linker takes it; None for an adjective that names nobody."""
    phrase = reading.phrase
    token = sentence.tokens[phrase.head]
    kind: str = reading.kind
    key = reading.known.key if reading.known is not None else None
    if token.form.lower() in HONORIFICS:
        return None
    if token.upos == "ADJ" and token.rel in ("amod", "compound", "obl"):
        follow = sentence.tokens[phrase.head + 2].form.lower() if phrase.head + 2 < len(sentence.tokens) else ""
        tongue = sentence.tokens[phrase.head + 1].form in ("-", "–") and follow in _TONGUES
        if tongue or reading.known is None:
            return None
    if reading.form == "name" and reading.known is None:
        capital = _capital(sentence, phrase, reading)
        mention = mention_at(sentence, phrase.head)
        if capital is not None:
            kind, key = "country", f"country:{capital}"
        elif place is not None and (kind in ("place", "other") or (mention is not None and mention.kind == "place")):
            kind, key = "place", _place_key(place)
    elif reading.form == "nominal" and place is not None and kind in ("place", "country") and _is_division(reading):
        # "Tachira state", "Helmand Province": the class word stands for the named place.
        kind, key = "place", _place_key(place)
    return Item(
        reading=reading,
        sentence=phrase.sentence,
        head=phrase.head,
        kind=kind,
        key=key,
        counted=counted,
        quoted=any(first <= token.start < last for first, last in quoted),
        subject=token.rel == "nsubj",
        titles=titles,
        adjective=token.upos == "ADJ" and token.rel in ("amod", "compound"),
    )


def _words_of_title(reader: Reader, sentence: Sentence, first: int, head: int, end: int) -> list[int]:
    """The tokens of a title that name nobody by themselves: "Press" in "Pentagon Press Secretary", not "Pentagon"."""
    return [i for i in range(first, end) if i != head and not reader.names_someone(sentence, i)]


def _is_word(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].rel in ("compound", "amod", "nmod") and not sentence.tokens[i].form[:1].isupper()


def _place_key(place: ResolvedPlace) -> str:
    return f"place:{place.place.geonames_id or place.name}:{place.place.country}"


def _is_division(reading: Reading) -> bool:
    """Whether a class word carries its name with it, not just a pointer to a place named before."""
    return not reading.definite or len(reading.words.split()) > 2 and reading.words[:1].isupper()


def _capital(sentence: Sentence, phrase: Phrase, reading: Reading) -> str | None:
    """The country whose government a capital stands for here, or None where it is just a city."""
    senses = load_countries().senses(reading.proper or reading.words)
    iso3 = next((code for sense, code in senses if sense == "capital"), None)
    if iso3 is None:
        return None
    tokens = sentence.tokens
    token = tokens[phrase.head]
    head = token.head
    first = token
    while first.rel == "conj" and first.head >= 0:
        first = tokens[first.head]
        head = first.head
    if head >= 0 and first.deprel == "nsubj" and tokens[head].lemma.lower() in _SPEAKS:
        return iso3
    case = next((tokens[c].form.lower() for c in sentence.children[first.i] if tokens[c].rel == "case"), "")
    return iso3 if case in _WITH else None


def _resolution(
    text: str,
    analysis: Analysis,
    items: list[Item],
    clusters: dict[TokenKey, int],
    spoken_for: dict[int, int],
    places: dict[TokenKey, ResolvedPlace],
    counts: dict[TokenKey, Count],
    times: tuple,
    time_of: dict[TokenKey, int],
) -> Resolution:
    members: dict[int, list[Item]] = {}
    for item in items:
        number = clusters.get((item.sentence, item.head))
        if number is not None:
            members.setdefault(number, []).append(item)
    context = _Context(text, analysis, items, clusters, places, counts)
    entities: list[Entity] = []
    indices: dict[int, int] = {}
    entity_of: dict[TokenKey, int] = {}
    phrases: dict[TokenKey, Phrase] = {}
    for number in members:
        group = sorted(members[number], key=lambda item: (item.sentence, item.head))
        index = indices[number] = len(entities)
        entities.append(_entity(str(index), context, group))
        for item in group:
            entity_of[(item.sentence, item.head)] = index
            phrases[(item.sentence, item.head)] = item.reading.phrase
    for number, speaker in spoken_for.items():
        if number in indices and speaker in indices:
            entities[indices[number]] = _we(entities[indices[number]], entities[indices[speaker]])
    return Resolution(tuple(entities), entity_of, phrases, times, time_of, counts)


def _we(we: Entity, speaker: Entity) -> Entity:
    """The "we" of a speaker: the body for which he speaks, with his country and sector."""
    organization = next((role.organization for role in speaker.roles if role.organization), None)
    kind = _SPEAKS_FOR.get(speaker.sector or "", "organization") if speaker.country or speaker.sector else we.kind
    return msgspec.structs.replace(
        we, name=organization or we.name, kind=kind, country=speaker.country, sector=speaker.sector
    )


class _Context:
    """What writing one entity needs to know of the whole document."""

    def __init__(
        self,
        text: str,
        analysis: Analysis,
        items: list[Item],
        clusters: dict[TokenKey, int],
        places: dict[TokenKey, ResolvedPlace],
        counts: dict[TokenKey, Count],
    ) -> None:
        self.text = text
        self.analysis = analysis
        self.places = places
        self.counts = counts
        # Countries in text order: what "the army" without more belongs to.
        self._countries: dict[int, str | None] = {}
        self._lands: list[tuple[tuple[int, int], str]] = []
        for item in items:
            number = clusters.get((item.sentence, item.head))
            country = item.reading.country
            if item.kind == "place":
                resolved = places.get((item.sentence, item.head))
                country = resolved.place.country if resolved is not None else None
            elif item.kind == "country" and item.key is not None:
                country = item.key.split(":")[1]
            if country is not None and number is not None:
                self._countries.setdefault(number, country)
                if item.kind in ("place", "country") or (item.reading.known is not None and item.reading.known.people):
                    self._lands.append(((item.sentence, item.head), country))
        self._clusters = clusters

    def owner_country(self, item: Item) -> str | None:
        """The country of "its" in "its people", of the place in "citizens in Tikrit"; None where neither stands."""
        sentence = self.analysis.sentences[item.sentence]
        tokens = sentence.tokens
        for child in sentence.children[item.head]:
            token = tokens[child]
            key = (item.sentence, child)
            if token.deprel == "nmod:poss" or (token.upos == "PRON" and token.rel == "nmod" and child < item.head):
                number = self._clusters.get(key)
                if number is not None and number in self._countries:
                    return self._countries[number]
            elif child > item.head and token.rel == "nmod" and item.kind != "military" and key in self.places:
                case = next((tokens[c].form.lower() for c in sentence.children[child] if tokens[c].rel == "case"), "")
                if case in ("in", "of", "from", "inside", "at"):
                    return self.places[key].place.country
        return None

    def land_near(self, item: Item) -> str | None:
        """The country or the country of the place named last before the phrase, in its sentence or the two before."""
        at = bisect_left(self._lands, ((item.sentence, item.head), "")) - 1
        if at >= 0 and item.sentence - self._lands[at][0][0] <= 2:
            return self._lands[at][1]
        return None


def _entity(id_: str, context: _Context, group: list[Item]) -> Entity:
    text, analysis, places, counts = context.text, context.analysis, context.places, context.counts
    best = max(group, key=lambda item: (_rank(item), -item.sentence, -item.head))
    reading = best.reading
    place = _place_of(best, places)
    country = reading.country or next((i.reading.country for i in group if i.reading.country), None)
    if best.kind == "place":
        country = place.country if place is not None else country
    elif best.kind == "country" and country is None and best.key is not None:
        country = best.key.split(":")[1]
    if country is None and best.kind in _LANDED:
        country = next((c for item in group if (c := context.owner_country(item)) is not None), None)
    if country is None and (_is_state(reading) or _holds_office(group)):
        country = context.land_near(group[0])
    sector = reading.sector or next((i.reading.sector for i in group if i.reading.sector and i.kind == best.kind), None)
    kind: EntityKind = best.kind  # type: ignore[assignment]
    if kind == "person" and sector is None:
        sector = next((i.reading.sector for i in group if i.reading.sector not in (None, "CVL")), None)
    if kind in ("place", "country", "facility", "weapon", "other"):
        sector = "GOV" if best.key is not None and reading.known is None and kind == "country" else None
    if country in ("IGO",) and sector == "GOV":
        sector = None
    roles: dict[tuple[str, object], Role] = {}
    affiliations: dict[Affiliation, None] = {}
    for item in group:
        for role in item.reading.roles:
            roles.setdefault((role.title.lower(), role.span), role)
        affiliations.update(dict.fromkeys(item.reading.affiliations))
    if any(role.span is not None for role in roles.values()):
        roles = {k: r for k, r in roles.items() if r.span is not None}
    name = reading.words
    if reading.form == "name":
        name = reading.known.name if reading.known is not None else _longest(group, reading)
    if best.kind == "place" and place is not None and (resolved := places.get((best.sentence, best.head))) is not None:
        name = resolved.name
    if best.kind == "country" and best.key is not None and reading.known is None:
        name = load_countries().by_code[best.key.split(":")[1]].name
    count = next((counts[k] for i in group if (k := (i.sentence, i.head)) in counts), None)
    return Entity(
        id=id_,
        name=name,
        kind=kind,
        mentions=tuple(_mention(analysis.sentences[item.sentence], item.reading) for item in group),
        country=country,
        sector=sector,
        roles=tuple(roles.values()),
        affiliations=tuple(affiliations),
        count=count if kind not in ("place", "country") else None,
        place=place if kind in ("place", "country", "facility") else None,
        ids={"geonames": str(place.geonames_id)} if place is not None and place.geonames_id and kind in ("place", "country") else {},
    )


def _is_state(reading: Reading) -> bool:
    """Whether a bare description is one of a state's own bodies ("the army", "police"), which has a country always."""
    noun = reading.noun
    if reading.form != "nominal" or noun is None or reading.traits or noun.lemma in _STATELESS:
        return False
    return noun.sector in ("MIL", "COP", "GOV", "LEG", "JUD", "SPY") and noun.kind in ("military", "government", "organization")


def _holds_office(group: list[Item]) -> bool:
    """Whether somebody is called by an office of state whose country is left to the reader ("Health Minister Perez")."""
    for item in group:
        for role in item.reading.roles:
            words = role.title.lower().split()
            if role.organization is None and not _OFFICES.isdisjoint(words):
                return True
    return False


def _rank(item: Item) -> int:
    """How much a mention tells of who it is: known names, then names, then descriptions, then pronouns."""
    reading = item.reading
    if reading.form == "name":
        return 30 + (10 if reading.known is not None else 0) + _STRONG.get(item.kind, 0) + (1 if " " in (reading.proper or "") else 0)
    if reading.form == "nominal":
        inner = 5 if reading.noun is not None and not (reading.noun.holds and reading.noun.thing == "THING") else 0
        return 10 + inner + _STRONG.get(item.kind, 0)
    return 0


def _longest(group: list[Item], reading: Reading) -> str:
    names = [i.reading.proper for i in group if i.reading.form == "name" and i.reading.proper]
    return max(names, key=len, default=reading.proper or reading.words)


def _place_of(item: Item, places: dict[TokenKey, ResolvedPlace]) -> Place | None:
    resolved = places.get((item.sentence, item.head))
    if item.kind == "country" and item.key is not None:
        country = load_countries().by_code.get(item.key.split(":")[1])
        if country is None:
            return None
        if resolved is not None and resolved.place.precision == 6 and resolved.place.country == country.iso3:
            return resolved.place
        return Place(country.lat, country.lon, country.geonames_id, country.iso3, None, "PCLI", 6)
    return resolved.place if resolved is not None else None


def _mention(sentence: Sentence, reading: Reading) -> Mention:
    phrase = reading.phrase
    tokens = sentence.tokens
    head = tokens[phrase.head]
    last = phrase.last
    while last - 1 > phrase.head and tokens[last - 1].form in ("'s", "’s", "'", "’"):
        last -= 1
    return Mention(span=(tokens[phrase.first].start, tokens[last - 1].end), head=(head.start, head.end), form=reading.form)


def _countries_named(analysis: Analysis) -> frozenset[str]:
    """Codes of the countries that the text names anywhere: they settle names that several countries share."""
    countries = load_countries()
    found: set[str] = set()
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.upos in ("PROPN", "ADJ") and token.form[:1].isupper() and token.form != "Us":
                found.update(code for _, code in countries.senses(token.form))
    return frozenset(found)


def _quotations(text: str) -> list[tuple[int, int]]:
    """Spans between quotation marks; a mark that is never closed counts to the end of its line."""
    spans: list[tuple[int, int]] = []
    start: int | None = None
    for i, letter in enumerate(text):
        if letter in '"“”':
            if start is None and letter != "”":
                start = i
            elif start is not None:
                spans.append((start, i + 1))
                start = None
        elif letter == "\n" and start is not None:
            spans.append((start, i))
            start = None
    return spans


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
