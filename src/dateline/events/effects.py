"""Effects: who was killed, hurt, seized or driven out, what was damaged - counted as the text counts."""

from msgspec.structs import replace

from dateline.events.classes import classes_of
from dateline.events.coordination import NOMINAL_UPOS, coordinated
from dateline.events.draft import EffectDraft
from dateline.events.grammar import case_of, child_with
from dateline.events.noun_slots import noun_slots
from dateline.events.senses import find_required
from dateline.events.slots import Slot, verb_slots
from dateline.knowledge.effects import EffectWord, load_effects
from dateline.knowledge.grammar import load_grammar
from dateline.knowledge.nouns import load_nouns
from dateline.language.analysis import Analysis, Sentence
from dateline.records.entity import Count
from dateline.records.event import EffectKind, Victim
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()

COMBATANT_SECTORS = frozenset({"MIL", "REB", "COP", "SPY", "PRM", "UAF"})
CIVILIAN_SECTORS = frozenset(
    {"CVL", "JRN", "MED", "EDU", "BUS", "LAB", "REL", "REF", "AGR", "SOC", "JUD", "LEG", "NGO", "ELI"}
)
PEOPLE = frozenset({"killed", "injured", "killed_or_injured", "missing", "detained", "displaced"})


def effects_in(
    analysis: Analysis, resolution: Resolution, index: int
) -> tuple[tuple[int, tuple[EffectDraft, ...]], ...]:
    """All effects stated in sentence `index`, each group with the token of the word that states it."""
    pack = load_effects()
    sentence = analysis.sentences[index]
    out: list[tuple[int, tuple[EffectDraft, ...]]] = []
    for token in sentence.tokens:
        word: EffectWord | None = None
        slots: tuple[Slot, ...] = ()
        if token.upos == "VERB" and token.lemma in pack.verbs:
            slots = verb_slots(sentence, token.i)
            word = _fitting(pack.verbs[token.lemma], sentence, token.i, slots)
        elif token.upos in ("NOUN", "PROPN") and token.lemma in pack.nouns:
            slots, _ = noun_slots(sentence, token.i, {})
            word = _fitting(pack.nouns[token.lemma], sentence, token.i, slots)
        adjectives = pack.adjectives.get(token.form.lower()) or pack.adjectives.get(token.lemma)
        predicate = token.upos in ("ADJ", "NOUN", "VERB") and token.rel not in ("amod", "compound")
        if word is None and adjectives is not None and predicate:
            slots = _of_predicate(verb_slots(sentence, token.i))
            word = _fitting(adjectives, sentence, token.i, slots)
        if word is None:
            continue
        drafts = _read(analysis, resolution, index, token.i, word, slots)
        if token.upos == "VERB":
            drafts += _beside(analysis, resolution, index, token.i, slots, drafts)
        if drafts:
            out.append((token.i, drafts))
    return tuple(out)


def _of_predicate(slots: tuple[Slot, ...]) -> tuple[Slot, ...]:
    """The slots with the one described as subject: "over 100 were hurt", whatever the tagger calls the form."""
    if any(s.name == "subj" for s in slots):
        return slots
    return tuple(replace(s, name="subj") if s.name == "obj" else s for s in slots)


def _beside(
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    i: int,
    slots: tuple[Slot, ...],
    found: tuple[EffectDraft, ...],
) -> tuple[EffectDraft, ...]:
    """What the verb did to another kind of object beside the first: "lost eight men and *two tanks*"."""
    sentence = analysis.sentences[index]
    seen = {d.head for d in found}
    out: list[EffectDraft] = []
    for slot in slots:
        for t in coordinated(sentence, slot.token)[1:] if slot.name == "obj" else ():
            for word in load_effects().verbs[sentence.tokens[i].lemma]:
                if not word.requires or (index, t) in seen or "obj" not in word.affected:
                    continue
                if all(r.words and sentence.tokens[t].lemma in r.words for r in word.requires):
                    rule = f"effect:{word.kind} '{sentence.tokens[i].form}'"
                    draft = _effect(analysis, resolution, sentence, index, t, word, rule)
                    out.extend([draft] if draft is not None else [])
                    seen.add((index, t))
    return tuple(out)


