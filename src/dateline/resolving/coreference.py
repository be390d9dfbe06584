"""Which phrases name the same one: names with short forms, titles, descriptions, pronouns. One pass over the text."""

from collections.abc import Sequence

from dateline.knowledge.names import name_key
from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence
from dateline.resolving.clusters import AGENTS, BODIES, Cluster, Clusters, Item
from dateline.resolving.descriptions import described
from dateline.resolving.modifiers import case_before
from dateline.resolving.pronouns import stands_alone, taken_up
from dateline.resolving.resolution import TokenKey
from dateline.resolving.speakers import FIRST_PERSON

_EPITHETS = word_list("country_epithets")


class Linker:
    """Links the items of one document, sentence by sentence; `speakers` says whose "I" and "we" are.

    After `link`, `spoken_for` holds for the participant of a "we" the participant who says it.
    """

    def __init__(self, sentences: Sequence[Sentence], *, speakers: dict[TokenKey, TokenKey] | None = None) -> None:
        self._sentences = sentences
        self._speakers = speakers or {}
        self._clusters = Clusters()
        self.spoken_for: dict[int, int] = {}

    def link(self, items: Sequence[Item]) -> dict[TokenKey, int]:
        """The number of the participant of every item that stands for one, by (sentence, head)."""
        by_sentence: dict[int, list[Item]] = {}
        for item in items:
            by_sentence.setdefault(item.sentence, []).append(item)
        for index in sorted(by_sentence):
            self._link_sentence(self._sentences[index], by_sentence[index])
        self._link_first_persons(items)
        self.spoken_for = {self._clusters.find(a): self._clusters.find(b) for a, b in self.spoken_for.items()}
        return {key: self._clusters.find(number) for key, number in self._clusters.of.items()}

    def _link_sentence(self, sentence: Sentence, items: list[Item]) -> None:
        """Names first, then descriptions, then pronouns: a title may stand before its name."""
        clusters = self._clusters
        here = {item.head: item for item in items}
        titles = {title: item.head for item in items for title in item.titles}
        names = [item for item in items if item.reading.form == "name"]
        for item in names:
            clusters.put(item, self._named(item))
        for item in items:
            if item.reading.form == "nominal":
                self._link_nominal(sentence, item, here, titles)
        for item in names:
            partner = self._partner(sentence, item, here, titles)
            if partner is not None and (number := clusters.at(item.sentence, partner)) is not None:
                clusters.union(clusters.of[(item.sentence, item.head)], number)
        for item in items:
            if item.reading.form == "pronoun" and item.reading.words.lower() not in FIRST_PERSON:
                number = taken_up(clusters, sentence, item)
                if number is not None:
                    clusters.put(item, number)
                elif stands_alone(item):
                    clusters.put(item, clusters.new(item))
        clusters.forget_before(sentence.index)

    def _link_nominal(self, sentence: Sentence, item: Item, here: dict[int, Item], titles: dict[int, int]) -> None:
        clusters = self._clusters
        if clusters.at(item.sentence, item.head) is not None:
            return
        partner = self._partner(sentence, item, here, titles)
        if partner is None:
            found = described(clusters, item)
            clusters.put(item, found if found is not None else clusters.new(item))
            return
        number = clusters.at(item.sentence, partner)
        if number is None and here[partner].reading.form == "nominal":
            # The partner comes later in the list: both go through its own reading.
            found = described(clusters, here[partner])
            number = found if found is not None else clusters.new(here[partner])
            clusters.put(here[partner], number)
        clusters.put(item, number if number is not None else clusters.new(item))

    # Names

    def _named(self, item: Item) -> int:
        clusters = self._clusters
        words = name_key(item.reading.proper or item.reading.words).split()
        plain = f"name:{' '.join(words)}"
        found: int | None = None
        if item.kind == "person" and len(words) == 1:
            found = clusters.by_surname(words[0])
        if found is None and item.key is not None:
            found = clusters.by_key(item.key)
        if found is None:
            found = clusters.by_key(plain)
            # A bare name that was a person's before may be a town's now: only like goes with like.
            if found is not None and not _may_be(clusters[found], item):
                found = None
        if found is None and item.kind == "person" and len(words) > 1:
            older = clusters.by_surname(words[-1])
            if older is not None and _same_person(words, clusters[older], item):
                found = older
        acronym = item.reading.proper or ""
        if found is None and len(words) == 1 and item.kind in AGENTS - {"person", "country"} and acronym.isupper():
            found = clusters.by_initials(words[0])
        if found is None:
            found = clusters.new(item)
            clusters.name(plain, found)
        return found

    # Grammar

    def _partner(self, sentence: Sentence, item: Item, here: dict[int, Item], titles: dict[int, int]) -> int | None:
        """The token in the same sentence that the grammar makes one with this phrase: title, renaming, container."""
        tokens = sentence.tokens
        token = tokens[item.head]
        above = token.head
        if titles.get(item.head) in here:
            return titles[item.head]
        if above in here:
            if (token.deprel == "nmod:desc" or token.rel == "appos") and _alike(item, here[above]):
                return above
            noun = item.reading.noun
            if (
                token.rel == "compound"
                and above > item.head
                and noun is not None
                and noun.title
                and here[above].kind == "person"
            ):
                return above
        if item.reading.form == "nominal":
            return self._held(sentence, item, here)
        return None

    def _held(self, sentence: Sentence, item: Item, here: dict[int, Item]) -> int | None:
        """What a container holds: "militants" for "a number of militants", "a group of militants"."""
        noun = item.reading.noun
        tokens = sentence.tokens
        if noun is None and tokens[item.head].upos not in ("NUM", "DET", "ADJ"):
            return None
        if noun is not None and noun.thing == "PLACE":
            # "the town of Tabit" is Tabit, never the town before it
            for child in sentence.children[item.head]:
                if child in here and tokens[child].upos == "PROPN" and case_before(sentence, child) == "of":
                    return child
        if noun is not None and not noun.holds:
            return None
        for child in sentence.children[item.head]:
            if (
                child < item.head
                or child not in here
                or tokens[child].rel != "nmod"
                or case_before(sentence, child) != "of"
            ):
                continue
            inner = here[child].reading
            if inner.form == "pronoun":
                continue
            if noun is None or noun.thing == "THING" or (inner.noun is not None and inner.noun.thing == "HUMAN"):
                return child
        return None

    # First person

    def _link_first_persons(self, items: Sequence[Item]) -> None:
        """ "I" is its speaker; "we" is a participant of its own, one for each speaker. Both need all others linked."""
        clusters = self._clusters
        groups: dict[tuple[str, int], int] = {}
        for item in items:
            first = FIRST_PERSON.get(item.reading.words.lower()) if item.reading.form == "pronoun" else None
            if first is None:
                continue
            key = self._speakers.get((item.sentence, item.head))
            at = clusters.at(*key) if key is not None else None
            speaker = -1 if at is None else at
            if speaker >= 0 and (first == "i" or clusters[speaker].kind in BODIES):
                clusters.put(item, speaker)
                continue
            if (first, speaker) not in groups:
                groups[(first, speaker)] = clusters.new(item)
            clusters.put(item, groups[(first, speaker)])
            if speaker >= 0:
                self.spoken_for[groups[(first, speaker)]] = speaker


