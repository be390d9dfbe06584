"""Who, where, when and how many in one document: phrases read, linked, and written down as entities."""

from collections.abc import Sequence
from datetime import date

from dateline.knowledge.countries import load_countries
from dateline.knowledge.reference import word_list
from dateline.language.analysis import Analysis, Sentence
from dateline.records.document import Document
from dateline.records.entity import Count, Entity
from dateline.records.span import Span
from dateline.resolving.actors import Reader
from dateline.resolving.capitals import government_of
from dateline.resolving.clusters import Item
from dateline.resolving.coreference import Linker
from dateline.resolving.entity_records import entity_of, spoken_for
from dateline.resolving.modifiers import case_before, noun_of
from dateline.resolving.names import known_adjective, known_country, mention_at, name_votes
from dateline.resolving.phrases import find_phrases
from dateline.resolving.places import ResolvedPlace, resolve_places
from dateline.resolving.quantities import count_of
from dateline.resolving.readings import Reading
from dateline.resolving.renaming import TitleSpot, stated_spots
from dateline.resolving.resolution import Phrase, Resolution, TokenKey
from dateline.resolving.speakers import speakers_of
from dateline.resolving.surroundings import Surroundings
from dateline.resolving.times import find_times
from dateline.resolving.titles import HONORIFICS

# "English-language", "French-speaking": no country takes part.
_TONGUES = word_list("tongue_words")
_FIELDS = word_list("field_nouns")


def resolve(document: Document, analysis: Analysis) -> Resolution:
    """Entities with all their mentions, time expressions and counts. Entity ids are their index as text."""
    sentences = analysis.sentences
    times = find_times(analysis, published=document.published)
    time_of = {(time.sentence, i): n for n, time in enumerate(times) for i in range(time.first, time.last)}
    phrases = [phrase for phrase in find_phrases(analysis) if (phrase.sentence, phrase.head) not in time_of]
    places = resolve_places(analysis, phrases)
    quoted = quotations(document.text)
    reader = Reader(
        document.text,
        on=_day(document.published),
        near=_countries_named(sentences),
        votes=name_votes(document.text, sentences),
        phrases=phrases,
    )
    covered, titles = _inner_words(reader, sentences, phrases)
    counts: dict[TokenKey, Count] = {}
    items: list[Item] = []
    for phrase in phrases:
        key = (phrase.sentence, phrase.head)
        if key in covered:
            continue
        sentence = sentences[phrase.sentence]
        reading = reader.read(sentence, phrase)
        count = count_of(sentence, phrase.head) if phrase.form != "name" or reading.plural else None
        if count is not None:
            counts[key] = count
        resolved = _kind_and_key(sentence, reading, places.get(key))
        if resolved is not None:
            items.append(_item(sentence, reading, *resolved, count is not None, quoted, titles.get(key, ())))
    linker = Linker(sentences, speakers=speakers_of(analysis, quoted))
    clusters = linker.link(items)
    groups: dict[int, list[Item]] = {}
    for item in items:
        number = clusters.get((item.sentence, item.head))
        if number is not None:
            groups.setdefault(number, []).append(item)
    surroundings = Surroundings(sentences, items, clusters, places)
    entities: list[Entity] = []
    index_of: dict[int, int] = {}
    entity_index: dict[TokenKey, int] = {}
    for number, group in groups.items():
        index = index_of[number] = len(entities)
        group.sort(key=lambda item: (item.sentence, item.head))
        entity = entity_of(
            str(index), group, sentences=sentences, places=places, counts=counts, surroundings=surroundings
        )
        entities.append(entity)
        surroundings.learn(number, entity.country)
        entity_index.update(((item.sentence, item.head), index) for item in group)
    for number, speaker in linker.spoken_for.items():
        if number in index_of and speaker in index_of:
            entities[index_of[number]] = spoken_for(entities[index_of[number]], entities[index_of[speaker]])
    kept = {
        (item.sentence, item.head): item.reading.phrase for item in items if (item.sentence, item.head) in entity_index
    }
    return Resolution(tuple(entities), entity_index, kept, times, time_of, counts)


def quotations(text: str) -> list[Span]:
    """Spans between quotation marks; a mark that is never closed counts to the end of its line."""
    spans: list[Span] = []
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


def _inner_words(
    reader: Reader, sentences: Sequence[Sentence], phrases: Sequence[Phrase]
) -> tuple[set[TokenKey], dict[TokenKey, tuple[int, ...]]]:
    """Tokens that only make up a bigger name, title or compound and name nobody; and the titles of people."""
    covered: set[TokenKey] = set()
    titles: dict[TokenKey, tuple[int, ...]] = {}
    for phrase in phrases:
        sentence = sentences[phrase.sentence]
        reading = reader.read(sentence, phrase)
        if reading.form == "name" and reading.name_span is not None:
            covered.update((phrase.sentence, i) for i in range(*reading.name_span) if i != phrase.head)
            if reading.kind == "person":
                stated = stated_spots(sentence, phrase.head)
                titles[(phrase.sentence, phrase.head)] = tuple(head for _, head, _ in stated if head != phrase.head)
                for spot in stated:
                    covered.update((phrase.sentence, i) for i in _words_of_title(reader, sentence, spot))
        elif reading.form == "nominal" and reading.noun is not None:
            for child in sentence.children[phrase.head]:
                if _only_a_part(reader, sentence, reading, child):
                    covered.add((phrase.sentence, child))
    return covered, titles


