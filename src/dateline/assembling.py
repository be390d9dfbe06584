"""The last station: what the stages found, as one record with ids in text order.

Stages work with provisional ids, the index of a thing in its list as a string. Here the entities that matter are
kept, everything is put in text order, and every reference is rewritten.
"""

from collections.abc import Iterable, Mapping, Sequence

from msgspec.structs import replace

from dateline.records.claim import Claim
from dateline.records.document import CodedDocument, Coder, Document, Uncoded
from dateline.records.entity import Affiliation, Entity, Role
from dateline.records.event import Effect, Event
from dateline.records.span import Span
from dateline.records.time import Time

Numberable = Entity | Time | Event | Claim
Renumbering = Mapping[str, str]


def assemble(
    document: Document,
    *,
    sentences: Sequence[Span],
    entities: Sequence[Entity],
    times: Sequence[Time],
    events: Sequence[Event],
    claims: Sequence[Claim],
    uncoded: Sequence[Uncoded],
    coder: Coder,
) -> CodedDocument:
    """The coded document. Entities that take part in nothing are left out unless the text names them.

    The same parts give the same ids whatever order they come in, as long as no two begin and end at the same words.
    """
    kept = _kept(entities, events, claims)
    ordered_entities = sorted(kept, key=_entity_place)
    ordered_times = sorted(times, key=lambda time: time.span)
    ordered_events = sorted(events, key=lambda event: (min(event.mentions, default=event.anchor), event.anchor))
    ordered_claims = sorted(claims, key=_claim_place)
    actors = _numbered("a", ordered_entities)
    when = _numbered("t", ordered_times)
    happenings = _numbered("e", ordered_events)
    sayings = _numbered("c", ordered_claims)
    standing = _claims_of_events(ordered_claims, sayings)
    return CodedDocument(
        id=document.id,
        text=document.text,
        published=document.published,
        published_from=document.published_from,
        publisher=document.publisher,
        title=document.title,
        url=document.url,
        language=document.language,
        sentences=tuple(sentences),
        entities=tuple(_entity(entity, actors) for entity in ordered_entities),
        times=tuple(replace(time, id=when[time.id]) for time in ordered_times),
        events=tuple(_event(event, actors, when, happenings, standing.get(event.id, ())) for event in ordered_events),
        claims=tuple(_claim(claim, actors, happenings, sayings) for claim in ordered_claims),
        uncoded=tuple(sorted(uncoded, key=lambda sentence: sentence.span)),
        coder=coder,
        source=document.source,
    )


def _kept(entities: Sequence[Entity], events: Iterable[Event], claims: Iterable[Claim]) -> list[Entity]:
    wanted: set[str] = set()
    for event in events:
        wanted.update(event.actors, event.recipients, event.authorizers, event.instruments, event.objects)
        wanted.update(effect.entity for effect in event.effects if effect.entity)
        if event.place:
            wanted.add(event.place)
    for claim in claims:
        wanted.update(id for id in (claim.source, claim.addressee) if id)
    wanted.update(entity.id for entity in entities if any(mention.form == "name" for mention in entity.mentions))
    by_id = {entity.id: entity for entity in entities}
    open_ids = list(wanted)
    while open_ids:
        entity = by_id.get(open_ids.pop())
        for link in entity.affiliations if entity else ():
            if link.entity and link.entity not in wanted:
                wanted.add(link.entity)
                open_ids.append(link.entity)
    return [entity for entity in entities if entity.id in wanted]


def _entity_place(entity: Entity) -> tuple[bool, Span, Span]:
    first = min(entity.mentions, key=lambda mention: mention.span, default=None)
    return (first is None, first.span, first.head) if first else (True, (0, 0), (0, 0))


def _claim_place(claim: Claim) -> tuple[Span, Span]:
    spans = [*claim.content, *(span for span in (claim.cue, claim.source_span) if span)]
    return min(spans, default=(0, 0)), claim.cue or (0, 0)


def _numbered(letter: str, things: Sequence[Numberable]) -> Renumbering:
    return {thing.id: f"{letter}{number}" for number, thing in enumerate(things, start=1)}


def _claims_of_events(claims: Sequence[Claim], sayings: Renumbering) -> dict[str, list[str]]:
    standing: dict[str, list[str]] = {}
    for claim in claims:
        for event in claim.events:
            standing.setdefault(event, []).append(sayings[claim.id])
    return standing


def _entity(entity: Entity, actors: Renumbering) -> Entity:
    mentions = tuple(sorted(entity.mentions, key=lambda mention: mention.span))
    affiliations = tuple(_affiliation(link, actors) for link in entity.affiliations)
    roles = tuple(_role(role, actors) for role in entity.roles)
    return replace(entity, id=actors[entity.id], mentions=mentions, affiliations=affiliations, roles=roles)


def _affiliation(link: Affiliation, actors: Renumbering) -> Affiliation:
    return replace(link, entity=actors.get(link.entity)) if link.entity else link


def _role(role: Role, actors: Renumbering) -> Role:
    """A body that is an entity is given by its provisional id; a body known by name only keeps its name."""
    return replace(role, organization=actors.get(role.organization, role.organization)) if role.organization else role


def _event(
    event: Event, actors: Renumbering, when: Renumbering, happenings: Renumbering, claims: Sequence[str]
) -> Event:
    moment = event.when
    if moment and moment.time:
        moment = replace(moment, time=when.get(moment.time))
    return replace(
        event,
        id=happenings[event.id],
        mentions=tuple(sorted(event.mentions)),
        actors=_all(event.actors, actors),
        recipients=_all(event.recipients, actors),
        authorizers=_all(event.authorizers, actors),
        instruments=_all(event.instruments, actors),
        objects=_all(event.objects, actors),
        place=actors.get(event.place) if event.place else None,
        when=moment,
        effects=tuple(_effect(effect, actors) for effect in event.effects),
        responds_to=_all(event.responds_to, happenings),
        part_of=happenings.get(event.part_of) if event.part_of else None,
        claims=tuple(claims),
    )


def _effect(effect: Effect, actors: Renumbering) -> Effect:
    return replace(effect, entity=actors.get(effect.entity)) if effect.entity else effect


def _claim(claim: Claim, actors: Renumbering, happenings: Renumbering, sayings: Renumbering) -> Claim:
    return replace(
        claim,
        id=sayings[claim.id],
        source=actors.get(claim.source) if claim.source else None,
        addressee=actors.get(claim.addressee) if claim.addressee else None,
        via=sayings.get(claim.via) if claim.via else None,
        events=_all(claim.events, happenings),
    )


def _all(ids: Iterable[str], renumbering: Renumbering) -> tuple[str, ...]:
    return tuple(renumbering[id] for id in ids if id in renumbering)
