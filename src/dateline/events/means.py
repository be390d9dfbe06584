"""What an act was done with where it stands apart from the verb, and whom it was aimed at with that."""

from dateline.events.classes import classes_of
from dateline.events.coordination import coordinated
from dateline.events.draft import Filler
from dateline.events.grammar import case_of
from dateline.events.slots import Slot, verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis, Sentence
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()

AIMED = frozenset({"against", "at", "on"})


def means(analysis: Analysis, resolution: Resolution, index: int, anchor: int, table: dict[str, str]) -> list[Filler]:
    """Instruments that stand apart: "used a crane to storm the roof", "carried out raids using gunboats", "hit trucks
    on the ridge with mortars" where the parser hangs the mortars on the ridge, "a sniper with a rifle shot"."""
    sentence = analysis.sentences[index]
    token = sentence.tokens[anchor]
    out: list[Filler] = []
    if token.upos == "VERB" and token.rel in ("xcomp", "advcl") and token.head >= 0:
        head = sentence.tokens[token.head]
        if head.lemma in WORDS.verbs.using:
            out.extend(
                Filler("instrument", (index, t), "obj", f"means of '{head.form}'")
                for slot in verb_slots(sentence, token.head)
                if slot.name == "obj"
                for t in coordinated(sentence, slot.token)
            )
    for c in _using(sentence, anchor):
        out.extend(
            Filler("instrument", (index, t), "obj", f"'{sentence.tokens[c].form}'")
            for slot in verb_slots(sentence, c)
            if slot.name == "obj"
            for t in coordinated(sentence, slot.token)
            if classes_of(analysis, resolution, index, t) & {"WEAPON", "VEHICLE", "THING"}
        )
    if table.get("obl:with", table.get("nmod:with")) == "instrument":
        out.extend(_in_phrases(analysis, resolution, index, anchor))
    return out


def targets_of_means(sentence: Sentence, anchor: int) -> list[Slot]:
    """Whom the means are aimed at: "carried out raids using gunboats *against the smugglers*"."""
    return [
        Slot("nmod", slot.prep, slot.token, f"target of '{sentence.tokens[c].form}'")
        for c in _using(sentence, anchor)
        for slot in verb_slots(sentence, c)
        if slot.name == "obl" and slot.prep in AIMED
    ]


def _using(sentence: Sentence, anchor: int) -> list[int]:
    """Participles of using that describe the act: on the anchor, on its light verb, on another participle of it."""
    token = sentence.tokens[anchor]
    near = [anchor] if token.head < 0 or token.rel not in ("obj", "nsubj") else [anchor, token.head]
    near += [c for c in sentence.children[anchor] if sentence.tokens[c].rel == "acl"]
    return [
        c
        for n in near
        for c in sentence.children[n]
        if sentence.tokens[c].rel in ("acl", "advcl")
        and sentence.tokens[c].lemma in WORDS.verbs.using
        and sentence.tokens[c].form.lower().endswith("ing")
    ]


def _in_phrases(analysis: Analysis, resolution: Resolution, index: int, anchor: int) -> list[Filler]:
    sentence = analysis.sentences[index]
    out: list[Filler] = []
    stack = [(c, 0) for c in sentence.children[anchor] if sentence.tokens[c].rel in ("obj", "obl", "nmod", "nsubj")]
    while stack:
        c, depth = stack.pop()
        for g in sentence.children[c]:
            own = sentence.tokens[c].rel == "nsubj"  # "a sniper with a rifle" carries it
            if sentence.tokens[g].rel not in ("nmod", "obl") or (g < anchor and not own):
                continue
            if case_of(sentence, g) == "with" and "WEAPON" in classes_of(analysis, resolution, index, g):
                out.extend(
                    Filler("instrument", (index, t), "nmod:with", "in the phrase of another")
                    for t in coordinated(sentence, g)
                )
            elif depth < 2 and not own:
                stack.append((g, depth + 1))
    return out
