"""Noun cues ("the ministry's announcement that ...", "issued a denial that ...") and phrases ("according to ...")."""

from dateline.claims.contents import Content, runs
from dateline.claims.drafts import Draft, cue_value
from dateline.claims.grammar import DAYS, NOMINAL, Tree, negated, own_subject, subject
from dateline.claims.sources import Reader, Source, source_at
from dateline.knowledge.claim_words import load_claim_words
from dateline.knowledge.cues import Cue

WORDS = load_claim_words()

_NOMINAL_RELATIONS = frozenset({"nmod", "compound", "flat", "appos", "conj", "amod"})
_OWNED_BY = WORDS.sources.owned_by


def noun_drafts(reader: Reader, tree: Tree, i: int) -> list[Draft]:
    """The claim of a noun cue that has both a source and a content; a noun without a source gives none."""
    token = tree.tokens[i]
    if token.upos != "NOUN":
        return []
    for cue in reader.pack.nouns.get(token.lemma, ()):
        content = _content(reader, tree, i, cue)
        if content is None:
            continue
        source = _source(reader, tree, i, cue, content)
        if source is None or (content.frame != "copula" and any(tree.under(source.token, h) for h in content.heads)):
            continue
        no = any(tree.tokens[c].lemma in ("no", "neither") for c in tree.children(i, "det"))
        value = cue_value(cue.group, no) if not no else "none"
        if no and cue.lemma == "doubt":
            value = "CT+"
        owned = tree.under(source.token, i)
        if value == "none" or (token.rel == "obj" and not owned and negated(tree, token.head)):
            return []
        index = tree.sentence.index
        return [
            Draft(
                sentence=index,
                cue=i,
                cue_span=(token.start, token.end),
                spans=content.spans,
                heads=tuple((index, h) for h in content.heads),
                source=(index, source.token),
                source_span=source.span,
                addressee=None,
                value=value,
                rule=f"{cue.name}/{content.frame}",
                confidence=0.7,
            )
        ]
    return []


def _content(reader: Reader, tree: Tree, i: int, cue: Cue) -> Content | None:
    tokens = tree.tokens
    for c in tree.children(i, "acl", "ccomp"):
        if c > i and tokens[c].deprel != "acl:relcl" and _that(tree, c, i):
            first = tree.left[c] + 1
            return Content(runs(tree, reader.text, first, tree.right[c], set()), (c,), "clause")
    copula = _copular(tree, i)
    if copula is not None:
        first = tree.left[copula] if tokens[tree.left[copula]].lemma != "that" else tree.left[copula] + 1
        marks = [c for c in tree.children(copula, "mark") if tokens[c].lemma == "that"]
        if marks:
            first = marks[0] + 1
        return Content(runs(tree, reader.text, first, tree.right[copula], set()), (copula,), "copula")
    for c in tree.children(i, "nmod", "acl"):
        if cue.prepositions and c > i and tree.preposition(c) in cue.prepositions:
            first = tree.left[c]
            while first < c and tokens[first].rel in ("case", "mark", "punct"):
                first += 1
            return Content(runs(tree, reader.text, first, tree.right[c], set()), (c,), "preposition")
    return None


def _that(tree: Tree, c: int, noun: int) -> bool:
    """The clause begins with "that" as a subordinator, right after its noun phrase."""
    first = tree.left[c]
    return (
        first > noun
        and tree.tokens[first].lemma == "that"
        and tree.tokens[first].rel in ("mark", "nsubj", "obj", "det")
    )


def _copular(tree: Tree, i: int) -> int | None:
    """ "The commission's view is that the vote was fair": the clause after the copula."""
    token = tree.tokens[i]
    if token.rel != "nsubj" or token.head < 0:
        return None
    head = tree.tokens[token.head]
    if head.lemma == "be":
        for c in tree.children(token.head, "ccomp", "xcomp", "acl"):
            if c > token.head and any(tree.tokens[k].lemma == "that" for k in tree.children(c, "mark")):
                return c
    marks = [c for c in tree.children(token.head, "mark") if tree.tokens[c].lemma == "that"]
    copulas = [c for c in tree.children(token.head, "cop") if marks and c < marks[0]]
    return token.head if marks and copulas and i < copulas[0] else None


def _source(reader: Reader, tree: Tree, i: int, cue: Cue, content: Content) -> Source | None:
    tokens = tree.tokens
    for c in tree.children(i, "nmod"):
        if tokens[c].deprel == "nmod:poss" and tokens[c].upos in NOMINAL and tokens[c].lemma.lower() not in DAYS:
            return _bare(tree, source_at(reader, tree, c, i))
    for c in tree.children(i, "nmod", "acl"):
        if c in content.heads or tokens[c].upos not in NOMINAL:
            continue
        preposition = tree.preposition(c)
        if preposition in _OWNED_BY and preposition not in cue.prepositions and c < content.heads[0]:
            return source_at(reader, tree, c, i)
    for c in tree.children(i, "amod", "compound"):
        if tokens[c].form[:1].isupper() and tokens[c].upos in ("ADJ", "PROPN"):
            return Source(c, (tokens[c].start, tokens[c].end))
    return _carried(reader, tree, i, content)


