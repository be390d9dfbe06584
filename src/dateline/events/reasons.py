"""What an event answers and what it aims at: only where the text says so, whatever came first."""

from collections.abc import Mapping

from msgspec import Struct
from msgspec.structs import replace

from dateline.events.coordination import coordinated
from dateline.events.grammar import case_of, governor_chain, mark_of
from dateline.events.slots import verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import ReasonPack, load_reasons
from dateline.language.analysis import Sentence
from dateline.records.span import Span

WORDS = load_grammar()


class Reason(Struct, frozen=True):
    """`later` answers `earlier` (values of `owners`: drafts), with the deciding words and the rule; `otherwise` answers
    it where `later` turns out to be the same happening ("suspended aid after the coup, citing the coup")."""

    later: int
    earlier: int
    span: Span
    rule: str
    otherwise: int | None = None


def reasons_in(
    sentence: Sentence, owners: Mapping[int, int], events: Mapping[int, str], frames: Mapping[int, str] | None = None
) -> tuple[Reason, ...]:
    """All stated answers between the events of one sentence.

    `owners` maps anchor tokens and carriers to drafts, `events` drafts to their type. The content of an accusation or
    of praise is what is judged, not what is answered, so a plain "for" after those types links nothing.
    """
    pack = load_reasons()
    out: list[Reason] = []
    tokens = sentence.tokens
    answering = any(t.lemma in pack.answering for t in tokens)
    for i, token in enumerate(tokens):
        if token.upos in ("NOUN", "PROPN") and token.lemma in pack.nouns:
            out.extend(_noun(sentence, i, owners, pack))
        elif token.upos == "VERB" and token.lemma in pack.answer_verbs:
            out.extend(_answer_verb(sentence, i, owners, pack))
        if token.upos == "VERB" and token.lemma in pack.cause_verbs:
            out.extend(_cause(sentence, i, owners))
        if token.upos == "VERB" and token.lemma in pack.ascribing:
            out.extend(_ascribed(sentence, i, owners))
        if token.upos == "VERB" and token.rel in ("advcl", "conj", "parataxis", "acl") and token.lemma in pack.citing:
            out.extend(_citing(sentence, i, owners))
        if token.rel in ("obl", "nmod", "advcl", "acl"):
            out.extend(_preposition(sentence, i, owners, events, pack, answering))
    seen: set[tuple[int, int]] = set()
    distinct = []
    for reason in out:
        pair = (reason.later, reason.earlier)
        if pair not in seen and (reason.earlier, reason.later) not in seen and reason.later != reason.earlier:
            seen.add(pair)
            distinct.append(reason)
    return tuple(distinct)


INNER = frozenset({"nmod", "acl", "obj", "xcomp", "ccomp", "nsubj", "compound", "obl"})


def below(sentence: Sentence, i: int, owners: Mapping[int, int], *, depth: int = 3) -> list[int]:
    """The drafts named at token i or, if it names none, below it: "threats to", "a series of attacks"."""
    out: list[int] = []
    for token in coordinated(sentence, i):
        if token in owners:
            out.append(owners[token])
            continue
        if depth:
            for c in sentence.children[token]:
                # not into relative and adverbial clauses: they tell of a participant, or of another time
                if sentence.tokens[c].deprel != "acl:relcl" and sentence.tokens[c].rel in INNER:
                    found = below(sentence, c, owners, depth=depth - 1)
                    if found:
                        out.extend(found)
                        break
    return out


def event_above(sentence: Sentence, i: int, owners: Mapping[int, int]) -> int | None:
    """The draft that a phrase or clause is hung on: the nearest anchor upwards, or the subject or object of what it
    hangs on when that names no event ("the move came in response to", "described the strikes as retribution")."""
    node = i
    for _ in range(6):
        head = sentence.tokens[node].head
        if head < 0:
            break
        if head in owners:
            return owners[head]
        for c in sentence.children[head]:
            if c == node or sentence.tokens[c].rel not in ("nsubj", "obj", "ccomp"):
                continue
            if c in owners:
                return owners[c]
        node = head
    for c in sentence.children[node]:
        if c in owners and c != i:
            return owners[c]
    return None


def _reason(sentence: Sentence, later: int | None, earlier: list[int], i: int, rule: str) -> list[Reason]:
    if later is None:
        return []
    token = sentence.tokens[i]
    return [Reason(later, e, (token.start, token.end), rule) for e in earlier if e != later]


def _noun(sentence: Sentence, i: int, owners: Mapping[int, int], pack: ReasonPack) -> list[Reason]:
    out: list[Reason] = []
    head = sentence.tokens[i].head
    # the parser often hangs "to the attacks" beside "in response", not below it: its preposition comes right after
    beside = [
        c
        for c in (sentence.children[head] if head >= 0 else ())
        if c > i and any(k == i + 1 and sentence.tokens[k].rel == "case" for k in sentence.children[c])
    ]
    for c in (*sentence.children[i], *beside):
        child = sentence.tokens[c]
        if child.rel in ("nmod", "acl", "obl", "advcl"):
            prep = case_of(sentence, c) or mark_of(sentence, c)
            if prep.split(" ")[0] not in pack.noun_prepositions:
                continue
            earlier = below(sentence, c, owners)
            later = owners.get(i)
            if later is None or later in earlier:
                later = event_above(sentence, i, owners)
            out.extend(_reason(sentence, later, earlier, i, f"reason: '{sentence.tokens[i].form} {prep}'"))
    return out


