"""Single cases of an event told in the plural: "several raids, *one* in Gao", "attacks, including *two* on clinics"."""

from dateline.events.grammar import case_of
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Sentence

WORDS = load_grammar()


def instance_of(sentence: Sentence, i: int) -> int | None:
    """The event noun of which the pronoun at token i is one case ("one", "another", "two", "the first"), or None.

    "One of the worst attacks" names no further case; a case of a single event ("the raid and the one on the port")
    stands beside it."""
    token = sentence.tokens[i]
    if token.lemma.lower() not in WORDS.pronouns.instances or token.upos == "PROPN":
        return None
    if any(sentence.tokens[c].rel == "nmod" and case_of(sentence, c) == "of" for c in sentence.children[i]):
        return None
    node = i
    for _ in range(6):
        word = sentence.tokens[node]
        if word.head < 0:
            return None
        above = sentence.tokens[word.head]
        if word.rel == "conj":
            node = word.head
            if above.lemma.lower() in WORDS.pronouns.instances:
                continue
            return node if above.upos == "NOUN" else None
        named = word.rel in ("nmod", "obl") and case_of(sentence, node) in WORDS.prepositions.exemplifying
        if (word.rel == "appos" or named) and above.upos == "NOUN" and "Number=Plur" in above.feats:
            return above.i
        return None
    return None


def told_case_of(sentence: Sentence, i: int) -> int | None:
    """The plural of which the noun at token i tells a case in other words: "attacks, including *a raid*"; None for a
    bare noun, which only says what the plural consisted in."""
    token = sentence.tokens[i]
    if token.upos != "NOUN" or token.rel not in ("nmod", "obl") or token.head < 0:
        return None
    if case_of(sentence, i) not in WORDS.prepositions.exemplifying:
        return None
    if not any(sentence.tokens[c].rel in ("det", "nummod") for c in sentence.children[i]):
        return None
    above = sentence.tokens[token.head]
    return above.i if above.upos == "NOUN" and "Number=Plur" in above.feats else None


def stands_beside(sentence: Sentence, noun: int) -> bool:
    """True where the case is told beside its noun, not as a part of it: "the raid on Gao and the one on Timbuktu"."""
    return "Number=Plur" not in sentence.tokens[noun].feats
