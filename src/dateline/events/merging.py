"""Mentions -> one record: which drafts speak of the same happening.

First inside a sentence, by syntax ("struck ... in an airstrike", "sank a ferry, drowning forty"); then through the
document, by what agrees and what contradicts. Anything that contradicts - other actors, other places, other dates,
other counts - keeps two mentions apart whatever the words.
"""

from collections.abc import Sequence

from msgspec import Struct

from dateline.events.draft import Draft
from dateline.events.grammar import case_of, first_conjunct, governor_chain, mark_of, surface_subject
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Analysis, Sentence
from dateline.records.entity import Entity
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_grammar()

HARM_TYPES = frozenset({"ASSAULT", "COERCE", "PROTEST"})
SPEECH_TYPES = frozenset({"REQUEST", "ACCUSE", "SUPPORT", "AGREE", "REJECT", "THREATEN", "CONCEDE"})
HAPPENED = frozenset({"actual", "ongoing"})
WINDOW = 24
"""How many earlier happenings a mention is compared with: keeps the work linear in long documents."""


class Group(Struct, frozen=True):
    """Drafts that are one happening, in text order (indices into the drafts), and the rules that joined them."""

    members: tuple[int, ...]
    rules: tuple[str, ...]


def merge(analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft]) -> tuple[Group, ...]:
    """The happenings of a document, in the order of their first mention."""
    groups: list[Group] = []
    facts: list[_Facts] = []
    position = 0
    while position < len(drafts):
        end = position
        while end < len(drafts) and drafts[end].sentence == drafts[position].sentence:
            end += 1
        for members, rules in _inside_sentence(analysis, resolution, drafts, range(position, end)):
            group = Group(members, rules)
            known = _facts(analysis, resolution, drafts, group)
            echo = drafts[members[0]].echo
            target, rule = (
                _echoed(known, echo, facts) if echo and len(members) == 1 else _antecedent(known, groups, facts)
            )
            if target is None and known.result and not echo:
                target, rule = _only_cause(known, facts)
            if target is None and all(drafts[m].echo or _too_weak(drafts[m]) for m in members):
                continue
            if target is None:
                groups.append(group)
                facts.append(known)
            else:
                joined = Group(groups[target].members + members, groups[target].rules + rules + (rule,))
                groups[target] = joined
                facts[target] = _facts(analysis, resolution, drafts, joined)
        position = end
    return tuple(groups)


def _too_weak(draft: Draft) -> bool:
    """An ambiguous word starts no event unless somebody acts."""
    return draft.weak and not draft.keys("actor")


# inside a sentence --------------------------------------------------------------------------------------------------


