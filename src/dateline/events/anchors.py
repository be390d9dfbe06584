"""Anchors: which words of a sentence name an event, and in which sense."""

from msgspec import Struct

from dateline.events.classes import classes_of
from dateline.events.grammar import case_of
from dateline.events.senses import find_required, holds
from dateline.events.slots import Slot, noun_slots, verb_slots
from dateline.knowledge.frames import Entry, Frames
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import load_light
from dateline.language.analysis import Analysis, Sentence
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()


class Anchor(Struct, frozen=True):
    """An event word with its entry and slots. `carrier` is its light verb; `consumed` are the words that the entry's
    required dependents matched ("make a *promise*"): they name the same event."""

    token: int
    entry: Entry
    slots: tuple[Slot, ...]
    carrier: int | None
    consumed: tuple[int, ...]


class Refusal(Struct, frozen=True):
    """A word with an entry that was not coded, and why."""

    token: int
    reason: str


def find_anchors(
    analysis: Analysis, resolution: Resolution, index: int, frames: Frames
) -> tuple[tuple[Anchor, ...], tuple[Refusal, ...]]:
    """The anchors of sentence `index` in text order, and the words that have an entry but were refused."""
    sentence = analysis.sentences[index]
    light = load_light()
    anchors: list[Anchor] = []
    refusals: list[Refusal] = []
    for token in sentence.tokens:
        table = {
            "VERB": frames.verbs,
            "NOUN": frames.nouns,
            "PROPN": frames.nouns,
            "ADJ": frames.adjs,
            "AUX": frames.verbs,
        }.get(token.upos)
        if table is None:
            continue
        entries = table.get(token.lemma) or table.get(token.form.lower())
        noun = token.upos in ("NOUN", "PROPN")
        if entries is None and token.upos == "ADJ":
            entries = (
                frames.verbs.get(token.lemma) if token.rel in ("root", "xcomp", "ccomp", "conj", "advcl") else None
            )
        if entries is None and token.upos == "NOUN" and token.form.lower().endswith("ing"):
            entries, noun = frames.verbs.get(_stem(token.form.lower(), frames)), False
        if not entries:
            continue
        reason = f"'{token.form}' is part of a date" if (index, token.i) in resolution.time_of else ""
        reason = reason or _outside(sentence, token.i, noun) or _in_name(sentence, resolution, index, token.i)
        if reason:
            refusals.append(Refusal(token.i, reason))
            continue
        carrier: int | None = None
        if token.upos == "AUX":
            if _in_agreement(sentence, token.head, frames):
                continue
            # "must" asks something of the subject of its verb
            slots = verb_slots(sentence, token.head) if token.rel == "aux" and token.head >= 0 else ()
        elif noun:
            slots, carrier = noun_slots(sentence, token.i, light)
        else:
            slots = verb_slots(sentence, token.i)
            if token.upos == "NOUN":
                slots += noun_slots(sentence, token.i, light)[0]
        anchor, refused = _choose(analysis, resolution, index, token.i, entries, slots, carrier)
        gerund = token.upos == "VERB" and token.form.lower().endswith("ing")
        if anchor is None and gerund and token.rel not in ("root", "acl", "advcl"):
            # "there is fighting in the suburbs": a gerund that stands where a noun would
            entries = frames.nouns.get(token.form.lower())
            if entries:
                slots, carrier = noun_slots(sentence, token.i, light)
                anchor, refused = _choose(analysis, resolution, index, token.i, entries, slots, carrier)
        if anchor is not None:
            anchors.append(anchor)
        elif refused:
            refusals.append(Refusal(token.i, refused))
    return _without_consumed(anchors), tuple(refusals)


def _in_agreement(sentence: Sentence, i: int, frames: Frames) -> bool:
    """True for the content of an agreement or a demand: "agreed that the army should leave" asks for nothing more."""
    if i < 0 or sentence.tokens[i].rel != "ccomp":
        return False
    entries = frames.verbs.get(sentence.tokens[sentence.tokens[i].head].lemma, ())
    return any(entry.frame.event in ("AGREE", "REQUEST") and not entry.requires for entry in entries)


def _stem(form: str, frames: Frames) -> str:
    """The verb of a gerund that the tagger took for a noun: "shelling" -> "shell"."""
    base = form[:-3]
    for candidate in (base, base + "e", base[:-1] if len(base) > 2 and base[-1] == base[-2] else base):
        if candidate in frames.verbs:
            return candidate
    return form


def _outside(sentence: Sentence, i: int, noun: bool) -> str:
    """Why a word in this position names no event, or an empty string."""
    token = sentence.tokens[i]
    if noun and token.rel == "compound" and token.head > i:
        return f"'{token.form}' only describes '{sentence.tokens[token.head].form}'"
    if not noun and token.upos == "VERB" and token.rel == "amod":
        return f"'{token.form}' only describes '{sentence.tokens[token.head].form}'"
    if token.rel in ("xcomp", "advcl") and token.head >= 0 and sentence.tokens[token.head].lemma in WORDS.verbs.aiming:
        return f"'{token.form}' is an aim, not an event"
    if token.rel in ("fixed", "flat", "goeswith", "case", "mark", "discourse", "reparandum"):
        return f"'{token.form}' is part of another word"
    return ""


