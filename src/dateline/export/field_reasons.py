"""Every field of a record with its value and what decided it, in the record's order.

Most reasons stand in the record's `why`. The others follow from fields that have theirs (a code from type and mode),
or from packs that can be asked again (contexts).
"""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from msgspec import Struct
from msgspec.structs import replace

from dateline.claims.confidence import FEATURES as OF_CLAIMS
from dateline.claims.confidence import claim_features
from dateline.events.asking import slot_words
from dateline.events.confidence import FEATURES as OF_EVENTS
from dateline.events.confidence import event_features, way_of
from dateline.export.cards import Card
from dateline.export.rule_words import rule_words
from dateline.export.wording import FACTUALITY
from dateline.knowledge.confidence import Share, load_confidence
from dateline.knowledge.contexts import contexts_of
from dateline.knowledge.cues import load_cues
from dateline.knowledge.frames import load_frames
from dateline.knowledge.ontology import load_ontology
from dateline.language.analysis import Token
from dateline.records.claim import Claim
from dateline.records.document import CodedDocument
from dateline.records.entity import Entity
from dateline.records.event import Event, Why
from dateline.records.span import Span


class Because(Struct, frozen=True):
    """One reason: the words it was read from and their sentence (counted from 1), the reason for a reader, and the rule
    as it stands in the record."""

    words: str
    span: Span | None
    reason: str
    rule: str
    sentence: int | None = None


class FieldReason(Struct, frozen=True):
    """A field of a record, its value in words, and the reasons. `share` tells how often a field that was found in this
    way was right on development data; null where too few cases are known."""

    field: str
    value: str
    because: tuple[Because, ...]
    share: Share | None = None


def event_reasons(
    document: CodedDocument, event: Event, card: Card, tokens: Sequence[Token] = ()
) -> tuple[FieldReason, ...]:
    """The fields of an event that hold something. `card` is its card, `tokens` the words of its sentences."""
    values = _values(card)
    out = [FieldReason("event", event.event, _event(document, event))]
    if event.modes:
        out.append(FieldReason("modes", ", ".join(event.modes), tuple(_modes(event))))
    nominal = any((t.start, t.end) == event.anchor and t.upos in ("NOUN", "PROPN") for t in tokens)
    for field in ("actors", "recipients"):
        out += _read(document, event.why, values, (field,))
        if field not in values:
            out += _nobody(event, field, nominal=nominal)
    out += _read(document, event.why, values, ("authorizers", "instruments", "objects", "place", "when"))
    out.append(FieldReason("status", event.status, _because(document, event.why, "status")))
    if event.historical:
        out.append(FieldReason("historical", "yes", _because(document, event.why, "historical")))
    out += _read(document, event.why, values, ("effects", "responds_to", "part_of", "count"))
    if event.purpose:
        said = _plain("a clause or phrase of purpose under its words")
        out.append(FieldReason("purpose", values["purpose"], (said,)))
    if event.contexts:
        out.append(
            FieldReason("contexts", ", ".join(event.contexts), tuple(_contexts(event, [t.lemma for t in tokens])))
        )
    out.append(FieldReason("claims", values["claims"], (_plain(_standing(event)),)))
    out.append(FieldReason("codes", values["cameo"], (_plain(_codes(event)),)))
    out.append(_sure(event.confidence, event_features(event, _entities(document)), OF_EVENTS))
    return tuple(replace(field, share=_share(event, field.field)) for field in out)


FEWEST = 10
"""Cases that a share must rest on to be shown."""


def _share(event: Event, field: str) -> Share | None:
    way = way_of(event, field)
    share = None if way is None else load_confidence().fields.get(field, {}).get(way)
    return share if share is not None and share.n >= FEWEST else None