def _fitting(words: tuple[EffectWord, ...], sentence: Sentence, i: int, slots: tuple[Slot, ...]) -> EffectWord | None:
    for word in words:
        if find_required(sentence, i, word.requires, slots) is not None:
            return word
    return None


def _read(
    analysis: Analysis, resolution: Resolution, index: int, i: int, word: EffectWord, slots: tuple[Slot, ...]
) -> tuple[EffectDraft, ...]:
    sentence = analysis.sentences[index]
    rule = f"effect:{word.kind} '{sentence.tokens[i].form}'"
    for name in word.affected:
        if name == "self":
            draft = _self(resolution, sentence, index, i, word.kind, rule)
            return () if draft is None else (draft,)
        tokens = [
            t
            for s in slots
            if s.key == name or (name in ("obj", "subj") and _counted_beside(resolution, index, s, name, word))
            for t in coordinated(sentence, s.token)
        ]
        drafts = tuple(
            d
            for t in tokens
            if (d := _effect(analysis, resolution, sentence, index, _inner(sentence, t), word, rule)) is not None
        )
        if drafts:
            return _own_losses(resolution, sentence, index, i, drafts)
    return ()


def _own_losses(
    resolution: Resolution, sentence: Sentence, index: int, i: int, drafts: tuple[EffectDraft, ...]
) -> tuple[EffectDraft, ...]:
    """ "The navy lost nine sailors": they are the army's own."""
    if sentence.tokens[i].lemma != "lose":
        return drafts
    subject = next((s.token for s in verb_slots(sentence, i) if s.name == "subj"), None)
    loser = None if subject is None else resolution.entity(index, subject)
    if loser is None or loser.sector not in COMBATANT_SECTORS:
        return drafts
    return tuple(replace(d, victim="combatant") if d.victim == "unknown" and d.kind in PEOPLE else d for d in drafts)


def _counted_beside(resolution: Resolution, index: int, slot: Slot, name: str, word: EffectWord) -> bool:
    """More of the affected outside their slot: "wounded *between* three and five", "killed *along with* two guards"."""
    if slot.name != "obl" or (index, slot.token) not in resolution.counts:
        return False
    if slot.prep in ("along with", "together with", "alongside", "as well as"):
        return True
    return name == "obj" and slot.prep in ("between", "up to", "around", "over", "under", "from")


def _inner(sentence: Sentence, i: int) -> int:
    """In "the lives of three nurses" the nurses are counted, in "89 lives" the lives."""
    token = sentence.tokens[i]
    if token.lemma in WORDS.nouns.bodies:
        for c in sentence.children[i]:
            if sentence.tokens[c].rel == "nmod" and case_of(sentence, c) == "of":
                return c
    return i


def _effect(
    analysis: Analysis, resolution: Resolution, sentence: Sentence, index: int, i: int, word: EffectWord, rule: str
) -> EffectDraft | None:
    token = sentence.tokens[i]
    if token.upos not in NOMINAL_UPOS and token.upos != "ADJ":
        return None
    classes = classes_of(analysis, resolution, index, i)
    personal = "AGENT" in classes and not classes & {"PLACE", "FACILITY", "VEHICLE", "WEAPON"}
    counted_alone = token.upos == "NUM" or token.lemma in WORDS.nouns.bodies or token.lemma in ("other", "more")
    if word.things == personal and not (counted_alone and not word.things):
        return None
    key = (index, i)
    phrase = resolution.phrases.get(key)
    if phrase is not None:
        span = (sentence.tokens[phrase.first].start, sentence.tokens[phrase.last - 1].end)
    else:
        span = (token.start, token.end)
    count = resolution.counts.get(key) or _implied_count(resolution, sentence, key)
    if token.lemma in WORDS.nouns.measures:
        count = None
    if token.upos == "PRON" and resolution.entity(*key) is None:
        return None
    return EffectDraft(
        kind=word.kind, head=key, victim=victim_status(resolution, sentence, key), count=count, span=span, rule=rule
    )


