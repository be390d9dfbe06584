"""What a verb says of its own status: negation, modals, aspect and conditions."""

from dateline.events.coordination import conjoined, is_past
from dateline.events.grammar import child_with, mark_of
from dateline.events.status_walk import Walk
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import StatusPack
from dateline.language.analysis import Sentence

WORDS = load_grammar()


def verb_operators(sentence: Sentence, i: int, pack: StatusPack, walk: Walk, reported: bool) -> None:
    """Negation, modals, aspect and conditional marks on a verb (or predicate) itself."""
    tokens = sentence.tokens
    token = tokens[i]
    # a past tense form has no auxiliary to share: "would not let her leave and arrested two others"
    conjunct = token.rel == "conj" and token.head >= 0 and not is_past(token)
    negated = _nobody(sentence, i, pack)
    if negated:
        walk.apply("negated", "nobody does it", i)
    auxiliaries = [c for c in sentence.children[i] if tokens[c].rel in ("aux", "cop")]
    if conjunct and not auxiliaries and child_with(sentence, i, "nsubj", "nsubj:pass") is None:
        # "will shell and burn": the second verb shares the auxiliaries of the first
        first = conjoined(sentence, i)
        auxiliaries = [c for c in sentence.children[first] if tokens[c].rel == "aux" and c < i]
    progressive = "VerbForm=Ger" in token.feats or ("VerbForm=Part" in token.feats and "Tense=Pres" in token.feats)
    present = False
    for c in sentence.children[i]:
        child = tokens[c]
        if child.rel in ("advmod", "det", "cc") and child.lemma in pack.negators.advmod:
            negated = True
            walk.apply("negated", f"negation '{child.form}'", c)
        elif child.rel == "advmod" and child.lemma in ("longer", "long", "more") and _has_no(sentence, c):
            negated = True
            walk.apply("negated", "no longer", c)
        elif child.rel == "advmod":
            for gives in ("ongoing", "hypothetical", "negated"):
                if child.lemma in getattr(pack.adverbs, gives):
                    walk.apply(gives, f"adverb '{child.form}'", c)
    for c in auxiliaries:
        aux = tokens[c]
        word = aux.lemma if aux.lemma != "be" else ""
        form = aux.form.lower()
        if word in pack.modals.would or form in pack.modals.would:
            if _conditional(sentence, i, pack):
                walk.apply("hypothetical", f"modal '{aux.form}' with a condition", c)
            elif "have" in (tokens[a].lemma for a in auxiliaries) and not reported:
                walk.apply("negated", "would have", c)
            else:
                walk.apply("future" if reported else "hypothetical", f"modal '{aux.form}'", c)
        elif form in pack.modals.future or word in pack.modals.future:
            walk.apply("future", f"modal '{aux.form}'", c)
        elif form in pack.modals.hypothetical or word in pack.modals.hypothetical:
            walk.apply("hypothetical", f"modal '{aux.form}'", c)
        elif aux.lemma in ("be", "have") and "Tense=Pres" in aux.feats:
            present = True
        if aux.lemma in pack.negators.advmod:
            negated = True
    forms = {tokens[c].form.lower() for c in auxiliaries}
    due = next((c for c in auxiliaries if tokens[c].lemma == "be" and "VerbForm=Fin" in tokens[c].feats), None)
    if due is not None and any(due < c < i and tokens[c].lemma == "to" for c in sentence.children[i]):
        walk.apply("future", f"'{tokens[due].form} to'", due)
    running = "being" in forms or (progressive and any(tokens[c].lemma == "be" for c in auxiliaries))
    if running and present and not negated:
        walk.apply("ongoing", "present progressive", i)
    if (token.rel == "advcl" and _inverted(sentence, i)) or opens_with_condition(sentence, i):
        walk.apply("hypothetical", "inverted condition", i)
    mark = mark_of(sentence, i)
    if mark == "before" and forms & {"could", "can"}:
        walk.status, walk.rule = "negated", "'before it could'"
        return
    if mark in pack.marks.hypothetical and token.rel in ("advcl", "ccomp", "conj", "acl", "csubj", "root"):
        if mark in ("before", "until") and ("Tense=Past" in token.feats or "VerbForm=Fin" not in token.feats):
            return
        walk.apply("hypothetical", f"mark '{mark}'", child_with(sentence, i, "mark") or i)


