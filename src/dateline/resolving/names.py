"""What a name in the text stands for: a country, its people, a known actor."""

from collections.abc import Iterator, Sequence
from datetime import date

from msgspec import Struct

from dateline.knowledge.actors import ActorMatch, Office, find_actor
from dateline.knowledge.countries import load_countries
from dateline.knowledge.names import name_key
from dateline.language.analysis import NameMention, Sentence
from dateline.records.entity import EntityKind
from dateline.resolving.resolution import Phrase
from dateline.resolving.titles import is_title, title_before

_POSSESSIVE = frozenset({"'s", "’s", "'", "’", "s'", "`s"})
_JOINERS = frozenset(
    {"-", "–", "'", "’", "al", "el", "bin", "ibn", "de", "von", "van", "der", "of", "the", "and", "for", "&", ".", "/"}
)
_NAME_RELS = frozenset({"flat", "compound", "amod", "punct", "goeswith", "nummod", "nmod", "case", "det"})


class Known(Struct, frozen=True):
    """Something that a name stands for. `key` is the same for all names of the same thing."""

    key: str
    name: str
    kind: EntityKind
    country: str | None
    sector: str | None = None
    backed_by: tuple[str, ...] = ()
    office: Office | None = None
    people: bool = False


def mention_at(sentence: Sentence, i: int) -> NameMention | None:
    """The name that the model saw around token `i`, without the title that may stand in it, or None."""
    for name in sentence.names:
        if name.first <= i < name.last:
            start = _after_title(sentence, name) if name.kind == "person" and name.last - name.first > 2 else name.first
            if start > name.first:
                return NameMention(start, name.last, name.kind, name.score) if start <= i else None
            return name
    return None


def _after_title(sentence: Sentence, name: NameMention) -> int:
    """Where the name begins in "Minister of Fisheries Ann Holm"."""
    for start in range(name.first + 1, name.last):
        if sentence.tokens[start].upos != "PROPN" or is_title(sentence, start):
            continue
        found = title_before(sentence, start)
        if found is not None and found[1] >= name.first:
            return start
    return name.first


def person_at(sentence: Sentence, head: int) -> NameMention | None:
    """The person's name around the head or among its flat parts: trees that take a title for the head hang it there."""
    mention = mention_at(sentence, head)
    if mention is not None and mention.kind == "person":
        return mention
    for child in sentence.children[head]:
        if child > head and sentence.tokens[child].rel == "flat":
            mention = mention_at(sentence, child)
            if mention is not None and mention.kind == "person" and mention.first > head:
                return mention
    return None


def name_votes(text: str, sentences: Sequence[Sentence]) -> dict[str, str]:
    """The kind that most mentions of a name were seen as, by its key: one odd reading does not make a town a person."""
    votes: dict[str, dict[str, float]] = {}
    for sentence in sentences:
        for name in sentence.names:
            kinds = votes.setdefault(name_key(words_of(text, sentence, name.first, name.last)), {})
            kinds[name.kind] = kinds.get(name.kind, 0.0) + name.score
    return {key: max(kinds, key=lambda kind: kinds[kind]) for key, kinds in votes.items() if len(kinds) > 1}


def words_of(text: str, sentence: Sentence, first: int, last: int) -> str:
    """The text of a token range, without a possessive mark at its end."""
    tokens = sentence.tokens
    while last - first > 1 and tokens[last - 1].form in _POSSESSIVE:
        last -= 1
    return text[tokens[first].start : tokens[last - 1].end]


def name_ranges(sentence: Sentence, phrase: Phrase) -> Iterator[tuple[int, int]]:
    """Token ranges that may be the name in a phrase, longest first; titles before it are left out."""
    tokens, head = sentence.tokens, phrase.head
    first, last = phrase.first, phrase.last
    for child in sentence.children[head]:
        if child < head and tokens[child].deprel == "nmod:desc":
            first = max(first, child + 1)
    while first < head and not _begins_name(sentence, first):
        first += 1
    while last - 1 > head and (tokens[last - 1].upos == "PUNCT" or tokens[last - 1].form in _POSSESSIVE):
        last -= 1
    seen: set[tuple[int, int]] = set()
    mention = mention_at(sentence, head)
    ranges = [(first, last)]
    if mention is not None:
        ranges.append((mention.first, mention.last))
    run = _run(sentence, head, first, last)
    ranges += [run, (run[0], head + 1), (head, run[1]), (head, head + 1)]
    above = tokens[head].head if tokens[head].rel in ("amod", "compound", "nmod") else -1
    for pair in sorted(ranges, key=lambda r: r[0] - r[1]):
        # "United" is no name of its own in "United Kingdom": the whole belongs to the word above.
        if pair[0] <= above < pair[1]:
            continue
        if pair[0] <= head < pair[1] and pair not in seen:
            seen.add(pair)
            yield pair


