"""CLEAR hangs the noun on its preposition ("in" > "town"); here the noun takes the place, the preposition marks it."""

from dateline.language.adapting.tree import Tree

_HEADS = frozenset(("prep", "agent", "dative"))
_WORDS = frozenset(("ADP", "SCONJ", "PART", "ADV"))
_CLAUSES = frozenset(("VERB", "AUX"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass", "nsubj:pass", "csubj"))


def turn_prepositions(tree: Tree) -> None:
    """Nouns and clauses after prepositions become `obl`, `nmod`, `advcl` or `acl` with a `case` or `mark` of their own.

    Innermost first, so that "from across the border" ends with both words on "border".
    """
    for i in tree.deepest_first():
        rel = tree.rels[i]
        second = rel == "conj" and tree.upos[i] in _WORDS and tree.rels[tree.heads[i]] in _HEADS
        if rel not in _HEADS and not second:
            continue
        if rel == "dative" and tree.child(i, ("pobj", "pcomp", "obl")) is None:
            continue
        _turn(tree, i)


def _turn(tree: Tree, i: int) -> None:
    for word in tree.children(i, ("pcomp",)):
        # "because of", "due to": part of the preposition, not what it governs.
        if tree.upos[word] in ("ADP", "PART", "SCONJ") and not tree.children(word):
            tree.rels[word] = "fixed"
    # "obl" is what a preposition inside this one has left behind.
    ways = (("pobj",), ("pcomp",), ("obl", "advcl"))
    governed = next((c for rels in ways if (c := tree.child(i, rels)) is not None), None)
    if governed is None:
        governed = next((c for c in tree.children(i, ("conj",)) if tree.child(c, ("case",)) is not None), None)
        if governed is None:
            return
        # "in and around the town": the second preposition is coordinated with the first, the noun is of both.
        for word in tree.children(governed, ("case",)):
            tree.attach(word, i, "conj")
    stay = {c for c in tree.children(i) if tree.rels[c] == "fixed"}
    if tree.rels[governed] == "conj":
        stay |= {c for c in tree.children(i, ("cc", "conj")) if c != governed}
    rel, mark = _relations(tree, i, governed)
    tree.replace(i, governed, rel=mark)
    tree.rels[governed] = rel
    for word in stay:
        tree.attach(word, i)


def _relations(tree: Tree, i: int, governed: int) -> tuple[str, str]:
    """What the governed word becomes to the head of the preposition, and what the preposition becomes to it."""
    head = tree.heads[i]
    clausal = tree.upos[governed] in _CLAUSES and (
        tree.rels[governed] in ("pcomp", "advcl") or tree.child(governed, _SUBJECTS) is not None
    )
    mark = "mark" if clausal else "case"
    if tree.rels[i] == "conj":
        return "conj", mark
    inside = head >= 0 and tree.is_nominal(head)
    if head < 0:
        return "root", mark
    if clausal:
        return ("acl" if inside else "advcl"), mark
    if tree.rels[i] == "agent":
        return "obl:agent", mark
    if tree.upos[governed] == "ADV":
        return "advmod", mark
    return ("nmod" if inside else "obl"), mark
