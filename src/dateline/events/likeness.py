"""How much speaks for two mentions being one happening, and which happening a new mention joins."""

from collections.abc import Sequence

from dateline.events.agreement import alike, own_side, places_differ, times_differ
from dateline.events.facts import Facts
from dateline.events.groups import HAPPENED, SPEECH
from dateline.knowledge.grammar import load_grammar

WORDS = load_grammar()

WINDOW = 24
"""How many earlier happenings a mention is compared with: keeps the work linear in long documents."""


def antecedent(new: Facts, facts: Sequence[Facts]) -> tuple[int | None, str]:
    best: tuple[float, int] | None = None
    low = max(0, len(facts) - WINDOW)
    for i in range(len(facts) - 1, low - 1, -1):
        score = likeness(new, facts[i])
        if score is not None and (best is None or score > best[0]):
            best = (score, i)
    if best is None or best[0] < 2.0:
        return None, ""
    return best[1], f"same happening as before (score {best[0]:.1f})"


def likeness(new: Facts, old: Facts) -> float | None:
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
    if times_differ(new.when, old.when):
        return None
    if places_differ(new.places, old.places):
        return None
    if old.spread and new.places and not new.spread and new.determiner not in WORDS.determiners.definite:
        return None  # of raids in two towns, the one in one of them is a part
    if new.spread and old.places and not old.spread:
        return None
    score = 0.0
    for mine, theirs, my_kinds, their_kinds in (
        (new.actors, old.actors, new.actor_kinds, old.actor_kinds),
        (new.recipients, old.recipients, new.recipient_kinds, old.recipient_kinds),
    ):
        if mine & theirs:
            score += 1.6
        elif mine and theirs:
            agreement = alike(my_kinds, their_kinds)
            if not agreement and not (new.event == "CONSULT" and (new.unnamed or old.unnamed) and near):
                return None
            score += agreement or 0.9
    if new.actors & old.recipients - old.actors and not new.actors & old.actors:
        return None
    if own_side(new.recipient_kinds, old.actor_kinds) or own_side(old.recipient_kinds, new.actor_kinds):
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
        if new.event in SPEECH and not shared_lemma and not new.actors:
            score -= 0.5
    else:
        score -= 0.5
        if new.event in SPEECH and not (new.frames & old.frames):
            return None
        if new.event in SPEECH and not shared_lemma and not new.objects & old.objects:
            return None  # "praised the general ... thanked him": each saying is an act of its own
        if new.event in SPEECH and not (new.recipients | new.objects) & (old.recipients | old.objects):
            score -= 1.0
        if same_sentence and new.event != "CONSULT":
            score -= 1.0
        if new.event == "CONSULT" and near:
            score += 1.8 if new.unnamed or old.unnamed else 1.0
    return score - min(new.sentence - old.last, 12) * 0.06


def only_cause(new: Facts, facts: Sequence[Facts]) -> tuple[int | None, str]:
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
        and not places_differ(new.places, facts[i].places)
        and not times_differ(new.when, facts[i].when)
    ]
    same = [i for i in near if new.objects & facts[i].objects or new.object_words & facts[i].object_words]
    chosen = same if len(same) == 1 else near
    if len(chosen) != 1 or new.otherness:
        return None, ""
    return chosen[0], "result of the only harm told before it"


def echoed(new: Facts, types: tuple[str, ...], facts: Sequence[Facts]) -> tuple[int | None, str]:
    """The latest happening within five sentences that an echo may name: same actor if it has one, no other place."""
    if new.determiner in WORDS.determiners.indefinite or new.otherness:
        return None, ""
    pointing = new.determiner in WORDS.determiners.definite or new.determiner == "poss"
    best: tuple[float, int] | None = None
    for i in range(len(facts) - 1, max(-1, len(facts) - 1 - WINDOW), -1):
        old = facts[i]
        distance = new.sentence - old.last
        if old.event not in types or distance > 5 or distance < 0 or places_differ(new.places, old.places):
            continue
        ahead = (old.sentence, old.token) > (new.sentence, new.token)
        if ahead != new.foremost:
            continue  # "the move came after an arrest" points back; "the worst incident came when ..." does not
        if new.actors and old.actors and not new.actors & old.actors and not new.actor_kinds & old.actor_kinds:
            continue
        if not pointing and not new.lemmas & old.lemmas:
            continue  # "a life free from atrocities" takes up no raid; "raid" may take up a raid
        score = -distance - 0.5 * types.index(old.event) + (0.5 if old.status in HAPPENED else 0.0)
        if best is None or score > best[0]:
            best = (score, i)
    return (None, "") if best is None else (best[1], "echo of the event before it")
