"""Pronouns that speak: in "..., she said" the one who spoke before is meant, and nobody named inside a quotation."""

from msgspec.structs import replace

from dateline.claims.attribution import Attribution
from dateline.claims.sources import FIRST
from dateline.claims.standing import Index
from dateline.knowledge.claim_words import load_claim_words
from dateline.language.analysis import Analysis
from dateline.records.entity import Mention
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_claim_words()

_PERSONAL = WORDS.sources.third_person
_NEAR = 700
"""How far back, in characters, the one who spoke before may have spoken."""


def resolve_speaking_pronouns(
    analysis: Analysis, resolution: Resolution, attributions: tuple[Attribution, ...], index: Index
) -> Resolution:
    """The resolution with "he" and "she" as sources linked to the speaker before, where coreference found nobody, no
    person, or somebody last named inside a quotation. Everything else stays."""
    entity_of = dict(resolution.entity_of)
    moved: list[tuple[TokenKey, int | None, int]] = []
    before: tuple[int, int] | None = None
    for attribution in attributions:
        key = attribution.source_key
        if key is None:
            continue
        token = analysis.sentences[key[0]].tokens[key[1]]
        if attribution.via is not None or index.holding(token.start, token.end):
            continue
        if token.upos == "PRON" and token.form.lower() in _PERSONAL:
            old = entity_of.get(key)
            if _doubtful(resolution, index, old, token.start):
                new = _spoke_before(before, token.start)
                if new is None:
                    new = _subject_before(analysis, resolution, key)
                if new is not None and new != old:
                    moved.append((key, old, new))
                    entity_of[key] = new
        entity = entity_of.get(key)
        if entity is not None and token.form.lower() not in FIRST:
            before = (entity, token.start)
    if not moved:
        return resolution
    entities = list(resolution.entities)
    for key, old, new in moved:
        token = analysis.sentences[key[0]].tokens[key[1]]
        span: Span = (token.start, token.end)
        if old is not None:
            kept = tuple(m for m in entities[old].mentions if m.head != span)
            entities[old] = replace(entities[old], mentions=kept)
        mentions = sorted({*entities[new].mentions, Mention(span, span, "pronoun")}, key=lambda m: m.span)
        entities[new] = replace(entities[new], mentions=tuple(mentions))
    return replace(resolution, entities=tuple(entities), entity_of=entity_of)


def _doubtful(resolution: Resolution, index: Index, entity: int | None, at: int) -> bool:
    if entity is None:
        return True
    found = resolution.entities[entity]
    if found.kind != "person":
        return True
    earlier = [m for m in found.mentions if m.span[0] < at]
    return bool(earlier) and bool(index.holding(*earlier[-1].head)) and all(index.holding(*m.head) for m in earlier)


def _spoke_before(before: tuple[int, int] | None, at: int) -> int | None:
    return before[0] if before is not None and 0 < at - before[1] < _NEAR else None


def _subject_before(analysis: Analysis, resolution: Resolution, key: TokenKey) -> int | None:
    """The entity that is the subject of the sentence before, if it is a person."""
    s = key[0] - 1
    while s >= 0 and s >= key[0] - 2:
        sentence = analysis.sentences[s]
        for c in sentence.children[sentence.root]:
            if sentence.tokens[c].rel == "nsubj":
                entity = resolution.entity_of.get((s, c))
                if entity is not None and resolution.entities[entity].kind == "person":
                    return entity
        s -= 1
    return None