def _inside_sentence(
    analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft], indices: range
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    parent = {i: i for i in indices}
    rules: dict[int, list[str]] = {i: [] for i in indices}

    def find(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for a in indices:
        for b in indices:
            if b <= a or find(a) == find(b):
                continue
            rule = _same_clause(analysis, resolution, drafts[a], drafts[b])
            if rule:
                x, y = find(a), find(b)
                parent[max(x, y)] = min(x, y)
                rules[min(x, y)].extend([rule, *rules[max(x, y)]])
    out: dict[int, list[int]] = {}
    for i in indices:
        out.setdefault(find(i), []).append(i)
    return [(tuple(members), tuple(rules[root])) for root, members in out.items()]


def _same_clause(analysis: Analysis, resolution: Resolution, a: Draft, b: Draft) -> str:
    """The rule by which two anchors of one sentence name one happening, or an empty string."""
    if (
        a.frame.startswith("echo.")
        or b.frame.startswith("echo.")
        or bool(a.status == "negated") != bool(b.status == "negated")
    ):
        return ""
    sentence = analysis.sentences[a.sentence]
    for x, y in ((a, b), (b, a)):
        if a.event != b.event or a.event in ("AGREE", "REQUEST"):
            rule = _way(sentence, x, y) or (_hangs_on(sentence, x, y) if a.event == b.event else "")
        else:
            rule = _hangs_on(sentence, x, y) or _subject_names_it(sentence, x, y) or _twin(sentence, x, y)
        if rule and not _participants_differ(resolution, x, y, strict=False):
            return rule
    return ""


def _hangs_on(sentence: Sentence, x: Draft, y: Draft) -> str:
    """How x hangs on y, if that makes them one happening."""
    token = sentence.tokens[x.token]
    if set(x.tokens) & set(y.tokens):
        return "same words"
    head = sentence.tokens[first_conjunct(sentence, x.token)].head if token.rel == "conj" else token.head
    chain = [t.i for t in governor_chain(sentence, x.token)][:4]
    near = y.token in chain or any(t in chain for t in y.tokens)
    if not near:
        return ""
    direct = head in y.tokens or token.head in y.tokens
    effect = x.own_effect is not None or y.own_effect is not None
    if x.pos == "noun":
        prep = case_of(sentence, x.token)
        if (
            direct
            and token.rel in ("nsubj", "obj", "xcomp")
            and y.pos != "noun"
            and x.event in ("ASSAULT", "PROTEST", "CONSULT", "COERCE", "AGREE")
        ):
            return f"'{token.form}' is the {token.rel} of the verb"
        if (
            direct
            and token.rel in ("obl", "nmod")
            and prep in ("in", "by", "with", "during", "through", "via", "as", "at")
            and (y.pos != "noun" or y.own_effect)
        ):
            return f"'{prep} {token.form}' names the act of the verb"
        if direct and token.rel == "nmod" and prep == "of" and y.pos == "noun":
            return f"'{sentence.tokens[y.token].form} of {token.form}'"
        if direct and token.rel in ("appos", "compound"):
            return "apposition"
        return ""
    if (
        token.rel == "acl"
        and direct
        and (effect or token.deprel == "acl:relcl")
        and x.event in HARM_TYPES
        and y.pos == "noun"
    ):
        return "a clause that describes the noun"
    if token.rel == "advcl" and direct and effect and x.event in HARM_TYPES and x.status in HAPPENED:
        return "its result in a participial clause"
    if token.rel == "conj" and token.head in y.tokens and effect and x.event in HARM_TYPES and x.token - y.token < 14:
        return "its result in a coordinated clause"
    if token.rel == "advcl" and direct and y.own_effect is not None and x.event in HARM_TYPES:
        return "the act behind the stated harm"
    if token.rel == "xcomp" and direct and x.event == y.event:
        return "complement of the verb"
    return ""


def _way(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "supported them by training their troops", "punished it by expelling": the by-clause tells what was done."""
    token = sentence.tokens[x.token]
    if token.rel == "advcl" and token.head in y.tokens and mark_of(sentence, x.token) in ("by", "through"):
        return BY_RULE
    asked = y.event in ("REQUEST", "AGREE") and x.status in ("hypothetical", "future", "actual") and x.event in WISHED
    chain = [t.i for t in governor_chain(sentence, x.token)][:3]
    content = token.rel in ("xcomp", "ccomp", "obl", "advcl", "obj", "nmod", "acl", "conj")
    if asked and content and any(t in y.tokens for t in chain) and not (x.status == "actual" and x.pos == "noun"):
        return ASKED_RULE
    return ""


BY_RULE = "the by-clause tells how"
ASKED_RULE = "what is asked for or promised"
WISHED = frozenset({"COOPERATE", "AID", "SUPPORT", "CONSULT", "AGREE", "RETREAT"})
"""Types that, asked for or promised, are the content of the asking and no happening of their own."""


def _subject_names_it(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "one strike engaged a unit and destroyed a position": y is the subject of x, whatever stands between them."""
    if x.pos == "noun" or y.pos != "noun" or x.event not in HARM_TYPES:
        return ""
    subject = surface_subject(sentence, x.token)
    if subject is not None and not subject.passive and subject.token in y.tokens:
        return f"'{sentence.tokens[y.token].form}' is the subject"
    return ""


def _twin(sentence: Sentence, x: Draft, y: Draft) -> str:
    """ "are advising and assisting the forces": two verbs side by side with the same participants."""
    token = sentence.tokens[x.token]
    if x.pos == "noun" or token.rel != "conj" or token.head not in y.tokens or x.token - y.token > 4:
        return ""
    apart = x.place is not None and y.place is not None and x.place != y.place
    # one protest does many things; force against another thing is another act
    roles = ("actor", "recipient") if x.event == "PROTEST" else ("actor", "recipient", "object")
    if apart or any(set(x.keys(role)) != set(y.keys(role)) for role in roles):
        return ""
    return "two verbs for one act"


# through the document -----------------------------------------------------------------------------------------------


class _Facts(Struct, frozen=True):
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
    actor_kinds: frozenset[tuple[str | None, str | None]]
    recipient_kinds: frozenset[tuple[str | None, str | None]]
    places: tuple[Entity, ...]
    when: tuple[str | None, str | None] | None
    counts: frozenset[tuple[int | None, int | None]]
    sentence: int
    last: int
    unnamed: bool
    noun: bool
    determiner: str
    otherness: bool
    historical: bool
    recent: bool
    result: bool


def _facts(analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft], group: Group) -> _Facts:
    members = [drafts[i] for i in group.members]
    first = members[0]
    sentence = analysis.sentences[first.sentence]
    determiner, otherness = _determiner(sentence, first)
    actors = _entities(resolution, [k for m in members for k in m.keys("actor")])
    recipients = _entities(resolution, [k for m in members for k in m.keys("recipient")])
    things = [k for m in members for k in m.keys("object")]
    places = [resolution.entity(*m.place) for m in members if m.place is not None]
    timed = next((m.time for m in members if m.time is not None), None)
    time = None if timed is None else resolution.times[timed].time
    tokens = [analysis.sentences[m.sentence].tokens[m.token] for m in members]
    return _Facts(
        event=first.event,
        frames=frozenset(m.frame for m in members),
        modes=frozenset(mode for m in members for mode in m.modes if mode != "destroy"),
        lemmas=frozenset(t.lemma for t in tokens),
        status=status_of_group(members),
        firm_status=any(m.pos == "verb" or m.status != "actual" for m in members),
        actors=frozenset(actors),
        recipients=frozenset(recipients),
        objects=frozenset(_entities(resolution, things)),
        object_words=frozenset(analysis.sentences[s].tokens[t].lemma for s, t in things),
        actor_kinds=_kinds(resolution, actors),
        recipient_kinds=_kinds(resolution, recipients),
        places=tuple(p for p in places if p is not None),
        when=None if time is None else (time.from_, time.to),
        counts=frozenset((m.count.min, m.count.max) for m in members if m.count is not None),
        sentence=first.sentence,
        last=members[-1].sentence,
        unnamed=bool(actors) and not any(_named(resolution.entities[a]) for a in actors),
        noun=first.pos == "noun",
        determiner=determiner,
        otherness=otherness,
        historical=any(m.historical for m in members),
        recent=first.recent,
        result=not actors and all(m.own_effect is not None for m in members),
    )


def status_of_group(members: Sequence[Draft]) -> str:
    """The status of a happening: verbs decide before nouns, the first before the later; a bare noun says nothing."""
    for pos in ("verb", "adj", "noun"):
        for member in members:
            if member.pos == pos and (pos != "noun" or member.status != "actual"):
                return member.status
    return "actual"


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


def _entities(resolution: Resolution, keys: list[TokenKey]) -> list[int]:
    return [e for k in keys if (e := resolution.entity_of.get(k)) is not None]


def _kinds(resolution: Resolution, entities: list[int]) -> frozenset[tuple[str | None, str | None]]:
    return frozenset((resolution.entities[e].country, resolution.entities[e].sector) for e in entities)


def _antecedent(new: _Facts, groups: Sequence[Group], facts: Sequence[_Facts]) -> tuple[int | None, str]:
    best: tuple[float, int] | None = None
    low = max(0, len(groups) - WINDOW)
    for i in range(len(groups) - 1, low - 1, -1):
        score = _likeness(new, facts[i])
        if score is not None and (best is None or score > best[0]):
            best = (score, i)
    if best is None or best[0] < 2.0:
        return None, ""
    return best[1], f"same happening as before (score {best[0]:.1f})"


def _likeness(new: _Facts, old: _Facts) -> float | None:
    """How much speaks for one happening; None where something contradicts it."""
    if new.event != old.event or new.otherness or new.historical != old.historical:
        return None
    same_sentence = new.sentence == old.last
    near = new.sentence - old.last <= 3
    definite = new.determiner in WORDS.determiners.definite or new.determiner == "poss"
    if (new.status in HAPPENED) != (old.status in HAPPENED) and (new.firm_status or not definite):
        return None
    if (new.status == "negated") != (old.status == "negated"):
        return None
    if new.counts and old.counts and not new.counts & old.counts:
        return None
    if _times_differ(new.when, old.when):
        return None
    if _places_differ(new.places, old.places):
        return None
    score = 0.0
    for mine, theirs, my_kinds, their_kinds in (
        (new.actors, old.actors, new.actor_kinds, old.actor_kinds),
        (new.recipients, old.recipients, new.recipient_kinds, old.recipient_kinds),
    ):
        if mine & theirs:
            score += 1.6
        elif mine and theirs:
            alike = _alike(my_kinds, their_kinds)
            if not alike and not (new.event == "CONSULT" and (new.unnamed or old.unnamed) and near):
                return None
            score += alike or 0.9
    if new.actors & old.recipients - old.actors and not new.actors & old.actors:
        return None
    if _own_side(new.recipient_kinds, old.actor_kinds) or _own_side(old.recipient_kinds, new.actor_kinds):
        return None
    if new.objects and old.objects:
        # things are many and told in other words: what is shared counts for, what differs hardly against
        if new.objects & old.objects:
            score += 1.5
        else:
            score += 0.9 if new.object_words & old.object_words else -0.4
    shared_lemma = bool(new.lemmas & old.lemmas)
    score += 1.0 if shared_lemma or new.frames & old.frames else 0.0
    if new.modes and old.modes:
        score += 0.5 if new.modes & old.modes else -1.0
    if new.places and old.places:
        score += 0.8
    if new.when and old.when:
        score += 0.5
    if new.noun:
        if new.determiner in WORDS.determiners.demonstrative:
            score += 2.0
        elif new.determiner in WORDS.determiners.definite:
            score += 1.2
        elif new.determiner in WORDS.determiners.indefinite:
            score -= 1.5
        elif new.determiner == "poss":
            score += 0.8
        elif not new.determiner:
            score += 0.3 if new.recent else -0.3
        if new.event in SPEECH_TYPES and not shared_lemma and not new.actors:
            score -= 0.5
    else:
        score -= 0.5
        if new.event in SPEECH_TYPES and not (new.frames & old.frames):
            return None
        if new.event in SPEECH_TYPES and not (new.recipients | new.objects) & (old.recipients | old.objects):
            score -= 1.0
        if same_sentence and new.event != "CONSULT":
            score -= 1.0
        if new.event == "CONSULT" and near:
            score += 1.8 if new.unnamed or old.unnamed else 1.0
    return score - min(new.sentence - old.last, 12) * 0.06


def _only_cause(new: _Facts, facts: Sequence[_Facts]) -> tuple[int | None, str]:
    """The one harm told within five sentences before, for a bare result that names nobody who acts ("nine fighters were
    killed"); among several the one whose object is meant again ("both depots were destroyed"); else None."""
    near = [
        i
        for i in range(max(0, len(facts) - WINDOW), len(facts))
        if facts[i].event == new.event
        and facts[i].status in HAPPENED
        and new.status in HAPPENED
        and 0 < new.sentence - facts[i].last <= 5
        and facts[i].historical == new.historical
        and not _places_differ(new.places, facts[i].places)
        and not _times_differ(new.when, facts[i].when)
    ]
    same = [i for i in near if new.objects & facts[i].objects or new.object_words & facts[i].object_words]
    chosen = same if len(same) == 1 else near
    if len(chosen) != 1 or new.otherness:
        return None, ""
    return chosen[0], "result of the only harm told before it"


def _echoed(new: _Facts, types: tuple[str, ...], facts: Sequence[_Facts]) -> tuple[int | None, str]:
    """The latest happening within five sentences that an echo may name: same actor if it has one, no other place."""
    if new.determiner in WORDS.determiners.indefinite or new.otherness:
        return None, ""
    best: tuple[float, int] | None = None
    for i in range(len(facts) - 1, max(-1, len(facts) - 1 - WINDOW), -1):
        old = facts[i]
        distance = new.sentence - old.last
        if old.event not in types or distance > 5 or distance < 0 or _places_differ(new.places, old.places):
            continue
        if new.actors and old.actors and not new.actors & old.actors and not new.actor_kinds & old.actor_kinds:
            continue
        score = -distance - 0.5 * types.index(old.event) + (0.5 if old.status in HAPPENED else 0.0)
        if best is None or score > best[0]:
            best = (score, i)
    return (None, "") if best is None else (best[1], "echo of the event before it")


def _own_side(
    struck: frozenset[tuple[str | None, str | None]], acting: frozenset[tuple[str | None, str | None]]
) -> bool:
    """True if the ones struck are of the kind that acts: armed groups do not strike themselves."""
    if not struck or not acting:
        return False
    if any(s == "REB" for _, s in struck) and any(s == "REB" for _, s in acting):
        return not any(c and d and c != d for c, s in struck for d, r in acting if s == r == "REB")
    return any(c and s == "MIL" and (c, s) in acting for c, s in struck)


def _named(entity: Entity) -> bool:
    return any(m.form == "name" for m in entity.mentions) or (entity.country is not None and entity.sector is not None)


STATE = frozenset({"MIL", "GOV", "SPY", None})


def _alike(mine: frozenset[tuple[str | None, str | None]], theirs: frozenset[tuple[str | None, str | None]]) -> float:
    """How well two sets of participants agree by country and sector when no entity is shared: forces of one state are
    one side ("American forces", "U.S. troops", the department's "we"); groups need the same country and sector."""
    if any(c and s == "MIL" and (c, s) in theirs for c, s in mine):
        return 1.3
    if any(c and s and (c, s) in theirs for c, s in mine):
        return 0.7
    if any(c and s in STATE and c == d and r in STATE for c, s in mine for d, r in theirs):
        return 0.5
    if any(s == r == "MIL" and (c is None or d is None) for c, s in mine for d, r in theirs):
        return 0.5
    return 0.0


def _times_differ(a: tuple[str | None, str | None] | None, b: tuple[str | None, str | None] | None) -> bool:
    return a is not None and b is not None and _disjoint(a, b)


def _disjoint(a: tuple[str | None, str | None], b: tuple[str | None, str | None]) -> bool:
    return bool((a[1] and b[0] and a[1][:10] <= b[0][:10]) or (b[1] and a[0] and b[1][:10] <= a[0][:10]))


def _places_differ(a: tuple[Entity, ...], b: tuple[Entity, ...]) -> bool:
    if not a or not b:
        return False
    for x in a:
        for y in b:
            if x.id == y.id or not contradict(x, y):
                return False
    return True


def contradict(x: Entity, y: Entity) -> bool:
    """True if something cannot have happened in both: two towns, two countries; a town and its country agree."""
    cx = (x.place.country if x.place else None) or x.country
    cy = (y.place.country if y.place else None) or y.country
    if cx and cy and cx != cy:
        return True
    if x.place is None or y.place is None:
        return x.name != y.name and x.kind == y.kind == "place"
    px, py = x.place.precision, y.place.precision
    if px >= 5 or py >= 5:
        return False
    if px == 4 or py == 4:
        return bool(x.place.admin1 and y.place.admin1 and x.place.admin1 != y.place.admin1)
    return x.name != y.name


def _participants_differ(resolution: Resolution, a: Draft, b: Draft, *, strict: bool) -> bool:
    """True if both name actors and no actor is shared (the same for recipients when strict)."""
    mine, theirs = _entities(resolution, list(a.keys("actor"))), _entities(resolution, list(b.keys("actor")))
    if mine and theirs and not set(mine) & set(theirs):
        return not (_kinds(resolution, mine) & _kinds(resolution, theirs))
    if strict:
        mine, theirs = (
            _entities(resolution, list(a.keys("recipient"))),
            _entities(resolution, list(b.keys("recipient"))),
        )
        return bool(mine and theirs and not set(mine) & set(theirs))
    return False
