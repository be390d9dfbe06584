"""What the mentions of one happening tell together, in the form in which happenings are compared."""

from collections.abc import Sequence

from msgspec import Struct

from dateline.events.agreement import Kinds
from dateline.events.coordination import coordinated
from dateline.events.draft import Draft
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis, Sentence
from dateline.records.entity import Entity
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()


class Facts(Struct, frozen=True):
    event: str
    frames: frozenset[str]
    modes: frozenset[str]
    lemmas: frozenset[str]
    status: str
    firm_status: bool
    actors: frozenset[int]
    recipients: frozenset[int]
    objects: frozenset[int]
    object_words: frozenset[str]
    actor_kinds: Kinds
    recipient_kinds: Kinds
    places: tuple[Entity, ...]
    when: tuple[str | None, str | None] | None
    counts: frozenset[tuple[int | None, int | None]]
    sentence: int
    last: int
    token: int
    unnamed: bool
    noun: bool
    determiner: str
    otherness: bool
    historical: bool
    recent: bool
    result: bool
    foremost: bool = False
    """One of several before it, as a subject: "the worst raid hit the port"."""
    spread: bool = False
    """Told by a noun of several places: "raids in Kano and Jos"."""


def facts_of(analysis: Analysis, resolution: Resolution, members: Sequence[Draft]) -> Facts:
    """What the mentions of one happening tell together; determiner and word class are those of the first."""
    first = members[0]
    sentence = analysis.sentences[first.sentence]
    determiner, otherness = _determiner(sentence, first)
    actors = entities_of(resolution, [k for m in members for k in m.keys("actor")])
    recipients = entities_of(resolution, [k for m in members for k in m.keys("recipient")])
    things = [k for m in members for k in m.keys("object")]
    places = [resolution.entity(*m.place) for m in members if m.place is not None]
    timed = next((m.time for m in members if m.time is not None), None)
    time = None if timed is None else resolution.times[timed].time
    tokens = [analysis.sentences[m.sentence].tokens[m.token if m.case_of is None else m.case_of] for m in members]
    return Facts(
        event=first.event,
        frames=frozenset(m.frame for m in members),
        modes=frozenset(mode for m in members for mode in m.modes if mode != "destroy"),
        lemmas=frozenset(t.lemma for t in tokens),
        status=status_of_group(members),
        firm_status=any(m.pos == "verb" or m.status != "actual" for m in members),
        actors=frozenset(actors),
        recipients=frozenset(recipients),
        objects=frozenset(entities_of(resolution, things)),
        object_words=frozenset(analysis.sentences[s].tokens[t].lemma for s, t in things),
        actor_kinds=kinds_of(resolution, actors),
        recipient_kinds=kinds_of(resolution, recipients),
        places=tuple(p for p in places if p is not None),
        when=None if time is None else (time.from_, time.to),
        counts=frozenset((m.count.min, m.count.max) for m in members if m.count is not None),
        sentence=first.sentence,
        token=first.token,
        last=members[-1].sentence,
        unnamed=bool(actors) and not any(_named(resolution.entities[a]) for a in actors),
        noun=first.pos == "noun",
        determiner=determiner,
        otherness=otherness or first.case_of is not None,
        historical=any(m.historical for m in members),
        recent=first.recent,
        foremost=_foremost(sentence, first.token),
        spread=any(_spread(analysis, m) for m in members),
        result=not actors and all(m.own_effect is not None for m in members),
    )


def _foremost(sentence: Sentence, i: int) -> bool:
    if sentence.tokens[i].rel != "nsubj":
        return False
    modifiers = [c for c in sentence.children[i] if sentence.tokens[c].rel == "amod"]
    near = [t for c in modifiers for t in (c, *sentence.children[c])]
    return any("Degree=Sup" in sentence.tokens[t].feats or sentence.tokens[t].lemma == "most" for t in near)


def _spread(analysis: Analysis, draft: Draft) -> bool:
    if draft.pos != "noun" or draft.place is None:
        return False
    return len(coordinated(analysis.sentences[draft.place[0]], draft.place[1])) > 1


def _named(entity: Entity) -> bool:
    return any(m.form == "name" for m in entity.mentions) or (entity.country is not None and entity.sector is not None)


def status_of_group(members: Sequence[Draft]) -> str:
    """The status of a happening: verbs decide before nouns, the first before the later; a bare noun says nothing."""
    for pos in ("verb", "adj", "noun"):
        for member in members:
            if member.pos == pos and (pos != "noun" or member.status != "actual") and not member.process:
                return member.status
    told = [m for m in members if not m.frame.startswith("echo.")]
    return "ongoing" if told and told[0].process else "actual"


def _determiner(sentence: Sentence, draft: Draft) -> tuple[str, bool]:
    determiner, otherness = "", False
    for c in sentence.children[draft.token]:
        child = sentence.tokens[c]
        if child.rel == "det" or child.deprel == "det:predet":
            determiner = child.lemma.lower()
        elif child.deprel == "nmod:poss":
            determiner = determiner or "poss"
        if child.lemma.lower() in WORDS.adjectives.otherness:
            otherness = True
    return determiner, otherness


def entities_of(resolution: Resolution, keys: list[TokenKey]) -> list[int]:
    return [e for k in keys if (e := resolution.entity_of.get(k)) is not None]


def kinds_of(resolution: Resolution, entities: list[int]) -> Kinds:
    return frozenset((resolution.entities[e].country, resolution.entities[e].sector) for e in entities)
