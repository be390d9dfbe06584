"""Objects and subjects around verbs, where CLEAR follows the Penn Treebank's clauses."""

from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree

_SUBJECTS = ("nsubj", "nsubjpass")


def turn_clauses(tree: Tree) -> None:
    """Raises the subject of "ordered troops to leave" to an object, and makes the "to" of infinitives a `mark`."""
    for i, rel in enumerate(tree.rels):
        if rel == "ccomp" and tree.heads[i] >= 0:
            _raise_subject(tree, i)
    for i, rel in enumerate(tree.rels):
        if rel == "aux" and (tree.tags[i] == "TO" or (tree.lower[i] == "to" and tree.upos[i] == "PART")):
            tree.rels[i] = "mark"


def _raise_subject(tree: Tree, i: int) -> None:
    subject = tree.child(i, _SUBJECTS)
    above = tree.heads[i]
    if subject is None or tree.child(i, ("mark",)) is not None or not above < subject < i:
        return
    helpers = tree.children(i, ("aux",))
    infinitive = any(tree.tags[c] == "TO" or tree.lower[c] == "to" for c in helpers)
    bare = not helpers and tree.tags[i] in ("VB", "VBG") and tree.lemmas[above].lower() in tables().verbs.bare
    if infinitive or bare:
        tree.attach(subject, above, "dobj")
        tree.rels[i] = "xcomp"
