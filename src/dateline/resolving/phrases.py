"""Noun phrases of a parsed text: every head that may stand for somebody or something, with its token range."""

from typing import Literal

from dateline.language.analysis import Analysis, Sentence, Token
from dateline.resolving.resolution import Phrase

# Parts of a bigger name or word: never a head of their own.
_INSIDE = frozenset(
    {"flat", "fixed", "goeswith", "reparandum", "punct", "case", "cc", "mark", "aux", "cop", "discourse"}
)
# What a phrase does not carry along: clauses, siblings, renamings, and the words that tie the phrase to its own head.
_LEFT_OUT = frozenset(
    {
        "acl",
        "conj",
        "appos",
        "parataxis",
        "advcl",
        "case",
        "cc",
        "cop",
        "aux",
        "nsubj",
        "csubj",
        "ccomp",
        "mark",
        "expl",
    }
    | {"discourse", "vocative", "dislocated", "list", "orphan", "xcomp", "obj", "obl", "advmod"}
)
# Adverbs that quantify stay inside ("at least nine sailors", "nearly all villagers").
_KEPT_ADVERBS = frozenset({"nummod", "det", "amod"})
_CORE = frozenset({"nsubj", "obj", "iobj", "obl", "conj", "root", "nmod", "appos", "parataxis", "vocative", "dep"})
_RELATIVE = frozenset({"who", "whom", "whose", "which", "what", "whatever", "whoever", "where", "when", "there"})
_NOMINAL_ADJECTIVES = frozenset(
    {"dead", "wounded", "injured", "missing", "poor", "accused", "elderly", "young", "displaced", "disabled", "sick"}
    | {"homeless", "unemployed", "deceased", "fallen", "faithful", "besieged", "detained", "kidnapped", "captured"}
)
_QUANTIFIERS = frozenset(
    {"some", "many", "several", "all", "both", "most", "others", "few", "another", "none", "half", "more"}
)


def find_phrases(analysis: Analysis) -> list[Phrase]:
    """All noun phrases in text order of their heads.

    A name that stands inside another phrase is a phrase too ("U.S." in "U.S. forces"), and so is what a container
    holds ("militants" in "a number of militants"). Relative pronouns are left out: their antecedent acts.
    """
    found: list[Phrase] = []
    for sentence in analysis.sentences:
        found.extend(phrases_of(sentence))
    return found


def phrases_of(sentence: Sentence) -> list[Phrase]:
    """The noun phrases of one sentence."""
    tokens = sentence.tokens
    forms = [_form(sentence, token) for token in tokens]
    if not any(forms):
        return []
    own = _ranges(sentence)
    for token in tokens:
        if is_those(sentence, token.i):
            own[token.i] = (token.i, _clause_end(sentence, token.i))
    return [
        Phrase(sentence=sentence.index, head=token.i, first=own[token.i][0], last=own[token.i][1], form=form)
        for token, form in zip(tokens, forms, strict=True)
        if form is not None
    ]


def _form(sentence: Sentence, token: Token) -> Literal["name", "nominal", "pronoun"] | None:
    """How this token heads a phrase, or None when it heads none."""
    upos = token.upos
    if upos in ("VERB", "AUX", "PUNCT", "ADP", "ADV", "SCONJ", "CCONJ", "PART", "INTJ", "SYM", "X"):
        return None
    rel = token.rel
    if rel in _INSIDE:
        return None
    if upos == "PROPN":
        return "name"
    if upos == "NOUN":
        return "name" if _inside_name(sentence, token.i) else "nominal"
    if upos == "PRON" and is_those(sentence, token.i):
        return "nominal"
    if upos == "PRON":
        return "pronoun" if _stands_for_someone(sentence, token) else None
    if upos == "ADJ":
        if rel in ("amod", "compound") and token.form[:1].isupper():
            return "name"
        if rel in _CORE and (token.lemma.lower() in _NOMINAL_ADJECTIVES or token.form[:1].isupper()):
            return "nominal"
        return None
    if upos == "NUM":
        return "nominal" if rel in ("nsubj", "obj", "iobj", "conj") or token.deprel == "obl:agent" else None
    if upos == "DET":
        return "pronoun" if rel in ("nsubj", "obj", "iobj") and token.lemma.lower() in _QUANTIFIERS else None
    return None


def is_those(sentence: Sentence, i: int) -> bool:
    """Whether "those" names people by a clause of its own: "those who were killed", "those detained"."""
    if sentence.tokens[i].form.lower() != "those":
        return False
    return any(_tells_of(sentence, c) for c in sentence.children[i])


