"""Who a phrase names by its own words: kind, country, sector, offices, what it belongs to and who backs it."""

from collections.abc import Sequence
from datetime import date

from dateline.knowledge.names import name_key
from dateline.knowledge.nouns import Noun
from dateline.language.analysis import NameMention, Sentence, Token
from dateline.records.entity import Affiliation, EntityKind, Role
from dateline.resolving.belonging import held_by, kind_with, owner_of, picks_people, sector_with
from dateline.resolving.modifiers import (
    backers_of,
    country_of,
    is_definite,
    is_owned,
    is_same,
    noun_of,
    traits_of,
)
from dateline.resolving.names import (
    Known,
    known_actor,
    known_adjective,
    known_country,
    mention_at,
    name_ranges,
    person_at,
    words_of,
)
from dateline.resolving.phrases import is_those
from dateline.resolving.readings import Reading
from dateline.resolving.renaming import spot_before, title_spots, without_article
from dateline.resolving.resolution import Phrase
from dateline.resolving.titles import home_of, is_title

_THINGS = frozenset({"place", "facility", "weapon", "other"})
_BODIES = frozenset({"armed_group", "organization", "military", "government"})
_NAME_KINDS: dict[str, EntityKind] = {
    "person": "person",
    "organization": "organization",
    "place": "place",
    "weapon": "weapon",
}
_NOUN_KINDS: dict[str, EntityKind] = {"person": "population", "organization": "organization", "place": "place"}