def _answer_verb(sentence: Sentence, i: int, owners: Mapping[int, int], pack: ReasonPack) -> list[Reason]:
    earlier: list[int] = []
    later = owners.get(i)
    for slot in verb_slots(sentence, i):
        if slot.name == "obj" or (
            slot.name in ("obl", "advcl") and slot.prep in pack.answer_prepositions and slot.prep not in ("with", "by")
        ):
            earlier.extend(below(sentence, slot.token, owners))
        elif later is None and (slot.name == "subj" or (slot.name in ("obl", "advcl") and slot.prep in ("with", "by"))):
            found = below(sentence, slot.token, owners, depth=1)
            later = found[0] if found else None
    if later is None or later in earlier:
        above = event_above(sentence, i, owners)
        later = above if above not in earlier else later
    return _reason(sentence, later, [e for e in earlier if e != later], i, f"reason: '{sentence.tokens[i].form}'")


def _cause(sentence: Sentence, i: int, owners: Mapping[int, int]) -> list[Reason]:
    earlier: list[int] = []
    later: list[int] = []
    for slot in verb_slots(sentence, i):
        if slot.name == "subj":
            earlier.extend(below(sentence, slot.token, owners, depth=2))
        elif (
            slot.name in ("comp", "advcl")
            or (slot.name == "obl" and slot.prep in ("to", "into", "in"))
            or slot.name == "obj"
        ):
            later.extend(below(sentence, slot.token, owners, depth=1))
    if owners.get(i) is not None and not later:
        return []
    return [r for one in later[:2] for r in _reason(sentence, one, earlier, i, f"reason: '{sentence.tokens[i].form}'")]


def _ascribed(sentence: Sentence, i: int, owners: Mapping[int, int]) -> list[Reason]:
    """ "The withdrawal, which officials tied to the attacks", "recalled its envoy, a step ascribed to the raid"."""
    later: list[int] = []
    earlier: list[int] = []
    for slot in verb_slots(sentence, i):
        if slot.name == "obj":
            later.extend(below(sentence, slot.token, owners, depth=0))
            if not later and sentence.tokens[slot.token].rel in ("appos", "parataxis"):
                above = event_above(sentence, slot.token, owners)
                later.extend([] if above is None else [above])
        elif slot.name == "obl" and slot.prep == "to":
            earlier.extend(below(sentence, slot.token, owners, depth=1))
    return [
        r for one in later[:1] for r in _reason(sentence, one, earlier, i, f"reason: '{sentence.tokens[i].form} to'")
    ]


def _citing(sentence: Sentence, i: int, owners: Mapping[int, int]) -> list[Reason]:
    earlier: list[int] = []
    for slot in verb_slots(sentence, i):
        if (
            slot.name == "obj"
            or (slot.name == "obl" and slot.prep in ("by", "for", "over", "at"))
            or slot.via == "by-agent"
        ):
            earlier.extend(below(sentence, slot.token, owners))
    later = event_above(sentence, i, owners)
    found = _reason(sentence, later, [e for e in earlier if e != later], i, f"reason: '{sentence.tokens[i].form}'")
    # "suspended aid after soldiers seized power, citing the coup": the parser hangs the participle on the nearest verb
    above = [owners[t.i] for t in governor_chain(sentence, i) if t.i in owners and owners[t.i] != later]
    return [replace(r, otherwise=above[0]) for r in found] if above else found


JUDGING = frozenset({"ACCUSE", "SUPPORT"})


def _preposition(
    sentence: Sentence, i: int, owners: Mapping[int, int], events: Mapping[int, str], pack: ReasonPack, answering: bool
) -> list[Reason]:
    prep = case_of(sentence, i) or mark_of(sentence, i)
    strong = prep in pack.prepositions or (prep in pack.marks)
    weak = prep == "for" or (answering and prep in pack.weak_prepositions)
    if not strong and not weak:
        return []
    clause = sentence.tokens[i].rel == "advcl"
    earlier = below(sentence, i, owners, depth=1 if clause else 3)
    if not earlier:
        return []
    later = None
    node = i
    for _ in range(3):
        node = sentence.tokens[node].head
        if node < 0:
            break
        if node in owners:
            later = owners[node]
            break
        if weak and not strong and sentence.tokens[node].upos == "VERB":
            return []  # "begged them to fine the firm for polluting": the for-clause belongs to its own verb
    if later is None and strong:
        later = event_above(sentence, i, owners)
    if later is None or (weak and events.get(later) in JUDGING) or (prep == "over" and events.get(later) == "CONSULT"):
        return []
    if (
        weak
        and prep == "for"
        and events.get(later) in ("REQUEST", "AGREE", "THREATEN", "CONSULT", "MOBILIZE", "COOPERATE")
    ):
        return []
    return _reason(sentence, later, [e for e in earlier if e != later], i, f"reason: '{prep}'")


def purposes_of(sentence: Sentence, heads: tuple[int, ...]) -> tuple[Span, ...]:
    """Spans that state the aim of the act named at these tokens: "to deter further attacks"."""
    out: list[Span] = []
    for head in heads:
        for c in sentence.children[head]:
            child = sentence.tokens[c]
            if child.rel == "advcl" and mark_of(sentence, c) in WORDS.marks.purpose and "VerbForm=Inf" in child.feats:
                out.append(clause_span(sentence, c))
    return tuple(dict.fromkeys(out))


def clause_span(sentence: Sentence, i: int) -> Span:
    """The span of everything below token i, without punctuation at its ends."""
    below, stack = [], [i]
    while stack:
        n = stack.pop()
        below.append(n)
        stack.extend(sentence.children[n])
    below.sort()
    while below and sentence.tokens[below[-1]].upos == "PUNCT":
        below.pop()
    while below and sentence.tokens[below[0]].upos == "PUNCT":
        below.pop(0)
    return (sentence.tokens[below[0]].start, sentence.tokens[below[-1]].end)