def _sure(confidence: float, features: dict[str, float], words: dict[str, str]) -> FieldReason:
    """What speaks for a record, and what does not: only features that have a weight."""
    weights = load_confidence().event if words is OF_EVENTS else load_confidence().claim
    counted = [name for name in features if weights.get(name)]
    there = [words[name] for name in counted if features[name]]
    missing = [words[name] for name in counted if not features[name]]
    because = [
        _plain(f"{head}: {'; '.join(said)}")
        for head, said in (("for it", there), ("it would be surer if", missing))
        if said
    ]
    return FieldReason("confidence", f"{confidence:.2f}", tuple(because))


def _entities(document: CodedDocument) -> dict[str, Entity]:
    return {entity.id: entity for entity in document.entities}


def claim_reasons(document: CodedDocument, claim: Claim, card: Card) -> tuple[FieldReason, ...]:
    """The fields of a claim that hold something. `card` is its card."""
    values = _values(card)
    rules = _because(document, claim.why, "content")
    out = [FieldReason("source", values["source"], (_named(document, claim),))]
    if claim.cue:
        out.append(FieldReason("cue", values["cue"], rules))
    if "addressee" in values:
        out.append(FieldReason("addressee", values["addressee"], (_plain("whom the cue word speaks to"),)))
    out.append(FieldReason("content", values["content"], () if claim.cue else rules))
    out.append(FieldReason("style", claim.style, (_plain(_style(claim)),)))
    out.append(
        FieldReason("factuality", f"{claim.factuality} ({FACTUALITY[claim.factuality]})", (_plain(_value(claim)),))
    )
    if claim.via:
        out.append(FieldReason("via", claim.via, (_plain(f"stands inside the content of {claim.via}"),)))
    if "events" in values:
        out.append(FieldReason("events", values["events"], (_plain("their words stand in the content"),)))
    out.append(_sure(claim.confidence, claim_features(claim, _entities(document)), OF_CLAIMS))
    return tuple(out)


_ROLES = {"actors": ("actor", "actor_or_instrument"), "recipients": ("recipient", "object_or_recipient")}


def _nobody(event: Event, field: str, *, nominal: bool) -> Iterator[FieldReason]:
    """Where the frame looks for whom it does not find."""
    frame = load_frames().frames.get(next(iter(_frame_ids(event)), ""))
    if frame is None:
        return
    roles = frame.noun_roles if nominal else frame.verb_roles
    slots = sorted(
        (key.partition(":") for key, role in roles.items() if role in _ROLES[field]), key=lambda s: bool(s[2])
    )
    places = list(dict.fromkeys(slot_words(name.partition(".")[0], [prep] if prep else ()) for name, _, prep in slots))
    if places:
        listed = ", ".join(places[:5]) + (f" and {len(places) - 5} more" if len(places) > 5 else "")
        yield FieldReason(
            field, "nobody", (_plain(f"frame {frame.id} looks for people, groups and countries in: {listed}"),)
        )


def _values(card: Card) -> dict[str, str]:
    return {
        field.name: "; ".join(f"{v.text} ({v.note})" if v.note else v.text for v in field.values)
        for field in card.fields
    }


def _read(
    document: CodedDocument, why: Sequence[Why], values: dict[str, str], fields: Sequence[str]
) -> Iterator[FieldReason]:
    for field in fields:
        if field in values:
            yield FieldReason(field, values[field], _because(document, why, field))


def _because(document: CodedDocument, why: Sequence[Why], field: str) -> tuple[Because, ...]:
    found = (
        Because(_words(document, w.span), w.span, rule_words(w.rule), w.rule, _number(document, w.span))
        for w in why
        if w.field == field
    )
    return tuple(dict.fromkeys(found))


def _plain(reason: str, rule: str = "") -> Because:
    return Because("", None, reason, rule)


def _words(document: CodedDocument, span: Span | None) -> str:
    return "" if span is None else " ".join(document.text[span[0] : span[1]].split())


def _number(document: CodedDocument, span: Span | None) -> int | None:
    """The number of the sentence that a span begins in."""
    return None if span is None else bisect_right(document.sentences, (span[0], len(document.text))) or None


