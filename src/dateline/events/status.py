"""Status: did it happen? Read from tense, modals, negation, and the words that govern the anchor.

The walk starts at the anchor and climbs to the root of its clause. Each operator met is applied to the status so far,
the innermost first, so that "did not rule out an attack" comes out hypothetical and "plans to resume" future. The
climb stops at a verb of saying: whether the saying is in the future says nothing of what is said.
"""

from dateline.events.coordination import conjoined, is_past
from dateline.events.grammar import case_of, mark_of, takes_part, undertaking_of
from dateline.events.status_walk import StatusReading, Walk, compose
from dateline.events.verb_status import futurate, governor_operators, verb_operators
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import Operator, StatusPack, load_authorization, load_status
from dateline.language.analysis import Sentence

WORDS = load_grammar()


def status_of(
    sentence: Sentence, anchor: int, *, carrier: int | None = None, reported: bool = False, performed: bool = False
) -> StatusReading:
    """The status of the event named by token `anchor`.

    `carrier` is the light verb of an event noun, if it has one. `reported` is True inside the content of a claim made
    in the past: there "would" is a future seen from the past, not a condition. `performed` is True for acts that are
    done by saying them: "I want to thank", "we would like to congratulate" thank and congratulate.
    """
    pack = load_status()
    walk = Walk(sentence)
    if performed and _performs(sentence, anchor if carrier is None else carrier):
        return StatusReading(status="actual", rule="done by saying it", span=None)
    tokens = sentence.tokens
    node = anchor
    if tokens[anchor].upos in ("NOUN", "PROPN", "NUM"):
        _noun_operators(sentence, anchor, pack, walk)
        if carrier is not None:
            # the noun may hang on its carrier (object) or carry it as a clause ("attacks carried out by")
            if tokens[carrier].head == anchor:
                verb_operators(sentence, carrier, pack, walk, reported)
            else:
                node = carrier
                _operator_word(sentence, anchor, carrier, pack, walk)
                verb_operators(sentence, node, pack, walk, reported)
    else:
        verb_operators(sentence, node, pack, walk, reported)
    _climb(sentence, node, pack, walk, reported)
    if sentence.tokens[-1].form == "?" or any(t.form == "?" for t in tokens[-2:]):
        walk.apply("hypothetical", "question", len(tokens) - 1)
    token = tokens[anchor]
    process = token.lemma in pack.process.ongoing and token.rel != "nsubj" and not is_past(token)
    process = process and walk.rule == "no operator" and (carrier is None or takes_part(sentence, carrier))
    if process:
        walk.apply("ongoing", f"'{token.form}' goes on", anchor)
    if walk.rule == "no operator" and token.upos == "VERB" and sentence.marks is not None:
        _ask_model(sentence.marks.happened[anchor], anchor, walk)
    return StatusReading(walk.status, walk.rule, walk.span, tuple(walk.words), process)


# Below this chance the model's word is taken against a verb that no operator governs.
LEAST_HAPPENED = 0.3


def _ask_model(chance: float, anchor: int, walk: Walk) -> None:
    """Generic, habitual and imagined acts often carry no operator that could be listed: "airlines fly over it"."""
    if chance < LEAST_HAPPENED:
        walk.apply("hypothetical", f"model: happened with a chance of {chance:.2f}", anchor)


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


def _noun_operators(sentence: Sentence, i: int, pack: StatusPack, walk: Walk) -> None:
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


def _climb(sentence: Sentence, node: int, pack: StatusPack, walk: Walk, reported: bool) -> None:
    tokens = sentence.tokens
    for _ in range(12):
        token = tokens[node]
        if token.head < 0:
            return
        # "the Iraqi operation to free the town": the noun decides, wherever the parser hangs the infinitive
        undertaking = undertaking_of(sentence, node)
        governor = token.head if undertaking is None else undertaking
        head = tokens[governor]
        relation = _relation(sentence, node) if undertaking is None else "acl"
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
        applied = _operator_word(sentence, node, governor, pack, walk, relation)
        if not applied and undertaking is not None:
            _noun_operators(sentence, undertaking, pack, walk)
            node = undertaking
            continue
        if not applied:
            bundling = head.upos in ("NOUN", "PROPN") and head.lemma in WORDS.nouns.transparent
            if bundling and relation in ("nmod:of", "compound"):
                _noun_operators(sentence, governor, pack, walk)
                node = governor
                continue
            if relation in ("xcomp", "ccomp:inf"):
                node = governor
                continue
            if relation in ("obj", "obl:in", "obl:to") and takes_part(sentence, governor):
                # "will take part in the talks": the talks lie ahead, too; "did not take part in them" denies no talks
                governor_operators(sentence, governor, pack, walk, reported)
                return
            brought = relation in ("obj", "pass") and head.lemma in WORDS.verbs.bringing
            if brought or (relation == "obj" and head.lemma in WORDS.verbs.securing and _new(sentence, node)):
                # "the ruling would cause a walkout": what is brought about is as real as the bringing
                verb_operators(sentence, governor, pack, walk, reported)
                node = governor
                continue
            return
        if head.upos == "NOUN":
            _noun_operators(sentence, governor, pack, walk)
        else:
            governor_operators(sentence, governor, pack, walk, reported)
        node = governor


def _new(sentence: Sentence, i: int) -> bool:
    """True for a noun that the text does not treat as known: "a ceasefire", "talks", not "the talks"."""
    return not any(
        sentence.tokens[c].deprel == "nmod:poss"
        or (sentence.tokens[c].rel == "det" and sentence.tokens[c].lemma.lower() in WORDS.determiners.definite)
        for c in sentence.children[i]
    )


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


def _had(sentence: Sentence, i: int) -> bool:
    """True for a wish or plan in the past perfect, which came to nothing: "had hoped to sign"."""
    return sentence.tokens[i].lemma in WORDS.verbs.intending and any(
        sentence.tokens[c].form.lower() in ("had", "'d") and sentence.tokens[c].rel == "aux"
        for c in sentence.children[i]
    )


def _negated_here(sentence: Sentence, i: int, pack: StatusPack) -> bool:
    tokens = sentence.tokens
    for c in sentence.children[i]:
        child = tokens[c]
        if child.rel == "advmod" and child.lemma in pack.negators.advmod:
            return True
        if child.rel == "det" and child.lemma in pack.negators.det:
            return True
    return False


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


def _operator_word(
    sentence: Sentence, node: int, governor: int, pack: StatusPack, walk: Walk, relation: str = ""
) -> bool:
    """Apply the governor if it is an operator for the way the node hangs on it."""
    head = sentence.tokens[governor]
    relation = relation or _relation(sentence, node)
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
    if operator.gives == "ongoing" and futurate(sentence, governor, pack):
        walk.apply("future", f"'{head.form}' on a day to come", governor)
        return True
    if (
        operator.id in ("plan", "consider", "demand-that")
        and _had(sentence, governor)
        and relation in ("xcomp", "ccomp:inf")
    ):
        walk.apply("negated", f"'had {head.form}'", governor)
        return True
    negated = _negated_here(sentence, governor, pack)
    names_it = (
        head.upos == "VERB" and sentence.tokens[node].upos in ("NOUN", "PROPN") and relation in ("obj", "pass", "subj")
    )
    walk.apply(operator.gives, f"status:{operator.id} '{head.form}'", governor, negated=negated, names_it=names_it)
    return True


__all__ = ["StatusReading", "compose", "status_of"]
