"""Content and source by word order, where the tree shows no claim: "S, the release said." and "said that S"."""

from collections.abc import Container

from dateline.claims.contents import Content, runs
from dateline.claims.grammar import Tree
from dateline.claims.sources import Source

_IN_A_NAME = frozenset({"NOUN", "PROPN", "PRON", "DET", "ADJ", "ADP", "NUM", "PART", "CCONJ", "SYM", "X"})
_LONGEST_NAME = 14
_LONGEST_TAIL = 14


def final_clause(tree: Tree, text: str, i: int) -> tuple[Source, Content] | None:
    """A cue clause that closes its sentence after a comma, with what stands before it as content: "S, NP said on
    Monday." or "S, said NP." None where the words do not lie so."""
    tokens = tree.tokens
    end = len(tokens)
    while end > 0 and tokens[end - 1].rel == "punct":
        end -= 1
    if i >= end or end - i > _LONGEST_TAIL + 1 or _finite(tree, i + 1, end) or not _is_finite(tree, i):
        return None
    if i + 1 < end and tokens[i + 1].form == ",":
        return None
    found = _straight(tree, i) or _inverted(tree, i, end)
    if found is None:
        return None
    comma, source = found
    first = 0
    for t in range(comma):
        if tokens[t].form == ";":
            first = t + 1
    while first < comma and tokens[first].upos in ("PUNCT", "CCONJ") and tokens[first].form not in ('"', "“", "‘", "'"):
        first += 1
    if comma - first < 2 or not _finite(tree, first, comma) or tokens[first].upos == "SCONJ":
        return None
    spans = runs(tree, text, first, comma - 1, set())
    head = next((t for t in range(first, comma) if _is_finite(tree, t)), first)
    return source, Content(spans, (_clause_head(tree, head, first, comma),), "final")


def _straight(tree: Tree, i: int) -> tuple[int, Source] | None:
    """ ", the release said": the comma and the noun phrase between it and the cue."""
    tokens = tree.tokens
    last = i - 1
    while last >= 0 and tokens[last].upos in ("AUX", "ADV"):
        last -= 1
    first = last
    while first >= 0 and tokens[first].upos in _IN_A_NAME and last - first < _LONGEST_NAME:
        first -= 1
    if first < 1 or first == last or tokens[first].form != ",":
        return None
    heads = [t for t in range(first + 1, last + 1) if tokens[t].upos in ("NOUN", "PROPN", "PRON")]
    if not heads or tokens[first + 1].upos in ("ADP", "CCONJ"):
        return None
    tops = [t for t in heads if not first < tokens[t].head <= last] or heads
    own = [c for c in tree.children(i, "nsubj") if c < first]
    if own and tree.left[own[0]] > 0 and tokens[tree.left[own[0]] - 1].form == "," and _named(tree, own[0], last):
        # "S, Ana Baran, the mayor, said": the comma before the whole phrase counts.
        return tree.left[own[0]] - 1, Source(own[0], tree.span(tree.left[own[0]], last))
    return first, Source(tops[0], tree.span(first + 1, last))


def _named(tree: Tree, start: int, last: int) -> bool:
    return all(tree.tokens[t].upos in _IN_A_NAME or tree.tokens[t].form == "," for t in range(start, last + 1))


def _inverted(tree: Tree, i: int, end: int) -> tuple[int, Source] | None:
    """ ", said the governor": the comma before the cue and the noun phrase after it."""
    tokens = tree.tokens
    if i < 3 or tokens[i - 1].form != "," or end - i < 2 or (tree.children(i, "ccomp") and tokens[i].head < 0):
        return None
    heads = [t for t in range(i + 1, end) if tokens[t].upos in ("NOUN", "PROPN", "PRON")]
    if not heads or tokens[i + 1].upos not in ("NOUN", "PROPN", "PRON", "DET", "ADJ", "NUM"):
        return None
    tops = [t for t in heads if not i < tokens[t].head < end] or heads
    return i - 1, Source(tops[0], tree.span(i + 1, end - 1))


def _finite(tree: Tree, first: int, end: int) -> bool:
    return any(_is_finite(tree, t) for t in range(first, end))


def _is_finite(tree: Tree, t: int) -> bool:
    token = tree.tokens[t]
    return token.upos in ("VERB", "AUX") and "VerbForm=Fin" in token.feats and token.rel != "acl"


def _clause_head(tree: Tree, t: int, first: int, end: int) -> int:
    """The highest token of the content above its first finite verb."""
    while first <= tree.tokens[t].head < end:
        t = tree.tokens[t].head
    return t


def after_that(tree: Tree, text: str, i: int, nouns: Container[str]) -> Content | None:
    """Everything after "said that" or "told NP that" to the end of the sentence or the next semicolon; not after one of
    `nouns`, which takes the clause for itself ("believed the claim that")."""
    tokens = tree.tokens
    for t in range(i + 1, min(i + 12, len(tokens) - 2)):
        if tokens[t].rel == "punct" or tokens[t].upos in ("VERB", "AUX") or tokens[t].lemma in nouns:
            return None
        if tokens[t].lemma == "that" and tokens[t].upos == "SCONJ":
            last = t + 1
            while last + 1 < len(tokens) and tokens[last + 1].form != ";":
                last += 1
            if not any(tokens[k].upos in ("VERB", "AUX") for k in range(t + 1, last + 1)):
                return None
            return Content(
                runs(tree, text, t + 1, last, set()), (_clause_head(tree, t + 1, t + 1, last + 1),), "clause"
            )
    return None
