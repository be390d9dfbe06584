"""Capitals that stand for their governments: "Moscow accused", "talks with Tehran", "urged Moscow to withdraw"."""

from dateline.knowledge.countries import load_countries
from dateline.knowledge.nouns import load_nouns
from dateline.knowledge.reference import word_list
from dateline.language.analysis import Sentence
from dateline.resolving.modifiers import case_before

# What a city itself does, is or undergoes; with every other verb a capital as subject is its government.
_OF_CITIES = word_list("verbs_of_cities")
# Verbs that address somebody.
_ADDRESSING = word_list("addressing_verbs")
_WITH = frozenset({"with", "between", "against"})
_STATE_NOUNS = word_list("nouns_of_governments")


def government_of(words: str, sentence: Sentence, head: int) -> str | None:
    """The ISO3 code of the country whose government the capital with this head stands for; None where it is a city."""
    iso3 = next((code for sense, code in load_countries().senses(words) if sense == "capital"), None)
    if iso3 is None:
        return None
    tokens = sentence.tokens
    first = tokens[head]
    while first.rel == "conj" and first.head >= 0:
        first = tokens[first.head]
    if first.head < 0:
        return None
    above = tokens[first.head]
    if first.deprel == "nsubj" and above.upos == "VERB":
        return iso3 if above.lemma.lower() not in _OF_CITIES else None
    if first.rel in ("obj", "iobj") and above.lemma.lower() in _ADDRESSING:
        return iso3
    if first.deprel == "nmod:poss":
        noun = load_nouns().get(above.lemma.lower())
        if above.lemma.lower() in _STATE_NOUNS or (noun is not None and noun.sector in ("MIL", "SPY")):
            return iso3
        return None
    return iso3 if case_before(sentence, first.i) in _WITH else None
