"""Reading a sentence's tree: everything that asks "what hangs on this word?" goes through here."""

from collections.abc import Container, Iterable, Iterator

from dateline.language.analysis import Sentence, Token
from dateline.records.span import Span

# Relations that lie outside of the phrase of a name or noun: what comes with them is another phrase or a clause.
_NOT_IN_PHRASE = frozenset(("acl", "advcl", "appos", "parataxis", "conj", "cc", "punct", "dep", "list", "orphan"))
# Nouns that only measure or pick: "a number of groups" is about the groups.
MEASURES = frozenset(
    "number majority series range group lot couple dozen dozens score scores hundred hundreds thousand thousands"
    " million millions billion handful bunch pair variety part percent percentage rest most some many all several"
    " half third quarter tens kind type sort one two three".split()
)


def feat(token: Token, name: str) -> str:
    """The value of one feature, `feat(token, "Tense") == "Past"`; empty if the token does not have it."""
    feats = token.feats
    at = feats.find(name + "=")
    if at < 0 or (at and feats[at - 1] != "|"):
        return ""
    end = feats.find("|", at)
    return feats[at + len(name) + 1 : end if end >= 0 else len(feats)]


def dependents(sentence: Sentence, i: int, rels: str | Container[str]) -> list[int]:
    """The children of token `i` with one of the relations, in text order.

    A relation without subtype takes all its subtypes: `nsubj` finds `nsubj:pass`, but `nsubj:pass` not `nsubj`.
    """
    wanted = (rels,) if isinstance(rels, str) else rels
    tokens = sentence.tokens
    return [c for c in sentence.children[i] if tokens[c].deprel in wanted or tokens[c].rel in wanted]


def dependent(sentence: Sentence, i: int, rels: str | Container[str]) -> int | None:
    """The first child of token `i` with one of the relations, or None."""
    found = dependents(sentence, i, rels)
    return found[0] if found else None


def head_of(sentence: Sentence, i: int) -> int | None:
    """The head of token `i`, None for the root."""
    head = sentence.tokens[i].head
    return head if head >= 0 else None


def ancestors(sentence: Sentence, i: int) -> Iterator[int]:
    """From the head of token `i` up to the root."""
    head = sentence.tokens[i].head
    while head >= 0:
        yield head
        head = sentence.tokens[head].head


def is_ancestor(sentence: Sentence, upper: int, lower: int) -> bool:
    """Whether `upper` lies above `lower`; no token lies above itself."""
    return any(i == upper for i in ancestors(sentence, lower))


def subtree_indices(sentence: Sentence, i: int, *, without: Container[str] = ()) -> list[int]:
    """Token `i` and all below it, sorted, but for branches whose relation (or its universal part) is in `without`."""
    tokens, children = sentence.tokens, sentence.children
    found = [i]
    waiting = list(children[i])
    while waiting:
        node = waiting.pop()
        if without and (tokens[node].deprel in without or tokens[node].rel in without):
            continue
        found.append(node)
        waiting += children[node]
    found.sort()
    return found


def subtree(sentence: Sentence, i: int, *, without: Container[str] = ()) -> tuple[int, int]:
    """The token range `(first, last)` from the leftmost to the rightmost word below `i`, last exclusive."""
    found = subtree_indices(sentence, i, without=without)
    return found[0], found[-1] + 1


def phrase(sentence: Sentence, i: int) -> tuple[int, int]:
    """The range of the noun phrase around head `i`: no clauses, appositions, conjuncts, case marks or outer commas.

    The range has no gap: it stops where a word left out would lie inside.
    """
    children, tokens = sentence.children, sentence.tokens
    inside = {i}
    for child in children[i]:
        rel = tokens[child].rel
        if rel == "case" or rel == "mark" or rel == "cop" or rel in _NOT_IN_PHRASE:
            continue
        if tokens[i].upos in ("VERB", "AUX") and rel not in ("compound", "det", "amod", "nmod", "flat"):
            continue
        inside.update(subtree_indices(sentence, child, without=("acl", "advcl", "appos", "parataxis")))
    first = last = i
    while first - 1 in inside or (first - 2 in inside and tokens[first - 1].upos == "PUNCT"):
        first -= 1
    while last + 1 in inside or (last + 2 in inside and tokens[last + 1].upos == "PUNCT"):
        last += 1
    return first, last + 1


