"""Whom "he", "they" and "it" take up: the most prominent participant of the last sentences that agrees."""

from msgspec import Struct

from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence
from dateline.resolving.clusters import BODIES, Cluster, Clusters, Item

_HE = frozenset({"he", "him", "his", "himself"})
_SHE = frozenset({"she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_NOBODY = word_list("pronouns_for_nobody")
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
_ALONE = frozenset({"person", "place", "facility", "other", "weapon"})
_THINGS = frozenset({"weapon", "facility", "place", "other"})


class _Sought(Struct, frozen=True):
    """What a pronoun asks for: the form of its word, and the participants that its own clause makes likely."""

    item: Item
    accept: str
    gender: str
    subjects: tuple[int, ...]


def taken_up(clusters: Clusters, sentence: Sentence, item: Item) -> int | None:
    """The participant that a third-person pronoun stands for; None when nothing near agrees."""
    word = item.reading.words.lower()
    gender = "m" if word in _HE else "f" if word in _SHE else ""
    accept = "person" if gender else "plural" if word in _PLURAL else "thing" if word in _THING else None
    if accept is None or (accept == "thing" and _is_empty(sentence, item.head)):
        return None
    barred = _barred(clusters, sentence, item)
    sought = _Sought(item, accept, gender, _subjects_above(clusters, sentence, item))
    best: Cluster | None = None
    best_score = 0.0
    for cluster in clusters.recent():
        score = _prominence(cluster, sought)
        if score > best_score and cluster.number not in barred:
            best, best_score = cluster, score
    if best is None:
        return None
    best.gender = best.gender or gender
    return best.number


def stands_alone(item: Item) -> bool:
    """Whether a pronoun that takes up nobody still is a participant of its own: "he", "many", not "it" or "this"."""
    word = item.reading.words.lower()
    return word not in _NOBODY and word not in _THING and word not in _PLURAL


def _is_empty(sentence: Sentence, i: int) -> bool:
    """Whether "it" only holds the place of a clause: "it is clear that", "it is time to"."""
    token = sentence.tokens[i]
    if token.rel != "nsubj" or token.head < 0:
        return False
    tokens = sentence.tokens
    return any(tokens[c].rel == "csubj" for c in sentence.children[token.head])


def _barred(clusters: Clusters, sentence: Sentence, item: Item) -> set[int]:
    """The other arguments of the same verb and the phrase that the pronoun stands in: it is none of them."""
    tokens = sentence.tokens
    token = tokens[item.head]
    if token.head < 0:
        return set()
    others = [token.head]
    if token.rel in _ARGUMENTS:
        others += [c for c in sentence.children[token.head] if c != item.head and tokens[c].rel in _ARGUMENTS]
        if token.rel != "nsubj":
            others += _shared_subject(sentence, token.head)
    return {number for i in others if (number := clusters.at(item.sentence, i)) is not None}


def _shared_subject(sentence: Sentence, verb: int) -> list[int]:
    """The subject that a verb without one shares with the verb above it: "guards came and beat *them*"."""
    tokens = sentence.tokens
    for _ in range(4):
        own = [c for c in sentence.children[verb] if tokens[c].rel == "nsubj"]
        if own or tokens[verb].rel not in ("conj", "xcomp") or tokens[verb].head < 0:
            return own
        objects = [c for c in sentence.children[tokens[verb].head] if tokens[c].rel in ("obj", "iobj")]
        if tokens[verb].rel == "xcomp" and objects:
            return []
        verb = tokens[verb].head
    return []


def _subjects_above(clusters: Clusters, sentence: Sentence, item: Item) -> tuple[int, ...]:
    """The subjects of the clauses around the pronoun, nearest first: "NASA praised its staff", "he said he left"."""
    tokens = sentence.tokens
    found: list[int] = []
    node = tokens[item.head].head
    while node >= 0 and len(found) < 3:
        for child in sentence.children[node]:
            if tokens[child].rel == "nsubj" and child < item.head:
                number = clusters.at(item.sentence, child)
                if number is not None and number not in found:
                    found.append(number)
        node = tokens[node].head
    return tuple(found)


def _prominence(cluster: Cluster, sought: _Sought) -> float:
    item, last = sought.item, cluster.last
    distance = item.sentence - last.sentence
    if distance < 0 or distance > 2 or (distance == 0 and last.head >= item.head):
        return 0.0
    score = _fit(cluster, sought)
    if score <= 0.0:
        return 0.0
    if item.quoted and not last.quoted and distance == 0:
        # A speaker does not call himself "he".
        score -= 6.0
    if cluster.number in sought.subjects:
        score += 2.5 - 0.5 * sought.subjects.index(cluster.number)
    if last.reading.form == "pronoun" and distance < 2:
        # "With his adviser, he left": the chain goes on.
        score += 4.0 if distance == 0 else 3.0
    return score - 3.0 * distance + (3.0 if last.subject else 0.0) + (1.5 if cluster.named else 0.0) + last.head * 0.01


def _fit(cluster: Cluster, sought: _Sought) -> float:
    """How well kind, number and gender go with the pronoun; 0 where they do not."""
    kind = cluster.kind
    if sought.accept == "person":
        if sought.gender and cluster.gender and cluster.gender != sought.gender:
            return 0.0
        if kind == "person" and not (cluster.plural and not cluster.named):
            return 10.0
        return 4.0 if kind in ("population", "armed_group") and not cluster.plural and not cluster.counted else 0.0
    if sought.accept == "plural":
        if kind in _ALONE and not cluster.plural:
            return 0.0
        several = cluster.plural or cluster.counted or kind in ("population", "armed_group", "military")
        return (10.0 if several else 4.0) - (4.0 if kind in _THINGS else 0.0)
    if kind in ("person", "population") or (cluster.plural and not cluster.named):
        return 0.0
    return 10.0 if kind in BODIES else 7.0