def _tells_of(sentence: Sentence, i: int) -> bool:
    token = sentence.tokens[i]
    if token.rel != "acl" or token.upos != "VERB":
        return False
    who = any(sentence.tokens[c].lemma == "who" for c in sentence.children[i])
    return who or (
        token.deprel != "acl:relcl" and not any(sentence.tokens[c].rel == "nsubj" for c in sentence.children[i])
    )


def _clause_end(sentence: Sentence, i: int) -> int:
    """The end of "those who were killed and wounded": up to the last verb of the clause."""
    verbs = [c for c in sentence.children[i] if _tells_of(sentence, c)][:1]
    verbs += [g for c in verbs for g in sentence.children[c] if sentence.tokens[g].deprel == "conj"]
    return max([i, *verbs]) + 1


def _inside_name(sentence: Sentence, i: int) -> bool:
    return any(name.first <= i < name.last for name in sentence.names)


def _stands_for_someone(sentence: Sentence, token: Token) -> bool:
    lemma = token.lemma.lower()
    if lemma in _RELATIVE or token.rel == "expl":
        return False
    if lemma == "that" or token.form.lower() == "that":
        # "the group that attacked": the clause modifies a noun, and the noun is the one who acts.
        head = token.head
        while head >= 0:
            above = sentence.tokens[head]
            if above.deprel == "acl:relcl":
                return False
            if above.rel not in ("conj", "xcomp", "ccomp", "obl", "nmod"):
                break
            head = above.head
    return True


def _ranges(sentence: Sentence) -> list[tuple[int, int]]:
    """For every token the range of its phrase, by its own rules: siblings, clauses and renamings stay outside."""
    tokens, children = sentence.tokens, sentence.children
    size = len(tokens)
    own = [(i, i + 1) for i in range(size)]
    full = [(i, i + 1) for i in range(size)]
    order = [sentence.root]
    for i in order:
        order.extend(children[i])
    for i in reversed(order):
        kids = children[i]
        if not kids:
            continue
        own[i] = _grow(i, kids, tokens, full, siblings=False)
        full[i] = _grow(i, kids, tokens, full, siblings=True)
    return own


def _grow(
    i: int, kids: tuple[int, ...], tokens: tuple[Token, ...], full: list[tuple[int, int]], *, siblings: bool
) -> tuple[int, int]:
    first, last = i, i + 1
    for k in reversed(kids):
        if k >= i:
            continue
        if not _carried(tokens[k], tokens[i], siblings=siblings):
            if tokens[k].rel == "punct" and full[k][1] == first and _quote_or_hyphen(tokens[k]):
                first = full[k][0]
                continue
            break
        if full[k][1] != first and not (full[k][1] == first - 1 and tokens[first - 1].form in ("-", "–")):
            break
        first = full[k][0]
    for k in kids:
        if k <= i:
            continue
        token = tokens[k]
        if token.rel == "punct":
            if full[k][0] == last and token.form in ("-", "–", "'", "’", '"', "”", "/"):
                last = full[k][1]
                continue
            break
        joined = full[k][0] == last or (full[k][0] == last + 1 and tokens[last].form in ("-", "–"))
        if not _carried(token, tokens[i], siblings=siblings) or not joined:
            break
        last = full[k][1]
    # A hyphen or a quotation mark may be left hanging at the edge.
    while last - 1 > i and tokens[last - 1].upos == "PUNCT":
        last -= 1
    while first < i and tokens[first].upos == "PUNCT":
        first += 1
    return first, last


def _quote_or_hyphen(token: Token) -> bool:
    return token.form in ("-", "–", '"', "“", "/", ",", "(", ")")


def _carried(token: Token, head: Token, *, siblings: bool) -> bool:
    rel = token.rel
    if rel == "conj" or rel == "cc":
        return siblings
    if rel == "case" and siblings:
        return True
    if rel == "case":
        # The possessive mark of "Syria's army" belongs to "Syria"; a preposition does not belong to its noun.
        return False
    if rel == "advmod":
        return head.rel in _KEPT_ADVERBS or head.upos in ("NUM", "ADJ", "DET", "ADV") or token.i < head.i
    if rel in ("obl", "obj", "xcomp"):
        return head.upos in ("VERB", "ADJ", "NUM") and head.rel in ("amod", "nummod", "compound")
    return rel not in _LEFT_OUT


__all__ = ["find_phrases", "phrases_of"]