class Reader:
    """Reads phrases of one document. `on` is the date as of which offices are looked up, `near` the countries that the
    document names, `votes` the kinds that most mentions of a name were seen as, `phrases` all phrases of the text."""

    def __init__(
        self,
        text: str,
        *,
        on: date | None = None,
        near: frozenset[str] = frozenset(),
        votes: dict[str, str] | None = None,
        phrases: Sequence[Phrase] = (),
    ) -> None:
        self._text = text
        self._on = on
        self._near = near
        self._votes = votes or {}
        self._phrases = {(phrase.sentence, phrase.head): phrase for phrase in phrases}
        self._read: dict[tuple[int, int], Reading] = {}

    def read(self, sentence: Sentence, phrase: Phrase) -> Reading:
        """The reading of one phrase; the same phrase is read once."""
        key = (sentence.index, phrase.head)
        reading = self._read.get(key)
        if reading is None:
            # A title asks for its name and a name for its title: whoever is asked while being read says only its words.
            words = words_of(self._text, sentence, phrase.first, phrase.last)
            self._read[key] = Reading(phrase, phrase.form, "other", words, sentence.tokens[phrase.head].lemma.lower())
            reading = self._read[key] = self._reading(sentence, phrase, words)
        return reading

    def names_someone(self, sentence: Sentence, i: int) -> bool:
        """Whether the single word at `i` is the name of a country or a known actor."""
        word = sentence.tokens[i].form
        if not word[:1].isupper():
            return False
        return known_adjective(word) is not None or known_actor(word, on=self._on, person=False) is not None

    def _reading(self, sentence: Sentence, phrase: Phrase, words: str) -> Reading:
        token = sentence.tokens[phrase.head]
        plural = "Number=Plur" in token.feats
        if phrase.form == "pronoun":
            return Reading(phrase, "pronoun", "other", words, token.lemma.lower(), plural=plural)
        known, proper, span = None, None, None
        inner = person_at(sentence, phrase.head)
        titled = inner is not None and inner.first > phrase.head
        if token.form[:1].isupper() or token.upos == "PROPN" or mention_at(sentence, phrase.head) is not None or titled:
            known, proper, span = self._name(sentence, phrase)
        if known is None and not token.form[:1].isupper():
            known, proper, span = self._half_name(sentence, phrase)
        noun = None if known is not None and known.people else noun_of(sentence, phrase.head)
        if known is not None:
            return self._of_known(sentence, phrase, words, known, proper or words, noun, span)
        if token.upos == "ADJ" and token.rel in ("amod", "compound"):
            return Reading(phrase, "nominal", "other", words, token.lemma.lower())
        mention = self._mention(sentence, phrase.head)
        if titled and proper is not None:
            return self._of_unknown(sentence, phrase, words, proper, "person", span)
        if noun is None and proper is not None and (mention is not None or token.upos == "PROPN"):
            kind = (
                _NAME_KINDS.get(mention.kind, "other")
                if mention is not None
                else _NOUN_KINDS.get(token.semantic, "other")
            )
            kind = "person" if kind == "population" else kind
            return self._of_unknown(sentence, phrase, words, proper, kind, span)
        return self._of_noun(sentence, phrase, words, noun, proper if self._is_proper(mention, token, noun) else None)

    # Names

    def _mention(self, sentence: Sentence, head: int) -> NameMention | None:
        """The name around the head, with the kind that the whole document speaks for."""
        mention = mention_at(sentence, head)
        if mention is None or not self._votes:
            return mention
        kind = self._votes.get(name_key(words_of(self._text, sentence, mention.first, mention.last)))
        return mention if kind is None else NameMention(mention.first, mention.last, kind, mention.score)

    def _is_proper(self, mention: NameMention | None, token: Token, noun: Noun | None) -> bool:
        """Whether a name whose head the lexicon knows is a name all the same: "Salt River Brigade", not "Army"."""
        if mention is None or token.upos != "PROPN" or mention.last - mention.first < 2 or mention.kind == "person":
            return False
        return noun is not None and noun.thing not in ("HUMAN", "THING", "EVENT", "MONEY")

    def _name(self, sentence: Sentence, phrase: Phrase) -> tuple[Known | None, str | None, tuple[int, int] | None]:
        """What the name in the phrase stands for, the name itself, and its tokens."""
        tokens = sentence.tokens
        token = tokens[phrase.head]
        mention = self._mention(sentence, phrase.head)
        inner = person_at(sentence, phrase.head)
        start = inner.first if inner is not None and inner.first > phrase.head else None
        if start is None and is_title(sentence, phrase.head):
            # "President" with the name as its flat parts: some trees take the title for the head.
            start = next(
                (c for c in sentence.children[phrase.head] if tokens[c].rel == "flat" and c > phrase.head), None
            )
        titled = token.upos == "PROPN" and spot_before(sentence, phrase.head) is not None
        person = (mention is not None and mention.kind == "person") or titled or start is not None
        famous = token.upos in ("PROPN", "ADJ") and (mention is None or mention.kind == "organization")
        ranges = list(name_ranges(sentence, phrase)) or [(phrase.head, phrase.head + 1)]
        longest = mention.last - mention.first if mention is not None else 1
        longest = max([longest, *[self._flat_words(sentence, *pair) for pair in ranges]])
        proper, span = None, None
        for first, last in ranges:
            if start is not None and last > start:
                first = start
            words = words_of(self._text, sentence, first, last)
            # A first name is no surname: one word of a longer name finds nobody.
            alone = last - first > 1 or longest <= 1
            known = known_country(words) or known_actor(
                words, on=self._on, person=person and alone, famous=famous and alone, near=self._near
            )
            if known is not None and self._fits(known, sentence, first, last, phrase):
                return known, words, (first, last)
            if mention is not None and (first, last) == (mention.first, mention.last):
                proper, span = words, (first, last)
        if inner is not None and inner.first > phrase.head:
            proper, span = words_of(self._text, sentence, inner.first, inner.last), (inner.first, inner.last)
        elif proper is None and (token.upos == "PROPN" or mention is not None):
            first, last = ranges[1] if len(ranges) > 1 else ranges[0]
            first = start if start is not None else first
            span = (first, max(last, first + 1))
            proper = words_of(self._text, sentence, *span)
        return None, proper, span

    def _half_name(self, sentence: Sentence, phrase: Phrase) -> tuple[Known | None, str | None, tuple[int, int] | None]:
        """A known body whose name ends in a small word: "Kurdistan regional government", "Trump administration"."""
        tokens, head = sentence.tokens, phrase.head
        first = next(
            (i for i in range(phrase.first, head) if tokens[i].form[:1].isupper() and tokens[i].upos != "DET"), None
        )
        if first is None or tokens[head].upos not in ("NOUN", "PROPN"):
            return None, None, None
        words = words_of(self._text, sentence, first, head + 1)
        known = known_actor(words, on=self._on, person=False, near=self._near)
        return (known, words, (first, head + 1)) if known is not None else (None, None, None)

    def _flat_words(self, sentence: Sentence, first: int, last: int) -> int:
        tokens = sentence.tokens
        return 1 + sum(tokens[i].rel == "flat" and first <= tokens[i].head < last for i in range(first, last))

    def _fits(self, known: Known, sentence: Sentence, first: int, last: int, phrase: Phrase) -> bool:
        """Whether a reading of one word may stand for the phrase: a head word alone never resolves a longer name."""
        if last - first > 1 or phrase.last - phrase.first == 1 or known.kind in ("country", "population", "person"):
            return True
        if first == phrase.first:
            return True
        before = sentence.tokens[first - 1]
        if before.upos == "DET":  # "The Pentagon" at the start of a sentence
            return True
        return not (before.form in ("-", "–") or (before.form[:1].isupper() and known_adjective(before.form) is None))

    def _of_known(
        self,
        sentence: Sentence,
        phrase: Phrase,
        words: str,
        known: Known,
        proper: str,
        noun: Noun | None,
        span: tuple[int, int] | None,
    ) -> Reading:
        token = sentence.tokens[phrase.head]
        plural = "Number=Plur" in token.feats
        if known.people and known.kind == "country" and token.rel not in ("amod", "compound"):
            # "Iraqis" tagged as a common noun, "an American", "the French": people, not the country.
            return Reading(
                phrase,
                "nominal",
                "population",
                words,
                token.lemma.lower(),
                known.country,
                "CVL",
                traits=frozenset({(known.country or "").lower()}),
                definite=is_definite(sentence, phrase.head),
                plural=plural,
            )
        affiliations = [Affiliation("backed_by", country=c) for c in known.backed_by]
        affiliations += backers_of(self._text, sentence, phrase.head, on=self._on)
        country, sector = known.country, known.sector
        roles: tuple[Role, ...] = ()
        organization = None
        if known.kind == "person":
            roles, stated = self._stated_roles(sentence, phrase)
            if stated is not None:
                organization = stated.organization
                if country is None or (stated.country is not None and known.office is None):
                    # A U.N. mediator who was a minister once: what the text says now goes before old offices.
                    country = stated.country
                    sector = stated.sector if stated.sector is not None or country == "IGO" else sector
            if known.office is not None:
                organization = organization or known.office.organization
                roles = roles or (Role(known.office.title, None, known.office.organization, "dated"),)
        return Reading(
            phrase,
            "name",
            known.kind,
            words,
            token.lemma.lower(),
            country,
            sector,
            known,
            proper,
            noun,
            plural=plural,
            roles=roles,
            affiliations=tuple(dict.fromkeys(affiliations)),
            organization=organization,
            name_span=span,
        )

    def _of_unknown(
        self,
        sentence: Sentence,
        phrase: Phrase,
        words: str,
        proper: str,
        kind: EntityKind,
        span: tuple[int, int] | None,
    ) -> Reading:
        """A name that no table has: what its titles and modifiers tell."""
        roles, stated = self._stated_roles(sentence, phrase) if kind in ("person", "other") else ((), None)
        if roles and kind == "other":
            kind = "person"
        country = stated.country if stated is not None else None
        if kind in ("organization", "other") or (roles and country is None):
            country = country_of(self._text, sentence, phrase.head)
        return Reading(
            phrase,
            "name",
            kind,
            words,
            sentence.tokens[phrase.head].lemma.lower(),
            country,
            stated.sector if stated is not None and country != "IGO" else None,
            None,
            proper,
            plural="Number=Plur" in sentence.tokens[phrase.head].feats,
            roles=roles,
            affiliations=tuple(backers_of(self._text, sentence, phrase.head, on=self._on)),
            organization=stated.organization if stated is not None else None,
            name_span=span,
        )

    def _stated_roles(self, sentence: Sentence, phrase: Phrase) -> tuple[tuple[Role, ...], Reading | None]:
        """Offices that the text gives a named person, and the reading of the title that tells most."""
        roles: list[Role] = []
        best: Reading | None = None
        tokens = sentence.tokens
        for first, head, last in title_spots(sentence, phrase.head):
            title = Phrase(sentence.index, head, first, last, "nominal")
            if head == phrase.head:
                words = words_of(self._text, sentence, first, last)
                reading = self._of_noun(sentence, title, words, noun_of(sentence, head), None)
            else:
                reading = self.read(sentence, title)
            if reading.noun is None or reading.noun.thing != "HUMAN":
                continue
            span = without_article(self._text, tokens[first].start, tokens[last - 1].end)
            roles.append(Role(self._text[span[0] : span[1]], span, reading.organization))
            if best is None or (best.country is None and reading.country is not None):
                best = reading
        return tuple(roles), best

    # Common nouns

    def _of_noun(
        self, sentence: Sentence, phrase: Phrase, words: str, noun: Noun | None, proper: str | None
    ) -> Reading:
        token = sentence.tokens[phrase.head]
        kind: EntityKind = noun.kind if noun is not None else _NOUN_KINDS.get(token.semantic, "other")
        sector = noun.sector if noun is not None else ("CVL" if kind == "population" else None)
        country: str | None = None
        organization: str | None = None
        affiliations: list[Affiliation] = []
        plural = "Number=Plur" in token.feats
        if is_those(sentence, phrase.head):
            kind, sector = "population", "CVL"
        if (kind == "person" and plural) or (noun is None and picks_people(sentence, phrase.head)):
            kind = "population"
        inner = held_by(sentence, phrase.head, noun, self._at)
        if inner is not None:
            kind, sector, country = inner.kind, inner.sector, inner.country
            affiliations += inner.affiliations
        owner = owner_of(sentence, phrase.head, self._at)
        if owner is not None:
            country = country or owner.country
            organization = owner.known.name if owner.known is not None else None
            if kind not in _THINGS:
                sector = sector_with(noun, sector, owner)
                kind = kind_with(noun, kind, owner)
                if owner.known is not None and owner.kind in _BODIES:
                    tokens = sentence.tokens
                    span = (tokens[owner.phrase.first].start, tokens[owner.phrase.last - 1].end)
                    affiliations.append(Affiliation("member_of", span=span))
                affiliations += [a for a in owner.affiliations if a.relation == "backed_by"]
        affiliations += backers_of(self._text, sentence, phrase.head, on=self._on)
        country = country or country_of(self._text, sentence, phrase.head)
        if country is None and noun is not None and noun.title:
            country = home_of(words)
        if noun is not None and noun.title and noun.victim == "combatant" and sector is None and owner is inner is None:
            # "a Danish commander" commands the troops of the state; of whom he is one when no state is named is open
            sector = "MIL" if country not in (None, "IGO", "NGO") else None
        if (country == "IGO" and sector == "GOV") or (kind in _THINGS and inner is None):
            sector = None
        return Reading(
            phrase,
            "nominal" if proper is None else "name",
            kind,
            words,
            token.lemma.lower(),
            country,
            sector,
            None,
            proper,
            noun,
            traits_of(sentence, phrase.head),
            is_definite(sentence, phrase.head),
            is_same(sentence, phrase.head),
            is_owned(sentence, phrase.head),
            plural,
            (),
            tuple(dict.fromkeys(affiliations)),
            organization,
        )

    def _at(self, sentence: Sentence, i: int) -> Reading:
        """The reading of the phrase with head `i`: as found, else of its compound and flat parts."""
        tokens = sentence.tokens
        found = self._phrases.get((sentence.index, i))
        if found is None:
            inside = [c for c in sentence.children[i] if tokens[c].rel in ("compound", "amod", "flat")]
            first, last = min([i, *inside]), max([i, *[c for c in inside if tokens[c].rel == "flat"]]) + 1
            found = Phrase(sentence.index, i, first, last, "name" if tokens[i].upos == "PROPN" else "nominal")
        return self.read(sentence, found)
