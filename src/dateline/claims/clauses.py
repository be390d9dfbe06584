"""Content in finite clauses: after the cue, before it, around it, beside a colon, and where parsers hide it."""

from dateline.claims.contents import Content, clause_start, is_gerund, runs
from dateline.claims.grammar import WH, Tree
from dateline.knowledge.claim_words import load_claim_words
from dateline.knowledge.cues import CueClass, CuePack
from dateline.records.span import Span

WORDS = load_claim_words()

_NO_OBJECT = WORDS.content.without_object
"""Verbs of clauses that take no object beside the clause."""


def clause(tree: Tree, text: str, i: int, pack: CuePack, source: int | None, group: CueClass) -> Content | None:
    """Finite clause after, before or around the cue. Interposed cues give the spans on both sides."""
    found = [
        c
        for c in tree.children(i, "ccomp")
        if not is_gerund(tree, c) and not _is_fragment(tree, c) and not _to(tree, c)
    ]
    if not found:
        # "made clear that": the clause hangs on the adjective.
        adjectives = [x for x in tree.children(i, "xcomp") if tree.tokens[x].upos == "ADJ"]
        found = [c for x in adjectives for c in tree.children(x, "ccomp", "advcl") if c > x]
    if not found:
        hidden = _misplaced(tree, text, i, pack, group)
        if hidden is not None or group.kind == "adjective":
            return hidden
        return _loose_clause(tree, text, i, pack, source)
    if source is not None and source == interposed_subject(tree, i):
        own = {i, *tree.subtree(source)}
        first = min(tree.left[c] for t in (i, *found) for c in tree.children(t, "nsubj"))
        return Content(runs(tree, text, first, max(tree.right[c] for c in found), own), tuple(found), "interposed")
    own = _cue_tokens(tree, i, found, source)
    for c in found:
        own |= _added(tree, c, pack)
        for k in tree.children(c, "advcl", "parataxis"):
            # "The road was open, he said, hinting at more": the participle is the speaker's, not the road's.
            if c < i < k and tree.tokens[k].form.endswith("ing") and tree.tokens[k].lemma in pack.verbs:
                own |= tree.subtree(k)
    before = [c for c in found if c < i and tree.right[c] < i]
    after = [c for c in found if c not in before]
    spans: list[Span] = []
    if before:
        spans.extend(runs(tree, text, _widen_left(tree, i, tree.left[before[0]], own), tree.right[before[-1]], own))
    if after:
        first = min(_with_lost_subject(tree, i, c) for c in after)
        if first > i:
            first = clause_start(tree, after[0], first)
        last = _widen_right(tree, i, max(tree.right[c] for c in after), own, pack)
        spans.extend(runs(tree, text, first, last, own))
    if len(spans) == 1 and all(tree.tokens[c].upos == "INTJ" for c in found):
        return None
    return Content(tuple(spans), tuple(found), "clause") if spans else None


def _loose_clause(tree: Tree, text: str, i: int, pack: CuePack, source: int | None) -> Content | None:
    """Content that the tree does not make a complement: a cue in parataxis, in an "as"-clause, or before a colon."""
    tokens = tree.tokens
    token = tokens[i]
    right = [c for c in tree.children(i, "parataxis") if c > i and not tree.children(i, "obj")]
    if right and tokens[tree.left[right[0]] - 1].form in (":", ",", "—", "–", "-", "--"):
        own = _cue_tokens(tree, i, right, source)
        first = clause_start(tree, right[0], tree.left[right[0]])
        return Content(runs(tree, text, first, tree.right[right[0]], own), (right[0],), "colon")
    left = [c for c in tree.children(i, "parataxis") if c < i and tokens[c].upos in ("VERB", "AUX", "ADJ", "NOUN")]
    if left and not tree.children(i, "obj"):
        own = _cue_tokens(tree, i, left, source)
        spans = runs(tree, text, _widen_left(tree, i, tree.left[left[0]], own), tree.right[left[0]], own)
        return Content(spans, (left[0],), "parataxis") if spans else None
    if (
        token.head < 0
        or (tree.children(i, "obj") and token.lemma != "put")
        or (tree.children(i, "xcomp") and token.lemma not in ("make", "put"))
    ):
        return None
    aside = token.rel == "advcl" and (_as_clause(tree, i) or _inverted_aside(tree, i))
    aside = aside or (token.deprel == "acl:relcl" and _between_commas(tree, i))
    participle = token.form.endswith("ing") and not tree.children(i, "nsubj")
    if (token.rel in ("parataxis", "discourse", "dep") and not participle) or aside:
        head = _clause_above(tree, i)
        own = tree.subtree(i)
        if source is not None:
            own |= {t for t in tree.subtree(source) if not tree.under(head, source)}
        if head in own:
            return None
        own |= _added(tree, head, pack)
        first, last = tree.left[head], tree.right[head]
        if token.rel == "parataxis" and i < head and min(own) <= first:
            first = max(first, max(own) + 1)
        spans = runs(tree, text, first, last, own)
        return Content(spans, (head,), "interposed") if spans else None
    return None


