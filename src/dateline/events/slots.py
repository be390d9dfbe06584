"""Slots: what stands where around an anchor, whatever construction put it there.

A frame says "subj is the actor"; this file finds the `subj` of an active or passive verb, of an infinitive, of a
relative clause, of a noun carried by a light verb. Slot names are those of docs/frames.md.
"""

from msgspec import Struct

from dateline.events.coordination import NOMINAL_UPOS
from dateline.events.grammar import (
    antecedent,
    case_of,
    child_with,
    is_gap,
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
            if _shifted(sentence, i, c, prep, passive):
                has_object = True
                out.append(Slot("obj", "", c, "shifted object"))
            elif child.deprel == "obl:agent" or (passive and prep == "by"):
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


def _shifted(sentence: Sentence, i: int, c: int, prep: str, passive: bool) -> bool:
    """True for an object that stands behind another phrase and that the parser takes for an oblique without a
    preposition: "deplore with all our hearts *the attacks*"."""
    tokens = sentence.tokens
    if prep or passive or tokens[c].deprel != "obl" or tokens[c].upos != "NOUN" or c < i:
        return False
    siblings = [tokens[k] for k in sentence.children[i]]
    if any(t.rel in ("obj", "iobj", "ccomp", "xcomp") for t in siblings):
        return False
    return any(t.rel == "obl" and i < t.i < c and case_of(sentence, t.i) for t in siblings)


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
    out.extend(_hung_on_twin(sentence, i, have))
    return out


def _hung_on_twin(sentence: Sentence, i: int, have: set[str]) -> list[Slot]:
    """Obliques that the parser hangs on the second noun of "shoulder to shoulder *with*", "face to face *with*"."""
    below = [c for c in sentence.children[i] if sentence.tokens[c].rel in ("obj", "obl", "advmod", "nmod")]
    below += [g for c in below for g in sentence.children[c] if sentence.tokens[g].rel in ("nmod", "obl")]
    lemmas = [sentence.tokens[c].lemma for c in below]
    return [
        Slot("obl", prep, g, "hung on the second of two like nouns")
        for c in below
        if lemmas.count(sentence.tokens[c].lemma) > 1
        for g in sentence.children[c]
        if sentence.tokens[g].rel in ("nmod", "obl") and (prep := case_of(sentence, g)) and prep not in have
        if sentence.tokens[g].lemma != sentence.tokens[c].lemma
    ]


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
            tokens[c].lemma in WORDS.pronouns.gap_fillers
            and tokens[c].rel in ("nsubj", "obj", "obl", "nmod", "iobj")
            and not is_gap(sentence, i, c)
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
