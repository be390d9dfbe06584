"""Status: did it happen? Read from tense, modals, negation, and the words that govern the anchor.

The walk starts at the anchor and climbs to the root of its clause. Each operator met is applied to the status so far,
the innermost first, so that "did not rule out an attack" comes out hypothetical and "plans to resume" future. The
climb stops at a verb of saying: whether the saying is in the future says nothing of what is said.
"""

from msgspec import Struct

from dateline.events.grammar import case_of, child_with, conjoined, is_passive, is_past, mark_of, surface_subject
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import Operator, StatusPack, load_authorization, load_status
from dateline.language.analysis import Sentence
from dateline.records.event import Status
from dateline.records.span import Span

WORDS = load_grammar()


class StatusReading(Struct, frozen=True):
    """The status, the rule that decided last, its words, and governing words that name the event too
    ("the strike was *averted*", "shelling *continued*")."""

    status: Status
    rule: str
    span: Span | None
    words: tuple[int, ...] = ()


class _Walk:
    """Collects operators from the anchor outwards. Private to this file: it never leaves `status_of`."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.status: Status = "actual"
        self.rule = "no operator"
        self.span: Span | None = None
        self.words: list[int] = []

    def apply(self, gives: Status, rule: str, token: int, *, negated: bool = False, names_it: bool = False) -> None:
        t = self.sentence.tokens[token]
        if negated:
            gives = "hypothetical" if gives in ("negated", "hypothetical") else "negated"
            rule += ", negated"
        before = self.status
        after = compose(before, gives)
        if after != before:
            self.status, self.rule, self.span = after, rule, (t.start, t.end)
        if names_it:
            self.words.append(token)


def compose(inner: Status, outer: Status) -> Status:
    """What an outer operator makes of the status so far."""
    if outer == "actual":
        return "actual" if inner == "ongoing" else inner
    if inner == "negated":
        return "negated" if outer != "negated" else "hypothetical"
    if outer == "negated":
        return "negated"
    if outer == "hypothetical":
        return "hypothetical"
    if outer == "future":
        return inner if inner == "hypothetical" else "future"
    return "ongoing" if inner == "actual" else inner  # outer == ongoing


def status_of(
    sentence: Sentence, anchor: int, *, carrier: int | None = None, reported: bool = False, performed: bool = False
) -> StatusReading:
    """The status of the event named by token `anchor`.

    `carrier` is the light verb of an event noun, if it has one. `reported` is True inside the content of a claim made
    in the past: there "would" is a future seen from the past, not a condition. `performed` is True for acts that are
    done by saying them: "I want to thank", "we would like to congratulate" thank and congratulate.
    """
    pack = load_status()
    walk = _Walk(sentence)
    if performed and _performs(sentence, anchor if carrier is None else carrier):
        return StatusReading(status="actual", rule="done by saying it", span=None)
    tokens = sentence.tokens
    node = anchor
    if tokens[anchor].upos in ("NOUN", "PROPN", "NUM"):
        _noun_operators(sentence, anchor, pack, walk)
        if carrier is not None:
            # the noun may hang on its carrier (object) or carry it as a clause ("attacks carried out by")
            if tokens[carrier].head == anchor:
                _verb_operators(sentence, carrier, pack, walk, reported)
            else:
                node = carrier
                _operator_word(sentence, anchor, carrier, pack, walk)
                _verb_operators(sentence, node, pack, walk, reported)
    else:
        _verb_operators(sentence, node, pack, walk, reported)
    _climb(sentence, node, pack, walk, reported)
    if sentence.tokens[-1].form == "?" or any(t.form == "?" for t in tokens[-2:]):
        walk.apply("hypothetical", "question", len(tokens) - 1)
    token = tokens[anchor]
    process = token.lemma in pack.process.ongoing and token.rel != "nsubj" and not is_past(token)
    if walk.rule == "no operator" and carrier is None and process:
        walk.apply("ongoing", f"'{token.form}' goes on", anchor)
    return StatusReading(status=walk.status, rule=walk.rule, span=walk.span, words=tuple(walk.words))


def _performs(sentence: Sentence, i: int) -> bool:
    """True for the infinitive under a first-person wish: "I want to thank", "let me express"."""
    token = sentence.tokens[i]
    if token.rel not in ("xcomp", "ccomp") or token.head < 0:
        return False
    if sentence.tokens[token.head].lemma not in WORDS.verbs.wishing:
        return False
    return any(
        sentence.tokens[c].rel in ("nsubj", "obj") and sentence.tokens[c].form.lower() in ("i", "we", "me", "us")
        for c in sentence.children[token.head]
    )


def _noun_operators(sentence: Sentence, i: int, pack: StatusPack, walk: _Walk) -> None:
    tokens = sentence.tokens
    for c in sentence.children[i]:
        child = tokens[c]
        if child.rel == "det" and child.lemma in pack.negators.det:
            walk.apply("negated", f"determiner '{child.form}'", c)
        elif child.rel in ("amod", "compound", "acl") and child.upos in ("ADJ", "VERB", "NOUN", "ADV"):
            for word in (child.lemma, child.form.lower()):
                operator = _matching(pack.adjectives.get(word), "amod", "", sentence, c)
                if operator is not None:
                    walk.apply(operator.gives, f"status:{operator.id} '{child.form}'", c)
                    break


def _verb_operators(sentence: Sentence, i: int, pack: StatusPack, walk: _Walk, reported: bool) -> None:
    """Negation, modals, aspect and conditional marks on a verb (or predicate) itself."""
    tokens = sentence.tokens
    token = tokens[i]
    # a past tense form has no auxiliary to share: "would not let him speak and arrested two others"
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
    running = "being" in forms or (progressive and any(tokens[c].lemma == "be" for c in auxiliaries))
    if running and present and not negated:
        walk.apply("ongoing", "present progressive", i)
    if token.rel == "advcl" and _inverted(sentence, i):
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


def _climb(sentence: Sentence, node: int, pack: StatusPack, walk: _Walk, reported: bool) -> None:
    tokens = sentence.tokens
    for _ in range(12):
        token = tokens[node]
        if token.head < 0:
            return
        governor = token.head
        head = tokens[governor]
        relation = _relation(sentence, node)
        if relation in ("conj", "parataxis", "relcl", "appos", "nsubj:outer"):
            if relation == "conj" and token.upos == "VERB" and head.upos in ("VERB", "ADJ", "NOUN"):
                if is_past(token) and conjoined(sentence, node) != governor:
                    return
                node = governor
                continue
            if relation == "conj" and token.upos in ("NOUN", "PROPN"):
                node = governor
                continue
            return
        applied = _operator_word(sentence, node, governor, pack, walk)
        if not applied:
            bundling = head.upos in ("NOUN", "PROPN") and head.lemma in WORDS.nouns.transparent
            if bundling and relation in ("nmod:of", "compound"):
                _noun_operators(sentence, governor, pack, walk)
                node = governor
                continue
            if relation in ("xcomp", "ccomp:inf"):
                node = governor
                continue
            if relation in ("obj", "pass") and head.lemma in WORDS.verbs.bringing:
                # "the ruling would cause a walkout": what is brought about is as real as the bringing
                _verb_operators(sentence, governor, pack, walk, reported)
                node = governor
                continue
            return
        _verb_operators_of_governor(sentence, governor, pack, walk, reported)
        node = governor


def _relation(sentence: Sentence, i: int) -> str:
    """How token i hangs on its head, in the words of the pack."""
    token = sentence.tokens[i]
    rel = token.deprel
    if rel == "nsubj:pass":
        return "pass"
    if rel == "acl:relcl":
        return "relcl"
    base = token.rel
    if base in ("nsubj", "csubj"):
        return "pass" if rel == "csubj:pass" else "subj"
    if base in ("obl", "nmod"):
        prep = case_of(sentence, i)
        return f"{base}:{prep}" if prep else base
    if base == "advcl":
        mark = mark_of(sentence, i)
        return f"advcl:{mark}" if mark else "advcl"
    if base == "ccomp":
        mark = mark_of(sentence, i)
        infinitive = "VerbForm=Inf" in token.feats and not _has_finite_aux(sentence, i)
        if infinitive or mark in ("for", "to"):
            return "ccomp:inf"
        if "Mood=Sub" in token.feats:
            return "ccomp:subj"
        return "ccomp"
    return base


def _has_finite_aux(sentence: Sentence, i: int) -> bool:
    return any(
        sentence.tokens[c].rel in ("aux", "cop") and "VerbForm=Fin" in sentence.tokens[c].feats
        for c in sentence.children[i]
    )


def _matching(
    entries: tuple[tuple[Operator, str], ...] | None, relation: str, prep: str, sentence: Sentence, i: int
) -> Operator | None:
    """The first operator whose relation fits; `i` is the operator word."""
    if not entries:
        return None
    token = sentence.tokens[i]
    for operator, qualifier in entries:
        relations = operator.relations
        if qualifier and not _qualifier_holds(sentence, i, qualifier, relation):
            continue
        if relation in relations:
            return operator
        if relation == "amod" and "amod:strict" in relations and token.lemma not in WORDS.adjectives.opening:
            return operator
        if relation == "obj" and "obj:weak" in relations and token.lemma in WORDS.verbs.open_object:
            return operator
    return None


def _given(sentence: Sentence, i: int) -> bool:
    """True for a noun that points back: "the strike", "these strikes"."""
    return sentence.tokens[i].upos in ("NOUN", "PROPN") and any(
        sentence.tokens[c].rel == "det" and sentence.tokens[c].lemma in ("the", "this", "these", "that", "those")
        for c in sentence.children[i]
    )


def _qualifier_holds(sentence: Sentence, i: int, qualifier: str, relation: str) -> bool:
    """`call:off` needs the particle off, `sign:no` the determiner no, `stop:from` the event in a from-clause."""
    if relation in (f"obl:{qualifier}", f"advcl:{qualifier}"):
        return True
    if qualifier == "act":
        return relation in ("obj", "xcomp")
    return any(
        sentence.tokens[c].lemma == qualifier and sentence.tokens[c].rel in ("compound", "advmod", "det", "obl", "case")
        for c in sentence.children[i]
    )


def _operator_word(sentence: Sentence, node: int, governor: int, pack: StatusPack, walk: _Walk) -> bool:
    """Apply the governor if it is an operator for the way the node hangs on it."""
    head = sentence.tokens[governor]
    relation = _relation(sentence, node)
    if head.lemma == "be" and relation in ("xcomp", "ccomp:inf") and "VerbForm=Fin" in head.feats:
        walk.apply("future", f"'{head.form} to'", governor)
        return True
    table = {"VERB": pack.verbs, "NOUN": pack.nouns, "PROPN": pack.nouns, "ADJ": pack.adjectives}.get(head.upos)
    if table is None:
        return False
    operator = _matching(table.get(head.lemma), relation, "", sentence, governor)
    if operator is None and head.upos == "VERB":
        operator = _matching(pack.adjectives.get(head.form.lower()), relation, "", sentence, governor)
    if operator is None:
        return False
    if operator.id == "plan" and relation == "subj":
        return False
    if head.lemma in load_authorization().verbs and _given(sentence, node):
        # "these strikes were authorized": an order for something already told does not put it into the future
        walk.words.append(governor)
        return False
    negated = _negated_here(sentence, governor, pack)
    names_it = (
        head.upos == "VERB" and sentence.tokens[node].upos in ("NOUN", "PROPN") and relation in ("obj", "pass", "subj")
    )
    walk.apply(operator.gives, f"status:{operator.id} '{head.form}'", governor, negated=negated, names_it=names_it)
    return True


def _negated_here(sentence: Sentence, i: int, pack: StatusPack) -> bool:
    tokens = sentence.tokens
    for c in sentence.children[i]:
        child = tokens[c]
        if child.rel == "advmod" and child.lemma in pack.negators.advmod:
            return True
        if child.rel == "det" and child.lemma in pack.negators.det:
            return True
    return False


def _verb_operators_of_governor(sentence: Sentence, i: int, pack: StatusPack, walk: _Walk, reported: bool) -> None:
    """Modals and conditions on an operator word count too ("may begin to withdraw"); its tense does not."""
    tokens = sentence.tokens
    if tokens[i].upos == "NOUN":
        _noun_operators(sentence, i, pack, walk)
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


__all__ = ["StatusReading", "compose", "is_passive", "status_of", "surface_subject"]
