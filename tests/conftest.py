"""A coded document built by hand: what exporters and commands are tested with, without the model."""

import re

import pytest

from dateline.records import (
    Affiliation,
    Claim,
    CodedDocument,
    Coder,
    Count,
    Effect,
    Entity,
    Event,
    Mention,
    Place,
    Role,
    Time,
    Uncoded,
    When,
    Why,
)

TEXT = (
    "Aircraft of the Northern Coalition struck an arms depot near Marhit on Monday evening, killing at least three "
    "fighters, in response to rocket fire by the Salt River Brigade.\n"
    '"The target was hit," the coalition\'s spokesperson said. <Weather> & roads were fine.'
)


def _at(words: str) -> tuple[int, int]:
    found = re.search(rf"(?<!\w){re.escape(words)}", TEXT)
    assert found is not None
    return found.span()


def _entity(id: str, words: str, kind: str, **more: object) -> Entity:
    span = _at(words)
    return Entity(id=id, name=more.pop("name", words), kind=kind, mentions=(Mention(span, span, "name"),), **more)  # type: ignore[arg-type]


@pytest.fixture
def sample() -> CodedDocument:
    """Two events, one claim, one sentence without an event, and characters that HTML must escape."""
    at = _at
    strike = Event(
        id="e1",
        anchor=at("struck"),
        mentions=(at("struck"), at("hit")),
        event="ASSAULT",
        modes=("aerial",),
        contexts=("military",),
        cameo="195",
        quad="material conflict",
        score=-10.0,
        actors=("a1",),
        recipients=(),
        authorizers=(),
        instruments=(),
        objects=("a2",),
        place="a3",
        when=When("2024-05-13", "2024-05-14", "part_of_day", "t1"),
        status="actual",
        historical=False,
        effects=(
            Effect("killed", "fighters", None, "combatant", Count(3, None, at("at least three")), at("three fighters")),
        ),
        responds_to=("e2",),
        purpose=(),
        claims=("c1",),
        why=(
            Why("event", at("struck"), "frame assault.strike"),
            Why("place", at("near Marhit"), "oblique of the anchor"),
            Why("responds_to", at("in response to"), "cue in response to"),
        ),
        confidence=0.91,
    )
    fire = Event(
        id="e2",
        anchor=at("rocket fire"),
        mentions=(at("rocket fire"),),
        event="ASSAULT",
        modes=("heavy-weapons",),
        contexts=(),
        cameo="194",
        quad="material conflict",
        score=-10.0,
        actors=("a4",),
        recipients=(),
        authorizers=(),
        instruments=(),
        objects=(),
        place=None,
        when=When(None, "2024-05-13", "unknown", None, True),
        status="actual",
        historical=False,
        effects=(),
        responds_to=(),
        purpose=(),
        claims=(),
        why=(),
        confidence=0.7,
    )
    claim = Claim(
        id="c1",
        source="a5",
        source_span=at("the coalition's spokesperson"),
        cue=at("said"),
        content=(at('"The target was hit,"'),),
        style="direct",
        addressee=None,
        via=None,
        factuality="CT+",
        events=("e1",),
    )
    first = TEXT.index("\n")
    said = at("said.")[1]
    return CodedDocument(
        id="doc-1",
        text=TEXT,
        published="2024-05-14",
        published_from="header",
        publisher="Harbor News",
        title="Depot struck <near> Marhit",
        url="https://harbor.example/depot?a=1&b=2",
        language="en",
        sentences=((0, first), (first + 1, said), (said + 1, len(TEXT))),
        entities=(
            _entity("a1", "Aircraft of the Northern Coalition", "military", name="Northern Coalition", sector="MIL"),
            _entity("a2", "an arms depot", "facility"),
            _entity(
                "a3",
                "Marhit",
                "place",
                country="SYR",
                place=Place(35.5, 40.25, 170000, "SYR", "Deir ez-Zor", "PPL", 2),
            ),
            _entity(
                "a4",
                "the Salt River Brigade",
                "armed_group",
                name="Salt River Brigade",
                country="SOM",
                sector="REB",
                affiliations=(Affiliation("backed_by", country="ETH"),),
            ),
            _entity(
                "a5", "the coalition's spokesperson", "person", sector="MIL", roles=(Role("spokesperson", None, "a1"),)
            ),
        ),
        times=(Time("t1", at("Monday evening"), "TIME", "2024-05-13TEV", "2024-05-13", "2024-05-14", "part_of_day"),),
        events=(strike, fire),
        claims=(claim,),
        uncoded=(Uncoded((said + 1, len(TEXT)), "no word in it names a political act"),),
        coder=Coder("0.1.0", "model-1", "knowledge-1"),
        source="depot.txt",
    )
