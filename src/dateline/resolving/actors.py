"""Who a phrase names by its own words: kind, country, sector, offices, what it belongs to and who backs it."""

from collections.abc import Iterator
from datetime import date
from typing import Literal

from msgspec import Struct

from dateline.knowledge.nouns import Noun, load_nouns
from dateline.knowledge.names import name_key
from dateline.language.analysis import NameMention, Sentence, Token
from dateline.records.entity import Affiliation, EntityKind, Role
from dateline.resolving.names import (
    Known,
    known_actor,
    known_adjective,
    known_country,
    mention_at,
    name_ranges,
    words_of,
)
from dateline.resolving.resolution import Phrase
from dateline.resolving.titles import HONORIFICS, home_of, is_title, title_after, title_before

_DEFINITE = frozenset({"the", "this", "that", "these", "those", "such", "both", "said"})
_OWNED = frozenset({"my", "our", "your", "his", "her", "its", "their"})
_BACKED = frozenset({"back", "support", "sponsor", "fund", "align", "arm", "train", "finance", "equip", "supply"})
# Sectors that only say "somebody with an office"; the body they speak for is the better witness.
_WEAK = frozenset({None, "CVL", "GOV", "PTY"})
# Modifiers that tell nothing apart: pointing words, and what the noun says already.
_EMPTY = frozenset({"same", "such", "other", "own", "military", "armed", "more", "many", "several", "innocent", "so-called", "back", "lead"})
_GROUPS = frozenset({"armed_group", "organization", "population", "government", "military"})
_NAME_KINDS: dict[str, EntityKind] = {"person": "person", "organization": "organization", "place": "place", "weapon": "weapon"}
_SEMANTIC: dict[str, EntityKind] = {"person": "population", "organization": "organization", "place": "place"}


class Reading(Struct, frozen=True):
    """One phrase as its own words give it. `known` identifies what a name stands for, `proper` is the name itself.

    `traits` are the modifiers that tell one group from another ("Iranian", "Shia"); `noun` is the lexicon's entry of the
    head. `title` holds what a phrase like "the Pentagon press secretary" says of somebody.
    """

    phrase: Phrase
    form: Literal["name", "nominal", "pronoun"]
    kind: EntityKind
    words: str
    lemma: str
    country: str | None = None
    sector: str | None = None
    known: Known | None = None
    proper: str | None = None
    noun: Noun | None = None
    traits: frozenset[str] = frozenset()
    definite: bool = False
    same: bool = False
    owned: bool = False
    plural: bool = False
    roles: tuple[Role, ...] = ()
    affiliations: tuple[Affiliation, ...] = ()
    organization: str | None = None
    name_span: tuple[int, int] | None = None


