"""The subject of a cue where the tree gives the wrong one or none."""

from dateline.claims.clauses import interposed_subject, is_adding
from dateline.claims.grammar import Tree, own_subject
from dateline.claims.sources import Reader, Source, source_at, subject_source


def cue_source(reader: Reader, tree: Tree, i: int, governor: str) -> Source | None:
    """Who speaks by the cue at token i, or None. `governor` is what stands over the cue: "withheld" ("declined to
    say"), "light" ("went on to say")."""
    if governor in ("withheld", "light"):
        head = tree.tokens[i].head
        found = subject_source(reader, tree, head)
        if found is not None:
            return found
        return None
    around = interposed_subject(tree, i)
    if around is not None:
        return source_at(reader, tree, around, i)
    token = tree.tokens[i]
    if own_subject(tree, i) is None and token.rel != "xcomp" and not token.form.endswith("ing"):
        inverted = _inverted_subject(tree, i)
        if inverted is not None:
            return source_at(reader, tree, inverted, i)
    if is_adding(tree, i):
        speaker = _speaker_above(reader, tree, i)
        if speaker is not None:
            return speaker
    found = subject_source(reader, tree, i)
    if token.rel == "conj" and found is not None and found.borrowed and _thing(reader, tree, found.token):
        # "announced that an inquiry was open and stated": the parser hung the second cue into the content.
        found = _speaker_above(reader, tree, i) or found
    if token.rel == "parataxis" and found is not None and found.borrowed and not token.form.endswith("ing"):
        found = None
    if found is None and token.rel in ("root", "parataxis", "conj", "ccomp") and "VerbForm=Fin" in token.feats:
        return _surface_subject(tree, i)
    return found


def _thing(reader: Reader, tree: Tree, i: int) -> bool:
    entity = reader.resolution.entity(tree.sentence.index, i)
    known = tree.tokens[i].lemma in reader.pack.words.documents
    return entity is not None and entity.kind == "other" and tree.tokens[i].upos == "NOUN" and not known


def _inverted_subject(tree: Tree, i: int) -> int | None:
    """ "..., insisted a guard": a subject after the cue that the parser took for an object."""
    tokens = tree.tokens
    if i == 0 or tokens[i - 1].form not in (",", '"', "”", "’", "'", "—", "–", "-"):
        return None
    if any(c > i for c in tree.children(i, "ccomp")):
        return None
    for c in tree.children(i, "iobj", "obj", "obl"):
        if c > i and not tree.preposition(c) and tokens[c].upos in ("NOUN", "PROPN", "PRON") and tree.left[c] == i + 1:
            return c
    return None


def _speaker_above(reader: Reader, tree: Tree, i: int) -> Source | None:
    """For ", adding that" at the end of what somebody said: that somebody."""
    at = tree.tokens[i].head
    while at >= 0:
        if tree.tokens[at].lemma in reader.pack.verbs and tree.children(at, "ccomp", "parataxis"):
            found = subject_source(reader, tree, at)
            if found is not None:
                return Source(found.token, found.span, borrowed=True)
        for c in tree.children(at, "parataxis"):
            # "X fell, he said, adding that": the cue stands beside the clause that "adding" hangs on.
            if c != i and tree.tokens[c].lemma in reader.pack.verbs and own_subject(tree, c) is not None:
                found = subject_source(reader, tree, c)
                if found is not None:
                    return Source(found.token, found.span, borrowed=True)
        at = tree.tokens[at].head
    return None


def _surface_subject(tree: Tree, i: int) -> Source | None:
    """The noun phrase right before a finite cue to which the tree gives no subject."""
    tokens = tree.tokens
    last = i - 1
    while last >= 0 and tokens[last].upos in ("AUX", "ADV", "PART"):
        last -= 1
    first = last
    while first >= 0 and tokens[first].rel != "punct" and tokens[first].upos not in ("CCONJ", "VERB", "SCONJ"):
        first -= 1
    first += 1
    heads = [t for t in range(first, last + 1) if tokens[t].upos in ("NOUN", "PROPN", "PRON")]
    if not heads or last - first > 12:
        return None
    tops = [t for t in heads if tokens[t].head not in range(first, last + 1)] or heads
    while first < tops[0] and tokens[first].upos in ("ADP", "PUNCT"):
        return None
    return Source(tops[0], tree.span(first, last))