def _words_of_title(reader: Reader, sentence: Sentence, spot: TitleSpot) -> list[int]:
    """The tokens of a title that name nobody: "Press" in "Pentagon Press Secretary", not "Pentagon"."""
    first, head, end = spot
    return [
        i
        for i in range(first, end)
        if i != head and sentence.tokens[i].deprel != "nmod:poss" and not reader.names_someone(sentence, i)
    ]


def _only_a_part(reader: Reader, sentence: Sentence, reading: Reading, child: int) -> bool:
    """Whether a dependent only completes the noun: "air" in "air force", "Interior" in "Ministry of Interior"."""
    token = sentence.tokens[child]
    head = reading.phrase.head
    if child == head - 1 and reading.noun is not None and " " in reading.noun.lemma:
        inner = noun_of(sentence, child)
        if inner is not None and inner.thing == "GROUP" and not reading.noun.title:
            # "police station": the police are somebody all the same.
            return False
        return token.rel in ("compound", "amod", "nmod") and not reader.names_someone(sentence, child)
    if child > head and token.rel == "nmod" and reading.lemma in _FIELDS:
        return case_before(sentence, child) in ("of", "for") and not reader.names_someone(sentence, child)
    return False


def _kind_and_key(sentence: Sentence, reading: Reading, place: ResolvedPlace | None) -> tuple[str, str | None] | None:
    """Kind and canonical key with places and capitals in view; None for words that name nobody."""
    phrase = reading.phrase
    token = sentence.tokens[phrase.head]
    if token.form.lower() in HONORIFICS:
        return None
    if (
        token.upos == "ADJ"
        and token.rel in ("amod", "compound", "obl")
        and (reading.known is None or _is_tongue(sentence, token.i))
    ):
        return None
    kind: str = reading.kind
    if _is_language(sentence, reading):
        return None
    if place is not None and kind == "country" and place.place.feature == "RGN":
        # "eastern Syria" is a place of its own, not the state
        return "place", _place_key(place)
    if reading.known is not None:
        return kind, reading.known.key
    if reading.form == "name":
        capital = government_of(reading.proper or reading.words, sentence, phrase.head)
        if capital is not None:
            return "country", f"country:{capital}"
        if kind in ("person", "other") and place is None:
            home = load_countries().find(reading.proper or reading.words, sense="capital")
            if home is not None and not reading.roles:
                # The model's kind is a guess, the name of a capital is not.
                return "place", f"place:{(reading.proper or reading.words).lower()}:{home.iso3}"
        mention = mention_at(sentence, phrase.head)
        if place is not None and (kind in ("place", "other") or (mention is not None and mention.kind == "place")):
            return "place", _place_key(place)
    elif reading.form == "nominal" and place is not None and kind in ("place", "country") and _is_division(reading):
        return "place", _place_key(place)
    return kind, None


def _item(
    sentence: Sentence,
    reading: Reading,
    kind: str,
    key: str | None,
    counted: bool,
    quoted: Sequence[Span],
    titles: tuple[int, ...],
) -> Item:
    token = sentence.tokens[reading.phrase.head]
    return Item(
        reading=reading,
        sentence=sentence.index,
        head=token.i,
        kind=kind,
        key=key,
        counted=counted,
        quoted=any(first <= token.start < last for first, last in quoted),
        subject=token.rel == "nsubj",
        titles=titles,
        adjective=token.rel in ("amod", "compound") and (token.upos == "ADJ" or kind == "country"),
    )


def _is_language(sentence: Sentence, reading: Reading) -> bool:
    """Whether an adjective of a country stands alone as the name of a tongue: "in English", not "the English"."""
    token = sentence.tokens[reading.phrase.head]
    if reading.form != "nominal" or reading.kind != "population" or reading.noun is not None or reading.plural:
        return False
    if known_adjective(token.form) is None or known_country(token.form) is None:
        return False
    people = any(sense == "people" for sense, _ in load_countries().senses(token.form))
    return not people and not any(sentence.tokens[c].rel in ("det", "nummod") for c in sentence.children[token.i])


def _is_tongue(sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    return i + 2 < len(tokens) and tokens[i + 1].form in ("-", "–") and tokens[i + 2].form.lower() in _TONGUES


def _place_key(place: ResolvedPlace) -> str:
    return f"place:{place.place.geonames_id or place.name}:{place.place.country}"


def _is_division(reading: Reading) -> bool:
    """Whether a class word carries its name with it ("Tachira state"), not just a pointer to a place named before."""
    return not reading.definite or (len(reading.words.split()) > 2 and reading.words[:1].isupper())


def _countries_named(sentences: Sequence[Sentence]) -> frozenset[str]:
    """Codes of the countries that the text names anywhere: they settle names that several countries share."""
    countries = load_countries()
    found: set[str] = set()
    for sentence in sentences:
        for token in sentence.tokens:
            if token.upos in ("PROPN", "ADJ") and token.form[:1].isupper() and token.form != "Us":
                found.update(code for _, code in countries.senses(token.form))
    return frozenset(found)


def _day(published: str | None) -> date | None:
    try:
        return date.fromisoformat(published[:10]) if published else None
    except ValueError:
        return None
