"""What every scheme needs in the end: one version's subtypes, fixed expressions, objects of telling, passive agents."""

from functools import cache

from dateline.language.adapting.tables import Fixed, tables
from dateline.language.adapting.tree import Tree

_PASSIVE = frozenset(("nsubj:pass", "csubj:pass", "aux:pass"))
_CLAUSES = frozenset(("ccomp", "xcomp"))


def rename(tree: Tree, names: dict[str, str]) -> None:
    """Gives relations their names of today; `ROOT` is the root's only."""
    for i, rel in enumerate(tree.rels):
        tree.rels[i] = names.get(rel, rel or "dep")
        if tree.heads[i] < 0:
            tree.rels[i] = "root"
        elif tree.rels[i] == "root":
            tree.rels[i] = "parataxis"


def settle(tree: Tree) -> None:
    """The last changes, for relations of Universal Dependencies: by now every scheme looks alike."""
    for i, rel in enumerate(tree.rels):
        head = tree.heads[i]
        if head < 0:
            continue
        if rel == "npadvmod":
            tree.rels[i] = _unmarked(tree, i, head)
        elif rel == "nmod" and tree.child(i, ("case",)) is None and i < head:
            tree.rels[i] = "nummod" if tree.upos[i] == "NUM" else "amod" if tree.upos[i] == "ADJ" else "compound"
        elif rel == "obl" and _is_agent(tree, i, head):
            tree.rels[i] = "obl:agent"
        elif rel == "obj" and _is_addressed(tree, i, head):
            tree.rels[i] = "iobj"


def _unmarked(tree: Tree, i: int, head: int) -> str:
    if head == i + 2 and tree.forms[i + 1] in ("-", "‐", "‑") and tree.upos[head] in ("VERB", "ADJ"):
        return (
            "compound" if tree.upos[i] in ("PROPN", "NOUN") and tree.child(i, ("nummod",)) is None else "obl:unmarked"
        )
    return "nmod:unmarked" if tree.is_nominal(head) else "obl:unmarked"


def _is_agent(tree: Tree, i: int, head: int) -> bool:
    marks = tree.children(i, ("case",))
    if [tree.lower[c] for c in marks] != ["by"]:
        return False
    reduced = tree.rels[head] == "acl" and tree.tags[head] in ("VBN", "")
    return tree.child(head, _PASSIVE) is not None or reduced


def _is_addressed(tree: Tree, i: int, head: int) -> bool:
    """Whether the object of telling is the one told: a second object, a clause, or an "of" or "about" shows it."""
    if tree.lemmas[head].lower() not in tables().verbs.addressed or i < head:
        return False
    others = tree.children(head, ("obj", *_CLAUSES))
    return any(c != i and c > i for c in others) or tree.lemmas[head].lower() in ("tell", "inform", "remind", "assure")


def join_fixed(tree: Tree) -> None:
    """Makes expressions of several words one: the first word marks what follows, the others are `fixed` to it."""
    words, count, known = tree.lower, len(tree), _expressions()
    for first in range(count - 1):
        for expression, fixed in known.get(words[first], ()):
            last = first + len(expression)
            if tuple(words[first:last]) != expression:
                continue
            if fixed.before and (last >= count or tree.upos[last] not in fixed.before):
                continue
            _join(tree, first, last, fixed.rel)
            break


@cache
def _expressions() -> dict[str, list[tuple[tuple[str, ...], Fixed]]]:
    """By first word, longer expressions first."""
    result: dict[str, list[tuple[tuple[str, ...], Fixed]]] = {}
    for fixed in tables().fixed:
        for words in fixed.words:
            expression = tuple(words.split())
            result.setdefault(expression[0], []).append((expression, fixed))
    for found in result.values():
        found.sort(key=lambda pair: -len(pair[0]))
    return result


def _join(tree: Tree, first: int, last: int, rel: str) -> None:
    inside = range(first, last)
    if any(tree.rels[i] == "fixed" and tree.heads[i] == first for i in inside):
        return
    governed = None if rel in ("cc", "advmod") else _governed(tree, inside)
    if governed is not None:
        tops = [i for i in inside if tree.heads[i] not in inside and tree.heads[i] != governed]
        if tops:
            head = tree.heads[tops[0]]
            kept = tree.rels[governed]
            tree.replace(tops[0], governed, rel="case")
            tree.rels[governed] = _role(tree, governed, head, rel, kept)
    else:
        outer = [tree.heads[i] for i in inside if tree.heads[i] not in inside]
        governed = outer[-1]
        if governed < 0:
            return
    tree.attach(first, governed, rel)
    for i in inside:
        for child in tree.children(i):
            if child not in inside:
                tree.attach(child, governed)
        if i != first:
            tree.attach(i, first, "fixed")


_PHRASES = frozenset(("obl", "nmod", "obl:agent", "advcl", "acl", "pobj", "pcomp", "ccomp", "xcomp"))


def _governed(tree: Tree, inside: range) -> int | None:
    """The phrase that hangs on one of the words, as the town does in "because of the town"."""
    return next((c for i in inside for c in tree.children(i, _PHRASES) if c not in inside), None)


def _role(tree: Tree, governed: int, head: int, rel: str, kept: str) -> str:
    if head < 0:
        return "root"
    inside = tree.is_nominal(head)
    if rel == "mark" or kept in ("advcl", "acl", "ccomp", "xcomp", "pcomp"):
        return "acl" if inside else "advcl"
    return "nmod" if inside else "obl"
