"""Where the content of a cue stands: one function for each frame of the cue pack, from tokens to spans.

Every function gives the content's spans and the tokens that head it, or None when the frame is not there.
"""

from msgspec import Struct

from dateline.claims.grammar import DAYS, NOMINAL, WH, Tree, is_passive, trimmed
from dateline.knowledge.cues import CueClass, CuePack
from dateline.records.span import Span

_EMPTY_OBJECTS = frozenset(
    "it this that these those so nothing anything something everything what which them him her us me you himself herself itself themselves".split()
)
_WEAK_OBJECT_PREPOSITIONS = frozenset(
    {"in", "of", "against", "by", "for", "between", "with", "to", "near", "at", "from", "over"}
)


class Content(Struct, frozen=True, gc=False):
    """Spans of a content, its head tokens, and the frame that found it."""

    spans: tuple[Span, ...]
    heads: tuple[int, ...]
    frame: str


def runs(tree: Tree, text: str, first: int, last: int, skip: set[int]) -> tuple[Span, ...]:
    """The spans of tokens `first` to `last` without those in `skip`, trimmed; a gap that is only punctuation closes."""
    out: list[Span] = []
    start: int | None = None
    end = first
    for t in range(first, last + 1):
        if t in skip:
            if start is not None:
                _append(tree, text, start, end, out)
                start = None
            continue
        if start is None:
            start = t
        end = t
    if start is not None:
        _append(tree, text, start, end, out)
    return tuple(out)


def _append(tree: Tree, text: str, first: int, last: int, out: list[Span]) -> None:
    if any(tree.tokens[t].rel != "punct" and tree.tokens[t].lemma != "and" for t in range(first, last + 1)):
        span = trimmed(text, *tree.span(first, last))
        if span is not None:
            out.append(span)


def _start(tree: Tree, i: int, first: int) -> int:
    """First token of a clause's content: without marks of punctuation, "that" and a stray conjunction before it."""
    tokens = tree.tokens
    t = first
    while t < i and (
        tokens[t].rel == "punct"
        or (tokens[t].lemma == "that" and tokens[t].rel == "mark")
        or (tokens[t].lemma in ("that",) and tokens[t].upos == "SCONJ")
    ):
        if tokens[t].form in ('"', "“", "'", "‘", "``", "«"):
            break
        t += 1
    return t


def clause(tree: Tree, text: str, i: int, pack: CuePack, source: int | None, group: CueClass) -> Content | None:
    """Finite clause after, before or around the cue. Interposed cues give the spans on both sides."""
    tokens = tree.tokens
    found = [
        c
        for c in tree.children(i, "ccomp")
        if not _gerund(tree, c) and not _verbless_small(tree, c) and not _to(tree, c)
    ]
    if not found:
        # "made clear that": the clause hangs on the adjective.
        found = [
            c for x in tree.children(i, "xcomp") if tree.tokens[x].upos == "ADJ" for c in tree.children(x, "ccomp")
        ]
    if not found:
        return _misplaced(tree, text, i, pack, group) or _loose_clause(tree, text, i, pack, source)
    if source is not None and source == interposed_subject(tree, i):
        own = {i, *tree.subtree(source)}
        first = min(tree.left[c] for c in tree.children(i, "nsubj"))
        return Content(runs(tree, text, first, max(tree.right[c] for c in found), own), tuple(found), "interposed")
    own = _cue_tokens(tree, i, found, source)
    for c in found:
        own |= _added(tree, c, pack)
    before = [c for c in found if c < i and tree.right[c] < i]
    after = [c for c in found if c not in before]
    spans: list[Span] = []
    if before:
        spans.extend(runs(tree, text, _widen_left(tree, i, tree.left[before[0]], own), tree.right[before[-1]], own))
    if after:
        first = min(tree.left[c] for c in after)
        if first > i:
            first = _start(tree, after[0], first)
        last = _widen_right(tree, i, max(tree.right[c] for c in after), own, pack)
        spans.extend(runs(tree, text, first, last, own))
    return Content(tuple(spans), tuple(found), "clause") if spans else None