def _same_person(words: list[str], cluster: Cluster, item: Item) -> bool:
    """Whether a longer name may be that of the cluster: no other first name, no other known person."""
    if item.key is not None and item.key.startswith("actor:") and any(k.startswith("actor:") for k in cluster.keys):
        return False
    for key in cluster.keys:
        other = key[5:].split() if key.startswith("name:") else []
        if len(other) > 1 and other[0] != words[0]:
            return False
    return cluster.kind == "person"


def _may_be(cluster: Cluster, item: Item) -> bool:
    return (
        cluster.kind == item.kind
        or "other" in (cluster.kind, item.kind)
        or {cluster.kind, item.kind} <= AGENTS - {"person", "country"}
    )


def _alike(item: Item, other: Item) -> bool:
    """Whether a renaming can be one with what it renames; two places side by side are a place and where it lies."""
    a, b = item.kind, other.kind
    if "country" in (a, b) and a != b:
        # "our ally Turkey", "Turkey, a NATO member": what countries are to one another.
        return any(i.reading.form == "nominal" and i.reading.lemma in _EPITHETS for i in (item, other))
    if item.reading.known is not None and other.reading.known is not None and item.key != other.key:
        return False
    if a == b == "place":
        return not item.reading.form == other.reading.form == "name"
    return a == b or "other" in (a, b) or (a in AGENTS and b in AGENTS) or {a, b} <= {"place", "facility"}
