"""Whom a description takes up: "the militia", "the press secretary", "the group", "the town"."""

from dateline.knowledge.reference import word_list
from dateline.resolving.clusters import BODIES, COUNTRY_WORDS, Cluster, Clusters, Item, agrees
from dateline.resolving.titles import office_key

# Descriptions that take up a kind of thing, whatever word named it first.
_FIGHTERS = word_list("fighter_words")
_GROUPS = word_list("group_words")
_PLACES = word_list("place_words")
_OPEN_BODIES = word_list("body_words_for_any_name")
_BODIES = _OPEN_BODIES | word_list("body_words")
_PEOPLE = word_list("people_words")
_OFFICES = _PEOPLE | word_list("office_words")
# What may stand with a group word without naming another group.
_COLORS = word_list("group_colors")
_CONTRARY = (
    {"northern", "southern"},
    {"eastern", "western"},
    {"former", "current"},
    {"first", "second"},
    {"local", "national"},
)


def described(clusters: Clusters, item: Item) -> int | None:
    """The participant that a description takes up, or None when it brings in a new one."""
    reading = item.reading
    if item.key is not None:
        found = clusters.by_key(item.key)
        if found is not None:
            return found
    if reading.definite and not item.counted:
        found = _by_office(clusters, item)
        if found is None:
            found = _same_head(clusters, item)
        return found if found is not None else _taken_up(clusters, item)
    if item.kind in BODIES or (item.kind == "population" and reading.traits):
        return _same_head(clusters, item, exact=True)
    if reading.words[:1].isupper() and not item.counted:
        return _by_office(clusters, item)
    return None


def _by_office(clusters: Clusters, item: Item) -> int | None:
    reading = item.reading
    if reading.noun is None or not reading.noun.title or reading.plural:
        return None
    number = clusters.by_office(reading.words)
    return number if number is not None and agrees(clusters[number], item) else None


def _same_head(clusters: Clusters, item: Item, *, exact: bool = False) -> int | None:
    """A participant named by the same word before, whose modifiers do not speak against it."""
    reading = item.reading
    for cluster in clusters.by_lemma(reading.lemma):
        if not agrees(cluster, item) or (cluster.counted and item.counted):
            continue
        if not cluster.named and cluster.plural and not reading.plural and not _is_uncountable(cluster):
            continue
        if cluster.kind == "person":
            if _other_office(cluster, item):
                continue
        elif cluster.named:
            # "the army" after "Syrian Army": whatever else is said must be said of it too.
            names = {word for key in cluster.keys for word in key.partition(":")[2].split()}
            if reading.traits <= names | cluster.traits:
                return cluster.number
            continue
        elif exact and reading.traits != cluster.traits:
            continue
        elif not (reading.traits <= cluster.traits or cluster.traits <= reading.traits):
            if not reading.same and not reading.traits & cluster.traits:
                continue
            if any(
                reading.traits & pair and cluster.traits & pair and reading.traits & pair != cluster.traits & pair
                for pair in _CONTRARY
            ):
                continue
        if item.kind in ("place", "facility", "other", "weapon") and item.sentence - cluster.last.sentence > 6:
            continue
        return cluster.number
    return None


def _taken_up(clusters: Clusters, item: Item) -> int | None:
    """The nearest named participant of the kind that a description stands for."""
    reading = item.reading
    lemma = reading.lemma
    pointing = reading.words.lower().startswith(("this ", "these ", "such "))
    if reading.traits - _COLORS and not (pointing and reading.country is None):
        return None
    kinds = _kinds(item)
    if not kinds or (reading.plural and "armed_group" not in kinds):
        return None
    for cluster in clusters.recent():
        if cluster.kind not in kinds or not cluster.named or not agrees(cluster, item):
            continue
        if cluster.last.sentence == item.sentence and cluster.last.head > item.head:
            continue
        if "country" in kinds and cluster.last.adjective:
            continue  # "U.S. troops ... the country": the adjective says whose the troops are, not where they stand
        if "person" in kinds and (_other_office(cluster, item) or not (lemma in cluster.lemmas or lemma in _PEOPLE)):
            continue
        international = cluster.country == "IGO" and lemma in ("bloc", "alliance", "union")
        if lemma in _BODIES and lemma not in _OPEN_BODIES and not (international or _named_after(cluster, lemma)):
            continue
        return cluster.number
    return None


def _kinds(item: Item) -> frozenset[str]:
    lemma, noun = item.reading.lemma, item.reading.noun
    if lemma in _FIGHTERS:
        return frozenset({"armed_group"})
    if lemma in _GROUPS:
        return frozenset({"armed_group", "organization"})
    if lemma in COUNTRY_WORDS:
        return frozenset({"country"})
    if lemma in _PLACES:
        return frozenset({"place"})
    if lemma in _BODIES:
        return frozenset({item.kind}) if item.kind in BODIES else frozenset({"organization"})
    if lemma in _OFFICES or (noun is not None and noun.title):
        return frozenset({"person"})
    return frozenset()


def _is_uncountable(cluster: Cluster) -> bool:
    """Whether the form told nothing of number: "personnel", "police"."""
    last = cluster.last.reading
    return last.lemma in last.words.lower().split()


def _other_office(cluster: Cluster, item: Item) -> bool:
    """ "The secretary of defense" is not the press secretary, though both are secretaries."""
    key = office_key(item.reading.words)
    return " " in key and bool(cluster.offices) and not any(o.endswith(key) or key.endswith(o) for o in cluster.offices)


def _named_after(cluster: Cluster, lemma: str) -> bool:
    return lemma in cluster.lemmas or any(lemma in key for key in cluster.keys)