def _begins_name(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.upos in ("DET", "NUM", "PRON", "ADP", "PUNCT"):
        return False
    return (
        token.form[:1].isupper()
        or token.form[:1].isdigit()
        or (token.form.lower() in ("al", "el", "bin") and token.upos == "PROPN")
    )


def _run(sentence: Sentence, head: int, low: int, high: int) -> tuple[int, int]:
    """The unbroken run of name words around the head: capitalized modifiers before it, flat parts after it."""
    tokens = sentence.tokens
    first, last = head, head + 1
    while first > low and (
        tokens[first - 1].form[:1].isupper() or tokens[first - 1].form.lower() in ("al", "el", "-", "'")
    ):
        first -= 1
    while last < high and (
        tokens[last].rel == "flat" or tokens[last].upos == "PROPN" or tokens[last].form.lower() in ("-", "al", "el")
    ):
        last += 1
    while first < head and tokens[first].upos == "PUNCT":
        first += 1
    while last - 1 > head and tokens[last - 1].upos == "PUNCT":
        last -= 1
    return first, last


def known_country(words: str) -> Known | None:
    """The country or the people that these words name; None for everything else, capitals included."""
    # "us" is a pronoun, "US" a country; a lower-case word names no country.
    if not words[:1].isupper() or (words.isalpha() and len(words) == 2 and not words.isupper()):
        return None
    countries = load_countries()
    for sense, iso3 in countries.senses(words):
        country = countries.by_code[iso3]
        if sense == "name":
            return Known(f"country:{iso3}", country.name, "country", iso3)
        if sense == "part":
            return Known(f"country:{iso3}:{words.lower()}", words, "country", iso3)
        if sense == "adjective":
            return Known(f"country:{iso3}", country.name, "country", iso3, people=True)
        if sense == "people":
            return Known(f"people:{iso3}", words, "population", iso3, sector="CVL", people=True)
    return None


def known_adjective(words: str) -> str | None:
    """The ISO3 code for "Iraqi", "North Korean", "U.S." and the like, also for the noun of the people."""
    if not words[:1].isupper():
        return None
    for sense, iso3 in load_countries().senses(words):
        if sense != "capital":
            return iso3
    return None


def known_actor(
    words: str, *, on: date | None, person: bool, famous: bool = False, near: frozenset[str] = frozenset()
) -> Known | None:
    """The actor of that whole name as of the date. Surnames count only where the name is one of a `person`, those of
    the overlay also where it may be one (`famous`).

    Where actors of several countries share a name ("Labour Party"), one from the countries `near` is taken; when none
    is, the country stays open.
    """
    matches = [m for m in find_actor(words, on=on) if m.how != "surname" or person or (m.actor.rank == 0 and famous)]
    if not matches:
        return None
    if near:
        # A surname alone finds nobody whose country the text never names, unless everybody knows him.
        matches = [m for m in matches if m.how != "surname" or m.actor.rank == 0 or m.actor.country in near]
        if not matches:
            return None
    best = matches[0]
    rivals = [m for m in matches if m.score > best.score - 0.05 and m.actor.kind == best.actor.kind]
    if len({m.actor.country for m in rivals}) > 1 and best.actor.rank > 0:
        local = [m for m in rivals if m.actor.country in near]
        if local:
            return _known(local[0], words)
        if best.how == "surname":
            return None
        return Known(f"name:{words.lower()}", words, _kind(best), None, best.actor.sector)
    return _known(best, words)


def _known(match: ActorMatch, words: str) -> Known:
    actor = match.actor
    # Tables spell people their own way ("Lord King of Bridgwater"): a full name in the text is the better one.
    as_written = actor.kind == "person" and actor.rank > 0 and " " in words
    sector = None if actor.country == "IGO" and actor.kind == "person" else actor.sector
    name = words if as_written else actor.name
    return Known(f"actor:{actor.id}", name, _kind(match), actor.country, sector, actor.backed_by, match.office)


def _kind(match: ActorMatch) -> EntityKind:
    kind: EntityKind = match.actor.kind  # type: ignore[assignment]
    return kind
