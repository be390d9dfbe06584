"""Persons' names: the first word is the head, the others `flat`, and a title before the name is `nmod:desc`."""

from dateline.language.adapting.tree import Tree
from dateline.language.names import TITLES

_PARTS = frozenset(("compound", "flat", "nmod", "amod", "appos", "dep"))
_BEFORE = frozenset(
    ("det", "amod", "compound", "nmod:poss", "poss", "nummod", "nmod", "nmod:desc", "flat", "det:predet")
)


def turn_people(tree: Tree) -> None:
    """Brings every person's name and the titles before it to the form of the treebanks."""
    for first, last in tree.people:
        _turn(tree, *_without_titles(tree, first, last))


def _without_titles(tree: Tree, first: int, last: int) -> tuple[int, int]:
    while first < last - 1 and tree.lower[first] in TITLES:
        first += 1
    while last > first + 1 and tree.upos[last - 1] == "PART":
        last -= 1
    return first, last


def _turn(tree: Tree, first: int, last: int) -> None:
    words = range(first, last)
    tops = [i for i in words if not first <= tree.heads[i] < last]
    above = {tree.heads[i] for i in tops}
    if len(above) != 1:
        return
    if all(tree.rels[i] in ("flat", "flat:name") for i in tops) and (title := above.pop()) >= 0 and title < first:
        # "President" > "Ann" in earlier treebanks: the title was the head.
        tree.replace(title, first, rel="compound")
        tops = [first]
    if len(tops) != 1:
        return
    head = tops[0]
    if any(tree.rels[i] not in _PARTS and tree.upos[i] != "PUNCT" for i in words if i != head):
        return
    if head != first:
        tree.replace(head, first, rel="flat")
    for i in words:
        if i != first and tree.upos[i] != "PUNCT":
            tree.attach(i, first, "flat")
    if tree.upos[first] in ("PROPN", "NOUN", "X"):
        _turn_titles(tree, first)


def _turn_titles(tree: Tree, name: int) -> None:
    """The words before the name hang on the title, the title on the name."""
    before = [c for c in tree.children(name, _BEFORE) if c < name]
    titles = [c for c in before if tree.rels[c] in ("compound", "nmod", "nmod:desc", "flat") and _is_noun(tree, c)]
    if not titles:
        return
    title = titles[-1]
    for c in before:
        if c < title:
            tree.attach(c, title, "compound" if c in titles else None)
    tree.rels[title] = "nmod:desc"


def _is_noun(tree: Tree, i: int) -> bool:
    return tree.upos[i] in ("NOUN", "PROPN", "X") and tree.child(i, ("case", "punct")) is None
