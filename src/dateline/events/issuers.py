"""Whose words a document holds: "the resolution demanded" is demanded by the council that adopted it."""

from dateline.events.classes import classes_of
from dateline.events.coordination import coordinated
from dateline.events.owners import owners
from dateline.events.slots import verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()

REACH = 3
"""How many sentences back the issuing may be told."""


def is_document(analysis: Analysis, key: TokenKey) -> bool:
    """True for a noun of what is written and issued: a report, a resolution, a statement."""
    return analysis.sentences[key[0]].tokens[key[1]].lemma.lower() in WORDS.nouns.documents


def issuers(analysis: Analysis, resolution: Resolution, key: TokenKey) -> list[TokenKey]:
    """Who issued the document at `key`, as its own phrase or the sentences before it tell; empty where they do not."""
    word = analysis.sentences[key[0]].tokens[key[1]].lemma.lower()
    for index in range(key[0], max(-1, key[0] - REACH - 1), -1):
        sentence = analysis.sentences[index]
        for token in reversed(sentence.tokens):
            if token.lemma.lower() != word or (index == key[0] and token.i > key[1]):
                continue
            found = _issued_by(analysis, resolution, (index, token.i)) or owners(analysis, resolution, (index, token.i))
            if found:
                return found
    return []


def _issued_by(analysis: Analysis, resolution: Resolution, key: TokenKey) -> list[TokenKey]:
    """The subject of the verb of issuing that governs the document, or that describes it ("published by")."""
    index, i = key
    sentence = analysis.sentences[index]
    verbs = [c for c in sentence.children[i] if sentence.tokens[c].rel == "acl"]
    if sentence.tokens[i].rel in ("obj", "nsubj") and sentence.tokens[i].head >= 0:
        verbs.append(sentence.tokens[i].head)
    for verb in verbs:
        if sentence.tokens[verb].lemma not in WORDS.verbs.issuing:
            continue
        for slot in verb_slots(sentence, verb):
            if slot.name == "subj" and slot.token != i:
                found = [t for t in coordinated(sentence, slot.token) if _acts(analysis, resolution, index, t)]
                if found:
                    return [(index, t) for t in found]
    return []


def _acts(analysis: Analysis, resolution: Resolution, index: int, token: int) -> bool:
    return "AGENT" in classes_of(analysis, resolution, index, token)