def _self(
    resolution: Resolution, sentence: Sentence, index: int, i: int, kind: EffectKind, rule: str
) -> EffectDraft | None:
    """ "Ten deaths", "18 dead", "casualties": the word itself is counted."""
    token = sentence.tokens[i]
    key = (index, i)
    count = resolution.counts.get(key)
    above = token.head
    if count is None and token.rel == "nmod" and above >= 0:
        # "no reports of casualties" counts none
        no = next((c for c in sentence.children[above] if sentence.tokens[c].lemma == "no"), None)
        if no is not None:
            count = Count(min=0, max=0, span=(sentence.tokens[no].start, sentence.tokens[no].end))
    if count is None and kind != "killed_or_injured":
        return None
    start = min(
        (sentence.tokens[c].start for c in sentence.children[i] if sentence.tokens[c].rel in ("nummod", "det")),
        default=token.start,
    )
    head = key if resolution.entity(*key) is not None else None
    return EffectDraft(
        kind=kind,
        head=head,
        victim=victim_status(resolution, sentence, key),
        count=count,
        span=(min(start, token.start), token.end),
        rule=rule,
    )


def _implied_count(resolution: Resolution, sentence: Sentence, key: TokenKey) -> Count | None:
    """One, for a name of a person, for "he", "she", and for a singular noun with an article: "the imam", "a car"."""
    token = sentence.tokens[key[1]]
    entity = resolution.entity(*key)
    if token.upos == "PROPN" and entity is not None and entity.kind == "person":
        return Count(min=1, max=1, span=(token.start, token.end))
    if token.upos == "PRON" and token.form.lower() in WORDS.pronouns.single:
        return Count(min=1, max=1, span=(token.start, token.end))
    if token.upos == "NOUN" and "Number=Sing" in token.feats:
        noun = load_nouns().get(token.lemma)
        if noun is not None and noun.thing in ("GROUP", "PLACE", "MONEY"):
            return None
        determiner = child_with(sentence, key[1], "det", "nmod:poss")
        if determiner is not None:
            det = sentence.tokens[determiner]
            if det.lemma in WORDS.determiners.unsettled:
                return None
            return Count(min=1, max=1, span=(det.start, token.end))
    return None


def victim_status(resolution: Resolution, sentence: Sentence, key: TokenKey) -> Victim:
    """`combatant` or `civilian` where the text's word says so, else `unknown` ("people")."""
    token = sentence.tokens[key[1]]
    noun = load_nouns().get(token.lemma)
    if noun is not None and noun.victim in ("civilian", "combatant"):
        for c in sentence.children[key[1]]:
            inner = sentence.tokens[c]
            if inner.rel == "nmod" and case_of(sentence, c) == "of":
                other = load_nouns().get(inner.lemma)
                if other is not None and other.victim == "combatant":
                    return "combatant"
        return "combatant" if noun.victim == "combatant" else "civilian"
    if noun is not None and token.lemma in WORDS.nouns.persons:
        return "civilian" if token.lemma == "woman" else "unknown"
    entity = resolution.entity(*key)
    if entity is not None:
        if entity.sector in COMBATANT_SECTORS:
            return "combatant"
        if entity.sector in CIVILIAN_SECTORS and entity.kind == "person":
            return "civilian"
    for c in sentence.children[key[1]]:
        child = sentence.tokens[c]
        if child.rel in ("nmod", "amod", "compound") and child.upos in ("NOUN", "ADJ"):
            other = load_nouns().get(child.lemma)
            if other is not None and other.victim in ("civilian", "combatant") and case_of(sentence, c) in ("", "of"):
                return "combatant" if other.victim == "combatant" else "civilian"
            if child.lemma == "civilian":
                return "civilian"
    return "unknown"
