"""Tracing: the cue words of a sentence, and why those that make no claim make none."""

from collections.abc import Iterable

from msgspec import Struct

from dateline.claims.actuality import is_open
from dateline.claims.grammar import Tree, meets, nobody, own_subject
from dateline.claims.sources import FIRST
from dateline.knowledge.cues import Cue, CuePack, load_cues
from dateline.language.analysis import Analysis, Token
from dateline.records.claim import Claim
from dateline.records.span import Span

UNFIT = "each of its entries asks for words that are not there"


class CueTrace(Struct, frozen=True):
    """A word that can say who says so: its cue classes, the claims that it signals, and, for none, why not."""

    token: int
    span: Span
    form: str
    cues: tuple[str, ...]
    claims: tuple[str, ...]
    reason: str


def trace_cues(analysis: Analysis, index: int, claims: Iterable[Claim]) -> tuple[CueTrace, ...]:
    """The cue words of sentence `index` in text order. `claims` are those of the document."""
    pack = load_cues()
    sentence = analysis.sentences[index]
    cues_of = {token.i: _cues(pack, token) for token in sentence.tokens}
    known = [claim for claim in claims if claim.cue is not None]
    tree = Tree(sentence)
    out: list[CueTrace] = []
    for token in sentence.tokens:
        cues = cues_of[token.i]
        if not cues:
            continue
        signaled = tuple(c.id for c in known if c.cue and c.cue[0] < token.end and token.start < c.cue[1])
        reason = "" if signaled else _reason(tree, token.i, cues)
        names = tuple(dict.fromkeys(cue.name for cue in cues))
        out.append(CueTrace(token.i, (token.start, token.end), token.form, names, signaled, reason))
    return tuple(out)


def _cues(pack: CuePack, token: Token) -> tuple[Cue, ...]:
    if token.upos == "VERB":
        return pack.verbs.get(token.lemma, ())
    if token.upos == "ADJ":
        return pack.adjectives.get(token.lemma, ())
    if token.upos == "NOUN":
        return pack.nouns.get(token.lemma, ())
    return ()


def _reason(tree: Tree, i: int, cues: tuple[Cue, ...]) -> str:
    if not any(meets(tree, i, cue) for cue in cues):
        return UNFIT
    subject = own_subject(tree, i)
    if subject is not None and tree.tokens[subject].form.lower() in FIRST:
        return "the speaker's own words about the speaker: part of the claim that holds them"
    if tree.tokens[i].upos == "NOUN":
        return "no content under the noun, or nobody whose it is"
    if is_open(tree, i):
        return "nothing is said yet: a condition, a duty, a request or an aim"
    if nobody(tree, i):
        return "its subject is nobody"
    return "nothing under it or beside it that is said, or no source that could say it"
