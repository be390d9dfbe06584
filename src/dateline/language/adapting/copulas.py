"""CLEAR makes "be" the head of "the town was quiet"; here the word that says something of the subject is the head."""

from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree

_SUBJECTS = frozenset(("nsubj", "nsubjpass", "nsubj:pass", "csubj"))
_NOT_VERBS = frozenset(("aux", "auxpass", "aux:pass", "cop"))


def turn_copulas(tree: Tree) -> None:
    """What follows a form of "be" takes its place, "be" becomes `cop`. "There are X": X becomes the subject.

    To be called when prepositions are turned.
    """
    for i, lemma in enumerate(tree.lemmas):
        if (lemma != "be" and tree.lower[i] not in _FORMS) or tree.rels[i] in _NOT_VERBS:
            continue
        if tree.upos[i] not in ("AUX", "VERB"):
            continue
        if tree.child(i, ("expl",)) is not None:
            for word in tree.children(i, ("attr",)):
                tree.rels[word] = "nsubj"
            continue
        said = _said(tree, i)
        if said is None:
            continue
        if tree.rels[said] in ("ccomp", "xcomp", "csubj"):
            _mark_outer(tree, i, said)
        tree.replace(i, said, rel="cop")


_FORMS = frozenset(("is", "are", "was", "were", "be", "been", "being", "am", "'re", "’re", "'m", "’m"))


def _said(tree: Tree, i: int) -> int | None:
    """What is said of the subject: a noun, an adjective, a phrase with a preposition, an adverb, or a clause."""
    found = tree.child(i, ("attr", "acomp", "oprd"))
    if found is not None:
        return found
    for c in tree.children(i, ("obl", "nmod")):
        if c > i and tree.child(c, ("case",)) is not None:
            return c
    clause = next((c for c in tree.children(i, ("ccomp", "xcomp")) if c > i), None)
    if clause is not None:
        return clause if tree.child(i, _SUBJECTS) is not None else None
    return next((c for c in tree.children(i, ("advmod", "prt")) if c > i and tree.upos[c] in ("ADV", "ADP")), None)


def _mark_outer(tree: Tree, i: int, clause: int) -> None:
    for subject in tree.children(i, _SUBJECTS):
        if tree.rels[clause] == "ccomp" or tree.lemmas[subject].lower() in tables().nouns.outer:
            tree.rels[subject] = "nsubj:outer"