def interposed_subject(tree: Tree, i: int) -> int | None:
    """The speaker of "The airport, said the airline, would stay shut" where the parser took the airport for it."""
    tokens = tree.tokens
    n = len(tokens)
    if i < 2 or tokens[i - 1].form != "," or any(t.form == "," for t in tokens[: i - 1]):
        return None
    own = [c for c in tree.children(i, "nsubj") if c < i]
    for c in tree.children(i, "ccomp"):
        inner = [k for k in tree.children(c, "nsubj") if k > i and tree.left[k] == i + 1]
        if own and inner:
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


def _misplaced(tree: Tree, text: str, i: int, pack: CuePack, group: CueClass) -> Content | None:
    """A content that the parser made a relative clause of the one spoken to: "told the court he had never ordered it",
    "updated members today that it had no access"."""
    tokens = tree.tokens
    for c in tree.children(i, "obj", "iobj", "obl"):
        if c < i or (tokens[c].upos == "NOUN" and tokens[c].lemma in pack.nouns):
            continue
        if tokens[c].rel == "obl" and tree.preposition(c) in group.prepositions:
            continue
        for k in sorted(tree.subtree(c)):
            if tokens[k].rel != "acl" or tokens[tokens[k].head].lemma in pack.nouns or not tree.children(k, "nsubj"):
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
                start = _start(tree, k, first)
                return Content(runs(tree, text, start, tree.right[k], set()), (k,), "clause")
    return None


def _to(tree: Tree, c: int) -> bool:
    """An infinitive without a subject ("told residents to leave") is an order, no content."""
    return not tree.children(c, "nsubj") and any(
        tree.tokens[k].lemma == "to" and tree.tokens[k].upos == "PART" for k in tree.children(c, "mark")
    )


def wh_adverbial(tree: Tree, text: str, i: int) -> Content | None:
    """ "Did not say when the border would reopen", where the parser took the question for an adverbial clause."""
    for c in tree.children(i, "advcl"):
        first = tree.left[c]
        if c > i and first == i + 1 and tree.tokens[first].lemma in ("when", "where", "why", "how", "if"):
            return Content(runs(tree, text, first, tree.right[c], set()), (c,), "clause")
    return None


def _verbless_small(tree: Tree, c: int) -> bool:
    return tree.tokens[c].upos in ("ADP", "PUNCT")


def _gerund(tree: Tree, c: int) -> bool:
    """A gerund clause with neither subject nor auxiliary nor "that"."""
    token = tree.tokens[c]
    if not token.form.endswith("ing") or token.upos != "VERB":
        return False
    return not any(
        tree.tokens[k].rel in ("nsubj", "aux", "cop", "expl") and k < c and not _being(tree, k)
        for k in tree.sentence.children[c]
    )


def _being(tree: Tree, k: int) -> bool:
    return tree.tokens[k].form.lower() in ("having", "being")


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


def _loose_clause(tree: Tree, text: str, i: int, pack: CuePack, source: int | None) -> Content | None:
    """Content that the tree does not make a complement: a cue in parataxis, in an "as"-clause, or before a colon."""
    tokens = tree.tokens
    token = tokens[i]
    right = [c for c in tree.children(i, "parataxis") if c > i and not tree.children(i, "obj")]
    if right and tokens[tree.left[right[0]] - 1].form in (":", ",", "—", "–", "-", "--"):
        own = _cue_tokens(tree, i, right, source)
        first = _start(tree, right[0], tree.left[right[0]])
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
    if token.rel in ("parataxis", "discourse", "dep") or (token.rel == "advcl" and _as_clause(tree, i)):
        head = token.head
        own = tree.subtree(i)
        if source is not None:
            own |= {t for t in tree.subtree(source) if not tree.under(head, source)}
        if head in own:
            return None
        first, last = tree.left[head], tree.right[head]
        if token.rel == "parataxis" and i < head:
            first = max(first, max(own) + 1)
        spans = runs(tree, text, first, last, own)
        return Content(spans, (head,), "interposed") if spans else None
    return None


