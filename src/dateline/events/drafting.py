"""From an anchor to a draft: roles, modes, status, place, time, count and effects of one mention."""

from collections.abc import Mapping

from msgspec.structs import replace

from dateline.events.anchors import Anchor
from dateline.events.cameo import cameo_of
from dateline.events.content import content_mode
from dateline.events.draft import Draft, EffectDraft, Filler
from dateline.events.grammar import mark_of
from dateline.events.instances import told_case_of
from dateline.events.lasting import lasting
from dateline.events.orders import authorizers
from dateline.events.placing import PlaceReading, place_of
from dateline.events.roles import fill_roles
from dateline.events.status import StatusReading, status_of
from dateline.knowledge.contexts import contexts_of
from dateline.knowledge.frames import Frames
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.nouns import load_nouns
from dateline.language.analysis import Analysis, Sentence
from dateline.records.entity import Count
from dateline.records.event import EventType, Why
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()

SPEECH_ACTS = frozenset({"SUPPORT", "ACCUSE", "REQUEST", "AGREE", "REJECT", "CONCEDE"})
COOPERATIVE = frozenset({"CONSULT", "SUPPORT", "COOPERATE", "AID"})
"""Types whose promised act is itself an AGREE."""


def draft_of(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    anchor: Anchor,
    frames: Frames,
    *,
    others: Mapping[int, Anchor],
    time: tuple[int, str] | None,
    effects: tuple[EffectDraft, ...],
    reported: bool,
    published: str | None,
    historical: tuple[str, Span] | None,
) -> Draft:
    """Everything that the sentence says of one anchor. `others` are all anchors of the sentence by token."""
    sentence = analysis.sentences[index]
    entry, frame = anchor.entry, anchor.entry.frame
    carrier = anchor.carrier
    performed = frame.event in SPEECH_ACTS
    named = anchor.token if anchor.case_of_noun is None else anchor.case_of_noun
    reading = status_of(sentence, named, carrier=carrier, reported=reported, performed=performed)
    fillers = fill_roles(analysis, resolution, index, anchor.token, entry, anchor.slots, frames, anchor.consumed)
    heads = (anchor.token,) if carrier is None else (anchor.token, carrier)
    fillers += authorizers(analysis, index, heads)
    event: EventType = frame.event  # type: ignore[assignment]
    status = frame.status or reading.status
    if time is not None and status in ("actual", "ongoing") and _after(resolution.times[time[0]].time.from_, published):
        status = "future"
    duration = lasting(resolution, sentence, anchor) if status == "actual" else None
    if duration is not None:
        status, reading = "ongoing", replace(reading, status="ongoing", rule=duration)
    if event == "AGREE" and status == "ongoing":
        status = "actual"  # "remains committed" commits now
    if event in COOPERATIVE and status == "future":
        event = "AGREE"
    modes = _modes(sentence, anchor, fillers, frames, others) if event == frame.event else ()
    place = place_of(analysis, resolution, index, anchor, fillers, others)
    count = resolution.counts.get((index, anchor.token)) if entry.pos == "noun" else None
    tokens = _tokens(sentence, anchor, reading, others)
    contexts = tuple(dict.fromkeys((*frame.contexts, *contexts_of(t.lemma for t in sentence.tokens))))
    why = _why(analysis, sentence, anchor, reading, fillers, place, time, frame.status)
    if historical is not None:
        why += (Why("historical", historical[1], historical[0]),)
    return Draft(
        sentence=index,
        token=anchor.token,
        tokens=tokens,
        pos=entry.pos,
        frame=frame.id,
        event=event,
        modes=modes,
        contexts=contexts,
        cameo=cameo_of(sentence, anchor, modes, others),
        reciprocal=frame.reciprocal,
        fillers=fillers,
        status=status,  # type: ignore[arg-type]
        historical=historical is not None,
        place=None if place is None else place.key,
        place_score=0.0 if place is None else place.score,
        time=None if time is None else time[0],
        effects=effects,
        count=count,
        why=why,
        confidence=_confidence(anchor, fillers, status),
        own_effect=frame.effect,  # type: ignore[arg-type]
        weak=frame.weak,
        echo=(event,) if _bare(anchor, fillers, place, time, effects, count) else (),
        recent=_is_recent(sentence, anchor),
        case_of=_case(sentence, anchor, others),
        process=reading.process and status == "ongoing",
    )


def _case(sentence: Sentence, anchor: Anchor, others: Mapping[int, Anchor]) -> int | None:
    """The plural noun that names the event of which this one is a case."""
    if anchor.case_of_noun is not None:
        return anchor.case_of_noun
    plural = told_case_of(sentence, anchor.token)
    return plural if plural in others or any(plural in a.consumed for a in others.values()) else None


