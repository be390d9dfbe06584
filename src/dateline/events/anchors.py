"""Anchors: which words of a sentence name an event, and in which sense."""

from collections.abc import Iterator

from msgspec import Struct
from msgspec.structs import replace

from dateline.events.classes import classes_of
from dateline.events.grammar import case_of
from dateline.events.instances import instance_of
from dateline.events.noun_slots import noun_slots
from dateline.events.senses import ClassesOf, find_required, holds
from dateline.events.slots import Slot, verb_slots
from dateline.events.verb_status import opens_with_condition
from dateline.knowledge.conditions import Condition
from dateline.knowledge.frames import Entry, Frames
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.operators import load_light
from dateline.language.analysis import Analysis, Sentence, Token
from dateline.resolving.resolution import Resolution

WORDS = load_grammar()


class Anchor(Struct, frozen=True):
    """An event word with its entry and slots. `carrier` is its light verb; `consumed` are the words that the entry's
    required dependents matched ("make a *promise*"): they name the same event. `case_of_noun` is the event noun that a
    pronoun gives a single case of ("two raids, *one* near Gao")."""

    token: int
    entry: Entry
    slots: tuple[Slot, ...]
    carrier: int | None
    consumed: tuple[int, ...]
    case_of_noun: int | None = None


class Refusal(Struct, frozen=True):
    """A word with an entry that was not coded, and why."""

    token: int
    reason: str


class Lookup(Struct, frozen=True):
    """One way to read a word: the entries that it may be, most specific first, and what stands around it."""

    entries: tuple[Entry, ...]
    slots: tuple[Slot, ...]
    carrier: int | None


class Lost(Struct, frozen=True):
    """An entry that does not fit here. `condition` is the block that holds, or the first of the needs that does not;
    None when a dependent is missing that the entry asks for."""

    blocked: bool
    condition: Condition | None
    slots: tuple[Slot, ...] = ()


_MISSING = Lost(False, None)


def find_anchors(
    analysis: Analysis, resolution: Resolution, index: int, frames: Frames
) -> tuple[tuple[Anchor, ...], tuple[Refusal, ...]]:
    """The anchors of sentence `index` in text order, and the words that have an entry but were refused."""
    sentence = analysis.sentences[index]
    anchors: list[Anchor] = []
    refusals: list[Refusal] = []
    for token in sentence.tokens:
        plural = instance_of(sentence, token.i)
        if plural is not None and not any(a.token == plural for a in anchors):
            plural = None
        entries, noun = entries_of(token if plural is None else sentence.tokens[plural], frames)
        if not entries:
            continue
        reason = barred(sentence, resolution, index, token.i, noun=noun)
        if reason:
            refusals.append(Refusal(token.i, reason))
            continue
        if token.upos == "AUX" and _in_agreement(sentence, token.head, frames):
            continue
        anchor, refused = None, ""
        for lookup in lookups(sentence, token, entries, frames, noun=noun):
            anchor, refused = _choose(analysis, resolution, index, token.i, lookup)
            if anchor is not None:
                break
        if anchor is not None and plural is not None:
            anchor = replace(anchor, case_of_noun=plural)
        if anchor is not None:
            anchors.append(anchor)
        elif refused:
            refusals.append(Refusal(token.i, refused))
    return _without_consumed(anchors), tuple(refusals)


def _is_defined(sentence: Sentence, i: int) -> bool:
    """True for a word whose meaning is told: "a strike means ...", "flying one drone twice is one strike"."""
    token = sentence.tokens[i]
    if token.head >= 0 and token.rel in ("nsubj", "obl") and sentence.tokens[token.head].lemma in WORDS.verbs.defining:
        return not any(sentence.tokens[c].lemma in ("the", "this", "these") for c in sentence.children[i])
    children = {sentence.tokens[c].rel for c in sentence.children[i]}
    return "cop" in children and "csubj" in children


