"""Small questions to a UD tree that the event coder asks again and again.

All of them look through the constructions that hide a participant: passives, relative clauses, reduced relatives,
control, coordination, participial clauses. The names of relations are those of UD English.
"""

from msgspec import Struct

from dateline.events.coordination import conjoined
from dateline.knowledge.grammar import load_grammar
from dateline.language import syntax
from dateline.language.analysis import Sentence, Token

WORDS = load_grammar()


class Found(Struct, frozen=True, gc=False):
    """A token together with the construction through which it was found (it becomes part of `why`)."""

    token: int
    via: str
    passive: bool = False


def case_of(sentence: Sentence, i: int) -> str:
    """The preposition of a nominal as one lower-case string: "in", "because of"; empty when there is none. A
    possessive mark is no preposition."""
    return " ".join(w for w in syntax.case_of(sentence, i).split() if w not in POSSESSIVE)


POSSESSIVE = frozenset({"'s", "’s", "'", "’"})


def mark_of(sentence: Sentence, i: int) -> str:
    """The subordinating word of a clause: "if", "that", "to", "in order to", also where the parser calls it a
    preposition ("by expelling"); empty when there is none."""
    mark = syntax.mark_of(sentence, i)
    if mark or sentence.tokens[i].upos != "VERB":
        return mark
    return case_of(sentence, i)


def child_with(sentence: Sentence, i: int, *deprels: str) -> int | None:
    """The first dependent of token i with one of these relations (given with subtype), or None."""
    for c in sentence.children[i]:
        if sentence.tokens[c].deprel in deprels:
            return c
    return None


def is_passive(sentence: Sentence, i: int) -> bool:
    """True if the verb is passive, also where no auxiliary shows it ("facilities used by", "was seized and burned")."""
    token = sentence.tokens[i]
    if token.upos == "ADJ":
        return False
    relations = {sentence.tokens[c].deprel for c in sentence.children[i]}
    if "aux:pass" in relations:
        return True
    if relations & {"nsubj:pass", "csubj:pass"}:
        # a finite verb without an auxiliary is active, whatever the parser calls its subject
        return "VerbForm=Fin" not in token.feats
    if token.rel == "acl" and child_with(sentence, i, "obl:agent") is not None:
        return True  # "a raid claimed by the group", whatever the tagger calls the form
    if "VerbForm=Part" not in token.feats or "Tense=Past" not in token.feats:
        return False
    if any(sentence.tokens[c].rel in ("aux", "nsubj") for c in sentence.children[i]):
        return False
    if token.rel == "acl" and token.deprel != "acl:relcl":
        return True
    if token.rel == "advcl":
        return True
    if token.rel == "conj":
        return is_passive(sentence, conjoined(sentence, i))
    if token.rel == "xcomp":
        return True
    return child_with(sentence, i, "obl:agent") is not None


def antecedent(sentence: Sentence, i: int) -> int | None:
    """The noun that a relative clause headed by token i (or by the verb it is coordinated with) describes."""
    token = sentence.tokens[i]
    for _ in range(8):
        if token.deprel == "acl:relcl":
            return token.head
        if token.rel == "ccomp" and _relative_under_participle(sentence, token):
            return sentence.tokens[token.head].head
        if token.rel != "conj" or token.head < 0:
            return None
        token = sentence.tokens[token.head]
    return None


def _relative_under_participle(sentence: Sentence, token: Token) -> bool:
    """True for "an attack claimed by the group *that killed* two", where the parser makes the clause a complement of
    the participle: its "that" is a pronoun and the subject."""
    head = sentence.tokens[token.head]
    if head.rel != "acl" or head.deprel == "acl:relcl":
        return False
    return any(
        sentence.tokens[c].rel == "nsubj" and sentence.tokens[c].upos == "PRON" and sentence.tokens[c].lemma == "that"
        for c in sentence.children[token.i]
    )


def resolve_relative(sentence: Sentence, clause: int, i: int) -> int:
    """Token i, or the antecedent when i is the relative pronoun of the clause."""
    token = sentence.tokens[i]
    if token.lemma in WORDS.pronouns.relative and token.upos in ("PRON", "DET", "SCONJ"):
        noun = antecedent(sentence, clause)
        if noun is not None:
            return noun
    return i


def own_subject(sentence: Sentence, i: int) -> Found | None:
    """The subject that stands with the verb itself."""
    for c in sentence.children[i]:
        child = sentence.tokens[c]
        if child.rel in ("nsubj", "expl") and child.deprel != "expl:pv":
            if child.rel == "expl" or is_gap(sentence, i, c):
                continue
            found = resolve_relative(sentence, i, c)
            via = "relative clause" if found != c else "subject"
            return Found(token=found, via=via, passive=child.deprel == "nsubj:pass")
    return None


def is_gap(sentence: Sentence, i: int, c: int) -> bool:
    """True for a relative pronoun that the parser calls a second subject: in "a rule that lawyers owe to it", "that"
    stands for the object."""
    tokens = sentence.tokens
    if tokens[c].rel != "nsubj" or tokens[c].upos != "PRON" or tokens[c].lemma not in WORDS.pronouns.relative:
        return False
    return any(tokens[o].rel == "nsubj" and o > c for o in sentence.children[i])