def _in_name(sentence: Sentence, resolution: Resolution, index: int, i: int) -> str:
    """A capitalized event word inside the name of a body is part of that name: "Joint Task Force"."""
    token = sentence.tokens[i]
    if token.upos != "PROPN":
        return ""
    if any(n.first <= i < n.last and n.kind == "organization" for n in sentence.names):
        return f"'{token.form}' is part of a name"
    entity = resolution.entity(index, i)
    if entity is not None and entity.kind in ("organization", "military", "government", "armed_group", "person"):
        return f"'{token.form}' is part of a name"
    return ""


def _choose(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    i: int,
    entries: tuple[Entry, ...],
    slots: tuple[Slot, ...],
    carrier: int | None,
) -> tuple[Anchor | None, str]:
    """The first entry, most specific first, whose dependents and conditions hold; else why the last one did not."""
    sentence = analysis.sentences[index]
    reason = ""

    def classes(token: int) -> frozenset[str]:
        return classes_of(analysis, resolution, index, token)

    for entry in entries:
        matched = find_required(sentence, i, entry.requires, slots, classes)
        if matched is None:
            continue
        # only a dependent that the entry names by its word is part of the name of the event
        consumed = tuple(t for t, r in zip(matched, entry.requires, strict=True) if r.part)
        frame = entry.frame
        mine = slots + tuple(
            # "called off their march": what the parser takes for a preposition is the particle, its phrase the object
            Slot("obj", "", sentence.tokens[t].head, "object of the phrasal verb")
            for t, r in zip(matched, entry.requires, strict=True)
            if "prt" in r.relations and sentence.tokens[t].rel == "case"
        )
        if entry.pos != "noun" and consumed:
            mine = _with_consumed(sentence, mine, consumed, frame.noun_roles)
        needs, blocks = (frame.noun_needs, frame.noun_blocks) if entry.pos == "noun" else (frame.needs, frame.blocks)
        blocked = next((b for b in blocks if holds(b, mine, sentence, i, classes)), None)
        if blocked is not None:
            reason = f"'{sentence.tokens[i].form}' in another sense ({frame.id}: blocked by {blocked.slot})"
            continue
        missing = next((n for n in needs if not any(holds(c, mine, sentence, i, classes) for c in n)), None)
        if missing is not None:
            reason = f"'{sentence.tokens[i].form}' without what its sense needs ({frame.id}: {missing[0].slot})"
            continue
        return Anchor(i, entry, mine, carrier, consumed), ""
    return None, reason


def _with_consumed(
    sentence: Sentence, slots: tuple[Slot, ...], consumed: tuple[int, ...], noun_roles: dict[str, str]
) -> tuple[Slot, ...]:
    """The dependents of a consumed noun are the event's too: "made a promise *to Kyiv*"."""
    out = list(slots)
    filled = {s.name for s in slots}
    for c in consumed:
        if sentence.tokens[c].upos not in ("NOUN", "PROPN"):
            continue
        inner, _ = noun_slots(sentence, c, {})
        for slot in inner:
            if slot.name == "nmod":
                out.append(Slot("obl", slot.prep, slot.token, f"in '{sentence.tokens[c].form}'"))
            elif slot.name in ("poss", "amod", "compound") and slot.name not in filled:
                out.append(Slot(slot.name, slot.prep, slot.token, f"in '{sentence.tokens[c].form}'"))
            elif slot.name == "acl":
                out.append(Slot("comp", slot.prep, slot.token, f"in '{sentence.tokens[c].form}'"))
    return tuple(out)


def _without_consumed(anchors: list[Anchor]) -> tuple[Anchor, ...]:
    """An anchor inside another's required dependents is a mention of that one, not an event of its own."""
    by_token = {a.token: a for a in anchors}
    swallowed: set[int] = set()
    for anchor in anchors:
        for token in anchor.consumed:
            inner = by_token.get(token)
            undone = anchor.entry.frame.event in ("SANCTION", "RETREAT", "CONCEDE")  # "eased the sanctions on"
            same = inner is not None and inner.entry.frame.event == anchor.entry.frame.event
            # "rejected the appeal", "agreed to the request": what is answered was said before
            event = anchor.entry.frame.event
            answered = inner is not None and event in ("REJECT", "AGREE") and inner.entry.frame.event in ANSWERED
            if inner is not None and (same or undone or answered or not _phrase_of_its_own(inner)):
                swallowed.add(token)
    return tuple(a for a in anchors if a.token not in swallowed)


ANSWERED = frozenset({"REQUEST", "AGREE", "THREATEN", "ACCUSE"})


def _phrase_of_its_own(anchor: Anchor) -> bool:
    """True for an event noun that is more than part of a set phrase: "call for a *ceasefire*", not "give *support*"."""
    return anchor.carrier is None and any(s.name in ("nmod", "poss", "amod", "compound") for s in anchor.slots)


__all__ = ["Anchor", "Refusal", "case_of", "find_anchors"]
