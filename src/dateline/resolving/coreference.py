"""Which phrases name the same one: names with their short forms, titles, descriptions, pronouns. One pass over the text."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from dateline.knowledge.names import name_key
from dateline.language.analysis import Sentence, Token
from dateline.resolving.actors import Reading
from dateline.resolving.resolution import TokenKey
from dateline.resolving.speakers import FIRST_PERSON
from dateline.resolving.titles import office_key

_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_POINTERS = frozenset({"this", "that", "these", "those"})
# Descriptions that take up a kind of thing, whatever word named it first.
_GROUP_WORDS = frozenset("group organization organisation militia movement outfit faction network insurgent militant rebel terrorist extremist jihadist enemy fighter force guerrilla separatist".split())
_COUNTRY_WORDS = frozenset("country nation state kingdom republic".split())
_PLACE_WORDS = frozenset("city town village province region district area neighborhood neighbourhood suburb capital island settlement".split())
_BODY_WORDS = frozenset("ministry agency department organization organisation body council commission committee alliance bloc union company firm coalition court party parliament army military navy".split())
_PERSON_WORDS = frozenset("man woman suspect leader president minister secretary spokesman spokeswoman spokesperson official general commander".split())
_AGENTS = frozenset({"person", "organization", "armed_group", "military", "government", "country", "population"})
_BODIES = frozenset({"organization", "armed_group", "military", "government", "country"})
_REACH = 4


class Item(Struct, frozen=True):
    """One phrase to be linked. `place` is set when it names a place, `count` when it states a number."""

    reading: Reading
    sentence: int
    head: int
    kind: str
    key: str | None
    counted: bool = False
    quoted: bool = False
    subject: bool = False
    titles: tuple[int, ...] = ()
    adjective: bool = False


class _Cluster:
    """What is known of one participant while the text is read."""

    def __init__(self, number: int, item: Item) -> None:
        self.number = number
        self.kind = item.kind
        self.named = item.reading.form == "name"
        self.country = item.reading.country
        self.sector = item.reading.sector
        self.plural = item.reading.plural
        self.keys: set[str] = set()
        self.offices: set[str] = set()
        self.last = item
        self.traits: frozenset[str] = item.reading.traits
        self.lemmas: set[str] = set()
        self.counted = item.counted


class Linker:
    """Links the items of one document, sentence by sentence."""

    def __init__(self, sentences: Sequence[Sentence], *, speakers: dict[TokenKey, TokenKey] | None = None) -> None:
        self._sentences = sentences
        self._speakers = speakers or {}
        # For the cluster of a "we" the cluster of its speaker.
        self.spoken_for: dict[int, int] = {}
        self._clusters: list[_Cluster] = []
        self._parent: list[int] = []
        self._by_key: dict[str, int] = {}
        self._by_surname: dict[str, int] = {}
        self._by_office: dict[str, int] = {}
        self._by_lemma: dict[str, list[int]] = {}
        self._by_initials: dict[str, int] = {}
        self._recent: list[int] = []
        self._of: dict[tuple[int, int], int] = {}
        self._titles: dict[int, int] = {}

    def link(self, items: Sequence[Item]) -> dict[tuple[int, int], int]:
        """The cluster number of every item that stands for something, by (sentence, head)."""
        by_sentence: dict[int, list[Item]] = {}
        for item in items:
            by_sentence.setdefault(item.sentence, []).append(item)
        for index in sorted(by_sentence):
            self._sentence(self._sentences[index], by_sentence[index])
        self._first_persons(items)
        return {key: self._find(cluster) for key, cluster in self._of.items()}

    def _sentence(self, sentence: Sentence, items: list[Item]) -> None:
        here = {item.head: item for item in items}
        self._titles = {title: item.head for item in items for title in item.titles}
        for item in items:
            if item.reading.form == "name":
                self._put(item, self._name(item))
        for item in items:
            if item.reading.form == "nominal":
                partner = self._partner(sentence, item, here)
                if partner is not None and (item.sentence, partner) in self._of:
                    self._put(item, self._of[(item.sentence, partner)])
                elif partner is not None and here[partner].reading.form == "nominal":
                    # The partner comes later in the list: both go through its own reading.
                    cluster = self._nominal(here[partner])
                    self._put(here[partner], cluster)
                    self._put(item, cluster)
                elif (item.sentence, item.head) not in self._of:
                    self._put(item, self._nominal(item))
        for item in items:
            if item.reading.form == "name":
                partner = self._partner(sentence, item, here)
                if partner is not None and (item.sentence, partner) in self._of:
                    self._union(self._of[(item.sentence, item.head)], self._of[(item.sentence, partner)])
        for item in items:
            if item.reading.form == "pronoun":
                cluster_or_none = self._pronoun(sentence, item)
                if cluster_or_none is not None:
                    self._put(item, cluster_or_none)
        self._recent = [c for c in dict.fromkeys(self._find(c) for c in self._recent) if self._near(c, sentence.index)]

    def _near(self, number: int, sentence: int) -> bool:
        return sentence - self._clusters[number].last.sentence < _REACH

    # Clusters

    def _new(self, item: Item) -> int:
        number = len(self._clusters)
        self._clusters.append(_Cluster(number, item))
        self._parent.append(number)
        return number

    def _find(self, number: int) -> int:
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def _union(self, a: int, b: int) -> None:
        a, b = self._find(a), self._find(b)
        if a == b:
            return
        one, two = self._clusters[a], self._clusters[b]
        known = {key for key in one.keys | two.keys if key.startswith(("actor:", "country:"))}
        if one.keys and two.keys and len(known) > 1:
            # Two names of two things stay two, whatever the grammar says.
            return
        if two.named and not one.named:
            one, two, a, b = two, one, b, a
        self._parent[b] = a
        one.keys |= two.keys
        one.offices |= two.offices
        one.lemmas |= two.lemmas
        one.country = one.country or two.country
        one.sector = one.sector or two.sector
        one.counted = one.counted or two.counted
        if (two.last.sentence, two.last.head) > (one.last.sentence, one.last.head):
            one.last = two.last

    def _put(self, item: Item, number: int) -> None:
        number = self._find(number)
        cluster = self._clusters[number]
        reading = item.reading
        self._of[(item.sentence, item.head)] = number
        if item.adjective and cluster.last is not item:
            return
        cluster.last = item
        if reading.form == "name":
            cluster.named = True
            if item.key is not None:
                cluster.keys.add(item.key)
            if item.kind == "person" and reading.proper:
                words = name_key(reading.proper).split()
                if words:
                    if len(words) > 1 or words[-1] not in self._by_surname:
                        self._by_surname[words[-1]] = number
                    if item.key is None or not item.key.startswith("actor:"):
                        self._by_key[f"name:{' '.join(words)}"] = number
                for role in reading.roles:
                    self._hold(cluster, role.title, number)
            elif reading.proper and item.kind != "place":
                initials = "".join(w[0] for w in name_key(reading.proper).split() if w not in ("of", "the", "and", "for", "in"))
                if len(initials) > 2:
                    self._by_initials[initials] = number
                last_word = name_key(reading.proper).split()[-1:]
                if last_word and item.kind in _BODIES and item.kind != "country":
                    self._by_lemma.setdefault(last_word[0], []).append(number)
            if item.key is not None:
                self._by_key.setdefault(item.key, number)
        elif reading.form == "nominal":
            if item.key is not None:
                cluster.keys.add(item.key)
                self._by_key.setdefault(item.key, number)
            cluster.lemmas.add(reading.lemma)
            self._by_lemma.setdefault(reading.lemma, []).append(number)
            if reading.noun is not None and reading.noun.title:
                self._hold(cluster, reading.words, number)
        cluster.counted = cluster.counted or item.counted
        cluster.country = cluster.country or reading.country
        cluster.sector = cluster.sector or reading.sector
        if (reading.form == "name" or item.kind in _AGENTS or item.kind == "place") and not item.adjective:
            self._recent.append(number)

    def _hold(self, cluster: _Cluster, title: str, number: int) -> None:
        key = office_key(title)
        cluster.offices.add(key)
        self._by_office[key] = number
        head = key.rsplit(" ", 1)[-1] if " of " not in key and " for " not in key else key.split(" of ")[0].split(" for ")[0].rsplit(" ", 1)[-1]
        cluster.lemmas.add(head)
        self._by_lemma.setdefault(head, []).append(number)

    # Names

    def _name(self, item: Item) -> int:
        reading = item.reading
        words = name_key(reading.proper or reading.words).split()
        if item.kind == "person" and len(words) == 1:
            known = self._by_surname.get(words[0])
            if known is not None:
                return self._find(known)
        if item.key is not None and item.key in self._by_key:
            return self._find(self._by_key[item.key])
        plain = f"name:{' '.join(words)}"
        if plain in self._by_key:
            return self._find(self._by_key[plain])
        if item.kind == "person" and len(words) > 1:
            known = self._by_surname.get(words[-1])
            if known is not None and self._same_person(words, self._clusters[self._find(known)], item):
                return self._find(known)
        if len(words) == 1 and item.kind not in ("person", "country", "place") and (reading.proper or "").isupper():
            known = self._by_initials.get(words[0])
            if known is not None:
                return self._find(known)
        number = self._new(item)
        self._by_key[plain] = number
        return number

    def _same_person(self, words: list[str], cluster: _Cluster, item: Item) -> bool:
        """Whether a longer name may be that of the cluster: no other first name, no other known person."""
        if item.key is not None and any(k.startswith("actor:") for k in cluster.keys) and item.key.startswith("actor:"):
            return False
        for key in cluster.keys:
            if key.startswith("name:"):
                other = key[5:].split()
                if len(other) > 1 and other[0] != words[0]:
                    return False
        return cluster.kind == "person"

    # Descriptions

    def _partner(self, sentence: Sentence, item: Item, here: dict[int, Item]) -> int | None:
        """The token in the same sentence that the grammar makes one with this phrase: title, renaming, container."""
        tokens = sentence.tokens
        token = tokens[item.head]
        above = token.head
        if item.head in self._titles and self._titles[item.head] in here:
            return self._titles[item.head]
        if above in here and (token.deprel == "nmod:desc" or token.rel == "appos"):
            if self._alike(item, here[above], token):
                return above
        if above in here and token.rel == "compound" and above > item.head and item.reading.noun is not None and item.reading.noun.title and here[above].kind == "person":
            return above
        noun = item.reading.noun
        if item.reading.form == "nominal" and (noun is None or noun.holds):
            for child in sentence.children[item.head]:
                if child in here and child > item.head and tokens[child].rel == "nmod" and here[child].reading.form != "pronoun":
                    if any(tokens[c].form.lower() == "of" for c in sentence.children[child]):
                        inner = here[child]
                        if noun is None and token.upos not in ("NUM", "DET", "ADJ"):
                            continue
                        if noun is None or noun.thing == "THING" or (inner.reading.noun is not None and inner.reading.noun.thing == "HUMAN"):
                            return child
        return None

    def _alike(self, item: Item, other: Item, token: Token) -> bool:
        a, b = item.kind, other.kind
        if "country" in (a, b) and a != b:
            return False
        if item.reading.known is not None and other.reading.known is not None and item.key != other.key:
            return False
        if a == b or "other" in (a, b):
            return not (a == b == "place" and item.reading.form == other.reading.form == "name")
        return (a in _AGENTS and b in _AGENTS) or {a, b} <= {"place", "facility"}

    def _nominal(self, item: Item) -> int:
        reading = item.reading
        lemma = reading.lemma
        if item.key is not None and item.key in self._by_key:
            return self._find(self._by_key[item.key])
        if item.kind in ("weapon", "other") and not reading.definite:
            return self._new(item)
        if reading.definite and not item.counted:
            if reading.noun is not None and reading.noun.title and not reading.plural:
                known = self._by_office.get(office_key(reading.words))
                if known is not None and self._agrees(self._clusters[self._find(known)], item):
                    return self._find(known)
            found = self._same_head(item, lemma)
            if found is not None:
                return found
            found = self._taken_up(item, lemma)
            if found is not None:
                return found
        elif item.kind in _BODIES or (item.kind == "population" and reading.traits):
            found = self._same_head(item, lemma, exact=True)
            if found is not None:
                return found
        elif reading.noun is not None and reading.noun.title and not item.counted and not reading.plural:
            known = self._by_office.get(office_key(reading.words))
            if known is not None and reading.words[:1].isupper() and self._agrees(self._clusters[self._find(known)], item):
                return self._find(known)
        return self._new(item)

    def _same_head(self, item: Item, lemma: str, *, exact: bool = False) -> int | None:
        reading = item.reading
        for number in reversed(self._by_lemma.get(lemma, ())[-12:]):
            cluster = self._clusters[self._find(number)]
            if not self._agrees(cluster, item):
                continue
            if cluster.kind == "person" and self._other_office(cluster, item):
                continue
            if cluster.counted and item.counted:
                continue
            if cluster.named and cluster.kind != "person":
                # "the army" after "Syrian Army": whatever else is said must be said of it too.
                names = {word for key in cluster.keys for word in key.partition(":")[2].split()}
                if reading.traits <= names | cluster.traits or not reading.traits:
                    return cluster.number
                continue
            if exact and reading.traits != cluster.traits:
                continue
            if not exact and not (reading.traits <= cluster.traits or cluster.traits <= reading.traits):
                if cluster.kind != "person" and not reading.same and not (reading.traits & cluster.traits):
                    continue
                if self._contrary(reading.traits, cluster.traits):
                    continue
            if item.kind in ("place", "facility", "other", "weapon") and item.sentence - cluster.last.sentence > 6:
                continue
            return cluster.number
        return None

    def _contrary(self, a: frozenset[str], b: frozenset[str]) -> bool:
        pairs = ({"northern", "southern"}, {"eastern", "western"}, {"former", "current"}, {"first", "second"}, {"local", "national"})
        return any(a & pair and b & pair and (a & pair) != (b & pair) for pair in pairs)

    def _taken_up(self, item: Item, lemma: str) -> int | None:
        """The nearest participant of the kind that a description takes up: "the group", "the town", "the ministry"."""
        reading = item.reading
        if reading.traits - {"terrorist", "militant", "armed", "rebel", "shia", "sunni", "islamist", "extremist", "jihadist", "whole", "entire"}:
            return None
        kinds: frozenset[str]
        if lemma in _GROUP_WORDS:
            kinds = frozenset({"armed_group"} if lemma not in ("group", "organization", "organisation", "movement", "network") else {"armed_group", "organization"})
        elif lemma in _COUNTRY_WORDS:
            kinds = frozenset({"country"})
        elif lemma in _PLACE_WORDS:
            kinds = frozenset({"place"})
        elif lemma in _BODY_WORDS:
            kinds = frozenset({item.kind}) if item.kind in _BODIES else frozenset({"organization"})
        elif lemma in _PERSON_WORDS or (reading.noun is not None and reading.noun.title):
            kinds = frozenset({"person"})
        else:
            return None
        if reading.plural and "armed_group" not in kinds:
            return None
        for number in reversed(self._recent[-24:]):
            cluster = self._clusters[self._find(number)]
            if cluster.kind not in kinds or not cluster.named or not self._agrees(cluster, item):
                continue
            if cluster.last.sentence == item.sentence and cluster.last.head > item.head:
                continue
            if kinds == {"person"} and self._other_office(cluster, item):
                continue
            if kinds == {"person"} and lemma not in cluster.lemmas and lemma not in ("man", "woman", "suspect", "leader", "official"):
                continue
            if lemma in _BODY_WORDS and lemma not in ("organization", "organisation", "body", "agency", "company", "firm") and not self._named_after(cluster, lemma):
                continue
            return cluster.number
        return None

    def _other_office(self, cluster: _Cluster, item: Item) -> bool:
        """"The secretary of defense" is not the press secretary, though both are secretaries."""
        key = office_key(item.reading.words)
        return " " in key and bool(cluster.offices) and not any(o.endswith(key) or key.endswith(o) for o in cluster.offices)

    def _named_after(self, cluster: _Cluster, lemma: str) -> bool:
        return lemma in cluster.lemmas or any(lemma in key for key in cluster.keys)

    def _agrees(self, cluster: _Cluster, item: Item) -> bool:
        """No contradiction in country, sector or kind."""
        reading = item.reading
        if reading.country is not None and cluster.country is not None and reading.country != cluster.country:
            return False
        a, b = cluster.kind, item.kind
        if a == b:
            return True
        if "country" in (a, b):
            return reading.lemma in _COUNTRY_WORDS
        if a in ("person",) or b in ("person",):
            return a in ("person", "population") and b in ("person", "population", "armed_group") or {a, b} <= {"person", "armed_group"}
        return (a in _AGENTS and b in _AGENTS) or {a, b} <= {"place", "facility"}

    # Pronouns

    def _pronoun(self, sentence: Sentence, item: Item) -> int | None:
        lemma = item.reading.words.lower()
        if lemma in FIRST_PERSON:
            return None
        if lemma in _PERSON:
            accept: Literal["person", "plural", "thing"] = "person"
        elif lemma in _PLURAL:
            accept = "plural"
        elif lemma in _THING:
            accept = "thing"
        else:
            return self._new(item) if lemma not in _POINTERS | {"one", "you", "your", "itself", "something", "nothing", "everything"} else None
        best, best_score = None, 0.0
        barred = self._barred(sentence, item)
        for number in dict.fromkeys(self._find(c) for c in reversed(self._recent[-30:])):
            cluster = self._clusters[number]
            score = self._salience(cluster, item, accept)
            if score > best_score and number not in barred:
                best, best_score = number, score
        return best if best is not None else (self._new(item) if accept == "person" else None)

    def _first_persons(self, items: Sequence[Item]) -> None:
        """ "I" is its speaker; "we" is a participant of its own, one for each speaker. Both need all others linked."""
        groups: dict[tuple[str, int], int] = {}
        for item in items:
            first = FIRST_PERSON.get(item.reading.words.lower()) if item.reading.form == "pronoun" else None
            if first is None:
                continue
            key = self._speakers.get((item.sentence, item.head))
            speaker = self._find(self._of[key]) if key is not None and key in self._of else -1
            if speaker >= 0 and (first == "i" or self._clusters[speaker].kind in _BODIES):
                self._put(item, speaker)
                continue
            if (first, speaker) not in groups:
                groups[(first, speaker)] = self._new(item)
            number = groups[(first, speaker)]
            self._put(item, number)
            if speaker >= 0:
                self.spoken_for[number] = speaker

    def _barred(self, sentence: Sentence, item: Item) -> set[int]:
        """The other arguments of the same verb, and the holder's own phrase: "it" is none of them."""
        tokens = sentence.tokens
        token = tokens[item.head]
        if token.rel not in ("obj", "iobj", "obl", "nsubj") or token.head < 0:
            return {self._find(self._of[k]) for k in ((item.sentence, token.head),) if k in self._of}
        keys = [(item.sentence, c) for c in sentence.children[token.head] if c != item.head and tokens[c].rel in ("nsubj", "obj", "iobj", "obl")]
        return {self._find(self._of[k]) for k in keys if k in self._of}

    def _salience(self, cluster: _Cluster, item: Item, accept: str) -> float:
        last = cluster.last
        distance = item.sentence - last.sentence
        if distance < 0 or distance > 2 or (distance == 0 and last.head >= item.head):
            return 0.0
        kind = cluster.kind
        if accept == "person":
            if kind != "person" and not (kind in ("population", "armed_group") and not cluster.plural and not cluster.counted):
                return 0.0
            score = 10.0 if kind == "person" else 4.0
        elif accept == "plural":
            if kind in ("person", "place", "facility", "other", "weapon") and not cluster.plural:
                return 0.0
            score = 10.0 if cluster.plural or cluster.counted or kind in ("population", "armed_group", "military") else 4.0
            if kind in ("weapon", "facility", "place", "other"):
                score -= 4.0
        else:
            if kind in ("person", "population") or cluster.plural and not cluster.named:
                return 0.0
            score = 10.0 if kind in _BODIES else 2.0
        if item.quoted and not last.quoted and distance == 0:
            # A speaker does not call himself "he".
            score -= 6.0
        return score - 3.0 * distance + (3.0 if last.subject else 0.0) + (0.5 if cluster.named else 0.0) + last.head * 0.01