def _bare(tree: Tree, source: Source | None) -> Source | None:
    """The owner without its "'s"."""
    if source is None:
        return None
    for c in tree.children(source.token, "case"):
        start = tree.tokens[c].start
        if tree.tokens[c].form in ("'s", "’s", "'", "’") and source.span[0] < start < source.span[1]:
            return Source(source.token, (source.span[0], start), source.borrowed)
    return source


def _carried(reader: Reader, tree: Tree, i: int, content: Content) -> Source | None:
    """The subject of the light verb: "the union voiced fears that ..."."""
    token = tree.tokens[i]
    if token.rel not in ("obj", "obl") or token.head < 0:
        return None
    verb = token.head
    if tree.tokens[verb].lemma not in reader.pack.words.carriers or any(tree.under(verb, h) for h in content.heads):
        return None
    found = subject(tree, verb, reader.pack.words.light)
    if found is None or any(tree.tokens[c].deprel == "aux:pass" for c in tree.sentence.children[verb]):
        return None
    return source_at(reader, tree, found[0], verb, borrowed=found[1])


def phrase_drafts(reader: Reader, tree: Tree, i: int) -> list[Draft]:
    """The claim of a phrase that starts at token i: "according to the release", "in the words of the mayor"."""
    tokens = tree.tokens
    for cue in reader.pack.phrases.get(tokens[i].form.lower(), ()):
        words = cue.lemma.split(" ")
        last = i + len(words) - 1
        if last + 1 >= len(tokens) or any(tokens[i + k].form.lower() != w for k, w in enumerate(words)):
            continue
        head = _phrase_head(tree, i, last)
        if head is None:
            return []
        source = _after(tree, source_at(reader, tree, head, i), last)
        if source is None:
            return []
        content = _host(reader, tree, i, head)
        if content is None:
            return []
        index = tree.sentence.index
        return [
            Draft(
                sentence=index,
                cue=i,
                cue_span=tree.span(i, last),
                spans=content.spans,
                heads=tuple((index, h) for h in content.heads),
                source=(index, head),
                source_span=source.span,
                addressee=None,
                value=cue.group.factuality,
                rule=f"{cue.name}/{content.frame}",
                confidence=0.9,
            )
        ]
    return []


def _phrase_head(tree: Tree, first: int, last: int) -> int | None:
    """The noun after the phrase: what the words of the phrase hang on, else the next nominal."""
    for t in (last, first):
        head = tree.tokens[t].head
        if head > last and tree.tokens[head].upos in NOMINAL:
            return head
    for t in range(last + 1, min(last + 8, len(tree.tokens))):
        if tree.tokens[t].upos in ("NOUN", "PROPN", "PRON"):
            head = tree.tokens[t].head
            return head if last < head < t + 6 and tree.tokens[head].upos in ("NOUN", "PROPN") else t
    return None


def _after(tree: Tree, source: Source | None, last: int) -> Source | None:
    if source is None:
        return None
    start = max(source.span[0], tree.tokens[last + 1].start)
    return Source(source.token, (start, source.span[1]), source.borrowed) if start < source.span[1] else None


def _host(reader: Reader, tree: Tree, i: int, head: int) -> Content | None:
    """What the phrase is said of: the whole sentence where it stands at one of its ends, else the clause it breaks."""
    top = head
    while tree.tokens[top].rel in _NOMINAL_RELATIONS and tree.left[tree.tokens[top].head] >= i:
        top = tree.tokens[top].head
    own = {t for t in tree.subtree(top) if t >= i} | set(range(i, head + 1))
    host = tree.tokens[top].head
    n = len(tree.tokens)
    lead = all(tree.tokens[t].rel == "punct" for t in range(i))
    tail = all(tree.tokens[t].rel == "punct" or t in own for t in range(i, n))
    if lead or tail:
        spans = runs(tree, reader.text, 0, n - 1, own)
        return Content(spans, (tree.sentence.root,), "sentence") if spans and len(own) < n - 1 else None
    while host >= 0 and (
        (tree.tokens[host].upos not in ("VERB", "AUX") and own_subject(tree, host) is None)
        or tree.tokens[host].deprel == "acl"
    ):
        host = tree.tokens[host].head
    if host < 0:
        return None
    first = tree.left[host]
    while first < host and tree.tokens[first].rel in ("mark", "cc", "punct"):
        first += 1
    last = tree.right[host]
    after = max(own) + 1
    for c in tree.children(host, "conj"):
        # "X fell, according to Y, but Z held": the second clause is not Y's.
        joined = tree.children(c, "cc")
        if joined and joined[0] in (after, after + 1) and own_subject(tree, c) is not None and host < i:
            last = min(last, i - 1)
    spans = runs(tree, reader.text, first, last, own)
    return Content(spans, (host,), "interposed") if spans else None
