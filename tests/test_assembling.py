from msgspec.structs import replace

from dateline.assembling import assemble
from dateline.records import (
    Affiliation,
    Claim,
    CodedDocument,
    Coder,
    Document,
    Effect,
    Entity,
    Event,
    Mention,
    Time,
    Uncoded,
    When,
)
from dateline.records.entity import MentionForm

TEXT = "Rebels backed by a neighbor shelled Marhit on Monday. Two people died, the mayor said."
DOCUMENT = Document(id="d", text=TEXT, published="2024-05-15", published_from="option")


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def entity(id: str, words: str, form: MentionForm, **more: object) -> Entity:
    return Entity(id=id, name=words, kind="other", mentions=(Mention(at(words), at(words), form),), **more)  # type: ignore[arg-type]


# Provisional ids are deliberately out of text order.
ENTITIES = (
    entity("0", "Marhit", "name"),
    entity("1", "people", "nominal"),
    entity("2", "Rebels", "nominal", affiliations=(Affiliation("backed_by", entity="3"),)),
    entity("3", "a neighbor", "nominal"),
    entity("4", "the mayor", "nominal"),
    entity("5", "Monday", "nominal"),
)
TIMES = (Time("0", at("Monday"), "DATE", "2024-05-13", "2024-05-13", "2024-05-14", "day"),)
EVENT = Event(
    id="0",
    anchor=at("shelled"),
    mentions=(at("died"), at("shelled")),
    event="ASSAULT",
    modes=("heavy-weapons",),
    contexts=(),
    cameo="194",
    quad="material conflict",
    score=-10.0,
    actors=("2",),
    recipients=(),
    authorizers=(),
    instruments=(),
    objects=("0",),
    place="0",
    when=When("2024-05-13", "2024-05-14", "day", "0"),
    status="actual",
    historical=False,
    effects=(Effect("killed", "people", "1", "unknown", None, at("Two people died")),),
    responds_to=(),
    purpose=(),
    claims=(),
    why=(),
    confidence=0.9,
)
CLAIM = Claim(
    id="0",
    source="4",
    source_span=at("the mayor"),
    cue=at("said"),
    content=(at("Two people died"),),
    style="indirect",
    addressee=None,
    via=None,
    factuality="CT+",
    events=("0",),
)


def coded(entities: tuple[Entity, ...] = ENTITIES, events: tuple[Event, ...] = (EVENT,)) -> CodedDocument:
    return assemble(
        DOCUMENT,
        sentences=((0, 53), (54, len(TEXT))),
        entities=entities,
        times=TIMES,
        events=events,
        claims=(CLAIM,),
        uncoded=(Uncoded((54, len(TEXT)), "told with the event"),),
        coder=Coder("1", "m", "k"),
    )


def test_ids_are_in_text_order_and_every_reference_follows() -> None:
    document = coded()
    assert [(e.id, e.name) for e in document.entities] == [
        ("a1", "Rebels"),
        ("a2", "a neighbor"),
        ("a3", "Marhit"),
        ("a4", "people"),
        ("a5", "the mayor"),
    ]
    (event,) = document.events
    assert (event.id, event.actors, event.objects, event.place) == ("e1", ("a1",), ("a3",), "a3")
    assert event.mentions == (at("shelled"), at("died"))
    assert event.when is not None
    assert event.when.time == "t1"
    assert event.effects[0].entity == "a4"
    assert event.claims == ("c1",)
    (claim,) = document.claims
    assert (claim.id, claim.source, claim.events) == ("c1", "a5", ("e1",))
    assert document.entities[0].affiliations[0].entity == "a2"
    assert document.times[0].id == "t1"


def test_what_takes_part_in_nothing_is_left_out_unless_named() -> None:
    names = [e.name for e in coded(events=()).entities]
    assert names == ["Marhit", "the mayor"]


def test_the_order_of_the_parts_changes_nothing() -> None:
    assert coded(tuple(reversed(ENTITIES))) == coded()


def test_an_event_id_that_is_gone_leaves_no_trace() -> None:
    lonely = replace(EVENT, responds_to=("7",), part_of="8")
    (event,) = coded(events=(lonely,)).events
    assert (event.responds_to, event.part_of) == ((), None)
