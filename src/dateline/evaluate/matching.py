"""Which prediction stands for which gold record: agents by name, events by their words, claims by their content.

The definitions are those of the project's reference scorer. A figure is only comparable with earlier ones as long as
they stay exactly as they are: change nothing here without pinning all floors again.
"""

import re

from dateline.evaluate.gold import GoldAgent, GoldClaim, GoldEvent
from dateline.evaluate.spans import common
from dateline.records import Claim, Entity, Event, Span

_SMALL_WORDS_TEXT = "the a an of and in on at by for to its their his her that this these those such some any"
_SMALL_WORDS = frozenset(_SMALL_WORDS_TEXT.split())
_WORD = re.compile(r"[a-z0-9']+")


def content_words(name: str) -> frozenset[str]:
    """The words that tell one name from another, lower case, dots dropped: "the U.S. forces" -> {us, forces}."""
    return frozenset(_WORD.findall(name.lower().replace(".", ""))) - _SMALL_WORDS


def same_name(one: str, other: str) -> bool:
    """Whether half of the content words of the shorter name stand in the other."""
    a, b = content_words(one), content_words(other)
    return bool(a and b) and 2 * len(a & b) >= min(len(a), len(b))


def names_of(entity: Entity, text: str) -> list[str]:
    """The name of an entity and the words of all its mentions."""
    names = [entity.name, *(text[mention.span[0] : mention.span[1]] for mention in entity.mentions)]
    return [name for name in names if name]


def same_agent(gold: GoldAgent, entity: Entity, text: str) -> bool:
    """The same agent: one of the gold names, or the same country and sector where gold has both."""
    names = names_of(entity, text)
    if any(same_name(wanted, name) for wanted in gold.names for name in names):
        return True
    return bool(gold.country and gold.sector) and (entity.country, entity.sector) == (gold.country, gold.sector)


def covered(spans: tuple[Span, ...]) -> set[int]:
    """The offsets inside any of the spans."""
    return {offset for start, end in spans for offset in range(start, end)}


def moved(span: Span, shift: int) -> Span:
    """The span in a text that has `shift` more code points before it."""
    return span[0] + shift, span[1] + shift


def match_events(gold: tuple[GoldEvent, ...], events: tuple[Event, ...], *, shift: int = 0) -> dict[int, int]:
    """Index of the predicted event for each gold event found: one to one, most anchors hit first, then the prediction
    whose number of mentions is nearest to gold's."""
    spans = [[moved(span, shift) for span in (*event.mentions, event.anchor)] for event in events]
    candidates = []
    for i, wanted in enumerate(gold):
        for j, mentions in enumerate(spans):
            hits = sum(any(common(anchor, mention) for mention in mentions) for anchor in wanted.anchors)
            if hits:
                candidates.append((hits, -abs(len(mentions) - len(wanted.anchors)), i, j))
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in sorted(candidates, reverse=True):
        if i not in pairs and j not in taken:
            pairs[i] = j
            taken.add(j)
    return pairs


def match_claims(gold: tuple[GoldClaim, ...], claims: tuple[Claim, ...], *, shift: int = 0) -> dict[int, int]:
    """Index of the predicted claim for each gold claim found: each content covers half of the other; gold order, the
    largest common part first."""
    contents = [covered(tuple(moved(span, shift) for span in claim.content)) for claim in claims]
    pairs: dict[int, int] = {}
    taken: set[int] = set()
    for i, wanted in enumerate(gold):
        content = covered(wanted.content)
        best, most = None, 0
        for j, other in enumerate(contents):
            shared = len(content & other)
            if j not in taken and shared > most and 2 * shared >= max(len(content), len(other)):
                best, most = j, shared
        if best is not None:
            pairs[i] = best
            taken.add(best)
    return pairs
