"""Slots: what stands where around an anchor, whatever construction put it there.

A frame says "subj is the actor"; this file finds the `subj` of an active or passive verb, of an infinitive, of a
relative clause, of a noun carried by a light verb. Slot names are those of docs/frames.md.
"""

from msgspec import Struct

from dateline.events.grammar import (
    NOMINAL_UPOS,
    antecedent,
    case_of,
    child_with,
    is_passive,
    mark_of,
    own_subject,
    resolve_relative,
    surface_subject,
)
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Sentence

WORDS = load_grammar()


class Slot(Struct, frozen=True, gc=False):
    """One dependent in its role-bearing position: slot name, preposition or mark, token, and how it was found."""

    name: str
    prep: str
    token: int
    via: str

    @property
    def key(self) -> str:
        """The key that frames use: `subj`, `obl:with`, `nmod:of`."""
        return f"{self.name}:{self.prep}" if self.prep else self.name


def verb_slots(sentence: Sentence, i: int) -> tuple[Slot, ...]:
    """All slots of a verb (or of a predicate adjective), in text order of discovery."""
    tokens, out = sentence.tokens, []
    passive = is_passive(sentence, i)
    subject = surface_subject(sentence, i)
    if subject is not None:
        if subject.passive and not passive and tokens[i].rel == "conj":
            passive = "VerbForm=Part" in tokens[i].feats
        out.append(Slot("obj" if passive else "subj", "", subject.token, subject.via))
    token = tokens[i]
    if passive and token.rel == "xcomp" and token.head >= 0 and tokens[token.head].lemma in ("have", "get"):
        # "had the man jailed": who has it done acts
        causer = surface_subject(sentence, token.head)
        if causer is not None:
            out.append(Slot("subj", "", causer.token, "causative"))
    has_object = False
    for c in sentence.children[i]:
        child = tokens[c]
        rel = child.rel
        if rel == "obj":
            has_object = True
            out.append(Slot("obj", "", resolve_relative(sentence, i, c), "object"))
        elif rel == "iobj":
            out.append(Slot("iobj", "", c, "indirect object"))
        elif rel == "obl":
            prep = case_of(sentence, c)
            if child.deprel == "obl:agent" or (passive and prep == "by"):
                out.append(Slot("subj", "", c, "by-agent"))
            else:
                out.append(Slot("obl", prep, resolve_relative(sentence, i, c), "oblique"))
        elif rel == "csubj":
            out.append(Slot("comp", mark_of(sentence, c), c, "clausal subject"))
        elif rel in ("ccomp", "xcomp"):
            if child.upos in NOMINAL_UPOS and rel == "xcomp":
                out.append(Slot("xcomp", "", c, "complement"))
            else:
                out.append(Slot("comp", mark_of(sentence, c), c, "complement"))
        elif rel == "advcl":
            out.append(Slot("advcl", mark_of(sentence, c), c, "adverbial clause"))
        elif child.deprel == "compound:prt":
            out.append(Slot("prt", "", c, "particle"))
        elif rel == "advmod":
            out.append(Slot("advmod", "", c, "adverb"))
        elif rel == "nmod" and child.upos in NOMINAL_UPOS:
            out.append(Slot("obl", case_of(sentence, c), c, "oblique"))
    out.extend(_hung_on_object(sentence, i, out))
    if not has_object and not passive:
        # "are advising the navy": the parser takes an only object for an indirect one
        out.extend(Slot("obj", "", s.token, "object") for s in tuple(out) if s.name == "iobj")
        has_object = any(s.name == "obj" for s in out)
    if not has_object:
        gap = _gap(sentence, i, passive)
        if gap is not None:
            out.append(gap)
    return tuple(out)


def _hung_on_object(sentence: Sentence, i: int, slots: list[Slot]) -> list[Slot]:
    """Obliques that the parser hangs on the object: "extradited a hacker *to* them", "discussed it *with* him"."""
    have = {s.prep for s in slots if s.name == "obl"}
    out: list[Slot] = []
    for c in sentence.children[i]:
        if sentence.tokens[c].rel != "obj":
            continue
        for g in sentence.children[c]:
            if sentence.tokens[g].rel == "nmod":
                prep = case_of(sentence, g)
                if prep in ("to", "with", "from", "by") and prep not in have:
                    out.append(Slot("obl", prep, g, "hung on the object"))
    return out


def _gap(sentence: Sentence, i: int, passive: bool) -> Slot | None:
    """The object that stands elsewhere: antecedent of "the town they shelled", object shared by two verbs."""
    tokens = sentence.tokens
    token = tokens[i]
    if passive:
        return None
    noun = antecedent(sentence, i)
    if noun is not None:
        subject = own_subject(sentence, i)
        pronoun_used = any(
            tokens[c].lemma in WORDS.pronouns.gap_fillers and tokens[c].rel in ("nsubj", "obj", "obl", "nmod", "iobj")
            for c in sentence.children[i]
        )
        stranded = any(tokens[c].rel == "obl" and tokens[c].upos == "ADP" for c in sentence.children[i])
        if subject is not None and subject.token != noun and not pronoun_used and not stranded:
            return Slot("obj", "", noun, "relative clause")
    if token.upos == "VERB":
        for c in sentence.children[i]:
            # "allowed and encouraged the Iraqis": UD may hang the shared object on either verb.
            child = tokens[c]
            if child.deprel == "conj" and child.upos == "VERB" and not is_passive(sentence, c) and c - i <= 3:
                shared = child_with(sentence, c, "obj")
                if shared is not None and own_subject(sentence, c) is None:
                    return Slot("obj", "", shared, "shared object")
        if token.deprel == "conj" and token.head >= 0 and i - token.head <= 3:
            shared = child_with(sentence, token.head, "obj")
            if shared is not None and shared > i:
                return Slot("obj", "", shared, "shared object")
    return None


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
    return None


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
