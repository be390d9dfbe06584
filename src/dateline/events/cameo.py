"""The CAMEO code of one mention: that of its frame, made finer by what stands in its phrases."""

from collections.abc import Mapping

from dateline.events.anchors import Anchor
from dateline.knowledge.cameo import load_refinements
from dateline.knowledge.ontology import load_ontology
from dateline.language.analysis import Sentence

_CONTENT = ("comp", "xcomp", "advcl", "acl", "obj", "obl", "nmod")
_DEPTH = 3


def cameo_of(sentence: Sentence, anchor: Anchor, modes: tuple[str, ...], others: Mapping[int, Anchor]) -> str | None:
    """The code of the frame, or a finer one; None where neither frame nor words give any (the modes decide then).

    `others` are the anchors of the sentence by token: "agreed to withdraw" is coded after the withdrawal.
    """
    frame = anchor.entry.frame
    ontology, refinements = load_ontology(), load_refinements()
    base = ontology.cameo_for(frame.event, modes, frame.cameo)
    code = base
    if frame.event in refinements.content:
        code = _of_content(anchor, others) or base
    words = _words(sentence, anchor)
    code = refinements.refine(code, anchor=sentence.tokens[anchor.token].lemma.lower(), words=words)
    return frame.cameo if code == base else code


def _of_content(anchor: Anchor, others: Mapping[int, Anchor]) -> str | None:
    """The code that the act in the content gives, if there is one."""
    ontology, refinements = load_ontology(), load_refinements()
    for slot in anchor.slots:
        inner = others.get(slot.token) if slot.name in _CONTENT else None
        if inner is None or inner.token == anchor.token:
            continue
        frame = inner.entry.frame
        act = ontology.cameo_for(frame.event, frame.modes, frame.cameo)
        found = refinements.of_content(anchor.entry.frame.event, ontology.intended(act))
        if found is not None:
            return found
    return None


def _words(sentence: Sentence, anchor: Anchor) -> frozenset[str]:
    """Lemmas of what depends on the anchor or its light verb, nouns also with their modifiers ("war crime"), and of a
    verb that it completes ("tried to")."""
    tokens = sentence.tokens
    heads = {anchor.token} if anchor.carrier is None else {anchor.token, anchor.carrier}
    stack = [(c, 1) for i in heads for c in sentence.children[i] if tokens[c].rel not in ("conj", "parataxis")]
    out: set[str] = set()
    for i in (*heads, *anchor.consumed):
        out.add(tokens[i].lemma.lower())
    token = tokens[anchor.token]
    if token.rel in ("xcomp", "acl") and token.head >= 0:
        out.add(tokens[token.head].lemma.lower())
    while stack:
        i, depth = stack.pop()
        token = tokens[i]
        out.add(token.lemma.lower())
        if token.rel in ("compound", "amod"):
            out.add(f"{token.lemma} {tokens[token.head].lemma}".lower())
        if depth < _DEPTH:
            stack.extend((c, depth + 1) for c in sentence.children[i])
    return frozenset(out)
