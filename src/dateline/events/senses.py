"""Which sense of a word: are the dependents that an entry needs there, do the frame's conditions hold?"""

from collections.abc import Callable

from dateline.events.coordination import coordinated
from dateline.events.grammar import case_of, mark_of
from dateline.events.instances import instance_of
from dateline.events.slots import Slot
from dateline.knowledge.conditions import Condition
from dateline.knowledge.entries import Requirement
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Sentence, Token

CONTAINERS = load_grammar().nouns.containers | load_grammar().nouns.measures

ClassesOf = Callable[[int], frozenset[str]]
"""Classes of the phrase headed by a token of the sentence at hand."""


def _no_classes(_: int) -> frozenset[str]:
    return frozenset()


def find_required(
    sentence: Sentence,
    i: int,
    requires: tuple[Requirement, ...],
    slots: tuple[Slot, ...],
    classes: ClassesOf = _no_classes,
) -> tuple[int, ...] | None:
    """The tokens that fulfil the requirements of an entry at token i, or None when one is missing."""
    out: list[int] = []
    for requirement in requires:
        token = _required(sentence, i, requirement, slots, classes)
        if token is None:
            return None
        out.append(token)
    return tuple(out)


def _required(
    sentence: Sentence, i: int, requirement: Requirement, slots: tuple[Slot, ...], classes: ClassesOf
) -> int | None:
    tokens = sentence.tokens
    for relation in requirement.relations:
        for c in sentence.children[i]:
            child = tokens[c]
            if not _relation_fits(relation, child.deprel, child.rel, child.upos):
                # "ordered the envoy to leave": the parser often takes the infinitive for a clause of purpose
                named = relation == "xcomp" and requirement.words and child.rel == "advcl"
                if not (named and mark_of(sentence, c) == "to"):
                    continue
            if requirement.preps:
                prep = case_of(sentence, c) if relation in ("obl", "nmod") else mark_of(sentence, c)
                if prep not in requirement.preps and prep.split(" ")[0] not in requirement.preps:
                    continue
            fitting = _fitting(sentence, c, requirement, classes)
            if fitting is None:
                continue
            return fitting
        if relation == "obl" and requirement.preps:
            hung = _hung_on_object(sentence, i, requirement, classes)
            if hung is not None:
                return hung
        if relation in ("subj", "obj", "poss", "xcomp", "comp", "obl", "nmod"):
            for slot in slots:
                if slot.name != relation and not (relation in ("xcomp", "ccomp") and slot.name == "comp"):
                    continue
                if requirement.preps and slot.prep not in requirement.preps:
                    continue
                if relation == "xcomp" and slot.name == "comp" and (slot.token < i or slot.prep in ("whether", "if")):
                    continue  # a question, quoted or reported: words are asked for, no act
                word = tokens[slot.token]
                if not _word_fits(requirement, word, classes):
                    continue
                return slot.token
        if relation == "prt" and i + 1 < len(tokens):
            # the parser often takes a particle for a preposition: "blew up a bridge"
            after = tokens[i + 1]
            if after.lemma in requirement.words and after.upos in ("ADP", "ADV", "PART"):
                return after.i
    return None


def _fitting(sentence: Sentence, c: int, requirement: Requirement, classes: ClassesOf) -> int | None:
    """The token of the phrase that fits: its head, what is coordinated with it ("photographs and weapons"), or what it
    is a measure of ("tons of food", "a mission of observers")."""
    if not requirement.words and not requirement.classes:
        return c
    for token in coordinated(sentence, c):
        if _word_fits(requirement, sentence.tokens[token], classes):
            return token
        for g in sentence.children[token]:
            part = sentence.tokens[g]
            if part.rel == "nmod" and sentence.tokens[token].lemma in CONTAINERS and case_of(sentence, g) == "of":
                inner = (t for t in coordinated(sentence, g) if _word_fits(requirement, sentence.tokens[t], classes))
                found = next(inner, None)
                if found is not None:
                    return found
    return None


