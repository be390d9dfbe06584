"""Where it happened: chosen by grammar first, by discourse second, never the seat of a speaker or the dateline."""

from collections.abc import Mapping

from msgspec import Struct

from dateline.events.anchors import Anchor
from dateline.events.draft import Filler
from dateline.events.grammar import case_of
from dateline.events.groups import SPOKEN
from dateline.events.slots import Slot, verb_slots
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.nouns import load_nouns
from dateline.language.analysis import Analysis
from dateline.records.entity import Entity
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()


class PlaceReading(Struct, frozen=True):
    """The head token of the place phrase, how strong the evidence is (10 is best), and the rule that chose it."""

    key: TokenKey
    score: float
    rule: str


def is_place(entity: Entity | None) -> bool:
    """True for an entity that can be where something happens: a resolved place, or an unresolved one by its kind."""
    return entity is not None and (entity.place is not None or entity.kind in ("place", "country"))


def place_of(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    anchor: Anchor,
    fillers: tuple[Filler, ...],
    others: Mapping[int, Anchor],
) -> PlaceReading | None:
    """Where the event of an anchor happened as its own sentence tells it; `others` are all anchors of the sentence."""
    spoken = anchor.entry.frame.event in SPOKEN
    sentence = analysis.sentences[index]
    slots = list(anchor.slots)
    carrier = anchor.carrier
    seen = {s.token for s in slots}
    if anchor.entry.pos == "noun" and carrier is None:
        head = sentence.tokens[anchor.token].head
        if (
            head >= 0
            and sentence.tokens[anchor.token].rel in ("nsubj", "obj", "obl")
            and sentence.tokens[head].upos == "VERB"
            # "the invasion was condemned in Lima": only the condemning is told to have been there
            and not (head in others and others[head].entry.frame.event in SPOKEN and not spoken)
        ):
            slots.extend(
                Slot("obl", s.prep, s.token, "clause of the noun")
                for s in verb_slots(sentence, head)
                if s.name == "obl"
                and s.token not in seen
                and s.token != anchor.token
                and s.prep in ("in", "at", "near", "on", "outside", "inside")
            )
    # "met the general in Jeddah": those who meet are where the meeting is; those who are praised need not be here
    roles = ("actor", "recipient") if anchor.entry.frame.event == "CONSULT" else ("object", "recipient")
    acted_on = tuple(f.key for f in fillers if f.role in roles) if not spoken or roles[0] == "actor" else ()
    placed = tuple(f.key for f in fillers if f.role == "place")
    own = place_in_slots(analysis, resolution, index, tuple(slots), acted_on, spoken=spoken)
    if own is None and "visit" in anchor.entry.frame.modes:
        for filler in fillers:
            entity = resolution.entity(*filler.key) if filler.role == "recipient" else None
            if entity is not None and entity.kind in ("country", "place"):
                return PlaceReading(filler.key, 6.0, "place: what is visited")
    for key in placed:
        entity = resolution.entity(*key)
        if entity is not None and (entity.place is not None or entity.kind in ("place", "country", "facility")):
            return PlaceReading(key, 10.0, "place: named by the frame")
    if own is None:
        # "In Aleppo, rebels said they had shelled ...": a place fronted in a governing clause
        own = _fronted(analysis, resolution, index, anchor, others)
    return own


def _fronted(
    analysis: Analysis, resolution: Resolution, index: int, anchor: Anchor, others: Mapping[int, Anchor]
) -> PlaceReading | None:
    token, spoken = anchor.token, anchor.entry.frame.event in SPOKEN
    sentence = analysis.sentences[index]
    node = token
    for _ in range(4):
        t = sentence.tokens[node]
        if t.head < 0 or t.rel not in ("xcomp", "conj", "advcl", "acl", "obj", "nsubj", "obl", "nmod"):
            return None
        node = t.head
        if not spoken and node in others and others[node].entry.frame.event in SPOKEN:
            return None  # "met in Oslo and called for a ceasefire": not in Oslo
        if sentence.tokens[node].upos != "VERB":
            continue
        for c in sentence.children[node]:
            child = sentence.tokens[c]
            if child.rel == "obl" and case_of(sentence, c) in (
                "in",
                "at",
                "near",
                "outside",
                "around",
                "across",
                "inside",
            ):
                entity = resolution.entity(index, c)
                if entity is not None and (entity.place is not None or entity.kind in ("place", "country")):
                    return PlaceReading((index, c), 4.0, "place: governing clause")
    return None


