"""First persons: who "I" and "we" are, inside a quotation and in a statement of the publishing body."""

from bisect import bisect_right

from msgspec.structs import replace

from dateline.claims.attribution import Attribution
from dateline.claims.pronouns import resolve_speaking_pronouns
from dateline.claims.standing import Index
from dateline.knowledge.claim_words import load_claim_words
from dateline.language.analysis import Analysis, Sentence, Token
from dateline.language.syntax import case_of
from dateline.records.document import Document
from dateline.records.entity import Affiliation, Entity, Mention
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution, TokenKey

WORDS = load_claim_words()

SINGULAR = WORDS.sources.speaker
PLURAL = WORDS.sources.speakers
_PERFORMATIVE = WORDS.publisher.performing
_BODIES = frozenset({"country", "government", "organization", "military"})
_FORCES = WORDS.publisher.forces


def resolve_first_person(
    document: Document, analysis: Analysis, resolution: Resolution, attributions: tuple[Attribution, ...]
) -> Resolution:
    """The resolution with "I" and "we" linked: to the speaker (for "we": the body the speaker speaks for, if the text
    tells it), outside any claim to the publisher. First persons of whom the text tells nothing stay as they are.
    "She" and "he" as sources are linked to the speaker before them where coreference went astray."""
    index = Index(attributions)
    resolution = resolve_speaking_pronouns(analysis, resolution, attributions, index)
    found = _first_persons(analysis)
    if not found:
        return resolution
    behalf = _behalf(analysis, resolution)
    entity_of = dict(resolution.entity_of)
    entities = list(resolution.entities)
    added: dict[int, list[Mention]] = {}
    publisher: int | None = None
    asked = False
    for key, token in found:
        speaker = _speaker(index.holding(token.start, token.end), attributions, entity_of, key)
        plural = token.form.lower() in PLURAL
        if speaker is not None:
            target: int | None = speaker
            if plural:
                spoken_for = next((body for span, body in behalf if _together(index, span, token)), None)
                target = spoken_for if spoken_for is not None else _named_body(analysis, entity_of, entities, speaker)
                target = target if target is not None else _body(entities, speaker)
        elif index.holding(token.start, token.end):
            target = None
        else:
            if not asked:
                publisher = _publisher(document, analysis, entities, entity_of)
                asked = True
            target = publisher if plural or document.publisher else None
        if target is None or entity_of.get(key) == target:
            continue
        old = entity_of.get(key)
        if old is not None and not _only_first_persons(entities[old]):
            continue
        entity_of[key] = target
        span = (token.start, token.end)
        if old is not None:
            kept = tuple(m for m in entities[old].mentions if m.head != span)
            entities[old] = replace(entities[old], mentions=kept)
        added.setdefault(target, []).append(Mention(span=span, head=span, form="pronoun"))
    _own_forces(analysis, found, entities, entity_of, added)
    siding = _author_sides(document, analysis, entities, entity_of, found)
    if not added and not siding:
        return resolution
    for target, mentions in added.items():
        merged = sorted({*entities[target].mentions, *mentions}, key=lambda m: m.span)
        entities[target] = replace(entities[target], mentions=tuple(merged))
    return replace(resolution, entities=tuple(entities), entity_of=entity_of)


def _behalf(analysis: Analysis, resolution: Resolution) -> list[tuple[Span, int]]:
    """Bodies on whose behalf somebody says that they speak, with the words: "on behalf of the ministry, I want ..."."""
    out: list[tuple[Span, int]] = []
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.lemma not in ("behalf", "name") or case_of(sentence, token.i) not in ("on", "in"):
                continue
            for c in sentence.children[token.i]:
                body = resolution.entity_of.get((sentence.index, c)) if case_of(sentence, c) == "of" else None
                if body is not None:
                    out.append(((token.start, token.end), body))
    return out


def _together(index: Index, span: Span, token: Token) -> bool:
    """True if the words stand in one claim with the pronoun: one speaker says both."""
    return bool(set(index.holding(*span)) & set(index.holding(token.start, token.end)))


def _author_sides(
    document: Document,
    analysis: Analysis,
    entities: list[Entity],
    entity_of: dict[TokenKey, int],
    found: list[tuple[TokenKey, Token]],
) -> bool:
    """An unnamed "I" beside a "we" that is a known body is of its side: its country goes over."""
    alone = {
        entity_of[key]
        for key, token in found
        if token.form.lower() in SINGULAR and key in entity_of and _only_first_persons(entities[entity_of[key]])
    }
    plural = [entity_of[key] for key, token in found if token.form.lower() in PLURAL and key in entity_of]
    body = next((n for n in plural if entities[n].country is not None and entities[n].kind in _BODIES), None)
    changed = False
    for n in alone:
        if body is not None and n != body and entities[n].country is None:
            link = Affiliation("member_of", entity=str(body))
            entities[n] = replace(
                entities[n],
                kind="person",
                country=entities[body].country,
                sector=entities[body].sector,
                affiliations=(*entities[n].affiliations, link),
            )
            changed = True
    return changed


