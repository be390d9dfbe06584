"""Word class, features and lemma of a word, from what a pipeline says of it."""

from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree
from dateline.language.lemma import lemma

# The features that the rules read; keys in this order.
_KEPT = ("Degree", "Mood", "Number", "Person", "Polarity", "PronType", "Tense", "VerbForm", "Voice")
_SUBJECTS = frozenset(("nsubj", "nsubj:pass", "csubj", "expl"))
_PASSIVE = frozenset(("nsubj:pass", "csubj:pass", "aux:pass", "obl:agent"))


def class_of(pos: str, tag: str, form: str) -> str:
    """The universal word class: the pipeline's, or what the Penn tag says."""
    if pos:
        return pos
    known = tables().upos.get(tag)
    if known is not None:
        return known
    return "X" if any(c.isalnum() for c in form) else "PUNCT"


def features(morph: dict[str, str], tag: str) -> dict[str, str]:
    """The features that the rules read, from the morphology and, where it is silent, from the Penn tag."""
    said = tables().feats.get(tag, "")
    found = dict(pair.split("=") for pair in said.split("|")) if said else {}
    found.update(morph)
    return {name: found[name] for name in _KEPT if name in found}


def complete(tree: Tree, i: int, feats: dict[str, str]) -> str:
    """The features as a string, with the mood and the voice that only the finished tree shows."""
    if tree.upos[i] in ("VERB", "AUX"):
        form = feats.get("VerbForm", "")
        if form == "Inf" and _is_command(tree, i):
            feats = {**feats, "VerbForm": "Fin", "Mood": "Imp"}
        elif form == "Fin" and "Mood" not in feats and "Tense" in feats:
            feats = {**feats, "Mood": "Ind"}
        elif form == "Part" and feats.get("Tense") == "Past" and _is_passive(tree, i):
            feats = {**feats, "Voice": "Pass"}
    return joined(feats)


def joined(feats: dict[str, str]) -> str:
    """The features as one string, keys in alphabetical order."""
    return "|".join(f"{name}={feats[name]}" for name in _KEPT if name in feats)


def _is_command(tree: Tree, i: int) -> bool:
    if tree.rels[i] not in ("root", "parataxis", "ccomp"):
        return False
    return tree.child(i, _SUBJECTS) is None and tree.child(i, ("aux", "mark", "aux:pass", "cop")) is None


def _is_passive(tree: Tree, i: int) -> bool:
    return tree.rels[i] in ("acl", "amod") or tree.child(i, _PASSIVE) is not None


def lemma_of(form: str, upos: str, feats: str, given: str) -> str:
    """The pipeline's lemma for verbs, nouns and adjectives, else ours, as the packs are written with."""
    ours = lemma(form, upos, feats)
    if not given or given == "-PRON-" or upos not in ("VERB", "AUX", "NOUN", "ADJ"):
        return ours
    # Adjectives of nations keep their capital, and plurals that the packs list stay as they are.
    keeps = ours[:1].isupper() or (upos == "NOUN" and ours == form.lower() and "Number=Plur" in feats)
    return ours if keeps else given.lower()
