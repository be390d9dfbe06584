"""Everyone whom one phrase names."""

from dateline.events.coordination import coordinated
from dateline.events.grammar import case_of
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Sentence

WORDS = load_grammar()


def members_of(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Everyone whom a phrase names: those coordinated, those after "including" or "joined by", and the body behind "the
    sailors and pilots of the fleet"."""
    out: list[int] = []
    for token in coordinated(sentence, i):
        body = _body(sentence, token)
        out.append(token if body is None else body)
        above = sentence.tokens[token].head
        if (
            sentence.tokens[token].rel == "nsubj"
            and above >= 0
            and sentence.tokens[above].lemma in ("include", "comprise")
        ):
            # "the states that voted include Fiji and Togo"
            out.extend(
                t for c in sentence.children[above] if sentence.tokens[c].rel == "obj" for t in coordinated(sentence, c)
            )
        for c in sentence.children[token]:
            child = sentence.tokens[c]
            if child.rel == "acl" and child.lemma == "join" and child.upos == "VERB":
                # "the envoys, joined by the minister"
                out.extend(t for g in sentence.children[c] if _by(sentence, g) for t in coordinated(sentence, g))
            if child.rel in ("nmod", "obl") and case_of(sentence, c) in ("including", "such as", "like"):
                out.extend(coordinated(sentence, c))
            elif child.rel == "nmod" and case_of(sentence, c) == "of":
                # "a number of groups including ...": the names hang on the inner noun
                out.extend(
                    t
                    for g in sentence.children[c]
                    if sentence.tokens[g].rel in ("nmod", "obl") and case_of(sentence, g) in ("including", "such as")
                    for t in coordinated(sentence, g)
                )
    return tuple(dict.fromkeys(out))


def _by(sentence: Sentence, i: int) -> bool:
    return sentence.tokens[i].rel == "obl" and case_of(sentence, i) == "by"


def _body(sentence: Sentence, i: int) -> int | None:
    if sentence.tokens[i].lemma not in WORDS.nouns.members:
        return None
    for c in sentence.children[sentence.tokens[i].head if sentence.tokens[i].rel == "conj" else i]:
        child = sentence.tokens[c]
        if child.rel == "nmod" and case_of(sentence, c) in ("in", "of") and child.lemma in WORDS.nouns.forces:
            return c
    return None
