"""Slots of event nouns: their own dependents, and those of the light verb that carries them."""

from dateline.events.coordination import NOMINAL_UPOS
from dateline.events.grammar import (
    POSSESSIVE,
    case_of,
    governor_chain,
    is_passive,
    mark_of,
    own_subject,
    resolve_relative,
    takes_part,
)
from dateline.events.slots import Slot, verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Sentence

WORDS = load_grammar()


def noun_slots(sentence: Sentence, i: int, light_verbs: dict[str, str]) -> tuple[tuple[Slot, ...], int | None]:
    """The slots of an event noun, and the light verb that carries it (token index) or None.

    `light_verbs` maps lemmas to `do` (the subject acts) or `undergo` (the subject is acted upon). Obliques of the light
    verb become `nmod` slots of the noun: "launched airstrikes against X" and "airstrikes against X" read alike.
    """
    tokens, out = sentence.tokens, []
    inner = i
    outer = i
    for _ in range(3):
        head = tokens[outer].head
        if (
            head >= 0
            and tokens[outer].rel == "nmod"
            and case_of(sentence, outer) == "of"
            and tokens[head].lemma in WORDS.nouns.containers
        ):
            outer = head
        else:
            break
    for n in (inner,) if inner == outer else (inner, outer):
        out.extend(_nominal_slots(sentence, n, skip=inner if n != inner else -1))
    light = _light_verb(sentence, outer, light_verbs)
    if light is not None:
        verb, use = light
        out.extend(_carried_slots(sentence, verb, outer, use))
        if verb != tokens[outer].head and _taken_part_in(sentence, outer):
            # "took part in the march led by the bishop"
            out.extend(s for s in _carried_slots(sentence, tokens[outer].head, outer, "do") if s.name == "subj")
        return tuple(out), verb
    head = tokens[outer].head
    if head >= 0 and tokens[outer].rel == "nsubj" and tokens[head].lemma in WORDS.verbs.occurring:
        for slot in verb_slots(sentence, head):
            if slot.name == "obl" and slot.token not in (inner, outer):
                out.append(Slot("nmod", slot.prep, slot.token, "clause of the noun"))
    elif head >= 0 and tokens[outer].rel == "obj" and tokens[head].upos == "VERB":
        # a place or time hung on the governing verb may still belong to the noun
        out.extend(
            Slot("nmod", s.prep, s.token, "clause of the noun")
            for s in verb_slots(sentence, head)
            if s.name == "obl" and s.prep in ("against", "on", "at") and s.token > i
        )
    return tuple(out), None


def _nominal_slots(sentence: Sentence, i: int, *, skip: int) -> list[Slot]:
    tokens, out = sentence.tokens, []
    if not any(tokens[c].deprel == "nmod:poss" for c in sentence.children[i]):
        owner = _possessor(sentence, i)
        if owner is not None:
            out.append(Slot("poss", "", owner, "possessive mark"))
    for c in sentence.children[i]:
        if c == skip:
            continue
        child = tokens[c]
        if child.deprel == "nmod:poss":
            out.append(Slot("poss", "", resolve_relative(sentence, i, c), "possessor"))
        elif child.rel in ("nmod", "obl") and child.deprel not in ("nmod:unmarked", "nmod:tmod", "nmod:npmod"):
            prep = case_of(sentence, c)
            if prep or child.deprel == "nmod:desc":
                out.append(Slot("nmod", prep, c, "noun modifier"))
            if prep == "of":
                # "the indictment of a senator by a jury": the parser hangs the jury on the senator
                out.extend(_hung_below(sentence, c))
        elif child.deprel == "compound":
            out.append(Slot("compound", "", c, "compound"))
        elif child.deprel == "amod":
            out.append(Slot("amod", "", c, "adjective"))
        elif child.rel == "acl":
            out.append(Slot("acl", mark_of(sentence, c), c, "clause"))
    return out


