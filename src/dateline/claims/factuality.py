"""FactBank values: how sure the source is of what it says, from the cue and from the operators in the content."""

from typing import get_args

from dateline.claims.grammar import NEGATORS, Tree
from dateline.knowledge.claim_words import load_claim_words
from dateline.records.claim import Factuality

WORDS = load_claim_words()

_POSSIBLE = WORDS.weakening.possible_modals
_PROBABLE_WORDS = WORDS.weakening.probable_adverbs
_POSSIBLE_WORDS = WORDS.weakening.possible_adverbs
_PROBABLE_HEADS = WORDS.weakening.probable_heads
_POSSIBLE_HEADS = WORDS.weakening.possible_heads
_VALUES: dict[str, Factuality] = {value: value for value in get_args(Factuality)}
_WEAKER: dict[str, dict[str, Factuality]] = {
    "PR": {"CT+": "PR+", "CT-": "PR-"},
    "PS": {"CT+": "PS+", "CT-": "PS-", "PR+": "PS+", "PR-": "PS-"},
    "PR-": {"CT+": "PR-", "CT-": "PR+"},
}


def value_of(cue: str, tree: Tree | None, head: int | None) -> Factuality:
    """The value of a content: the cue's own, weakened by an operator on the content's main verb.

    Negation inside the content does not count: who says that it was not responsible is certain of it.
    """
    base = _VALUES.get(cue, "CT+")
    if tree is None or head is None:
        return base
    strength = _operator(tree, head)
    return _WEAKER.get(strength, {}).get(base, base)


def _operator(tree: Tree, head: int) -> str:
    token = tree.tokens[head]
    no = any(tree.tokens[c].lemma in NEGATORS for c in tree.children(head, "advmod"))
    strength = ""
    for c in tree.sentence.children[head]:
        child = tree.tokens[c]
        word = child.lemma if child.rel in ("advmod", "amod") else ""
        modal = child.rel == "aux" and child.lemma in _POSSIBLE and not (no and child.lemma == "could")
        if modal or word in _POSSIBLE_WORDS:
            strength = "PS"
        elif word in _PROBABLE_WORDS and not strength:
            strength = "PR"
    if strength:
        return strength
    lemma = token.lemma
    if lemma in _PROBABLE_HEADS and (token.upos == "ADJ" or tree.children(head, "xcomp")):
        return "PR-" if no else "PR"
    if lemma == "unlikely":
        return "PR-"
    if lemma in _POSSIBLE_HEADS and token.upos == "ADJ" and not no:
        return "PS"
    return ""