def path(sentence: Sentence, lower: int, upper: int) -> list[int] | None:
    """The tokens from `lower` up to `upper`, both included; None if `upper` is not above."""
    steps = [lower]
    if lower == upper:
        return steps
    for node in ancestors(sentence, lower):
        steps.append(node)
        if node == upper:
            return steps
    return None


def conjuncts(sentence: Sentence, i: int) -> list[int]:
    """All members of the coordination that token `i` begins, itself first; just itself if there is none."""
    found = [i]
    waiting = [c for c in sentence.children[i] if sentence.tokens[c].rel == "conj"]
    while waiting:
        node = waiting.pop(0)
        found.append(node)
        waiting += [c for c in sentence.children[node] if sentence.tokens[c].rel == "conj"]
    return sorted(found)


def first_conjunct(sentence: Sentence, i: int) -> int:
    """The token that carries the coordination's role: `i` itself unless it is a `conj`."""
    while sentence.tokens[i].rel == "conj" and sentence.tokens[i].head >= 0:
        i = sentence.tokens[i].head
    return i


def case_of(sentence: Sentence, i: int) -> str:
    """The case mark of a phrase in lower case, its words joined by spaces: "in", "because of", "'s"; empty if none."""
    marks = []
    for child in sentence.children[i]:
        if sentence.tokens[child].rel == "case":
            marks += [child, *dependents(sentence, child, "fixed")]
    return " ".join(sentence.tokens[m].form.lower() for m in marks)


def mark_of(sentence: Sentence, i: int) -> str:
    """The word(s) that introduce a clause in lower case: "that", "if", "in order to"; empty if none."""
    marks = []
    for child in sentence.children[i]:
        if sentence.tokens[child].rel == "mark":
            marks += [child, *dependents(sentence, child, "fixed")]
    return " ".join(sentence.tokens[m].form.lower() for m in marks)


def particle_of(sentence: Sentence, i: int) -> str:
    """The particle of a phrasal verb: "up" in "blew up"; empty if none."""
    found = dependent(sentence, i, "compound:prt")
    return sentence.tokens[found].lemma if found is not None else ""


def is_negated(sentence: Sentence, i: int) -> bool:
    """Whether a word has a negation of its own: "not", "n't", "never", "no"."""
    return any(
        sentence.tokens[c].lemma in _NEGATIONS and sentence.tokens[c].rel in ("advmod", "det", "cc", "aux", "discourse")
        for c in sentence.children[i]
    )


_NEGATIONS = frozenset(("not", "n't", "never", "no", "nor", "neither"))


def is_passive(sentence: Sentence, i: int) -> bool:
    """Whether the verb is in the passive: a passive subject, a passive auxiliary or a "by" agent."""
    tokens = sentence.tokens
    if any(tokens[c].deprel in _PASSIVE for c in sentence.children[i]):
        return True
    token = tokens[i]
    return (
        token.rel == "acl" and token.deprel == "acl" and "Tense=Past" in token.feats and "VerbForm=Part" in token.feats
    )


_PASSIVE = frozenset(("nsubj:pass", "csubj:pass", "aux:pass", "obl:agent"))


def content_head(sentence: Sentence, i: int) -> int:
    """The noun that a phrase is about: `groups` for the head of "a number of groups", else `i`."""
    token = sentence.tokens[i]
    if token.lemma in MEASURES or token.form.lower() in MEASURES:
        for child in sentence.children[i]:
            if sentence.tokens[child].rel == "nmod" and case_of(sentence, child) == "of":
                return content_head(sentence, child)
    return i


def text_of(sentence: Sentence, text: str, first: int, last: int) -> str:
    """The words of a token range as they stand in the document's text."""
    return text[sentence.tokens[first].start : sentence.tokens[last - 1].end]


def span_of(sentence: Sentence, indices: Iterable[int]) -> Span:
    """The span from the first to the last of some tokens, in any order; there must be at least one."""
    ordered = sorted(indices)
    return sentence.tokens[ordered[0]].start, sentence.tokens[ordered[-1]].end


def range_span(sentence: Sentence, first: int, last: int) -> Span:
    """The span of a token range, `last` exclusive."""
    return sentence.tokens[first].start, sentence.tokens[last - 1].end


def token_at(sentence: Sentence, offset: int) -> int | None:
    """The token that covers a place in the text, or None between tokens and outside of the sentence."""
    low, high = 0, len(sentence.tokens)
    while low < high:
        middle = (low + high) // 2
        token = sentence.tokens[middle]
        if token.end <= offset:
            low = middle + 1
        elif token.start > offset:
            high = middle
        else:
            return middle
    return None