def _inverted_aside(tree: Tree, i: int) -> bool:
    """ ", said the operator,": a cue between commas with its subject after it is no adverbial clause."""
    subjects = tree.children(i, "nsubj")
    before = tree.tokens[i - 1].form if i else ""
    return before == "," and bool(subjects) and subjects[0] > i and not tree.children(i, "mark", "ccomp")


def _between_commas(tree: Tree, i: int) -> bool:
    """ ", police said,": a cue clause between commas, without a relative pronoun, is no relative clause."""
    tokens = tree.tokens
    subjects = tree.children(i, "nsubj")
    if not subjects or subjects[0] > i or tokens[subjects[0]].lemma in WH or tokens[subjects[0]].lemma == "that":
        return False
    first = tree.left[subjects[0]]
    return first > 0 and tokens[first - 1].form == "," and i + 1 < len(tokens) and tokens[i + 1].form == ","


def _clause_above(tree: Tree, i: int) -> int:
    """The clause that a cue in parataxis breaks, where the parser hung it on a noun of it."""
    head = tree.tokens[i].head
    while tree.tokens[head].rel in ("nsubj", "obj", "obl", "nmod", "appos", "compound") and tree.tokens[head].head >= 0:
        up = tree.tokens[head].head
        if tree.left[up] > head or tree.right[up] < i:
            break
        head = up
    return head


def _as_clause(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].lemma == "as" and c < i for c in tree.sentence.children[i])


def _misplaced(tree: Tree, text: str, i: int, pack: CuePack, group: CueClass) -> Content | None:
    """A content that the parser made a relative clause of the one spoken to: "told the jury she had seen nothing",
    "updated members today that it had no access"."""
    tokens = tree.tokens
    for c in tree.children(i, "obj", "iobj", "obl"):
        # "said in a statement that": the clause is the verb's. "repeated the claim that": it is the noun's.
        beside = tokens[c].rel == "obl" and tree.preposition(c) == "in"
        if c < i or (tokens[c].upos == "NOUN" and tokens[c].lemma in pack.nouns and not beside):
            continue
        if tokens[c].lemma in group.objects or (tokens[c].rel == "obl" and tree.preposition(c) in group.prepositions):
            continue
        for k in sorted(tree.subtree(c)):
            owned = tokens[tokens[k].head].lemma in pack.nouns and not beside
            if tokens[k].rel != "acl" or owned or not tree.children(k, "nsubj"):
                continue
            first = tree.left[k]
            that = tokens[first].lemma == "that" and tokens[first].rel == "mark"
            bare = (
                tokens[c].rel in ("obj", "iobj")
                and tokens[k].head == c
                and tokens[first].upos in ("PRON", "DET", "PROPN")
            )
            bare = bare and tokens[first].lemma not in WH and tokens[first].lemma != "that"
            if that or (bare and tokens[i].lemma in ("tell", "inform", "assure", "remind", "warn")):
                start = clause_start(tree, k, first)
                return Content(runs(tree, text, start, tree.right[k], set()), (k,), "clause")
    return None


def wh_adverbial(tree: Tree, text: str, i: int) -> Content | None:
    """ "Did not say when the border would reopen", where the parser took the question for an adverbial clause."""
    for c in tree.children(i, "advcl"):
        first = tree.left[c]
        if c > i and first == i + 1 and tree.tokens[first].lemma in ("when", "where", "why", "how", "if"):
            return Content(runs(tree, text, first, tree.right[c], set()), (c,), "clause")
    return None


def _with_lost_subject(tree: Tree, i: int, c: int) -> int:
    """First token of a content, its subject included where the parser made it an object of the cue ("said her boss
    called her in")."""
    first = tree.left[c]
    if i > first or tree.tokens[i].lemma not in _NO_OBJECT or tree.children(c, "nsubj", "expl", "csubj"):
        return first
    for k in tree.children(i, "obj", "iobj"):
        if i < k < c:
            first = min(first, tree.left[k])
    return first