class Reader:
    """Reads phrases of one document; `on` is the date as of which offices are looked up."""

    def __init__(
        self, text: str, *, on: date | None, near: frozenset[str] = frozenset(), votes: dict[str, str] | None = None
    ) -> None:
        self._votes = votes or {}
        self.text = text
        self.on = on
        self.near = near
        self._nouns = load_nouns()
        self._read: dict[tuple[int, int], Reading] = {}

    def read(self, sentence: Sentence, phrase: Phrase) -> Reading:
        """The reading of one phrase; the same phrase is read once."""
        key = (sentence.index, phrase.head)
        reading = self._read.get(key)
        if reading is None:
            # A title asks for its name and a name for its title: whoever is asked while being read says only its words.
            words = words_of(self.text, sentence, phrase.first, phrase.last)
            self._read[key] = Reading(phrase, phrase.form, "other", words, sentence.tokens[phrase.head].lemma.lower())
            reading = self._read[key] = self._reading(sentence, phrase)
        return reading

    def _reading(self, sentence: Sentence, phrase: Phrase) -> Reading:
        token = sentence.tokens[phrase.head]
        words = words_of(self.text, sentence, phrase.first, phrase.last)
        plural = "Number=Plur" in token.feats
        if phrase.form == "pronoun":
            return Reading(phrase, "pronoun", "other", words, token.lemma.lower(), plural=plural)
        capital = token.form[:1].isupper() or token.upos == "PROPN" or token.form.lower() in ("al", "el")
        known, proper, span = self._name(sentence, phrase) if capital else (None, None, None)
        noun = None if known is not None and known.people else self._noun(sentence, phrase.head)
        if known is not None:
            return self._of_known(sentence, phrase, token, words, known, proper or words, noun, span, plural)
        if token.upos == "ADJ" and token.rel in ("amod", "compound"):
            return Reading(phrase, "nominal", "other", words, token.lemma.lower())
        mention = self._mention(sentence, phrase.head)
        if noun is None and mention is not None and proper is not None:
            return self._unknown_name(sentence, phrase, words, proper, _NAME_KINDS.get(mention.kind, "other"), span, plural)
        if noun is None and token.upos == "PROPN" and proper is not None:
            kind = _SEMANTIC.get(token.semantic, "other")
            kind = "person" if kind == "population" else kind
            return self._unknown_name(sentence, phrase, words, proper, kind, span, plural)
        return self._nominal(sentence, phrase, token, words, noun, plural, proper if mention is not None else None)

    # Names

    def _mention(self, sentence: Sentence, head: int) -> NameMention | None:
        """The name around the head, with the kind that the whole document speaks for."""
        mention = mention_at(sentence, head)
        if mention is None or not self._votes:
            return mention
        kind = self._votes.get(name_key(words_of(self.text, sentence, mention.first, mention.last)))
        return mention if kind is None else NameMention(mention.first, mention.last, kind, mention.score)

    def _name(self, sentence: Sentence, phrase: Phrase) -> tuple[Known | None, str | None, tuple[int, int] | None]:
        """What the name in the phrase stands for, the name itself, and its tokens."""
        mention = self._mention(sentence, phrase.head)
        token = sentence.tokens[phrase.head]
        person = mention is not None and mention.kind == "person" or self._titled(sentence, phrase.head)
        famous = token.upos == "PROPN" and (mention is None or mention.kind == "organization")
        proper: str | None = None
        span: tuple[int, int] | None = None
        start = None
        if is_title(sentence, phrase.head):
            # "President" with the name as its flat parts: some trees take the title for the head.
            flats = [c for c in sentence.children[phrase.head] if sentence.tokens[c].rel == "flat" and c > phrase.head]
            start = flats[0] if flats else None
            person = person or start is not None
        longest = mention.last - mention.first if mention is not None else 1
        for first, last in name_ranges(sentence, phrase):
            longest = max(longest, self._names_in(sentence, first, last))
            if start is not None and last > start:
                first = start
            words = words_of(self.text, sentence, first, last)
            # A first name is no surname: one word of a longer name finds nobody.
            alone = last - first > 1 or longest <= 1
            known = known_country(words) or known_actor(
                words, on=self.on, person=person and alone, famous=famous and alone, near=self.near
            )
            if known is not None and self._fits(known, token, first, last, phrase):
                return known, words, (first, last)
            if mention is not None and (first, last) == (mention.first, mention.last):
                proper, span = words, (first, last)
        if proper is None and (token.upos == "PROPN" or mention is not None):
            runs = list(name_ranges(sentence, phrase)) or [(phrase.head, phrase.head + 1)]
            first, last = runs[1] if len(runs) > 1 else runs[0]
            first = start if start is not None else first
            proper, span = words_of(self.text, sentence, first, max(last, first + 1)), (first, max(last, first + 1))
        return None, proper, span

    def _names_in(self, sentence: Sentence, first: int, last: int) -> int:
        """How many words of a range belong to one flat name."""
        tokens = sentence.tokens
        return 1 + sum(tokens[i].rel == "flat" and first <= tokens[i].head < last for i in range(first, last))

    def _fits(self, known: Known, token: Token, first: int, last: int, phrase: Phrase) -> bool:
        """Whether a reading of part of the phrase may stand for the whole: a head word alone never resolves a name."""
        if last - first > 1 or phrase.last - phrase.first == 1:
            return True
        whole = [t for t in range(phrase.first, phrase.last) if t != phrase.head]
        if known.kind in ("country", "population") or known.kind == "person":
            return True
        return not whole or not self._capitals_touch(token, phrase)

    def _capitals_touch(self, token: Token, phrase: Phrase) -> bool:
        start = token.start
        before = self.text[max(0, start - 2) : start]
        if before[-1:] in ("-", "–"):
            return True
        word = self.text[:start].rstrip().rsplit(None, 1)
        return phrase.first < token.i and bool(word) and word[-1][:1].isupper() and known_adjective(word[-1]) is None

    def _titled(self, sentence: Sentence, head: int) -> bool:
        tokens = sentence.tokens
        if any(c < head and tokens[c].deprel == "nmod:desc" for c in sentence.children[head]):
            return True
        return tokens[head].upos == "PROPN" and self.title_of(sentence, head) is not None

    def _of_known(
        self,
        sentence: Sentence,
        phrase: Phrase,
        token: Token,
        words: str,
        known: Known,
        proper: str,
        noun: Noun | None,
        span: tuple[int, int] | None,
        plural: bool,
    ) -> Reading:
        roles: tuple[Role, ...] = ()
        affiliations = [Affiliation("backed_by", country=c) for c in known.backed_by]
        country, sector = known.country, known.sector
        organization = None
        if known.kind == "person":
            stated, extra = self._stated_roles(sentence, phrase)
            roles = stated
            if extra is not None:
                organization = extra.organization
                if extra.country is not None and known.country is None:
                    country = extra.country
            if known.office is not None and not stated:
                roles = (Role(known.office.title, None, known.office.organization, "dated"),)
            if organization is None and known.office is not None:
                organization = known.office.organization
        elif known.people and known.kind == "country" and token.upos == "NOUN":
            return Reading(
                phrase, "nominal", "population", words, token.lemma.lower(), known.country, "CVL", None, None,
                noun, frozenset({(known.country or "").lower()}), plural=plural, definite=self._definite(sentence, phrase),
            )  # fmt: skip
        affiliations += self._backers(sentence, phrase.head)
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

    def _unknown_name(
        self,
        sentence: Sentence,
        phrase: Phrase,
        words: str,
        proper: str,
        kind: EntityKind,
        span: tuple[int, int] | None,
        plural: bool,
    ) -> Reading:
        roles, extra = self._stated_roles(sentence, phrase) if kind in ("person", "other") else ((), None)
        if roles and kind == "other":
            kind = "person"
        country = extra.country if extra is not None else None
        sector = extra.sector if extra is not None else None
        if kind in ("organization", "other"):
            country = self._country(sentence, phrase)
        affiliations = self._backers(sentence, phrase.head)
        return Reading(
            phrase,
            "name",
            kind,
            words,
            sentence.tokens[phrase.head].lemma.lower(),
            country,
            None if country == "IGO" else sector,
            None,
            proper,
            None,
            plural=plural,
            roles=roles,
            affiliations=tuple(affiliations),
            organization=extra.organization if extra is not None else None,
            name_span=span,
        )

    # Common nouns

    def _noun(self, sentence: Sentence, head: int) -> Noun | None:
        """The lexicon's entry for a head, with the compound before it when the two are an entry of their own."""
        tokens = sentence.tokens
        token = tokens[head]
        lemma = token.lemma.lower()
        for child in reversed(sentence.children[head]):
            if child < head and tokens[child].rel in ("compound", "amod", "nmod"):
                found = self._nouns.get(f"{tokens[child].lemma.lower()} {lemma}") or self._nouns.get(
                    f"{tokens[child].form.lower()} {token.form.lower()}"
                )
                if found is not None:
                    return found
        if head >= 2 and tokens[head - 1].form == "-":
            found = self._nouns.get(f"{tokens[head - 2].form.lower()}-{lemma}")
            if found is not None:
                return found
        for child in sentence.children[head]:
            if child > head and tokens[child].rel == "nmod":
                for case in sentence.children[child]:
                    if tokens[case].form.lower() == "of":
                        found = self._nouns.get(f"{lemma} of {tokens[child].lemma.lower()}")
                        if found is not None:
                            return found
        # "parties" are not always several of "party": the form is asked first.
        return self._nouns.get(token.form.lower()) or self._nouns.get(lemma)

    def _nominal(
        self, sentence: Sentence, phrase: Phrase, token: Token, words: str, noun: Noun | None, plural: bool, proper: str | None
    ) -> Reading:
        inner = self._inside(sentence, phrase, noun)
        kind: EntityKind = noun.kind if noun is not None else _SEMANTIC.get(token.semantic, "other")
        sector = noun.sector if noun is not None else ("CVL" if kind == "population" else None)
        country: str | None = None
        organization: str | None = None
        affiliations: list[Affiliation] = []
        if inner is not None and (noun is None or noun.thing in ("THING", "GROUP", "HUMAN")):
            if inner.kind not in ("other", "country") or noun is None or noun.thing == "THING":
                kind = inner.kind
                sector = inner.sector
            country = inner.country
            affiliations += inner.affiliations
        owner = self._owner(sentence, phrase)
        if owner is not None and owner.form != "pronoun":
            country = country or owner.country
            organization = owner.known.name if owner.known is not None and owner.kind != "country" else None
            if kind not in ("place", "facility", "weapon", "other"):
                sector = self._sector_of(noun, sector, owner)
                if owner.kind in ("armed_group", "organization", "military", "government") and owner.known is not None:
                    affiliations.append(Affiliation("member_of", span=self._span(sentence, owner.phrase)))
                affiliations += [a for a in owner.affiliations if a.relation == "backed_by"]
                if kind in ("population", "person") and owner.kind == "armed_group" and noun is not None and noun.thing == "HUMAN":
                    kind = "armed_group" if noun.sector in (None, "REB", "MIL") or noun.lemma in ("member", "supporter") else kind
                if kind == "military" and owner.kind == "armed_group":
                    kind = "armed_group"
        affiliations += self._backers(sentence, phrase.head)
        if country is None:
            country = self._country(sentence, phrase)
        if country is None and noun is not None and noun.title:
            country = home_of(words)
        if country == "IGO" and sector == "GOV":
            sector = None
        if kind in ("place", "facility", "weapon", "other") and inner is None:
            sector = None
        return Reading(
            phrase,
            "nominal",
            kind,
            words,
            token.lemma.lower(),
            country,
            sector,
            None,
            proper,
            noun,
            self._traits(sentence, phrase.head),
            self._definite(sentence, phrase),
            any(sentence.tokens[c].lemma.lower() == "same" for c in sentence.children[phrase.head]),
            any(sentence.tokens[c].form.lower() in _OWNED for c in sentence.children[phrase.head]),
            plural,
            (),
            tuple(dict.fromkeys(affiliations)),
            organization,
        )

    def _inside(self, sentence: Sentence, phrase: Phrase, noun: Noun | None) -> Reading | None:
        """What a container holds: the "of"-phrase of "a number of militants", "members of Hamas"."""
        if noun is None or not noun.holds:
            if noun is None and sentence.tokens[phrase.head].upos not in ("NUM", "DET"):
                return None
            if noun is not None:
                return None
        for child in sentence.children[phrase.head]:
            token = sentence.tokens[child]
            if child > phrase.head and token.rel == "nmod" and token.upos in ("NOUN", "PROPN", "ADJ"):
                if any(sentence.tokens[c].form.lower() == "of" for c in sentence.children[child]):
                    return self.read(sentence, Phrase(sentence.index, child, child, self._end(sentence, child), "nominal"))
        return None

    def _end(self, sentence: Sentence, i: int) -> int:
        last = i + 1
        for child in sentence.children[i]:
            if child == last and sentence.tokens[child].rel in ("flat", "nmod", "punct"):
                last = child + 1
        return last

    def _bears(self, sentence: Sentence, name: int, title: int) -> bool:
        """Whether the name has that title: it does not own it, even where the tree hangs it below."""
        before, after = self.title_of(sentence, name), self.title_behind(sentence, name)
        return (before is not None and before[1] == title) or (after is not None and after[1] == title)

    def _sector_of(self, noun: Noun | None, sector: str | None, owner: Reading) -> str | None:
        if owner.kind == "armed_group" and owner.sector is not None:
            return owner.sector
        if sector in _WEAK and owner.sector is not None and owner.kind not in ("country", "population"):
            return owner.sector
        if sector == "REB" and owner.sector == "MIL" and noun is not None and noun.lemma in ("fighter", "combatant", "operative"):
            return "MIL"
        return sector

    # What stands around the head

    def _owner(self, sentence: Sentence, phrase: Phrase) -> Reading | None:
        """The body or person that the phrase belongs to: "Hezbollah fighters", "Syria's army", "leader of Hamas"."""
        tokens, head = sentence.tokens, phrase.head
        best: Reading | None = None
        for child in sentence.children[head]:
            token = tokens[child]
            before = child < head and (token.rel in ("compound", "amod") or token.deprel in ("nmod:poss", "nmod:desc"))
            if not before and not (child > head and token.rel == "nmod" and self._case(sentence, child) in ("of", "for", "from", "with")):
                continue
            if token.upos not in ("PROPN", "NOUN", "ADJ") or (token.upos == "ADJ" and not token.form[:1].isupper()):
                continue
            if token.upos == "ADJ" and known_adjective(token.form) is not None:
                continue
            if child > head and token.upos == "PROPN" and self._bears(sentence, child, head):
                continue
            first = min([child, *[c for c in sentence.children[child] if tokens[c].rel in ("compound", "amod", "flat")]])
            last = max([child, *[c for c in sentence.children[child] if tokens[c].rel in ("flat",)]]) + 1
            owner = self.read(sentence, Phrase(sentence.index, child, first, last, "name" if token.upos == "PROPN" else "nominal"))
            if owner.kind in ("place", "facility", "weapon", "other", "country") or (owner.sector == "REL" and owner.known is None):
                continue
            if owner.known is not None or (best is None and owner.sector not in (None, "CVL") and token.deprel != "nmod:poss"):
                best = owner
                if owner.known is not None:
                    break
        return best

    def _country(self, sentence: Sentence, phrase: Phrase) -> str | None:
        """The country that modifiers of the head give: adjective, compound, possessor, "of" and, for groups, "in"."""
        tokens, head = sentence.tokens, phrase.head
        for child in sentence.children[head]:
            token = tokens[child]
            if child < head and token.rel in ("amod", "compound", "nmod", "flat", "det", "advmod"):
                found = self._adjective_at(sentence, child)
                if found is not None:
                    return found
        for child in sentence.children[head]:
            token = tokens[child]
            if child > head and token.rel == "nmod" and token.upos == "PROPN":
                case = self._case(sentence, child)
                if case in ("of", "from") or (case in ("in", "inside", "across", "throughout") and self._settled(sentence, head)):
                    found = self._place_country(sentence, child)
                    if found is not None:
                        return found
        return None

    def _settled(self, sentence: Sentence, head: int) -> bool:
        """Whether "in X" says where the group is at home: not so for armies, which stand abroad."""
        noun = self._noun(sentence, head)
        return noun is not None and noun.kind in _GROUPS and noun.kind != "military"

    def _adjective_at(self, sentence: Sentence, i: int) -> str | None:
        tokens = sentence.tokens
        token = tokens[i]
        if not token.form[:1].isupper():
            return None
        for first, last in ((i - 1, i + 1), (i, i + 2), (i, i + 1)):
            if first < 0 or last > len(tokens) or not tokens[first].form[:1].isupper():
                continue
            words = words_of(self.text, sentence, first, last)
            if last - first == 2 and not words[-1:].isalpha() and "." not in words:
                continue
            found = known_adjective(words)
            if found is not None and (last - first == 2 or not self._part_of_compound(sentence, i)):
                return found
        return None

    def _part_of_compound(self, sentence: Sentence, i: int) -> bool:
        """"Iranian" in "Iranian-backed" or "Jordanian-born" says nothing of the country of the head."""
        tokens = sentence.tokens
        return i + 1 < len(tokens) and tokens[i + 1].form in ("-", "–") and tokens[i + 1].start == tokens[i].end

    def _place_country(self, sentence: Sentence, i: int) -> str | None:
        phrase = Phrase(sentence.index, i, i, i + 1, "name")
        first = i
        while first > 0 and sentence.tokens[first - 1].head == i and sentence.tokens[first - 1].form[:1].isupper():
            first -= 1
        for start in (first, i):
            known = known_country(words_of(self.text, sentence, start, phrase.last))
            if known is not None:
                return known.country
        return None

    def _backers(self, sentence: Sentence, head: int) -> list[Affiliation]:
        """Countries and bodies in "Iranian-backed", "backed by Iran", "U.S.-trained"."""
        tokens = sentence.tokens
        found: list[Affiliation] = []
        for child in sentence.children[head]:
            token = tokens[child]
            if token.lemma.lower() not in _BACKED and not token.form.lower().endswith("-backed"):
                continue
            if token.rel not in ("amod", "acl", "compound"):
                continue
            for part in sentence.children[child]:
                backer = tokens[part]
                if part < child and backer.rel in ("compound", "obl", "amod", "nsubj", "advmod", "nmod", "dep", "obj"):
                    found += self._backing(sentence, part, token)
                elif backer.deprel == "obl:agent" or (backer.rel == "obl" and self._case(sentence, part) == "by"):
                    found += self._backing(sentence, part, token)
            if not found and child >= 2 and tokens[child - 1].form in ("-", "–"):
                # Some trees hang "Iranian" of "Iranian-backed" on the noun.
                found += self._backing(sentence, child - 2, token)
            if "-" in token.form:
                name = token.form.split("-")[0]
                iso3 = known_adjective(name)
                if iso3 is not None:
                    found.append(Affiliation("backed_by", country=iso3, span=(token.start, token.end)))
        return found

    def _backing(self, sentence: Sentence, part: int, verb: Token) -> list[Affiliation]:
        tokens = sentence.tokens
        backer = tokens[part]
        span = (min(backer.start, verb.start), max(backer.end, verb.end))
        iso3 = self._place_country(sentence, part) or known_adjective(backer.form)
        if iso3 is not None:
            return [Affiliation("backed_by", country=iso3, span=span)]
        known = known_actor(words_of(self.text, sentence, part, part + 1), on=self.on, person=False) if backer.form[:1].isupper() else None
        if known is not None and known.country is not None:
            return [Affiliation("backed_by", country=known.country, span=span)]
        return []

    def _stated_roles(self, sentence: Sentence, phrase: Phrase) -> tuple[tuple[Role, ...], Reading | None]:
        """Offices that the text gives a named person: titles before the name, renamings after it."""
        roles: list[Role] = []
        extra: Reading | None = None
        ranges: dict[int, tuple[int, int]] = {}
        before = self.title_of(sentence, phrase.head)
        if before is not None:
            ranges[before[1]] = (before[0], before[2])
        after = self.title_behind(sentence, phrase.head)
        if after is not None:
            ranges[after[1]] = (after[0], after[2])
        for i in self._renamings(sentence, phrase.head):
            ranges.setdefault(i, self._title_range(sentence, i))
        for i, (first, last) in sorted(ranges.items()):
            reading = self.read(sentence, Phrase(sentence.index, i, first, last, "nominal"))
            if reading.noun is None or reading.noun.thing != "HUMAN":
                continue
            tokens = sentence.tokens
            span = (tokens[first].start, tokens[last - 1].end)
            words = self.text[span[0] : span[1]]
            for article in ("the ", "The ", "a ", "an ", "A ", "An "):
                if words.startswith(article):
                    words, span = words[len(article) :], (span[0] + len(article), span[1])
                    break
            roles.append(Role(words, span, reading.organization))
            if extra is None or (extra.country is None and reading.country is not None):
                extra = reading
        return tuple(roles), extra

    def names_someone(self, sentence: Sentence, i: int) -> bool:
        """Whether the single word at `i` is the name of a country or a known actor."""
        word = sentence.tokens[i].form
        if not word[:1].isupper():
            return False
        return known_adjective(word) is not None or known_actor(word, on=self.on, person=False) is not None

    def title_of(self, sentence: Sentence, head: int) -> tuple[int, int, int] | None:
        """The title right before the name with this head: first token, head, end; None where there is none."""
        mention = mention_at(sentence, head)
        start = mention.first if mention is not None and mention.kind == "person" else head
        if start > head:
            start = head
        found = title_before(sentence, start)
        if found is None or sentence.tokens[found[1]].form.lower() in HONORIFICS:
            return None
        return found[0], found[1], start

    def title_behind(self, sentence: Sentence, head: int) -> tuple[int, int, int] | None:
        """The title after the name with this head and a comma: first token, head, end; None where there is none."""
        mention = mention_at(sentence, head)
        return title_after(sentence, mention.last if mention is not None and mention.kind == "person" else head + 1)

    def _renamings(self, sentence: Sentence, head: int) -> Iterator[int]:
        tokens = sentence.tokens
        for child in sentence.children[head]:
            token = tokens[child]
            if (child < head and token.deprel == "nmod:desc") or (child < head and token.rel == "compound" and is_title(sentence, child)):
                yield child
            elif child > head and token.rel == "appos" and token.upos in ("NOUN", "PROPN"):
                yield child
        above = tokens[head].head
        if tokens[head].rel == "appos" and above >= 0 and tokens[above].upos in ("NOUN", "PROPN"):
            yield above
        if is_title(sentence, head) and any(tokens[c].rel == "flat" for c in sentence.children[head]):
            yield head

    def _title_range(self, sentence: Sentence, i: int) -> tuple[int, int]:
        tokens = sentence.tokens
        first, last = i, i + 1
        for child in sorted(sentence.children[i], reverse=True):
            if child < i and tokens[child].rel in ("compound", "amod", "det", "nmod", "flat") and child >= first - 2:
                first = min([child, *[c for c in sentence.children[child] if c < child and tokens[c].rel != "punct"]])
        for child in sentence.children[i]:
            if child > i and tokens[child].rel in ("nmod", "punct") and tokens[child].form != ",":
                if tokens[child].rel == "nmod":
                    below = [child]
                    for node in below:
                        below += [c for c in sentence.children[node] if tokens[c].rel not in ("acl", "appos", "parataxis", "punct")]
                    if min(below) <= last:
                        last = max(last, max(below) + 1)
        return first, last

    def _case(self, sentence: Sentence, i: int) -> str:
        for child in sentence.children[i]:
            if sentence.tokens[child].rel == "case" and sentence.tokens[child].form not in ("'s", "’s", "'"):
                return sentence.tokens[child].form.lower()
        return ""

    def _traits(self, sentence: Sentence, head: int) -> frozenset[str]:
        """Modifiers that tell this one from others of its kind, lower case."""
        tokens = sentence.tokens
        return frozenset(
            (known_adjective(tokens[c].form) or tokens[c].lemma).lower()
            for c in sentence.children[head]
            if c < head and tokens[c].rel in ("amod", "compound", "nmod") and tokens[c].lemma.lower() not in _EMPTY
        )

    def _definite(self, sentence: Sentence, phrase: Phrase) -> bool:
        tokens = sentence.tokens
        return any(
            tokens[c].form.lower() in _DEFINITE or tokens[c].deprel == "nmod:poss"
            for c in sentence.children[phrase.head]
            if c < phrase.head
        ) or any(tokens[c].lemma.lower() == "same" for c in sentence.children[phrase.head])

    def _span(self, sentence: Sentence, phrase: Phrase) -> tuple[int, int]:
        return sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end