def _event(document: CodedDocument, event: Event) -> tuple[Because, ...]:
    """What made each word name the event; what joined them."""
    return _because(document, event.why, "event") + _because(document, event.why, "mentions")


def _frame_ids(event: Event) -> list[str]:
    rules = (w.rule for w in event.why if w.field == "event")
    return list(dict.fromkeys(m[1] for rule in rules if (m := re.match(r"frame ([^\s,]+)", rule))))


def _modes(event: Event) -> Iterator[Because]:
    told = [w for w in event.why if w.field == "modes"]
    frames = load_frames().frames
    for mode in event.modes:
        if told:
            continue
        named = next((f for f in _frame_ids(event) if f in frames and mode in frames[f].modes), None)
        if named is not None:
            yield _plain(f"{mode}: frame {named} has it", f"frame {named}")
        else:
            yield _plain(f"{mode}: from what it was done with, or what it is about", "content or instrument")
    for why in told:
        yield _plain(rule_words(why.rule), why.rule)


def _contexts(event: Event, lemmas: Sequence[str]) -> Iterator[Because]:
    frames = load_frames().frames
    cued: dict[str, list[str]] = {}
    for size in (1, 2, 3):
        for n in range(len(lemmas) - size + 1):
            words = " ".join(lemmas[n : n + size])
            for name in contexts_of(lemmas[n : n + size]):
                if not any(known in words for known in cued.get(name, [])):
                    cued.setdefault(name, []).append(words)
    for context in event.contexts:
        named = next((f for f in _frame_ids(event) if f in frames and context in frames[f].contexts), None)
        if named is not None:
            yield _plain(f"{context}: frame {named} has it", f"frame {named}")
        elif context in cued:
            shown = ", ".join(f"'{word}'" for word in dict.fromkeys(cued[context]))
            yield _plain(f"{context}: {shown} in its sentences", "contexts.toml")
        else:
            yield _plain(f"{context}: by the sector of those who act", "contexts.toml, rules")


def _standing(event: Event) -> str:
    if not event.claims:
        return "its words stand in no claim: the publisher says so itself"
    return "its words stand in the content of the claim" if len(event.claims) == 1 else "its words stand in claims"


def _codes(event: Event) -> str:
    ontology = load_ontology()
    frames = load_frames().frames
    own = next((frames[f].cameo for f in _frame_ids(event) if f in frames and frames[f].event == event.event), None)
    label = ontology.cameo[event.cameo].label if event.cameo in ontology.cameo else ""
    if own == event.cameo:
        origin = "the frame's code"
    else:
        origin = (
            "code of the mode"
            if event.modes and event.cameo != ontology.types[event.event].cameo
            else "code of the type"
        )
    return f"{origin}{f' ({label})' if label else ''}; quad class and score follow from type and mode"


def _named(document: CodedDocument, claim: Claim) -> Because:
    words = _words(document, claim.source_span)
    entity = next((e for e in document.entities if e.id == claim.source), None)
    if not words:
        return _plain("nobody is named beside the words; the speaker goes on")
    if entity is None or entity.name == words:
        return Because(words, claim.source_span, "named as the one who says it", "")
    return Because(words, claim.source_span, f"stands for {entity.name}", "")


def _style(claim: Claim) -> str:
    return {
        "direct": "all of the content stands in quotation marks, or is a statement given whole",
        "mixed": "part of the content stands in quotation marks",
        "indirect": "no quotation marks around the content",
    }[claim.style]


def _value(claim: Claim) -> str:
    rule = next((w.rule for w in claim.why if w.field == "content"), "")
    group = next((g for g in load_cues().classes if g.id == rule.partition(":")[0]), None)
    if group is None:
        return "what is said without a hedge is held to be certain"
    if claim.factuality == group.factuality:
        return f"cue class {group.id} gives it"
    if claim.factuality == group.negated:
        return f"cue class {group.id} under a negation gives it"
    return f"cue class {group.id} gives {group.factuality}; the words of the content change it"