def _as_clause(tree: Tree, i: int) -> bool:
    return any(tree.tokens[c].lemma == "as" and c < i for c in tree.sentence.children[i])


def infinitive(tree: Tree, text: str, i: int) -> Content | None:
    """ "claimed to have shot down a drone": the infinitive with its "to"."""
    for c in tree.children(i, "xcomp", "ccomp"):
        if c > i and any(
            tree.tokens[k].lemma == "to" and tree.tokens[k].rel == "mark" for k in tree.sentence.children[c]
        ):
            return Content(runs(tree, text, tree.left[c], tree.right[c], set()), (c,), "infinitive")
    return None


def gerund(tree: Tree, text: str, i: int) -> Content | None:
    """ "denied firing the rocket"."""
    for c in tree.children(i, "xcomp", "ccomp", "obj", "advcl"):
        if c > i and tree.tokens[c].upos in ("VERB", "AUX") and _gerund(tree, c) and not tree.preposition(c):
            return Content(runs(tree, text, tree.left[c], tree.right[c], set()), (c,), "gerund")
    return None


def raised(tree: Tree, text: str, i: int) -> Content | None:
    """ "expects the talks to fail": object and infinitive as one content."""
    objects = [c for c in tree.children(i, "obj", "iobj") if c > i]
    for c in tree.children(i, "xcomp", "ccomp"):
        if objects and c > objects[0]:
            return Content(runs(tree, text, tree.left[objects[0]], tree.right[c], set()), (c,), "raise")
    return None


def _complemented(tree: Tree, c: int) -> bool:
    return any(k > c for k in tree.children(c, "nmod", "acl", "conj", "appos"))


def noun_object(tree: Tree, text: str, i: int, group: CueClass) -> Content | None:
    """ "denied any role in the coup": the object with all that belongs to it, and places hung on the verb instead."""
    tokens = tree.tokens
    for c in tree.children(i, "obj"):
        token = tokens[c]
        if token.lemma in _EMPTY_OBJECTS or token.upos not in NOMINAL or c < i:
            continue
        lemmas = {token.lemma, *(tokens[k].lemma for k in tree.children(c, "conj"))}
        if (group.objects and not lemmas & group.objects) or token.lemma in group.not_objects:
            continue
        if (not group.bare_objects and not _complemented(tree, c)) or tree.children(i, "iobj"):
            continue
        last = tree.right[c]
        for k in tree.sentence.children[i]:
            if tree.left[k] == last + 1 and tokens[k].rel in ("obl", "nmod", "acl", "advcl"):
                if tokens[k].rel == "obl" and (
                    tree.preposition(k) not in _WEAK_OBJECT_PREPOSITIONS or tokens[k].lemma.lower() in DAYS
                ):
                    break
                last = tree.right[k]
        return Content(runs(tree, text, tree.left[c], last, set()), (c,), "object")
    return None


def after_preposition(tree: Tree, text: str, i: int, group: CueClass) -> Content | None:
    """ "boasted of having burned nine villages": what follows the preposition."""
    wanted = group.prepositions
    places = tree.children(i, "obl", "advcl", "xcomp", "ccomp", "nmod")
    for o in tree.children(i, "obj"):
        places += tree.children(o, "nmod", "acl")
    for c in places:
        if c > i and tree.preposition(c) in wanted:
            first = tree.left[c]
            while first < c and tree.tokens[first].rel in ("case", "mark", "punct", "fixed"):
                first += 1
            return Content(runs(tree, text, first, tree.right[c], set()), (c,), "preposition")
    return None