def surface_subject(sentence: Sentence, i: int, *, depth: int = 0) -> Found | None:
    """Who the clause of token i is about: its own subject, or the one that control, coordination, a participle or a
    relative clause gives it. None when the text names nobody. For a passive verb this is the one acted upon."""
    own = own_subject(sentence, i)
    if own is not None:
        return own
    if depth > 6:
        return None
    token = sentence.tokens[i]
    if token.head < 0:
        return None
    undertaking = undertaking_of(sentence, i)
    doer = None if undertaking is None else _doer(sentence, undertaking)
    if doer is not None:
        return Found(token=doer, via="doer of the undertaking")
    above = -1 if undertaking is None else sentence.tokens[undertaking].head
    if above >= 0 and sentence.tokens[above].lemma in WORDS.verbs.thwarting:
        return None
    head = sentence.tokens[token.head]
    rel = token.deprel
    if rel == "acl:relcl":
        # "the target that we hit" has its own subject; without one the antecedent is the subject.
        return Found(token=token.head, via="relative clause")
    if token.rel == "acl":
        participle = "VerbForm=Part" in token.feats or "VerbForm=Ger" in token.feats
        if participle or child_with(sentence, i, "obl:agent") is not None:
            return Found(token=token.head, via="participle")
        owner = child_with(sentence, token.head, "nmod:poss")
        if owner is not None:
            return Found(token=owner, via="possessor of the noun")
        if head.rel in ("obj", "obl", "nsubj") and head.head >= 0:
            governor = surface_subject(sentence, head.head, depth=depth + 1)
            if governor is not None and governor.token != token.head:
                return Found(token=governor.token, via="subject of the governing clause")
        return Found(token=token.head, via="infinitive of the noun")
    if token.rel == "xcomp":
        objects = [c for c in sentence.children[token.head] if sentence.tokens[c].deprel in ("obj", "iobj")]
        if objects and head.lemma not in WORDS.verbs.subject_control and objects[0] != i:
            return Found(token=resolve_relative(sentence, token.head, objects[0]), via="object control")
        governor = surface_subject(sentence, token.head, depth=depth + 1)
        if governor is not None:
            return Found(token=governor.token, via="subject control")
        return None
    if token.rel in ("advcl", "ccomp", "csubj"):
        if token.rel == "ccomp" and "VerbForm=Fin" in token.feats:
            return None
        marked = mark_of(sentence, i)
        if token.rel == "advcl" and marked in ("of", "for", "with") and head.lemma in WORDS.verbs.charging:
            # "accused the army of shelling": the accused shelled
            accused = child_with(sentence, token.head, "obj", "iobj", "nsubj:pass")
            if accused is not None:
                return Found(token=resolve_relative(sentence, token.head, accused), via="accused of it")
        if token.rel == "advcl" and marked == "to" and head.lemma in WORDS.verbs.object_control:
            goal = child_with(sentence, token.head, "obj", "iobj")
            if goal is not None:
                return Found(token=goal, via="object control")
        if token.rel == "advcl" and mark_of(sentence, i) in ("if", "when", "because", "that", "as", "since", "while"):
            return None if "VerbForm=Fin" in token.feats else _inherit(sentence, token.head, depth, "participle")
        return _inherit(sentence, token.head, depth, "participle")
    if token.rel == "conj":
        first = surface_subject(sentence, conjoined(sentence, i), depth=depth + 1)
        return None if first is None else Found(token=first.token, via="coordination", passive=first.passive)
    return None


def takes_part(sentence: Sentence, i: int) -> bool:
    """True for a verb of taking part: "participate", "join", "take part", "the role that it will play"."""
    token = sentence.tokens[i]
    if token.lemma in WORDS.verbs.participating:
        return True
    if token.lemma not in ("take", "play", "have"):
        return False
    near = [*sentence.children[i], *([token.head] if token.rel == "acl" else [])]
    return any(sentence.tokens[c].lemma in ("part", "role") for c in near if c >= 0)


def undertaking_of(sentence: Sentence, i: int) -> int | None:
    """The noun that an infinitive tells the content of, also where the parser hangs it on the verb: "the *operation* to
    free the town", "a *bid* to end the siege"; None for other verbs."""
    tokens = sentence.tokens
    if tokens[i].rel not in ("acl", "advcl", "xcomp") or mark_of(sentence, i) != "to":
        return None
    to = next((c for c in sentence.children[i] if tokens[c].lemma == "to" and c < i), None)
    if to is None or to == 0 or tokens[to - 1].upos != "NOUN":
        return None
    return to - 1 if tokens[to - 1].lemma in WORDS.nouns.undertakings else None


def _doer(sentence: Sentence, noun: int) -> int | None:
    """Whose undertaking it is by its own modifiers: "their", "the army's", "the Iraqi"."""
    for c in sentence.children[noun]:
        child = sentence.tokens[c]
        named = child.rel in ("amod", "compound") and child.form[:1].isupper() and child.upos in ("ADJ", "PROPN")
        if child.deprel == "nmod:poss" or named:
            return c
    return None


def _inherit(sentence: Sentence, i: int, depth: int, via: str) -> Found | None:
    if sentence.tokens[i].upos in ("NOUN", "PROPN") and own_subject(sentence, i) is None:
        return None
    governor = surface_subject(sentence, i, depth=depth + 1)
    return None if governor is None else Found(token=governor.token, via=via)


def governor_chain(sentence: Sentence, i: int) -> tuple[Token, ...]:
    """The token's ancestors from its head up to the root."""
    out: list[Token] = []
    head = sentence.tokens[i].head
    while head >= 0 and len(out) < 60:
        token = sentence.tokens[head]
        out.append(token)
        head = token.head
    return tuple(out)