def interposed_subject(tree: Tree, i: int) -> int | None:
    """The speaker of "The harbor, said the pilots, would freeze over" where the parser took the harbor for it."""
    tokens = tree.tokens
    n = len(tokens)
    if i < 2 or tokens[i - 1].form != "," or any(t.form == "," for t in tokens[: i - 1]):
        return None
    own = [c for c in tree.children(i, "nsubj") if c < i]
    for c in tree.children(i, "ccomp"):
        inner = [k for k in tree.children(c, "nsubj") if k > i and tree.left[k] == i + 1]
        if inner and (own or any(k < i for k in tree.children(c, "nsubj"))):
            end = tree.right[inner[0]]
            comma = tokens[end].form == "," or (end + 1 < n and tokens[end + 1].form == ",")
            if comma and c > end:
                return inner[0]
    return None


def _added(tree: Tree, c: int, pack: CuePack) -> set[int]:
    """What a participle of saying opens at the end of a content, hung there by the parser: ", adding that ..."."""
    out: set[int] = set()
    for k in tree.sentence.children[c]:
        if is_adding(tree, k):
            out |= tree.subtree(k)
        elif k > c and tree.tokens[k].rel in ("conj", "ccomp", "xcomp"):
            out |= _added(tree, k, pack)
    return out


def is_adding(tree: Tree, k: int) -> bool:
    """ ", adding that": a participle that goes on with the same speaker."""
    token = tree.tokens[k]
    return (
        token.form.lower() == "adding"
        and token.rel in ("advcl", "conj", "parataxis", "acl")
        and bool(tree.children(k, "ccomp", "parataxis"))
    )


def _cue_tokens(tree: Tree, i: int, contents: list[int], source: int | None) -> set[int]:
    """The tokens of the cue's own clause: all under it that is not content."""
    inside: set[int] = set()
    for c in contents:
        inside |= tree.subtree(c)
    own = {i}
    for c in tree.sentence.children[i]:
        if c not in contents:
            own |= tree.subtree(c)
    own -= inside
    if source is not None and source not in inside:
        own |= tree.subtree(source) - inside - ({i} if source == i else set())
    return own


def _widen_left(tree: Tree, i: int, first: int, own: set[int]) -> int:
    """Adverbials before a content that precedes its cue belong to the content: "In May, two posts fell, he said"."""
    for c in reversed(tree.sentence.children[i]):
        child = tree.tokens[c]
        if tree.right[c] < first and child.rel in ("obl", "advmod", "advcl", "nmod", "punct", "cc", "discourse"):
            first = min(first, tree.left[c])
            own -= tree.subtree(c)
    while (
        first < len(tree.tokens)
        and tree.tokens[first].rel in ("punct", "cc")
        and tree.tokens[first].form not in ('"', "“", "‘", "'")
    ):
        first += 1
    return first


def _widen_right(tree: Tree, i: int, last: int, own: set[int], pack: CuePack) -> int:
    """Adverbials after a content that follows its cue belong to the content, but for what opens another attribution
    (", adding that", ", citing") or stands apart by a comma."""
    for c in tree.sentence.children[i]:
        child = tree.tokens[c]
        if c <= last or tree.left[c] <= last:
            continue
        comma = tree.tokens[tree.left[c] - 1].form == "," or tree.tokens[tree.left[c]].form == ","
        if child.rel == "obl" or child.rel == "nmod" or child.rel == "advmod":
            if comma or tree.preposition(c).startswith("accord"):
                break
        elif child.rel == "advcl":
            marked = any(tree.tokens[k].rel in ("mark", "advmod") and k < c for k in tree.sentence.children[c])
            if child.lemma in pack.verbs and not marked:
                break
            if comma and not marked:
                break
        elif child.rel == "conj" and child.lemma not in pack.verbs and child.lemma not in pack.adjectives:
            # "said it had shelled the port and sunk a ship": a conjunct hung one level too high.
            if any(tree.tokens[k].lemma == "that" for k in tree.children(c, "mark")):
                last = max(last, tree.right[c])
                own -= tree.subtree(c)
                continue
            if tree.children(c, "nsubj") or child.form.endswith("ing") or tree.tokens[i].form == child.form:
                break
            if "Tense=Past" in child.feats and "VerbForm=Fin" in child.feats:
                break
        elif child.rel == "punct":
            continue
        else:
            break
        last = max(last, tree.right[c])
        own -= tree.subtree(c)
    return last


def _to(tree: Tree, c: int) -> bool:
    """An infinitive without a subject ("told residents to leave") is an order, no content."""
    return not tree.children(c, "nsubj") and any(
        tree.tokens[k].lemma == "to" and tree.tokens[k].upos == "PART" for k in tree.children(c, "mark")
    )


def _is_fragment(tree: Tree, c: int) -> bool:
    return tree.tokens[c].upos in ("ADP", "PUNCT")
