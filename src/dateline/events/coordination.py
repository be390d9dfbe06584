"""Words side by side: the nominals of a list, and the verb that a later one is really coordinated with."""

from dateline.language.analysis import Sentence, Token

NOMINAL_UPOS = frozenset({"NOUN", "PROPN", "PRON", "NUM", "SYM", "X"})


def coordinated(sentence: Sentence, i: int) -> tuple[int, ...]:
    """Token i and the nominals coordinated with it, in text order: "Mali, Niger and Chad" gives three."""
    out = [i]
    for c in sentence.children[i]:
        child = sentence.tokens[c]
        if child.deprel == "conj" and child.upos in NOMINAL_UPOS:
            out.extend(coordinated(sentence, c))
        elif child.rel == "flat":
            # "Secretary John Hill and his aides": the parser may hang the next one on the last part of the name
            out.extend(t for t in coordinated(sentence, c) if t != c)
    return tuple(sorted(out))


def is_past(token: Token) -> bool:
    """True for a finite verb in the past tense: "fought", not "has fought"."""
    return "VerbForm=Fin" in token.feats and "Tense=Past" in token.feats


def conjoined(sentence: Sentence, i: int) -> int:
    """The verb that a later conjunct is coordinated with: of the one the parser names and those above it, the first of
    its own form. A finite verb is no sister of an infinitive ("would not hear the envoy and *burned* his car",
    "want to congratulate those who fought and *thank* our allies")."""
    tokens = sentence.tokens
    head = tokens[i].head
    form = _form(sentence, i)
    if not form or _form(sentence, head) in ("", form):
        return head
    node = head
    for _ in range(6):
        node = tokens[node].head
        if node < 0:
            return head
        if tokens[node].upos == "VERB" and _form(sentence, node) == form:
            return node
    return head


def _form(sentence: Sentence, i: int) -> str:
    """ "finite" or "bare" where the verb says so itself: by its form, or by the auxiliary of its own."""
    token = sentence.tokens[i]
    if token.upos != "VERB":
        return ""
    if is_past(token):
        return "finite"
    if "VerbForm=Inf" in token.feats:
        return "finite" if any(sentence.tokens[c].rel == "aux" for c in sentence.children[i]) else "bare"
    return ""


def first_conjunct(sentence: Sentence, i: int) -> int:
    """The head of the coordination that token i belongs to; i itself if it is not a later conjunct."""
    while sentence.tokens[i].deprel == "conj" and sentence.tokens[i].head >= 0:
        i = sentence.tokens[i].head
    return i