def _possessor(sentence: Sentence, i: int) -> int | None:
    """The possessor whose mark stands right before the phrase, whatever the parser ties it to: "the Government of
    Chad's capture of the town"."""
    tokens = sentence.tokens
    first = min([i, *[c for c in sentence.children[i] if c < i and tokens[c].rel in ("amod", "compound", "nummod")]])
    if first == 0 or tokens[first - 1].form not in POSSESSIVE or tokens[first - 1].head < 0:
        return None
    above = {t.i for t in governor_chain(sentence, i)}
    node = tokens[first - 1].head
    while tokens[node].rel in ("nmod", "flat", "compound", "conj") and tokens[node].head not in (-1, i, *above):
        node = tokens[node].head
    return node if tokens[node].upos in NOMINAL_UPOS and node != i else None


def _hung_below(sentence: Sentence, i: int, *, depth: int = 0) -> list[Slot]:
    """By-agents and goals that belong to the noun above: "the suspension of aid *to Juba by Germany*"."""
    out: list[Slot] = []
    for c in sentence.children[i]:
        if sentence.tokens[c].rel not in ("nmod", "obl"):
            continue
        prep = case_of(sentence, c)
        if prep == "by" or (prep == "to" and depth == 0):
            out.append(Slot("nmod", prep, c, "noun modifier"))
        if depth < 2:
            out.extend(_hung_below(sentence, c, depth=depth + 1))
    return out


def _light_verb(sentence: Sentence, i: int, light_verbs: dict[str, str]) -> tuple[int, str] | None:
    """The light verb of an event noun: the noun is its object, passive subject or under-oblique, or described by it."""
    tokens = sentence.tokens
    token = tokens[i]
    if token.deprel == "conj" and token.head >= 0 and tokens[token.head].upos == "NOUN":
        token = tokens[token.head]
        i = token.i
    head = token.head
    if head >= 0:
        lemma = tokens[head].lemma
        use = light_verbs.get(lemma)
        if use and (token.rel == "obj" or token.deprel == "nsubj:pass"):
            return head, use
        if use == "undergo" and token.rel == "obl" and case_of(sentence, i) in ("under", "to", "into"):
            return head, use
        if lemma in WORDS.verbs.engaging and token.rel in ("obl", "obj") and case_of(sentence, i) == "in":
            return head, "do"
        if lemma == "go" and token.rel == "obl" and case_of(sentence, i) == "on":
            return head, "do"  # "went on a hunger strike"
        if lemma == "come" and token.rel == "obl" and case_of(sentence, i) == "under":
            return head, "undergo"
        if token.rel == "nsubj" and tokens[head].lemma in WORDS.verbs.happening:
            return head, "occur"
    for c in sentence.children[i]:
        child = tokens[c]
        if child.deprel == "acl:relcl" and child.lemma in WORDS.verbs.happening:
            return c, "occur"
        if child.rel == "acl" and light_verbs.get(child.lemma):
            subject = own_subject(sentence, c)
            if child.deprel != "acl:relcl" or is_passive(sentence, c) or (subject and subject.token != i):
                return c, light_verbs[child.lemma]
    return (head, "do") if _taken_part_in(sentence, i) else None


def _taken_part_in(sentence: Sentence, i: int) -> bool:
    """True for the noun in "took part in the march"; who "did not take part in" it is no actor."""
    token = sentence.tokens[i]
    if token.head < 0 or token.rel != "obl" or case_of(sentence, i) != "in":
        return False
    return takes_part(sentence, token.head) and not _denied(sentence, token.head)


def _denied(sentence: Sentence, i: int) -> bool:
    """True for "did not take part in": the event happened all the same."""
    return any(sentence.tokens[c].lemma in ("not", "n't", "n’t", "never") for c in sentence.children[i])


def _carried_slots(sentence: Sentence, verb: int, noun: int, use: str) -> list[Slot]:
    out = []
    for slot in verb_slots(sentence, verb):
        if slot.token == noun:
            continue
        engaged = slot.name == "obj" and sentence.tokens[verb].lemma in WORDS.verbs.engaging
        if slot.name == "subj" or (engaged and use == "do"):
            if use == "occur":
                continue
            name = "subj" if use == "do" else "undergoer"
            out.append(Slot(name, "", slot.token, f"light verb, {slot.via}"))
        elif slot.name == "obl":
            out.append(Slot("nmod", slot.prep, slot.token, "light verb"))
        elif slot.name == "iobj":
            out.append(Slot("iobj", "", slot.token, "light verb"))
        elif slot.name == "comp":
            out.append(Slot("comp", slot.prep, slot.token, "light verb"))
    return out