def _is_recent(sentence: Sentence, anchor: Anchor) -> bool:
    """True for "the recent raid", "earlier talks"."""
    return any(s.name == "amod" and sentence.tokens[s.token].lemma in WORDS.adjectives.recent for s in anchor.slots)


def _bare(
    anchor: Anchor,
    fillers: tuple[Filler, ...],
    place: PlaceReading | None,
    time: tuple[int, str] | None,
    effects: tuple[EffectDraft, ...],
    count: Count | None,
) -> bool:
    """True for a noun of which nothing is told: it may name an event again but starts none ("an attack is ...")."""
    known = fillers or place or time or effects or count or anchor.carrier is not None or anchor.consumed
    return anchor.entry.pos == "noun" and not known


def _after(start: str | None, published: str | None) -> bool:
    """True if a time begins after the day of publication."""
    return start is not None and published is not None and start[:10] > published[:10] and len(start) >= 10


def _tokens(
    sentence: Sentence, anchor: Anchor, reading: StatusReading, others: Mapping[int, Anchor]
) -> tuple[int, ...]:
    """The words that name the event: the anchor, its light verb, its required dependents, "was *averted*".

    A modifier that only says what kind of act it is ("*suicide* attack") is no mention of its own, nor is a word that
    names an event itself ("welcomed the army's *liberation* of the town").
    """
    modifying = ("compound", "amod", "nmod", "det", "nummod")
    extra = [
        c
        for c in anchor.consumed
        if sentence.tokens[c].rel not in modifying
        and sentence.tokens[c].upos not in ("PROPN", "PRON")
        and c not in others
    ]
    if anchor.carrier is not None:
        extra.append(anchor.carrier)
    return tuple(dict.fromkeys((anchor.token, *extra, *reading.words)))


def _modes(
    sentence: Sentence, anchor: Anchor, fillers: tuple[Filler, ...], frames: Frames, others: Mapping[int, Anchor]
) -> tuple[str, ...]:
    frame = anchor.entry.frame
    modes = list(frame.modes)
    by_instrument = frames.instrument_modes.get(frame.event, {})
    nouns = load_nouns()
    words = [sentence.tokens[f.key[1]] for f in fillers if f.role == "instrument"]
    words += [sentence.tokens[s.token] for s in anchor.slots if s.name in ("compound", "amod")]
    for word in words:
        mode = by_instrument.get(word.lemma)
        if mode is None and frame.event == "ASSAULT":
            noun = nouns.get(word.lemma)
            mode = noun.mode if noun is not None else None
        if mode and mode not in modes:
            modes.append(mode)
    by_content = frames.content_modes.get(frame.event)
    if by_content and not modes:
        mode = content_mode(sentence, anchor, others, by_content)
        return () if mode is None else (mode,)
    return tuple(modes)


def _why(
    analysis: Analysis,
    sentence: Sentence,
    anchor: Anchor,
    reading: StatusReading,
    fillers: tuple[Filler, ...],
    place: PlaceReading | None,
    time: tuple[int, str] | None,
    fixed: str | None,
) -> tuple[Why, ...]:
    tokens = sentence.tokens
    word = tokens[anchor.token]
    out = [Why("event", (word.start, word.end), f"frame {anchor.entry.frame.id}, entry '{anchor.entry.text}'")]
    for filler in fillers:
        token = analysis.sentences[filler.key[0]].tokens[filler.key[1]]
        field = {
            "actor": "actors",
            "recipient": "recipients",
            "authorizer": "authorizers",
            "instrument": "instruments",
            "object": "objects",
        }.get(filler.role)
        if field is not None:
            out.append(Why(field, (token.start, token.end), f"{filler.slot} of '{word.form}' ({filler.via})"))
    if fixed:
        out.append(Why("status", (word.start, word.end), f"frame {anchor.entry.frame.id}"))
    else:
        out.append(Why("status", reading.span, reading.rule))
    if place is not None:
        token = tokens[place.key[1]]
        out.append(Why("place", (token.start, token.end), place.rule))
    if time is not None:
        out.append(Why("when", None, time[1]))
    return tuple(out)


def _confidence(anchor: Anchor, fillers: tuple[Filler, ...], status: str) -> float:
    roles = {f.role for f in fillers}
    score = 0.55
    score += 0.15 if "actor" in roles else 0.0
    score += 0.12 if roles & {"recipient", "object"} else 0.0
    score += 0.08 if anchor.entry.pos == "verb" or anchor.carrier is not None else 0.0
    score += 0.05 if anchor.entry.requires else 0.0
    score -= 0.15 if anchor.entry.frame.weak else 0.0
    score -= 0.1 if status == "hypothetical" else 0.0
    return round(min(max(score, 0.05), 0.97), 2)


__all__ = ["COOPERATIVE", "draft_of", "mark_of"]
