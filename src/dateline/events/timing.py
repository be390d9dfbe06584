"""Which time expression belongs to which event: one of its own phrase or clause, never one of a verb of saying."""

from collections.abc import Mapping

from dateline.events.grammar import case_of
from dateline.knowledge.grammar import load_grammar
from dateline.language.analysis import Sentence
from dateline.resolving.resolution import FoundTime

WORDS = load_grammar()

USABLE = frozenset({"DATE", "TIME"})


def times_of_sentence(
    sentence: Sentence,
    times: Mapping[int, FoundTime],
    owners: Mapping[int, int],
    answered: Mapping[int, int] | None = None,
) -> dict[int, tuple[int, str]]:
    """For every owner (an index of a mention) the time it owns: `{owner: (time index, rule)}`.

    `times` are the sentence's time expressions by their index in the resolution; `owners` maps anchor tokens and
    carriers to the index of the mention they belong to. A time climbs the tree to the first owner it meets; a clause
    in between whose verb is no anchor keeps it. Of several times the most precise wins: the one with the shortest
    interval, a part of the day before a day. `answered` are anchors (token: mention) that the sentence calls answered.
    """
    out: dict[int, tuple[int, str]] = {}
    best: dict[int, int] = {}
    tokens = sentence.tokens
    for index, found in times.items():
        if found.time.type not in USABLE and found.time.from_ is None and found.time.to is None:
            continue
        if found.time.from_ is None and found.time.to is None:
            continue
        owner, rule = _climb(sentence, found.head, owners)
        if owner is None:
            owner, rule = _sibling(sentence, found.head, owners)
        if owner is None:
            continue
        for token, mention in (answered or {}).items():
            # "struck in response to the attack last week": the parser hangs the week on the striking
            if mention != owner and token < found.first and _own_token(owners, owner) < token:
                owner, rule = mention, "time after the act that is answered"
        owner = _judged(sentence, found.head, owner, owners)
        fine = _fineness(found)
        if owner not in out or fine > best[owner]:
            out[owner], best[owner] = (index, rule), fine
    _ = tokens
    return out


def _judged(sentence: Sentence, time: int, owner: int, owners: Mapping[int, int]) -> int:
    """The act that is judged, for a time beside a judging verb in the present: who "condemns the raids this weekend"
    condemns them now."""
    verb = sentence.tokens[time].head
    if verb < 0 or owners.get(verb) != owner or time < verb:
        return owner
    token = sentence.tokens[verb]
    if token.lemma not in WORDS.verbs.speech or "Tense=Pres" not in token.feats or "VerbForm=Fin" not in token.feats:
        return owner
    judged = [c for c in sentence.children[verb] if c in owners and owners[c] != owner]
    return next(
        (owners[c] for c in judged if sentence.tokens[c].rel in ("obj", "obl") and not case_of(sentence, c)), owner
    )


def _own_token(owners: Mapping[int, int], mention: int) -> int:
    return min(token for token, owner in owners.items() if owner == mention)


def _fineness(found: FoundTime) -> int:
    order = ("unknown", "decade", "year", "season", "month", "week", "days", "day", "part_of_day", "time")
    score = order.index(found.time.precision) if found.time.precision in order else 0
    return score - (5 if found.time.type in ("DURATION", "SET") else 0)


def _climb(sentence: Sentence, start: int, owners: Mapping[int, int]) -> tuple[int | None, str]:
    tokens = sentence.tokens
    node = start
    for step in range(12):
        if node in owners:
            return owners[node], "time in the phrase of the anchor" if step <= 1 else "time in the clause"
        token = tokens[node]
        if token.head < 0:
            return None, ""
        if node != start and token.upos in ("VERB", "AUX") and token.rel in ("ccomp", "advcl", "acl", "parataxis"):
            return None, ""
        node = token.head
    return None, ""


def _sibling(sentence: Sentence, start: int, owners: Mapping[int, int]) -> tuple[int | None, str]:
    """A time hung on a verb without an entry belongs to the event noun that is this verb's subject or object."""
    tokens = sentence.tokens
    node = start
    for _ in range(4):
        head = tokens[node].head
        if head < 0:
            break
        node = head
        if tokens[node].upos in ("VERB", "AUX", "ADJ"):
            for c in sentence.children[node]:
                if (
                    c in owners
                    and tokens[c].rel in ("nsubj", "obj", "obl", "xcomp")
                    and tokens[node].lemma not in WORDS.verbs.speech
                ):
                    return owners[c], "time in the clause of the noun"
            break
    return None, ""
