"""Content outside finite clauses: noun phrases, gerunds, infinitives, what is called what, who is accused of what.

One function for each frame of the cue pack. Each gives the content's spans and the tokens that head it, or None when
the frame is not there.
"""

from msgspec import Struct

from dateline.claims.grammar import DAYS, NOMINAL, WH, Tree, is_passive, trimmed
from dateline.knowledge.claim_words import load_claim_words
from dateline.knowledge.cues import CueClass
from dateline.records.span import Span

WORDS = load_claim_words()

_EMPTY_OBJECTS = WORDS.content.empty_objects
_WEAK_OBJECT_PREPOSITIONS = WORDS.content.kept_prepositions


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


def clause_start(tree: Tree, i: int, first: int) -> int:
    """First token of a clause's content: without marks of punctuation, "that" and a stray conjunction before it."""
    tokens = tree.tokens
    t = first
    for c in tree.children(i, "mark"):
        # "told the paper last month that": whom and when hang on the content by mistake.
        if tokens[c].lemma == "that" and first < c < i:
            t = c
    while t < i and (
        tokens[t].rel == "punct"
        or (tokens[t].lemma == "that" and tokens[t].rel == "mark")
        or (tokens[t].lemma in ("that",) and tokens[t].upos == "SCONJ")
    ):
        if tokens[t].form in ('"', "“", "'", "‘", "``", "«"):
            break
        t += 1
    return t


def is_gerund(tree: Tree, c: int) -> bool:
    """A gerund clause with neither subject nor auxiliary nor "that"."""
    token = tree.tokens[c]
    having = any(tree.tokens[k].form.lower() == "having" for k in tree.children(c, "aux"))
    if not (token.form.endswith("ing") or having) or token.upos != "VERB":
        return False
    return not any(
        tree.tokens[k].rel in ("nsubj", "aux", "cop", "expl") and k < c and not _being(tree, k)
        for k in tree.sentence.children[c]
    )


def _being(tree: Tree, k: int) -> bool:
    return tree.tokens[k].form.lower() in ("having", "being")


def infinitive(tree: Tree, text: str, i: int) -> Content | None:
    """ "claimed to have shot down a drone": the infinitive with its "to"."""
    for c in tree.children(i, "xcomp", "ccomp"):
        if c > i and any(
            tree.tokens[k].lemma == "to" and tree.tokens[k].rel == "mark" for k in tree.sentence.children[c]
        ):
            return Content(runs(tree, text, tree.left[c], tree.right[c], set()), (c,), "infinitive")
    return None


def gerund(tree: Tree, text: str, i: int) -> Content | None:
    """ "denied jamming the beacon"."""
    for c in tree.children(i, "xcomp", "ccomp", "obj", "advcl"):
        if c > i and tree.tokens[c].upos in ("VERB", "AUX") and is_gerund(tree, c) and not tree.preposition(c):
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
    """ "denied any part in the ambush": the object with all that belongs to it, and places hung on the verb instead."""
    tokens = tree.tokens
    for c in tree.children(i, "obj"):
        token = tokens[c]
        if token.lemma in _EMPTY_OBJECTS or token.upos not in NOMINAL or c < i:
            continue
        lemmas = {token.lemma, *(tokens[k].lemma for k in tree.children(c, "conj"))}
        if (group.objects and not lemmas & group.objects) or token.lemma in group.not_objects:
            continue
        if token.upos == "PROPN" and not group.objects:
            # "reported Baran to the police", "denied the militia a haven": somebody, not something said.
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
    """ "boasted of having sunk two patrol boats": what follows the preposition."""
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
    if objects and tree.children(objects[0], "nsubj"):
        return Content(runs(tree, text, tree.left[objects[0]], tree.right[objects[0]], set()), (objects[0],), "small")
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
    for t in range(deeds[0], last):
        # ", which Hamas denies" is no part of the accusation.
        if tokens[t].form == "," and tokens[t + 1].lemma in ("which", "who"):
            last = t
            break
    return Content(runs(tree, text, tree.left[objects[0]], last, set()), (deeds[0],), "blame")


def passive_subject(tree: Tree, text: str, i: int) -> Content | None:
    """Content that is the subject of a passive cue ("it was reported by the BBC that"), or the noun it describes
    ("a raid claimed by the group")."""
    tokens = tree.tokens
    clauses = tree.children(i, "ccomp", "csubj")
    if clauses and tokens[i].rel != "acl":
        c = clauses[0]
        return Content(runs(tree, text, clause_start(tree, c, tree.left[c]), tree.right[c], set()), (c,), "passive")
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