def small(tree: Tree, text: str, i: int, *, comparative: bool) -> Content | None:
    """ "called the vote a farce", "described it as a trap", "put the toll at 40": object and what is said of it."""
    tokens = tree.tokens
    objects = [c for c in tree.children(i, "obj", "iobj") if c > i]
    if not objects and not any(tokens[c].lemma == "what" for c in tree.children(i, "obj")):
        inner = [c for c in tree.children(i, "ccomp", "xcomp") if c > i and tree.children(c, "nsubj")]
        if inner:
            return Content(runs(tree, text, tree.left[inner[0]], tree.right[inner[0]], set()), (inner[0],), "small")
        return None
    predicates = [c for c in tree.children(i, "xcomp", "ccomp") if not objects or c > objects[0]]
    if len(objects) > 1:
        predicates.append(objects[1])
    predicates += [
        c
        for c in tree.children(i, "obl", "advcl", "nmod")
        if c > i and tree.preposition(c) in (("as", "at") if comparative else ("as",))
    ]
    if objects:
        predicates += [c for c in tree.children(objects[0], "nmod", "acl") if tree.preposition(c) == "as"]
        if tokens[i].lemma in ("call", "label", "brand", "dub", "term"):
            predicates += [c for c in tree.children(objects[0], "appos", "acl") if c > objects[0]]
        if comparative:
            predicates += [
                c for c in tree.children(i, "advmod", "obl") if c > objects[0] and tokens[c].lemma.endswith("er")
            ]
    if not predicates:
        return None
    first = tree.left[objects[0]] if objects else min(tree.left[c] for c in predicates)
    last = max(tree.right[c] for c in predicates)
    if tokens[objects[0]].lemma.endswith("sel" + "f") if objects else False:
        return None
    return Content(runs(tree, text, first, last, set()), (predicates[0],), "small")


def blame(tree: Tree, text: str, i: int) -> Content | None:
    """ "accused Ankara of shelling the camp": from the one accused to the end of the deed."""
    tokens = tree.tokens
    objects = [c for c in tree.children(i, "obj", "iobj") if c > i]
    deeds = [
        c
        for c in tree.children(i, "obl", "advcl", "xcomp", "ccomp")
        if c > i and (tree.preposition(c) in ("of", "for", "on", "with", "over") or tokens[c].rel == "xcomp")
    ]
    if objects:
        deeds += [c for c in tree.children(objects[0], "nmod", "acl") if tree.preposition(c) in ("of", "for", "on")]
    if not objects or not deeds:
        return None
    last = max(tree.right[c] for c in deeds)
    return Content(runs(tree, text, tree.left[objects[0]], last, set()), (deeds[0],), "blame")


def passive_subject(tree: Tree, text: str, i: int) -> Content | None:
    """Content that is the subject of a passive cue ("it was reported by the BBC that"), or the noun it describes
    ("a raid claimed by the group")."""
    tokens = tree.tokens
    clauses = tree.children(i, "ccomp", "csubj")
    if clauses:
        c = clauses[0]
        return Content(runs(tree, text, _start(tree, c, tree.left[c]), tree.right[c], set()), (c,), "passive")
    subjects = [c for c in tree.sentence.children[i] if tokens[c].rel in ("nsubj", "expl")]
    if subjects and tokens[subjects[0]].lemma == "it":
        for o in tree.children(i, "obl"):
            for k in tree.children(o, "acl"):
                if tokens[tree.left[k]].lemma == "that" and tree.children(k, "nsubj"):
                    return Content(runs(tree, text, tree.left[k] + 1, tree.right[k], set()), (k,), "passive")
    if subjects and tokens[subjects[0]].lemma not in _EMPTY_OBJECTS and tokens[subjects[0]].lemma not in WH:
        c = subjects[0]
        spans = runs(tree, text, tree.left[c], tree.right[c], set())
        rest = [
            k
            for k in tree.children(i, "obl", "xcomp", "advcl")
            if tree.preposition(k) in ("as", "of") or tokens[k].rel == "xcomp"
        ]
        for k in rest:
            spans += runs(tree, text, tree.left[k], tree.right[k], set())
        return Content(spans, (c,), "passive")
    token = tokens[i]
    if token.rel == "acl" and token.head >= 0 and is_passive(tree, i):
        noun = token.head
        own = tree.subtree(i)
        first = tree.left[noun]
        while first < noun and tokens[first].rel in ("case", "mark", "punct"):
            first += 1
        return Content(runs(tree, text, first, tree.left[i] - 1, own), (noun,), "described")
    return None
