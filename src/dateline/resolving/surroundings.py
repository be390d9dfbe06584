"""What the rest of the document says of a participant: whose "its people" are, which country's army "the army" is."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence

from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence
from dateline.resolving.clusters import Item
from dateline.resolving.modifiers import case_before
from dateline.resolving.places import ResolvedPlace
from dateline.resolving.readings import Reading
from dateline.resolving.resolution import TokenKey

_INSIDE = frozenset({"in", "of", "from", "inside", "at"})
_STATE_SECTORS = frozenset({"MIL", "COP", "GOV", "LEG", "JUD", "SPY"})
# State-like words that stand for bodies of many countries or of none.
_STATELESS = word_list("stateless_bodies")
_OFFICES = word_list("offices_of_state")


class Surroundings:
    """Countries and places of one document in text order, and which participant has which country."""

    def __init__(
        self,
        sentences: Sequence[Sentence],
        items: Sequence[Item],
        clusters: Mapping[TokenKey, int],
        places: Mapping[TokenKey, ResolvedPlace],
    ) -> None:
        self._sentences = sentences
        self._clusters = clusters
        self._places = places
        self._countries: dict[int, str] = {}
        self._lands: list[tuple[tuple[int, int], str]] = []
        self._bodies: dict[str, list[tuple[tuple[int, int], str]]] = {}
        for item in items:
            country = self._country_of(item)
            number = clusters.get((item.sentence, item.head))
            if country is None or number is None:
                continue
            self._countries.setdefault(number, country)
            known = item.reading.known
            if item.kind != "person" and item.reading.sector in _STATE_SECTORS:
                self._bodies.setdefault(item.reading.sector, []).append(((item.sentence, item.head), country))
            if item.kind in ("place", "country") or (known is not None and known.people):
                self._lands.append(((item.sentence, item.head), country))

    def _country_of(self, item: Item) -> str | None:
        if item.kind == "place":
            resolved = self._places.get((item.sentence, item.head))
            return resolved.place.country if resolved is not None else None
        if item.kind == "country" and item.key is not None:
            return item.key.split(":")[1]
        return item.reading.country

    def learn(self, number: int, country: str | None) -> None:
        """Take note of a country that was worked out later: "its people" may be those of "the army"."""
        if country is not None:
            self._countries.setdefault(number, country)

    def owner_country(self, item: Item) -> str | None:
        """The country of "its" in "its people", of the place in "citizens in Tikrit"; None where neither stands."""
        sentence = self._sentences[item.sentence]
        for child in sentence.children[item.head]:
            token = sentence.tokens[child]
            if token.deprel == "nmod:poss":
                number = self._clusters.get((item.sentence, child))
                if number is not None and number in self._countries:
                    return self._countries[number]
            elif child > item.head and token.rel == "nmod" and item.kind not in ("military", "person"):
                resolved = self._places.get((item.sentence, child))
                if resolved is not None and case_before(sentence, child) in _INSIDE:
                    return resolved.place.country
        return None

    def land_near(self, item: Item) -> str | None:
        """The country of the body of the same sector that was named last ("Turkish soldiers ... the army"), else of the
        country or place named last; both in the phrase's sentence or the two before."""
        for marks in (self._bodies.get(item.reading.sector or "", []), self._lands):
            at = bisect_left(marks, ((item.sentence, item.head), "")) - 1
            if at >= 0 and item.sentence - marks[at][0][0] <= 2:
                return marks[at][1]
        return None


def is_state_body(reading: Reading) -> bool:
    """Whether a bare description is one of a state's own bodies ("the army", "police"), which always has a country."""
    noun = reading.noun
    if reading.form != "nominal" or noun is None or reading.traits or noun.lemma in _STATELESS:
        return False
    return noun.sector in _STATE_SECTORS and noun.kind in ("military", "government", "organization")


def holds_office(group: Sequence[Item]) -> bool:
    """Whether somebody is called by an office whose country is left to the reader ("Health Minister Perez")."""
    return any(
        role.organization is None and not _OFFICES.isdisjoint(role.title.lower().split())
        for item in group
        for role in item.reading.roles
    )