def _inverted(sentence: Sentence, i: int) -> bool:
    """True for "were the dam to burst", "had the pilots not landed": an auxiliary before its subject."""
    tokens = sentence.tokens
    subject = next((c for c in sentence.children[i] if tokens[c].rel == "nsubj"), None)
    first = next((c for c in sentence.children[i] if tokens[c].rel in ("aux", "cop")), None)
    if subject is None or first is None or first > subject:
        return False
    return tokens[first].form.lower() in ("were", "had", "should")


def opens_with_condition(sentence: Sentence, i: int) -> bool:
    """True before the comma of "Were the canal to be blocked, ...", however the parser ties the two clauses."""
    tokens = sentence.tokens
    first = tokens[0]
    if first.form not in ("Were", "Had", "Should") or first.upos != "AUX" or tokens[-1].form == "?":
        return False
    comma = next((t.i for t in tokens if t.form == ","), None)
    return comma is not None and i < comma


def futurate(sentence: Sentence, i: int, pack: StatusPack) -> bool:
    """True for a simple present with a day: "talks resume on Thursday", "the curfew starts at noon tomorrow"."""
    tokens = sentence.tokens
    token = tokens[i]
    if token.lemma not in WORDS.verbs.beginning or "Tense=Pres" not in token.feats:
        return False
    if "VerbForm=Fin" not in token.feats or any(tokens[c].rel == "aux" for c in sentence.children[i]):
        return False
    times = [c for c in sentence.children[i] if tokens[c].rel in ("obl", "advmod", "nmod")]
    below = [g for c in times for g in (c, *sentence.children[c])]
    return any(tokens[c].lemma.lower() in pack.process.future for c in below)


def _nobody(sentence: Sentence, i: int, pack: StatusPack) -> bool:
    """True if the subject denies the verb: "nobody was", "neither army has", "no convoy entered"."""
    for c in sentence.children[i]:
        child = sentence.tokens[c]
        if child.rel == "nsubj":
            if child.lemma in ("nobody", "none", "neither"):
                return True
            return _has_no(sentence, c)
    return False


def _has_no(sentence: Sentence, i: int) -> bool:
    return any(
        sentence.tokens[c].lemma in ("no", "neither") and sentence.tokens[c].rel in ("det", "advmod", "cc")
        for c in sentence.children[i]
    )


def _conditional(sentence: Sentence, i: int, pack: StatusPack) -> bool:
    return any(
        sentence.tokens[c].rel == "advcl" and mark_of(sentence, c) in pack.marks.hypothetical
        for c in sentence.children[i]
    )


def governor_operators(sentence: Sentence, i: int, pack: StatusPack, walk: Walk, reported: bool) -> None:
    """Modals and conditions on an operator word count too ("may begin to withdraw"); its tense does not."""
    tokens = sentence.tokens
    if tokens[i].upos == "NOUN":
        return
    for c in sentence.children[i]:
        aux = tokens[c]
        form = aux.form.lower()
        if aux.rel != "aux":
            continue
        if form in pack.modals.would:
            walk.apply(
                "future" if reported and not _conditional(sentence, i, pack) else "hypothetical",
                f"modal '{aux.form}'",
                c,
            )
        elif form in pack.modals.future:
            walk.apply("future", f"modal '{aux.form}'", c)
        elif form in pack.modals.hypothetical:
            walk.apply("hypothetical", f"modal '{aux.form}'", c)
    if mark_of(sentence, i) in pack.marks.hypothetical:
        walk.apply("hypothetical", "condition", child_with(sentence, i, "mark") or i)
