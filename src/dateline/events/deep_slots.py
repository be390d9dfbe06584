"""Deep slots of the frame patterns: `obj.owner`, `comp.subj`, `comp.any`."""

from dateline.events.classes import classes_of
from dateline.events.coordination import coordinated
from dateline.events.draft import Filler
from dateline.events.grammar import own_subject
from dateline.events.noun_slots import noun_slots
from dateline.events.owners import names_a_kind
from dateline.events.slots import Slot, verb_slots
from dateline.knowledge.frames import Frames
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()


def deep_fillers(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    slots: tuple[Slot, ...],
    table: dict[str, str],
    frames: Frames,
) -> list[Filler]:
    """Participants that stand inside another slot: the doer of a condemned act, the subject of a demanded one.

    Each role is filled by the first deep key that finds an agent; plain slots come before it.
    """
    out: list[Filler] = []
    active = not any(s.via == "by-agent" for s in slots)
    for key, role in table.items():
        base, dot, part = key.partition(".")
        if not dot or role == "none" or any(f.role == role for f in out):
            continue
        for slot in slots:
            if slot.key != base and not (base == "comp" and slot.name in ("comp", "acl", "advcl", "xcomp")):
                continue
            if slot.name == "advcl" and slot.prep.split(" ")[0] not in ("to", "", "for"):
                continue
            if part == "owner" and base == "obj" and active:
                # "dismissed a petition by the opposition": the parser hangs the by-phrase on the active verb
                out.extend(
                    Filler(role, (index, s.token), key, "by-phrase of the object")
                    for s in slots
                    if s.key == "obl:by" and "AGENT" in classes_of(analysis, resolution, index, s.token)
                )
            for token in coordinated(analysis.sentences[index], slot.token) if part == "owner" else (slot.token,):
                for found in _inside(analysis, resolution, index, token, part, frames):
                    if any(f.key == found and f.role == role for f in out):
                        continue
                    out.append(Filler(role, found, key, f"{part} inside {slot.via}"))
    return out


def _inside(
    analysis: Analysis, resolution: Resolution, index: int, token: int, part: str, frames: Frames
) -> list[TokenKey]:
    sentence = analysis.sentences[index]

    def agents(*keys: str, of: tuple[Slot, ...]) -> list[TokenKey]:
        for key in keys:
            found = [
                (index, t)
                for slot in of
                if slot.key == key
                for t in coordinated(sentence, slot.token)
                if "AGENT" in classes_of(analysis, resolution, index, t)
                and (slot.name not in ("amod", "compound") or resolution.entity(index, t) is not None)
            ]
            if found:
                return found
        return []

    if part == "subj":
        subject = own_subject(sentence, token)
        return [] if subject is None else [(index, t) for t in coordinated(sentence, subject.token)]
    if part == "owner":
        if "AGENT" in classes_of(analysis, resolution, index, token):
            return []
        slots, _ = noun_slots(sentence, token, {})
        if "PLACE" in classes_of(analysis, resolution, index, token):
            # "the Syrian town": the adjective says where it lies, not whose it is
            slots = tuple(s for s in slots if s.name != "amod" or not _national(resolution, index, s.token))
        entries = frames.nouns.get(sentence.tokens[token].lemma)
        if classes_of(analysis, resolution, index, token) & {"FACILITY", "VEHICLE"}:
            kinds = {s.token for s in slots if s.name == "compound"}
            kinds = {t for t in kinds if names_a_kind(resolution, index, sentence.tokens[t])}
            slots = tuple(s for s in slots if s.token not in kinds)
        keys = [
            "poss",
            "nmod:by",
            "amod",
            "compound",
            "nmod:from",
            "nmod:of",
            "nmod:with",
            "nmod:between",
            "nmod:to",
            "nmod:against",
            "nmod:for",
        ]
        if entries:
            # the noun of a demanded or condemned act has its own doer: "the release of the crew by"
            doers = entries[-1].frame.noun_roles
            keys = [
                k
                for k in keys
                if doers.get(k) in ("actor", "actor_or_instrument") or k in ("nmod:with", "nmod:between", "nmod:to")
            ]
        found = agents(*keys, of=slots)
        if found:
            return found
        for slot in slots:
            if slot.name == "acl":
                found = agents("subj", of=tuple(s for s in verb_slots(sentence, slot.token) if s.token != token))
                if found:
                    return found
        for slot in slots:
            if slot.key == "nmod:of":
                return _inside(analysis, resolution, index, slot.token, "owner", frames)
        return []
    return _reached(analysis, resolution, index, token, 0)


def _national(resolution: Resolution, index: int, token: int) -> bool:
    entity = resolution.entity(index, token)
    return entity is not None and entity.kind == "country"


def _reached(analysis: Analysis, resolution: Resolution, index: int, token: int, depth: int) -> list[TokenKey]:
    sentence = analysis.sentences[index]
    slots = verb_slots(sentence, token)
    order = ["obj", "iobj", *(f"obl:{p}" for p in WORDS.prepositions.reached)]
    for key in order:
        for slot in slots:
            if slot.key != key:
                continue
            tokens = coordinated(sentence, slot.token)
            found = [(index, t) for t in tokens if "AGENT" in classes_of(analysis, resolution, index, t)]
            if found:
                return found
    for slot in slots:
        if slot.name == "obj":
            inner, _ = noun_slots(sentence, slot.token, {})
            for key in ("poss", *(f"nmod:{p}" for p in WORDS.prepositions.reached), "amod"):
                found = [
                    (index, t)
                    for s in inner
                    if s.key == key
                    for t in coordinated(sentence, s.token)
                    if "AGENT" in classes_of(analysis, resolution, index, t)
                ]
                if found:
                    return found
    if depth < 2:
        for slot in slots:
            if slot.name == "comp":
                found = _reached(analysis, resolution, index, slot.token, depth + 1)
                if found:
                    return found
    return []