def _own_forces(
    analysis: Analysis,
    found: list[tuple[TokenKey, Token]],
    entities: list[Entity],
    entity_of: dict[TokenKey, int],
    added: dict[int, list[Mention]],
) -> None:
    """ "Our force" is the force that "we" stands for, where the words say no more of it."""
    for (index, i), token in found:
        body = entity_of.get((index, i))
        if token.deprel != "nmod:poss" or token.head < 0 or body is None or entities[body].kind != "military":
            continue
        other = entity_of.get((index, token.head))
        if other is None or other == body or entities[other].kind != "military" or entities[other].country is not None:
            continue
        if any(m.form == "name" for m in entities[other].mentions):
            continue
        added.setdefault(body, []).extend(entities[other].mentions)
        entities[other] = replace(entities[other], mentions=())
        for key in [k for k, n in entity_of.items() if n == other]:
            entity_of[key] = body


def is_first_person(token: Token) -> bool:
    """ "I", "we" and their forms, but not "US"."""
    form = token.form
    return form.lower() in PLURAL | SINGULAR and not (form.isupper() and len(form) > 1)


def _first_persons(analysis: Analysis) -> list[tuple[TokenKey, Token]]:
    return [
        ((sentence.index, token.i), token)
        for sentence in analysis.sentences
        for token in sentence.tokens
        if token.upos in ("PRON", "DET") and is_first_person(token)
    ]


def _speaker(
    holding: tuple[int, ...], attributions: tuple[Attribution, ...], entity_of: dict[TokenKey, int], key: TokenKey
) -> int | None:
    """The entity of the innermost source whose own words these are; of the outermost where no words are quoted."""
    own = [n for n in holding if attributions[n].rule.endswith(("/quotation", "/statement", "/carried over"))]
    own = own or [n for n in holding if attributions[n].style == "direct"]
    for n in [*reversed(own), *holding]:
        source = attributions[n].source_key
        if source is None or source == key:
            continue
        entity = entity_of.get(source)
        if entity is not None:
            return entity
    return None


def _named_body(analysis: Analysis, entity_of: dict[TokenKey, int], entities: list[Entity], speaker: int) -> int | None:
    """The body that the words for the speaker name: "the coalition's spokesperson", "a spokesman for the army"."""
    if entities[speaker].kind != "person":
        return None
    heads = {m.head for m in entities[speaker].mentions if m.form == "nominal"}
    for start, _ in sorted(heads):
        sentence = _sentence_at(analysis, start)
        if sentence is None:
            continue
        token = next((t for t in sentence.tokens if t.start == start), None)
        for c in sentence.children[token.i] if token is not None else ():
            if sentence.tokens[c].deprel == "nmod:poss" or case_of(sentence, c) in ("for", "of"):
                body = entity_of.get((sentence.index, c))
                if body is not None and body != speaker and entities[body].kind in _BODIES | {"armed_group"}:
                    return body
    return None


def _sentence_at(analysis: Analysis, position: int) -> Sentence | None:
    i = bisect_right(analysis.sentences, position, key=lambda s: s.start) - 1
    return analysis.sentences[i] if i >= 0 else None


def _body(entities: list[Entity], speaker: int) -> int:
    """The entity that a speaker's "we" stands for: the organization of the role or membership; the forces or the
    government of the speaker's country, if the text names them; else the speaker."""
    person = entities[speaker]
    if person.kind != "person":
        return speaker
    wanted: list[str] = [r.organization for r in person.roles if r.organization]
    wanted += [a.entity for a in person.affiliations if a.entity and a.relation == "member_of"]
    for name in wanted:
        for n, entity in enumerate(entities):
            if n != speaker and (entity.id == name or entity.name.casefold() == name.casefold()):
                return n
    country = person.country or next((a.country for a in person.affiliations if a.country), None)
    if country is None:
        return speaker
    titles = " ".join(r.title.lower() for r in person.roles)
    forces = person.sector == "MIL" or any(w in titles for w in _FORCES)
    kinds = ("military", "government", "country") if forces else ("government", "country")
    if person.sector == "GOV":
        # a minister of defense speaks for the ministry rather than for the troops
        kinds = ("government", "military", "country") if forces else kinds
    for kind in kinds:
        for n, entity in enumerate(entities):
            if entity.kind == kind and entity.country == country and _is_body(entity):
                return n
    return speaker


def _is_body(entity: Entity) -> bool:
    """True for a named body and for "the army", "U.S. forces"; "U.S. troops in Niger" are some of its people."""
    if any(m.form == "name" for m in entity.mentions) or entity.kind != "military":
        return True
    return any(word in FORCES for word in entity.name.lower().split())


FORCES = frozenset({"army", "military", "forces", "navy", "armed"})
"""Words that name the whole of a state's forces."""


def _only_first_persons(entity: Entity) -> bool:
    return all(m.form == "pronoun" for m in entity.mentions) and entity.name.lower() in PLURAL | SINGULAR


def _publisher(
    document: Document, analysis: Analysis, entities: list[Entity], entity_of: dict[TokenKey, int]
) -> int | None:
    """The publisher's entity, made if the text never names it; without a known publisher the body in whose name the
    statement speaks ("The United States condemns ... We offer our condolences")."""
    if document.publisher:
        name = document.publisher.casefold()
        for n, entity in enumerate(entities):
            if entity.name.casefold() == name:
                return n
        entities.append(Entity(id=str(len(entities)), name=document.publisher, kind="organization", mentions=()))
        return len(entities) - 1
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.upos != "VERB" or token.lemma not in _PERFORMATIVE or "Tense=Past" in token.feats:
                continue
            for c in sentence.children[token.i]:
                body = entity_of.get((sentence.index, c)) if sentence.tokens[c].deprel == "nsubj" else None
                if body is not None and entities[body].kind in _BODIES:
                    return body
    return None