def entries_of(token: Token, frames: Frames) -> tuple[tuple[Entry, ...] | None, bool]:
    """The entries of a word, and whether it is read as a noun."""
    upos = token.upos
    if upos == "VERB" or upos == "AUX":
        table = frames.verbs
    elif upos == "NOUN" or upos == "PROPN":
        table = frames.nouns
    elif upos == "ADJ":
        table = frames.adjs
    else:
        return None, False
    entries = table.get(token.lemma) or table.get(token.form.lower())
    noun = upos == "NOUN" or upos == "PROPN"
    if entries is None and upos == "ADJ" and token.rel in ("root", "xcomp", "ccomp", "conj", "advcl"):
        entries = frames.verbs.get(token.lemma)
    if entries is None and upos == "NOUN" and token.form.lower().endswith("ing"):
        entries, noun = frames.verbs.get(_stem(token.form.lower(), frames)), False
    return entries, noun


def barred(sentence: Sentence, resolution: Resolution, index: int, i: int, *, noun: bool) -> str:
    """Why a word in this place names no event whatever its entries say, or an empty string."""
    if (index, i) in resolution.time_of:
        return f"'{sentence.tokens[i].form}' is part of a date"
    return _outside(sentence, i, noun) or _in_name(sentence, resolution, index, i)


def lookups(
    sentence: Sentence, token: Token, entries: tuple[Entry, ...], frames: Frames, *, noun: bool
) -> Iterator[Lookup]:
    """The ways to read a word, to be tried in turn."""
    light = load_light()
    if token.upos == "AUX":
        # "must" asks something of the subject of its verb
        yield Lookup(
            entries, verb_slots(sentence, token.head) if token.rel == "aux" and token.head >= 0 else (), carrier=None
        )
    elif noun:
        slots, carrier = noun_slots(sentence, token.i, light)
        yield Lookup(entries, slots, carrier)
    else:
        slots = verb_slots(sentence, token.i)
        if token.upos == "NOUN":
            slots += noun_slots(sentence, token.i, light)[0]
        yield Lookup(entries, slots, None)
    gerund = token.upos == "VERB" and token.form.lower().endswith("ing")
    if gerund and token.rel not in ("root", "acl", "advcl"):
        # "there is fighting in the suburbs": a gerund that stands where a noun would
        as_noun = frames.nouns.get(token.form.lower())
        if as_noun:
            slots, carrier = noun_slots(sentence, token.i, light)
            yield Lookup(as_noun, slots, carrier)


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
    if token.upos == "AUX" and opens_with_condition(sentence, i):
        return f"'{token.form}' opens a condition"
    if noun and _is_defined(sentence, i):
        return f"'{token.form}' is a matter of definition"
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
    analysis: Analysis, resolution: Resolution, index: int, i: int, lookup: Lookup
) -> tuple[Anchor | None, str]:
    """The first entry, most specific first, whose dependents and conditions hold; else why the last one did not."""
    sentence = analysis.sentences[index]
    reason = ""

    def classes(token: int) -> frozenset[str]:
        return classes_of(analysis, resolution, index, token)

    for entry in lookup.entries:
        found = weigh(sentence, i, entry, lookup, classes)
        if isinstance(found, Anchor):
            return found, ""
        if found.condition is not None:
            how = "in another sense" if found.blocked else "without what its sense needs"
            by = "blocked by " if found.blocked else ""
            reason = f"'{sentence.tokens[i].form}' {how} ({entry.frame.id}: {by}{found.condition.slot})"
    return None, reason


def weigh(sentence: Sentence, i: int, entry: Entry, lookup: Lookup, classes: ClassesOf) -> Anchor | Lost:
    """The anchor that token `i` is if this entry fits, or what speaks against it."""
    slots = lookup.slots
    matched = find_required(sentence, i, entry.requires, slots, classes)
    if matched is None:
        return _MISSING
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
    for block in blocks:
        if holds(block, mine, sentence, i, classes, heads=True):
            return Lost(True, block, mine)
    for need in needs:
        if not any(holds(c, mine, sentence, i, classes) for c in need):
            return Lost(False, need[0], mine)
    return Anchor(i, entry, mine, lookup.carrier, consumed)


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


__all__ = ["Anchor", "Lookup", "Lost", "Refusal", "barred", "case_of", "entries_of", "find_anchors", "lookups", "weigh"]
