"""The event stage: from an analyzed and resolved text to its events, and a reason for every sentence without one."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec
from msgspec import Struct

from dateline.events.anchors import Anchor, Refusal, find_anchors
from dateline.events.answers import Answer, answers_in, with_reasons
from dateline.events.background import background_of
from dateline.events.collectives import with_members
from dateline.events.discourse import settle
from dateline.events.draft import Draft, EffectDraft
from dateline.events.drafting import draft_of
from dateline.events.echoes import find_echoes
from dateline.events.effects import effects_in
from dateline.events.judged import JUDGING, with_judged
from dateline.events.merging import merge
from dateline.events.parts import with_cases, with_items
from dateline.events.reasons import Reason, reasons_in
from dateline.events.records import event_of
from dateline.events.screening import screen
from dateline.events.timing import times_of_sentence
from dateline.knowledge.frames import Frames, load_frames
from dateline.language.analysis import Analysis, Sentence
from dateline.records.document import Document, Uncoded
from dateline.records.event import Event
from dateline.records.span import Span
from dateline.resolving.resolution import FoundTime, Resolution


class Coding(Struct, frozen=True):
    """Events with provisional ids (entity, time and event ids are indices as strings), and the uncoded sentences."""

    events: tuple[Event, ...]
    uncoded: tuple[Uncoded, ...]


def code_events(
    document: Document,
    analysis: Analysis,
    resolution: Resolution,
    reported: Sequence[Span] = (),
    *,
    frames: Frames | None = None,
) -> Coding:
    """The events of a document in text order. `reported` are the content spans of claims made in the past tense: there
    "would" looks into the future. Ids inside the events are provisional; the pipeline numbers them."""
    frames = frames if frames is not None else load_frames()
    times = _times_by_sentence(resolution)
    within = _Spans(reported)
    drafts: list[Draft] = []
    reasons: list[Reason] = []
    replies: list[Answer] = []
    uncoded: list[Uncoded] = []
    stray: list[tuple[int, tuple[EffectDraft, ...]]] = []
    for sentence in analysis.sentences:
        anchors, refusals = find_anchors(analysis, resolution, sentence.index, frames)
        anchors, screened = screen(analysis, resolution, sentence.index, anchors)
        refusals += screened
        start = len(drafts)
        made, answers, bare, loose = _code_sentence(
            document,
            analysis,
            resolution,
            sentence.index,
            anchors,
            frames,
            times.get(sentence.index, {}),
            within,
            start,
        )
        drafts.extend(made)
        reasons.extend(answers)
        replies.extend(bare)
        if loose:
            stray.append((sentence.index, loose))
        if not anchors:
            uncoded.append(
                Uncoded((sentence.start, sentence.end), _reason(analysis, sentence.index, refusals, bool(loose)))
            )
    drafts = _with_stray_effects(drafts, stray)
    groups = merge(analysis, resolution, drafts)
    events = [event_of(analysis, resolution, drafts, g, n, document.published) for n, g in enumerate(groups)]
    group_of = {m: n for n, g in enumerate(groups) for m in g.members}
    events = with_items(analysis, resolution, with_cases(analysis, events, drafts, group_of))
    events = with_judged(drafts, with_members(analysis, resolution, events), group_of)
    events = with_reasons(events, drafts, group_of, reasons, replies)
    return Coding(events=settle(analysis, resolution, events), uncoded=tuple(uncoded))


class _Spans:
    """Spans that may overlap, asked for every anchor of a long document: kept as disjoint runs, searched by halves."""

    def __init__(self, spans: Sequence[Span]) -> None:
        starts: list[int] = []
        ends: list[int] = []
        for start, end in sorted(spans):
            if ends and start <= ends[-1]:
                ends[-1] = max(ends[-1], end)
            else:
                starts.append(start)
                ends.append(end)
        self._starts, self._ends = tuple(starts), tuple(ends)

    def hold(self, position: int) -> bool:
        i = bisect_right(self._starts, position) - 1
        return i >= 0 and position < self._ends[i]


def _times_by_sentence(resolution: Resolution) -> dict[int, dict[int, FoundTime]]:
    out: dict[int, dict[int, FoundTime]] = {}
    for index, found in enumerate(resolution.times):
        out.setdefault(found.sentence, {})[index] = found
    return out


def _code_sentence(
    document: Document,
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    anchors: tuple[Anchor, ...],
    frames: Frames,
    times: dict[int, FoundTime],
    within: "_Spans",
    start: int,
) -> tuple[list[Draft], list[Reason], list[Answer], tuple[EffectDraft, ...]]:
    """Drafts and reasons of one sentence, answers that leave out what they answer, and effects without an event."""
    found = effects_in(analysis, resolution, index)
    sentence = analysis.sentences[index]
    by_token = {a.token: a for a in anchors}
    owners: dict[int, int] = {}
    for n, anchor in enumerate(anchors):
        # what is judged or protested against is another act, even where an entry asks for its word
        part = anchor.consumed if anchor.entry.frame.event not in JUDGING else ()
        for named in (anchor.token, anchor.carrier, *part):
            if named is not None:
                owners.setdefault(named, n)
    echoes = find_echoes(analysis, resolution, index, frozenset(owners))
    named_again = {**{d.token: len(anchors) + n for n, d in enumerate(echoes)}, **owners}
    types: dict[int, str] = {n: a.entry.frame.event for n, a in enumerate(anchors)}
    types.update({len(anchors) + n: d.event for n, d in enumerate(echoes)})
    answers = reasons_in(sentence, named_again, types)
    bare = answers_in(sentence, named_again, frozenset(r.later for r in answers))
    answered = {anchors[r.earlier].token: r.earlier for r in answers if r.earlier < len(anchors)}
    owned_times = times_of_sentence(sentence, times, owners, answered)
    owned_effects, loose = _owned_effects(analysis, index, anchors, owners, found)
    drafts: list[Draft] = []
    kept: dict[int, int] = {}
    for n, anchor in enumerate(anchors):
        token = sentence.tokens[anchor.token]
        draft = draft_of(
            analysis,
            resolution,
            index,
            anchor,
            frames,
            others=by_token,
            time=owned_times.get(n),
            effects=owned_effects.get(n, ()),
            reported=within.hold(token.start),
            published=document.published,
            historical=background_of(document, analysis, resolution, index, anchor, owned_times.get(n)),
        )
        kept[n] = start + len(drafts)
        drafts.append(draft)
    for n, echo in enumerate(echoes, start=len(anchors)):
        kept[n] = start + len(drafts)
        drafts.append(echo)
    linked = {n for r in answers for n in (r.later, r.earlier) if n < len(anchors)} | {
        a.later for a in bare if a.later < len(anchors)
    }
    # a bare noun that answers something, or is answered, is told of: it happened
    drafts = [msgspec.structs.replace(d, echo=()) if n in linked and d.echo else d for n, d in enumerate(drafts)]
    return (
        drafts,
        [_renumbered(r, kept) for r in answers],
        [msgspec.structs.replace(a, later=kept[a.later]) for a in bare],
        loose,
    )


def _renumbered(reason: Reason, kept: dict[int, int]) -> Reason:
    otherwise = None if reason.otherwise is None else kept[reason.otherwise]
    return msgspec.structs.replace(reason, later=kept[reason.later], earlier=kept[reason.earlier], otherwise=otherwise)


HARMFUL = ("ASSAULT", "COERCE", "PROTEST", "SANCTION", "RETREAT")


def _owned_effects(
    analysis: Analysis,
    index: int,
    anchors: tuple[Anchor, ...],
    owners: dict[int, int],
    found: tuple[tuple[int, tuple[EffectDraft, ...]], ...],
) -> tuple[dict[int, tuple[EffectDraft, ...]], tuple[EffectDraft, ...]]:
    """Each group of effects goes to the event that its word names, else to the nearest harm above or beside it."""
    sentence = analysis.sentences[index]
    out: dict[int, tuple[EffectDraft, ...]] = {}
    loose: tuple[EffectDraft, ...] = ()
    harmful = [n for n, a in enumerate(anchors) if a.entry.frame.event in HARMFUL]
    for token, group in found:
        owner = owners.get(token)
        node = token
        while owner is None and sentence.tokens[node].head >= 0:
            node = sentence.tokens[node].head
            owner = owners.get(node)
        if owner is None or owner not in harmful:
            owner = min(harmful, key=lambda n: abs(anchors[n].token - token), default=None)
        if owner is None:
            loose += group
        else:
            out[owner] = out.get(owner, ()) + group
    return out, loose


def _with_stray_effects(drafts: list[Draft], stray: list[tuple[int, tuple[EffectDraft, ...]]]) -> list[Draft]:
    """Effects of sentences without an event of their own belong to the last harm at most two sentences before them."""
    out = list(drafts)
    for index, effects in stray:
        for n in range(len(out) - 1, -1, -1):
            distance = index - out[n].sentence
            if distance > 2:
                break
            if distance > 0 and out[n].event in HARMFUL and out[n].status in ("actual", "ongoing"):
                out[n] = msgspec.structs.replace(out[n], effects=out[n].effects + effects)
                break
    return out


# From this chance on a reader is told that the model sees an event where the packs give none.
LEAST_SUSPECTED = 0.6


def suspected(sentence: Sentence) -> str:
    """The event that the model sees in a sentence, for a reader who looks for what the packs lack; empty if none.

    It is no more than a hint: measured as a proposal of its own, it brought more wrong types than right ones.
    """
    marks = sentence.marks.anchors if sentence.marks is not None else ()
    best = max(marks, key=lambda mark: mark.score, default=None)
    if best is None or best.score < LEAST_SUSPECTED:
        return ""
    return f"the model sees {best.event} in '{sentence.tokens[best.token].form}' ({best.score:.2f})"


def _reason(analysis: Analysis, index: int, refusals: tuple[Refusal, ...], effects: bool) -> str:
    told = _told_reason(analysis, index, refusals, effects)
    hint = suspected(analysis.sentences[index])
    return f"{told}; {hint}" if hint else told


def _told_reason(analysis: Analysis, index: int, refusals: tuple[Refusal, ...], effects: bool) -> str:
    if refusals:
        return "; ".join(dict.fromkeys(r.reason for r in refusals))
    sentence = analysis.sentences[index]
    if not any(t.upos in ("VERB", "AUX") for t in sentence.tokens):
        return "no verb and no event word"
    if effects:
        return "states an effect of an event told elsewhere"
    return "no word of the event lexicon"
