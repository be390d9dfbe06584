"""Answers whose cause stands before: "In response, the army ...", "Police retaliated", "reprisal raids".

A word of answering without its complement answers what was told last that it can answer; with plain order in time
there is no answer."""

from collections.abc import Mapping, Sequence

import msgspec
from msgspec import Struct

from dateline.events.draft import Draft
from dateline.events.grammar import case_of, governor_chain, mark_of
from dateline.events.groups import HAPPENED
from dateline.events.reasons import Reason, below, event_above
from dateline.events.slots import verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import load_reasons
from dateline.language.analysis import Sentence
from dateline.records.event import Event, Why
from dateline.records.span import Span

WORDS = load_grammar()

REACH = 2
"""How many sentences back what is answered may stand."""


class Answer(Struct, frozen=True):
    """The draft that answers something told before, the words that say so, and the rule."""

    later: int
    span: Span
    rule: str


def answers_in(sentence: Sentence, owners: Mapping[int, int], linked: frozenset[int]) -> tuple[Answer, ...]:
    """The answers of a sentence that leave out what they answer; `linked` are drafts with a stated cause of their own.

    `owners` maps tokens to drafts."""
    pack = load_reasons()
    out: list[Answer] = []
    for token in sentence.tokens:
        later: int | None = None
        if token.upos == "NOUN" and token.lemma in pack.replies and token.rel in ("obl", "advmod", "nmod"):
            if case_of(sentence, token.i) in ("in", "as", "by way of") and not _complement(sentence, token.i):
                later = event_above(sentence, token.i, owners)
        elif token.upos == "VERB" and token.lemma in pack.replying and not _object(sentence, token.i):
            later = owners.get(token.i)
            if later is None:
                later = _means(sentence, token.i, owners)
        elif token.lemma in pack.retaliatory and token.rel in ("amod", "compound") and token.head >= 0:
            later = owners.get(token.head)
        if later is not None and later not in linked and later not in [a.later for a in out]:
            out.append(Answer(later, (token.start, token.end), f"answers what was told before: '{token.form}'"))
    return tuple(out)


def _complement(sentence: Sentence, i: int) -> bool:
    """True if the noun says what it answers: "in response to the raid", also where the parser hangs it beside."""
    after = sentence.tokens[i + 1] if i + 1 < len(sentence.tokens) else None
    return after is not None and after.lemma in ("to", "for", "against", "over")


def _object(sentence: Sentence, i: int) -> bool:
    """True if the verb says what it answers: "retaliated for the raid", "responded to the call"."""
    return any(
        slot.name == "obj" or (slot.name in ("obl", "advcl") and slot.prep.split(" ")[0] in ("to", "for", "over"))
        for slot in verb_slots(sentence, i)
    )


def _means(sentence: Sentence, i: int, owners: Mapping[int, int]) -> int | None:
    """The act with which one answers: "retaliated by burning two villages", "responded with tear gas"."""
    for slot in verb_slots(sentence, i):
        if slot.name in ("obl", "advcl") and slot.prep in ("with", "by"):
            found = below(sentence, slot.token, owners, depth=1)
            if found:
                return found[0]
    above = next((t.i for t in governor_chain(sentence, i) if t.i in owners), None)
    # "shelled the town, retaliating": the participle says of its governor what it is
    return (
        owners[above] if above is not None and sentence.tokens[i].rel == "advcl" and not mark_of(sentence, i) else None
    )


def with_reasons(
    events: Sequence[Event],
    drafts: Sequence[Draft],
    group_of: Mapping[int, int],
    reasons: Sequence[Reason],
    answers: Sequence[Answer],
) -> list[Event]:
    """The events with what they answer: stated links first, then answers to what was told before."""
    out = list(events)
    for reason in reasons:
        later, earlier = group_of.get(reason.later), group_of.get(reason.earlier)
        if later is not None and later == earlier and reason.otherwise is not None:
            later = group_of.get(reason.otherwise)
        if later is not None and earlier is not None:  # else a bare noun that joined nothing
            _link(out, later, earlier, Why("responds_to", reason.span, reason.rule))
    last = _last_sentences(drafts, group_of)
    for answer in answers:
        later = group_of.get(answer.later)
        if later is None or out[later].responds_to:
            continue
        earlier = _answered(out, drafts, group_of, last, later, drafts[answer.later])
        if earlier is not None:
            _link(out, later, earlier, Why("responds_to", answer.span, answer.rule))
    return out


def _link(events: list[Event], later: int, earlier: int, why: Why) -> None:
    if later == earlier or str(earlier) in events[later].responds_to or str(later) in events[earlier].responds_to:
        return
    events[later] = msgspec.structs.replace(
        events[later], responds_to=(*events[later].responds_to, str(earlier)), why=(*events[later].why, why)
    )


def _last_sentences(drafts: Sequence[Draft], group_of: Mapping[int, int]) -> dict[int, list[int]]:
    """The happenings told in each sentence, in text order."""
    out: dict[int, list[int]] = {}
    for n, draft in enumerate(drafts):
        number = group_of.get(n)
        if number is not None and number not in out.setdefault(draft.sentence, []):
            out[draft.sentence].append(number)
    return out


def _answered(
    events: Sequence[Event],
    drafts: Sequence[Draft],
    group_of: Mapping[int, int],
    told: Mapping[int, list[int]],
    later: int,
    draft: Draft,
) -> int | None:
    """The last happening before the answer by somebody else, rather one that struck who answers."""
    answer = events[later]
    near: list[int] = []
    for sentence in range(draft.sentence, draft.sentence - REACH - 1, -1):
        for number in reversed(told.get(sentence, ())):
            event = events[number]
            if number == later or event.status not in HAPPENED or event.historical or event.anchor > answer.anchor:
                continue
            if answer.actors and set(event.actors) & set(answer.actors):
                continue
            near.append(number)
    struck = [n for n in near if set(events[n].recipients) & set(answer.actors)]
    return next(iter(struck or near), None)
