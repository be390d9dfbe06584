"""Who ordered or approved an act: "ordered the strike", "at the president's direction"."""

from dateline.events.coordination import coordinated
from dateline.events.draft import Filler
from dateline.events.grammar import case_of, is_passive, mark_of
from dateline.events.slots import Slot, verb_slots
from dateline.knowledge.operators import load_authorization
from dateline.language.analysis import Analysis, Sentence


def authorizers(analysis: Analysis, index: int, heads: tuple[int, ...]) -> tuple[Filler, ...]:
    """Who ordered or approved the act named by any of these tokens (the anchor and its carrier)."""
    sentence = analysis.sentences[index]
    pack = load_authorization()
    out: list[Filler] = []
    for head in heads:
        governor = sentence.tokens[head].head
        if governor >= 0 and _is_order(sentence, head, governor, pack.verbs):
            out.extend(
                Filler("authorizer", (index, slot.token), slot.key, "giver of the order")
                for slot in verb_slots(sentence, governor)
                if slot.name == "subj" and slot.token != head and sentence.tokens[slot.token].upos in PARTICIPANT_UPOS
            )
        for c in sentence.children[head]:
            child = sentence.tokens[c]
            prep = case_of(sentence, c).split(" ")[0]
            if child.rel in ("obl", "nmod", "advcl") and child.lemma in pack.nouns and prep in pack.prepositions:
                out.extend(_givers(sentence, index, c))
            elif child.rel == "advcl" and child.lemma == "act":
                # "acting on a tip from the embassy", "acting on orders"
                out.extend(authorizers(analysis, index, (c,)))
            elif child.rel == "advcl" and child.lemma in pack.verbs and is_passive(sentence, c):
                out.extend(
                    Filler("authorizer", (index, slot.token), slot.key, "giver of the order")
                    for slot in verb_slots(sentence, c)
                    if slot.name == "subj"
                )
    return tuple(dict.fromkeys(out))


PARTICIPANT_UPOS = frozenset({"NOUN", "PROPN", "PRON"})


def _is_order(sentence: Sentence, act: int, governor: int, verbs: frozenset[str]) -> bool:
    token, head = sentence.tokens[act], sentence.tokens[governor]
    content = token.rel in ("xcomp", "ccomp", "obj") or token.deprel == "nsubj:pass"
    content = content or (token.rel == "advcl" and mark_of(sentence, act) == "to")
    return content and head.upos == "VERB" and head.lemma in verbs


def _givers(sentence: Sentence, index: int, noun: int) -> list[Filler]:
    """Whose order it is; the parser may hang "acting on orders *from the palace*" beside the noun."""
    head = sentence.tokens[noun].head
    beside = [
        c for c in (sentence.children[head] if head >= 0 else ()) if c > noun and _from(sentence, c, ("from", "by"))
    ]
    below = [
        c
        for c in sentence.children[noun]
        if sentence.tokens[c].deprel == "nmod:poss" or _from(sentence, c, ("of", "from", "by"))
    ]
    return [
        Filler("authorizer", (index, t), "obl:" + case_of(sentence, noun), "giver of the order")
        for c in below or beside[:1]
        for t in coordinated(sentence, c)
    ]


def _from(sentence: Sentence, i: int, prepositions: tuple[str, ...]) -> bool:
    return sentence.tokens[i].rel in ("nmod", "obl") and case_of(sentence, i) in prepositions


def is_direction(sentence: Sentence, slot: Slot) -> bool:
    """True for "at the president's direction": it names who ordered the act, not whom it struck."""
    pack = load_authorization()
    return (
        slot.name in ("obl", "nmod")
        and slot.prep in pack.prepositions
        and sentence.tokens[slot.token].lemma in pack.nouns
    )