def place_in_slots(
    analysis: Analysis,
    resolution: Resolution,
    sentence: int,
    slots: tuple[Slot, ...],
    participants: tuple[TokenKey, ...],
    *,
    spoken: bool = False,
) -> PlaceReading | None:
    """The best place among an anchor's slots and inside the phrases of its participants, or None.

    `spoken` is True for acts of speech and meetings: what they are "on" or "over" has places of its own."""
    best: PlaceReading | None = None

    def solved(reading: PlaceReading) -> PlaceReading:
        return _solved(analysis, resolution, reading)

    for slot in slots:
        entity = resolution.entity(sentence, slot.token)
        reading: PlaceReading | None = None
        if slot.name in ("obl", "nmod", "advmod"):
            weight = WORDS.prepositions.locative.get(slot.prep, 0)
            if is_place(entity) and weight:
                assert entity is not None
                weak = weight <= 4 and entity.kind == "country"
                if not (weak and slot.prep in ("to", "from", "against", "by", "for", "of", "under")):
                    reading = PlaceReading((sentence, slot.token), weight + _fine(entity), f"place: {slot.prep}")
            elif (
                weight >= 5
                and (sentence, slot.token) not in participants  # "struck at a militia in Syria": seen to below
                and not (spoken and slot.prep in ("on", "over") and not _siding(analysis, sentence, slot.token))
                and _solid(analysis, sentence, slot.token)
            ):
                inner = _inside(analysis, resolution, sentence, slot.token)
                if inner is not None:
                    reading = PlaceReading(inner, weight - 1.5, f"place: {slot.prep}, inside the phrase")
        elif slot.name in ("compound", "poss") and is_place(entity):
            assert entity is not None
            if entity.kind != "country":
                reading = PlaceReading((sentence, slot.token), 5.0, "place: compound")
        reading = None if reading is None else solved(reading)
        if reading is not None and (best is None or reading.score > best.score):
            best = reading
    for key in participants:
        entity = resolution.entity(*key)
        reading = None
        if is_place(entity) and entity is not None and _is_named_place(entity):
            reading = PlaceReading(key, 6.5, "place: the thing acted on is a place")
        else:
            inner = _inside(analysis, resolution, *key)
            if inner is not None:
                reading = PlaceReading(inner, 4.5, "place: inside the phrase of a participant")
        reading = None if reading is None else solved(reading)
        if reading is not None and (best is None or reading.score > best.score):
            best = reading
    return best


def _solved(analysis: Analysis, resolution: Resolution, reading: PlaceReading) -> PlaceReading:
    """The named place inside a phrase that the map does not know: "the old quarter of Gao", "a kiosk in Gao"; a phrase
    without one is weak evidence ("the area")."""
    entity = resolution.entity(*reading.key)
    if entity is None or entity.place is not None or any(m.form == "name" for m in entity.mentions):
        return reading
    inner = _inside(analysis, resolution, *reading.key) or _country_of_region(analysis, resolution, *reading.key)
    found = None if inner is None else resolution.entity(*inner)
    if inner is not None and found is not None and found.place is not None:
        return PlaceReading(inner, reading.score, f"{reading.rule}, the named place inside the phrase")
    measure = analysis.sentences[reading.key[0]].tokens[reading.key[1]].lemma in WORDS.nouns.measures
    return PlaceReading(reading.key, 0.5 if measure else min(reading.score, 3.0), reading.rule)


def _country_of_region(analysis: Analysis, resolution: Resolution, sentence: int, token: int) -> TokenKey | None:
    """ "The south of the country": the country, where the phrase is a place."""
    entity = resolution.entity(sentence, token)
    if entity is None or entity.kind != "place":
        return None
    s = analysis.sentences[sentence]
    for c in s.children[token]:
        inner = resolution.entity(sentence, c) if case_of(s, c) == "of" else None
        if inner is not None and inner.kind == "country":
            return (sentence, c)
    return None


def _siding(analysis: Analysis, sentence: int, token: int) -> bool:
    return analysis.sentences[sentence].tokens[token].lemma in WORDS.nouns.siding


def _solid(analysis: Analysis, sentence: int, token: int) -> bool:
    """False for what has no place itself: "in response to attacks in Iraq" happened elsewhere."""
    t = analysis.sentences[sentence].tokens[token]
    if _siding(analysis, sentence, token):
        return True  # "met on the sidelines of the assembly in Geneva"
    noun = load_nouns().get(t.lemma)
    if noun is not None:
        return noun.thing not in ("EVENT", "THING")
    return t.semantic in ("place", "object", "organization", "person") or t.upos == "PROPN"


def _is_named_place(entity: Entity) -> bool:
    """A town that is shelled is where it happens; "a depot near Homs" only lies there."""
    named = any(m.form == "name" for m in entity.mentions)
    return entity.kind == "place" or (entity.kind == "facility" and named)


def _fine(entity: Entity) -> float:
    """A named town beats its country when both stand in the clause."""
    return 0.0 if entity.place is None else (7 - entity.place.precision) / 10


def _inside(analysis: Analysis, resolution: Resolution, sentence: int, token: int) -> TokenKey | None:
    """A place named inside a phrase: "a border post in eastern Syria", "the Aleppo hospital"."""
    s = analysis.sentences[sentence]
    queue = [(c, 1) for c in s.children[token]]
    best: tuple[float, TokenKey] | None = None
    while queue:
        c, depth = queue.pop(0)
        child = s.tokens[c]
        if depth > 4:
            continue
        if child.rel in ("nmod", "obl", "appos", "compound", "acl", "conj"):
            entity = resolution.entity(sentence, c)
            if child.rel in ("nmod", "obl", "appos", "compound") and is_place(entity):
                assert entity is not None
                prep = case_of(s, c)
                bare = child.rel in ("compound", "appos") and entity.kind != "country"
                if bare or WORDS.prepositions.locative.get(prep, 0) >= 5 or (prep == "of" and entity.kind == "place"):
                    score = _fine(entity) - depth / 20
                    if best is None or score > best[0]:
                        best = (score, (sentence, c))
            queue.extend((g, depth + 1) for g in s.children[c])
    return None if best is None else best[1]
