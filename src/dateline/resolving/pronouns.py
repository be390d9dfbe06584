"""Whom "he", "they" and "it" take up: the most prominent participant of the last sentences that agrees."""

from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence
from dateline.resolving.clusters import BODIES, Cluster, Clusters, Item

_PERSON = frozenset({"he", "him", "his", "himself", "she", "her", "hers", "herself"})
_PLURAL = frozenset({"they", "them", "their", "theirs", "themselves"})
_THING = frozenset({"it", "its", "itself"})
_NOBODY = word_list("pronouns_for_nobody")
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
_ALONE = frozenset({"person", "place", "facility", "other", "weapon"})


def taken_up(clusters: Clusters, sentence: Sentence, item: Item) -> int | None:
    """The participant that a third-person pronoun stands for; None when nothing near agrees."""
    word = item.reading.words.lower()
    accept = "person" if word in _PERSON else "plural" if word in _PLURAL else "thing" if word in _THING else None
    if accept is None:
        return None
    barred = _barred(clusters, sentence, item)
    best, best_score = None, 0.0
    for cluster in clusters.recent():
        score = _prominence(cluster, item, accept)
        if score > best_score and cluster.number not in barred:
            best, best_score = cluster.number, score
    return best


def stands_alone(item: Item) -> bool:
    """Whether a pronoun that takes up nobody still is a participant of its own: "he", "many", not "it" or "this"."""
    word = item.reading.words.lower()
    return word not in _NOBODY and word not in _THING and word not in _PLURAL


def _barred(clusters: Clusters, sentence: Sentence, item: Item) -> set[int]:
    """The other arguments of the same verb and the phrase that the pronoun stands in: it is none of them."""
    tokens = sentence.tokens
    token = tokens[item.head]
    if token.head < 0:
        return set()
    others = [token.head]
    if token.rel in _ARGUMENTS:
        others += [c for c in sentence.children[token.head] if c != item.head and tokens[c].rel in _ARGUMENTS]
    return {number for i in others if (number := clusters.at(item.sentence, i)) is not None}


def _prominence(cluster: Cluster, item: Item, accept: str) -> float:
    last = cluster.last
    distance = item.sentence - last.sentence
    if distance < 0 or distance > 2 or (distance == 0 and last.head >= item.head):
        return 0.0
    kind = cluster.kind
    if accept == "person":
        if kind == "person" and not (cluster.plural and not cluster.named):
            score = 10.0
        elif kind in ("population", "armed_group") and not cluster.plural and not cluster.counted:
            score = 4.0
        else:
            return 0.0
    elif accept == "plural":
        if kind in _ALONE and not cluster.plural:
            return 0.0
        score = 10.0 if cluster.plural or cluster.counted or kind in ("population", "armed_group", "military") else 4.0
        score -= 4.0 if kind in ("weapon", "facility", "place", "other") else 0.0
    else:
        if kind in ("person", "population") or (cluster.plural and not cluster.named):
            return 0.0
        score = 10.0 if kind in BODIES else 2.0
    if item.quoted and not last.quoted and distance == 0:
        # A speaker does not call himself "he".
        score -= 6.0
    if distance == 0 and last.reading.form == "pronoun":
        # "With his adviser, he left": the chain goes on.
        score += 4.0
    return score - 3.0 * distance + (3.0 if last.subject else 0.0) + (1.5 if cluster.named else 0.0) + last.head * 0.01
