"""Events that go on by the time told with them: "have camped there for two months", "shell the town every night"."""

from dateline.events.anchors import Anchor
from dateline.knowledge.operators import load_status
from dateline.language.analysis import Sentence
from dateline.resolving.resolution import Resolution


def lasting(resolution: Resolution, sentence: Sentence, anchor: Anchor) -> str | None:
    """The rule by which an event that happened still goes on, or None.

    A present perfect with its length, or with "ever since", lasts, and so does what its participles tell ("have camped
    outside for days, demanding pay"); a present tense with a habit does too."""
    node = anchor.token if anchor.carrier is None else anchor.carrier
    for _ in range(3):
        if _perfect(sentence, node) and _length(resolution, sentence, node):
            return "present perfect with its length"
        if _present(sentence, node) and _habit(resolution, sentence, {anchor.token, node}):
            return "present tense with a habit"
        token = sentence.tokens[node]
        participle = token.rel in ("advcl", "acl") and token.form.lower().endswith("ing")
        if not participle or token.head < 0:
            return None
        node = token.head
    return None


def _perfect(sentence: Sentence, i: int) -> bool:
    return any(
        sentence.tokens[c].lemma == "have" and "Tense=Pres" in sentence.tokens[c].feats
        for c in sentence.children[i]
        if sentence.tokens[c].rel == "aux"
    )


def _length(resolution: Resolution, sentence: Sentence, i: int) -> bool:
    tokens = sentence.tokens
    for c in sentence.children[i]:
        if tokens[c].rel in ("obl", "nmod") and any(tokens[g].lemma == "for" for g in sentence.children[c]):
            number = resolution.time_of.get((sentence.index, c))
            if number is not None and resolution.times[number].time.type == "DURATION":
                return True
        since = any(tokens[g].lemma == "since" for g in sentence.children[c]) or tokens[c].lemma == "since"
        if since and any(tokens[g].lemma == "ever" for g in (*sentence.children[c], *sentence.children[i])):
            return True
    return False


def _present(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    return "Tense=Pres" in token.feats and "VerbForm=Fin" in token.feats


def _habit(resolution: Resolution, sentence: Sentence, heads: set[int]) -> bool:
    words = load_status().process.habitual
    for c in (c for n in heads for c in sentence.children[n]):
        token = sentence.tokens[c]
        if token.lemma in words or any(sentence.tokens[g].lemma in words for g in sentence.children[c]):
            return True
        number = resolution.time_of.get((sentence.index, c))
        if number is not None and resolution.times[number].time.type == "SET":
            return True
    return False
