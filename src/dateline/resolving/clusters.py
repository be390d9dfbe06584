"""The participants found so far while a text is read, and the ways to find them again."""

from msgspec import Struct

from dateline.knowledge.names import name_key
from dateline.knowledge.reference import word_list
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import TokenKey
from dateline.resolving.titles import office_head, office_key

AGENTS = frozenset({"person", "organization", "armed_group", "military", "government", "country", "population"})
BODIES = frozenset({"organization", "armed_group", "military", "government", "country"})
COUNTRY_WORDS = frozenset("country nation state kingdom republic".split())
_REACH = 4
_WOMEN = word_list("words_for_women")
_MEN = word_list("words_for_men")
_SMALL = frozenset({"of", "the", "and", "for", "in"})


class Item(Struct, frozen=True):
    """One phrase to be linked. `kind` and `key` are as resolved with places in view; `titles` are the tokens that are
    its titles; `adjective` marks a country named by its adjective only."""

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


def _gender(item: Item) -> str:
    """ "f" or "m" where the words say so ("the spokeswoman", "King Harald"), else empty."""
    reading = item.reading
    said = {reading.lemma, *(word.lower() for role in reading.roles for word in role.title.split())}
    said.update(reading.words.lower().split()[:1])
    return "f" if said & _WOMEN else "m" if said & _MEN else ""


class Cluster:
    """What is known of one participant so far."""

    def __init__(self, number: int, item: Item) -> None:
        self.number = number
        self.kind = item.kind
        self.named = item.reading.form == "name"
        self.country = item.reading.country
        self.sector = item.reading.sector
        self.plural = item.reading.plural
        self.traits = item.reading.traits
        self.counted = item.counted
        self.gender = _gender(item)
        self.last = item
        self.keys: set[str] = set()
        self.offices: set[str] = set()
        self.lemmas: set[str] = set()


class Clusters:
    """All participants of one document. Numbers stay valid when two turn out to be one: `find` gives the
    number that stays."""

    def __init__(self) -> None:
        self._all: list[Cluster] = []
        self._parent: list[int] = []
        self._by_key: dict[str, int] = {}
        self._by_surname: dict[str, int] = {}
        self._by_office: dict[str, int] = {}
        self._by_lemma: dict[str, list[int]] = {}
        self._by_initials: dict[str, int] = {}
        self._recent: list[int] = []
        self.of: dict[TokenKey, int] = {}

    def __getitem__(self, number: int) -> Cluster:
        return self._all[self.find(number)]

    def find(self, number: int) -> int:
        """The number under which a participant goes now."""
        while self._parent[number] != number:
            self._parent[number] = self._parent[self._parent[number]]
            number = self._parent[number]
        return number

    def at(self, sentence: int, head: int) -> int | None:
        """The participant of the mention with this head, if it has been linked."""
        number = self.of.get((sentence, head))
        return None if number is None else self.find(number)

    def new(self, item: Item) -> int:
        number = len(self._all)
        self._all.append(Cluster(number, item))
        self._parent.append(number)
        return number

    def by_key(self, key: str) -> int | None:
        number = self._by_key.get(key)
        return None if number is None else self.find(number)

    def by_surname(self, surname: str) -> int | None:
        number = self._by_surname.get(surname)
        return None if number is None else self.find(number)

    def by_office(self, title: str) -> int | None:
        number = self._by_office.get(office_key(title))
        return None if number is None else self.find(number)

    def by_initials(self, initials: str) -> int | None:
        number = self._by_initials.get(initials)
        return None if number is None else self.find(number)

    def by_lemma(self, lemma: str) -> list[Cluster]:
        """Participants once named by that word, the latest first; the last dozen."""
        return [self[number] for number in reversed(self._by_lemma.get(lemma, ())[-12:])]

    def recent(self) -> list[Cluster]:
        """Participants of the last sentences, the latest first, each once."""
        numbers = dict.fromkeys(self.find(number) for number in reversed(self._recent[-60:]))
        return [self._all[number] for number in numbers]

    def forget_before(self, sentence: int) -> None:
        """Drop from `recent` what was last mentioned several sentences ago."""
        self._recent = [n for n in self._recent[-120:] if sentence - self[n].last.sentence < _REACH]

    def name(self, key: str, number: int) -> None:
        self._by_key[key] = number

    def put(self, item: Item, number: int) -> None:
        """Make the item a mention of a participant."""
        number = self.find(number)
        cluster = self._all[number]
        reading = item.reading
        self.of[(item.sentence, item.head)] = number
        if item.key is not None:
            cluster.keys.add(item.key)
            self._by_key.setdefault(item.key, number)
        if item.adjective and cluster.last is not item:
            # "Iranian" in passing: nothing later means Iran by "it".
            return
        cluster.last = item
        if reading.form == "name":
            cluster.named = True
            self._put_name(cluster, item, number)
        elif reading.form == "nominal":
            cluster.lemmas.add(reading.lemma)
            self._by_lemma.setdefault(reading.lemma, []).append(number)
            if reading.noun is not None and reading.noun.title:
                self._hold(cluster, reading.words, number)
        cluster.counted = cluster.counted or item.counted
        cluster.country = cluster.country or reading.country
        cluster.sector = cluster.sector or reading.sector
        cluster.gender = cluster.gender or _gender(item)
        self._recent.append(number)

    def _put_name(self, cluster: Cluster, item: Item, number: int) -> None:
        words = name_key(item.reading.proper or "").split()
        if not words:
            return
        if item.kind == "person":
            if len(words) > 1 or words[-1] not in self._by_surname:
                self._by_surname[words[-1]] = number
            cluster.keys.add(f"name:{' '.join(words)}")
            for role in item.reading.roles:
                described = self.by_office(role.title)
                self._hold(cluster, role.title, number)
                if described is not None and not self._all[described].named and agrees(self._all[described], item):
                    # "The Foreign Secretary" of the headline is the one whom the first sentence names.
                    self.union(number, described)
        elif item.kind != "place":
            initials = "".join(word[0] for word in words if word not in _SMALL)
            if len(initials) > 2:
                self._by_initials[initials] = number
            if item.kind != "country":
                self._by_lemma.setdefault(words[-1], []).append(number)

    def _hold(self, cluster: Cluster, title: str, number: int) -> None:
        key = office_key(title)
        cluster.offices.add(key)
        self._by_office[key] = number
        head = office_head(key)
        cluster.lemmas.add(head)
        self._by_lemma.setdefault(head, []).append(number)

    def union(self, a: int, b: int) -> None:
        """Make two participants one, unless names of two known things stand against it."""
        a, b = self.find(a), self.find(b)
        if a == b:
            return
        one, two = self._all[a], self._all[b]
        known = {key for key in one.keys | two.keys if key.startswith(("actor:", "country:"))}
        if one.keys and two.keys and len(known) > 1:
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


def agrees(cluster: Cluster, item: Item) -> bool:
    """Whether nothing speaks against the item being that participant: country and kind."""
    reading = item.reading
    if reading.country is not None and cluster.country is not None and reading.country != cluster.country:
        return False
    a, b = cluster.kind, item.kind
    if a == b:
        return True
    if "country" in (a, b):
        return reading.lemma in COUNTRY_WORDS
    if "person" in (a, b):
        return {a, b} <= {"person", "population"} or {a, b} <= {"person", "armed_group"}
    return (a in AGENTS and b in AGENTS) or {a, b} <= {"place", "facility"}