def _hung_on_object(sentence: Sentence, i: int, requirement: Requirement, classes: ClassesOf) -> int | None:
    """An oblique that the parser hangs on the object: "let [the inspectors into the plant]"."""
    for c in sentence.children[i]:
        if sentence.tokens[c].rel != "obj":
            continue
        for g in sentence.children[c]:
            if (
                sentence.tokens[g].rel == "nmod"
                and case_of(sentence, g) in requirement.preps
                and _word_fits(requirement, sentence.tokens[g], classes)
            ):
                return g
    return None


def _word_fits(requirement: Requirement, token: Token, classes: ClassesOf) -> bool:
    """True if the token is one of the words or classes asked for, or if none is asked for."""
    words = requirement.words
    if not words and not requirement.classes:
        return True
    if token.lemma in words or token.form.lower() in words:
        return True
    return bool(requirement.classes) and not requirement.classes.isdisjoint(classes(token.i))


def _relation_fits(relation: str, deprel: str, rel: str, upos: str) -> bool:
    if relation == rel:
        return True
    if relation == "prt":
        return deprel == "compound:prt" or (rel == "advmod" and upos in ("ADP", "ADV"))
    if relation == "poss":
        return deprel == "nmod:poss"
    if relation == "subj":
        return rel == "nsubj"
    if relation == "comp":
        return rel in ("ccomp", "xcomp")
    if relation == "amod":
        return rel == "amod"
    return False


def holds(
    condition: Condition,
    slots: tuple[Slot, ...],
    sentence: Sentence,
    anchor: int,
    classes: ClassesOf,
    *,
    heads: bool = False,
) -> bool:
    """True if the condition holds for the slots around the anchor; with `heads` for the first of those coordinated
    only: "met the president and his wife" is decided by the president."""
    found = False
    for token in in_slot(condition, slots, sentence, anchor, heads=heads):
        if not condition.tests:
            found = True
            break
        if condition.inner:
            inner = (c for c in sentence.children[token] if _relation_fits(condition.inner, *_relations(sentence, c)))
            found = any(_test(condition, sentence, c, classes) for c in inner)
        else:
            found = _test(condition, sentence, token, classes)
        if found:
            break
    return found != condition.negated


def in_slot(
    condition: Condition, slots: tuple[Slot, ...], sentence: Sentence, anchor: int, *, heads: bool = False
) -> list[int]:
    """The words that stand in the slot of a condition, whatever they are; coordinated ones too, but for `heads`."""
    out: list[int] = []
    name = condition.slot
    for slot in slots:
        if (
            slot.name == name
            or (name == "subj" and slot.name == "undergoer")
            or (name == "xcomp" and slot.name == "comp")
        ):
            if condition.preps and slot.prep not in condition.preps:
                continue
            out.extend((slot.token,) if heads else coordinated(sentence, slot.token))
    if name in ("det", "nummod", "advmod", "amod", "compound", "prt", "aux"):
        out.extend(
            c
            for c in sentence.children[anchor]
            if sentence.tokens[c].rel == name or sentence.tokens[c].deprel == f"compound:{name}"
        )
    return out


def _acting(condition: Condition) -> bool:
    if condition.slot in ("subj", "obj", "iobj", "poss", "undergoer"):
        return True
    return condition.slot in ("obl", "nmod") and bool(condition.preps) and not condition.preps & {"in", "at", "near"}


def _relations(sentence: Sentence, i: int) -> tuple[str, str, str]:
    token = sentence.tokens[i]
    return token.deprel, token.rel, token.upos


def _test(condition: Condition, sentence: Sentence, token: int, classes: ClassesOf) -> bool:
    plural = instance_of(sentence, token)
    t = sentence.tokens[token if plural is None else plural]  # "one" of several raids is a raid
    if t.lemma in condition.words or t.lemma.lower() in condition.words or t.form.lower() in condition.words:
        return True
    if condition.pairs:
        for c in sentence.children[token]:
            child = sentence.tokens[c]
            if child.rel in ("compound", "amod") and f"{t.lemma}:{child.lemma}" in condition.pairs:
                return True
    if condition.classes:
        found = classes(token)
        if found & condition.classes:
            return True
        if "AGENT" in condition.classes and "PLACE" in found and t.upos == "PROPN" and _acting(condition):
            # a capital stands for its government: "Moscow blamed", "talks between Cairo and Ankara"
            return True
    return False
