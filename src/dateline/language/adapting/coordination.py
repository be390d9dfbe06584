"""CLEAR chains conjuncts, with "and" on the one before it; here all hang on the first, "and" on the one behind it."""

from dateline.language.adapting.tree import Tree


def turn_coordination(tree: Tree) -> None:
    """Every `conj` hangs on the first member of its coordination, every `cc` and comma on the member that follows."""
    for i, rel in enumerate(tree.rels):
        if rel != "conj":
            continue
        first = tree.heads[i]
        while first >= 0 and tree.rels[first] == "conj" and tree.heads[first] >= 0:
            first = tree.heads[first]
        tree.attach(i, first)
    for i, rel in enumerate(tree.rels):
        head = tree.heads[i]
        if head < 0 or rel not in ("cc", "punct"):
            continue
        if rel == "punct" and tree.forms[i] not in (",", ";"):
            continue
        first = tree.heads[head] if tree.rels[head] == "conj" else head
        following = next((c for c in tree.children(first, ("conj",)) if c > i), None)
        if following is None or i < first or (rel == "punct" and not _between(tree, i, head, following)):
            continue
        tree.attach(i, following)


def _between(tree: Tree, i: int, head: int, following: int) -> bool:
    """Whether a comma parts two members, and not a clause or phrase of one from the rest."""
    others = [c for c in tree.children(head) if i < c < following and tree.rels[c] not in ("cc", "punct", "conj")]
    return head < i < following and not others
