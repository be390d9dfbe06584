"""Who can be the source of a cue: its subject, agent or owner, the words that name it, whether it can say things."""

from msgspec import Struct

from dateline.claims.grammar import NOMINAL, Tree, own_subject, phrase_range, subject
from dateline.knowledge.claim_words import load_claim_words
from dateline.knowledge.cues import CueClass, CuePack
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_claim_words()

RELATIVES = WORDS.sources.relative
FIRST = WORDS.sources.first_person
_THINGS = frozenset({"other", "weapon", "facility"})
_IMPERSONAL = WORDS.sources.impersonal


OCCASIONS = WORDS.sources.occasions
"""Nouns that are no sources: at "a news conference announcing that" somebody else announces."""


class Source(Struct, frozen=True, gc=False):
    """A source: head token, its words (the pronoun of "..., which ruled"), and whether another verb lent it."""

    token: int
    span: Span
    borrowed: bool = False


class Reader(Struct, frozen=True):
    """What reading one document's claims needs to look at again and again."""

    text: str
    pack: CuePack
    resolution: Resolution


def source_at(reader: Reader, tree: Tree, token: int, cue: int, *, borrowed: bool = False) -> Source | None:
    """The source headed by this token, without the cue's own clause; the antecedent of a relative pronoun."""
    tokens = tree.tokens
    if tokens[token].upos not in NOMINAL or tokens[token].deprel == "expl":
        return None
    if tokens[token].lemma in RELATIVES and tokens[token].upos in ("PRON", "DET", "SCONJ"):
        noun = _antecedent(tree, cue)
        if noun is not None:
            return Source(noun, (tokens[token].start, tokens[token].end), borrowed)
        if tokens[token].lemma == "that":
            return None
    if tree.under(cue, token):
        # The cue hangs on its source ("a statement saying that"): only what stands before the cue names it.
        first, last = phrase_range(tree, token, keep_clauses=False)
        last = min(last, tree.left[cue] - 1) if token < cue else last
    else:
        first, last = phrase_range(tree, token)
        if first <= cue <= last:
            first, last = (first, cue - 1) if token < cue else (cue + 1, last)
    while last > token and tokens[last].rel == "punct":
        last -= 1
    return Source(token, tree.span(min(first, token), max(last, token)), borrowed)


def _antecedent(tree: Tree, cue: int) -> int | None:
    token = tree.tokens[cue]
    for _ in range(6):
        if token.rel == "acl" and token.head >= 0:
            return token.head
        if token.head < 0:
            return None
        token = tree.tokens[token.head]
    return None


def subject_source(reader: Reader, tree: Tree, i: int) -> Source | None:
    """The source of a verb or adjective cue: its subject wherever it stands; whoever issued "a statement saying"."""
    found = subject(tree, i, reader.pack.words.light)
    if found is None:
        return None
    token, borrowed = found
    if tree.tokens[i].rel == "acl" and token == tree.tokens[i].head and own_subject(tree, i) is None:
        token = _issuer(reader, tree, token)
    return source_at(reader, tree, token, i, borrowed=borrowed)


def _issuer(reader: Reader, tree: Tree, noun: int) -> int:
    """For "issued a statement saying": the one who issued it; else the owner of the statement; else the noun itself."""
    token = tree.tokens[noun]
    if token.lemma in OCCASIONS:
        at = token.head
        while at >= 0 and tree.tokens[at].upos not in ("VERB", "AUX"):
            at = tree.tokens[at].head
        speaker = None if at < 0 else subject(tree, at, reader.pack.words.light)
        return noun if speaker is None else speaker[0]
    if token.lemma not in reader.pack.words.documents and token.lemma not in reader.pack.nouns:
        return noun
    if token.rel in ("obj", "obl") and token.head >= 0:
        governor = subject(tree, token.head, reader.pack.words.light)
        if governor is not None:
            return governor[0]
    return noun


def fits(reader: Reader, tree: Tree, source: Source, group: CueClass, cue: int) -> bool:
    """Whether this source can say, think or show what the class's cues mean."""
    token = tree.tokens[source.token]
    lemma = token.lemma
    if (
        lemma == "you"
        or token.deprel == "expl"
        or (lemma in ("it", "this", "that", "there") and _empty(tree, source, cue))
    ):
        return False
    if group.source == "any":
        return lemma not in ("this", "that", "these", "those", "which", "what") or source.borrowed
    index = reader.resolution.entity_of.get((tree.sentence.index, source.token))
    entity = None if index is None else reader.resolution.entities[index]
    names = {lemma}
    if entity is not None and token.upos == "PRON":
        names.update(entity.name.lower().split())
    document = bool(names & reader.pack.words.documents)
    if group.source == "document":
        return document
    speaker = _speaker(token.upos, lemma, entity.kind if entity is not None else None)
    if group.source == "speaker":
        return speaker and not (document and token.upos == "NOUN")
    return document or speaker


def _speaker(upos: str, lemma: str, kind: str | None) -> bool:
    if lemma in _IMPERSONAL:
        return lemma == "it" and kind not in _THINGS and kind is not None
    if upos in ("PROPN", "PRON", "NUM", "DET", "ADJ"):
        return kind not in ("weapon", "facility")
    return kind not in _THINGS


def _empty(tree: Tree, source: Source, cue: int) -> bool:
    """ "It is feared that": the pronoun stands for the clause."""
    return any(tree.tokens[c].deprel in ("aux:pass", "nsubj:pass") for c in tree.sentence.children[cue])


def first_person(tree: Tree, source: Source) -> bool:
    """Whether the source is "I" or "we"."""
    return tree.tokens[source.token].form.lower() in FIRST


def addressee(tree: Tree, i: int, source: int) -> TokenKey | None:
    """Whom a cue speaks to: "told reporters", "said to the council"."""
    clause = bool(tree.children(i, "ccomp", "parataxis"))
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if c == source or child.upos not in NOMINAL:
            continue
        if child.rel == "iobj" or (child.rel == "obj" and (clause or tree.tokens[i].lemma in _TELLING)):
            return (tree.sentence.index, c)
        if child.rel == "obl" and tree.preposition(c) == "to":
            return (tree.sentence.index, c)
    return None


_TELLING = WORDS.addressees.telling
