import json
import os
import random
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import msgspec
import pytest

from dateline.evaluate.counting import Found, Share
from dateline.evaluate.gold import GoldAgent, GoldClaim, GoldDocument, GoldEvent, GoldPlace, GoldRecords, read_gold
from dateline.evaluate.records import Scores, score_all
from dateline.evaluate.report import as_figures
from dateline.records import Claim, CodedDocument, Effect, Entity, Event, Mention, When

TEXT = (
    "Gunmen attacked a market in Kano on Friday, the governor said. "
    "Police later arrested two suspects. Protesters may march on Monday."
)
GOLD = GoldDocument(
    id="d1",
    text=TEXT,
    gold=GoldRecords(
        events=(
            GoldEvent(
                id="g1",
                anchors=((7, 15),),
                event="ASSAULT",
                actors=(GoldAgent(("Gunmen",), "NGA", "UAF"),),
                place=GoldPlace(("Kano",), "NGA"),
            ),
            GoldEvent(id="g2", anchors=((76, 84),), event="COERCE"),
            GoldEvent(id="g3", anchors=((114, 119),), event="PROTEST", optional=True),
        ),
        claims=(
            GoldClaim("c1", "governor", (44, 56), ((0, 42),), "indirect", "CT+"),
            GoldClaim("c2", "police", (63, 69), ((70, 98),), "direct", None, True),
        ),
    ),
)


@pytest.fixture
def coded(
    document: Callable[..., CodedDocument],
    event: Callable[..., Event],
    entity: Callable[..., Entity],
    place: Callable[..., Entity],
    claim: Callable[..., Claim],
) -> CodedDocument:
    """Finds the attack with all its fields, takes "said" for a request, misses the arrest."""
    return document(
        "d1",
        TEXT,
        entities=(
            entity("a1", "Gunmen", country="NGA", sector="REB", span=(0, 6)),
            place("p1", "Kano", "NGA"),
            entity("a2", "the governor", span=(44, 56)),
        ),
        events=(
            event("e1", (7, 15), actors=("a1",), place="p1"),
            event("e2", (57, 61), event="REQUEST"),
            event("e3", (114, 119), event="PROTEST"),
        ),
        claims=(claim("c1", ((0, 42),), source="a2", source_span=(44, 56), factuality="PR+"),),
    )


def test_a_small_document_by_hand(coded: CodedDocument) -> None:
    scores = score_all([GOLD], [coded])
    # The optional march was found, so it counts on both sides; the arrest was missed, "said" is one too many.
    assert scores.events == Found(right=2, predicted=3, gold=3)
    assert scores.records == Share(2, 3)
    assert scores.claims == Found(right=1, predicted=1, gold=1)
    fields = {name: share for name, share in scores.fields.items() if share.total}
    assert fields == {
        "event": Share(2, 2),
        "actors": Share(1, 1),
        "country": Share(1, 1),
        "sector": Share(0, 1),
        "status": Share(2, 2),
        "place": Share(1, 1),
        "place_country": Share(1, 1),
        "source_span": Share(1, 1),
        "source": Share(1, 1),
        "style": Share(1, 1),
        "factuality": Share(0, 1),
    }
    assert [(miss.what, miss.record) for miss in scores.misses] == [
        ("sector", "g1"),
        ("missed", "g2"),
        ("extra", "e2"),
        ("factuality", "c1"),
    ]


def test_a_dropped_header_shifts_the_offsets(coded: CodedDocument) -> None:
    gold = msgspec.structs.replace(GOLD, text=TEXT)
    tail = TEXT[63:]
    later = msgspec.structs.replace(
        coded,
        text=tail,
        entities=(),
        claims=(),
        events=(msgspec.structs.replace(coded.events[1], anchor=(13, 21), mentions=()),),
    )
    assert score_all([gold], [later]).events == Found(1, 1, 2)


def test_another_text_is_reported(coded: CodedDocument) -> None:
    other = msgspec.structs.replace(coded, text="Something else.", events=(), claims=(), entities=())
    assert [miss.coded for miss in score_all([GOLD], [other]).misses if miss.what == "document"] == [
        "another text: offsets do not compare"
    ]


def test_a_missing_document_counts_as_coded_with_nothing() -> None:
    scores = score_all([GOLD], [])
    assert (scores.events, scores.claims, scores.records) == (Found(0, 0, 2), Found(0, 0, 1), Share(0, 2))
    assert scores.misses[0].what == "document"


def test_a_document_is_found_by_its_text_when_the_id_differs(coded: CodedDocument) -> None:
    renamed = msgspec.structs.replace(coded, id="another")
    assert score_all([GOLD], [renamed]) == score_all([GOLD], [coded])


def test_no_gold_is_no_score() -> None:
    assert score_all([], []) == Scores()


# ---- against the reference scorer ----

SHARED = os.environ.get("DATELINE_SHARED")
REFERENCE = Path(SHARED or ".") / "tools" / "score_records.py"
needs_reference = pytest.mark.skipif(not SHARED, reason="DATELINE_SHARED names no folder with tools/score_records.py")


def reference_figures(gold: Path, predicted: Path) -> dict[str, float | None]:
    command = [sys.executable, str(REFERENCE), str(gold), str(predicted), "--json"]
    output = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    figures: dict[str, float | None] = json.loads(output.splitlines()[-1])
    return figures


def compare_with_reference(folder: Path, gold_path: Path, coded: list[CodedDocument]) -> None:
    predicted = folder / "predicted.jsonl"
    predicted.write_bytes(b"\n".join(msgspec.json.encode(document) for document in coded))
    own = as_figures(score_all(read_gold(gold_path), coded))
    reference = reference_figures(gold_path, predicted)
    assert {name: own[name] for name in reference} == reference


@needs_reference
def test_the_small_document_scores_the_same(tmp_path: Path, coded: CodedDocument) -> None:
    path = tmp_path / "gold.json"
    path.write_bytes(msgspec.json.encode([GOLD]))
    compare_with_reference(tmp_path, path, [coded])


@needs_reference
@pytest.mark.parametrize("seed", range(5))
def test_disturbed_gold_scores_the_same(
    tmp_path: Path,
    seed: int,
    document: Callable[..., CodedDocument],
    event: Callable[..., Event],
    claim: Callable[..., Claim],
    place: Callable[..., Entity],
    effect: Callable[..., Effect],
) -> None:
    gold_path = Path(SHARED or ".") / "data" / "gold_records" / "dev.json"
    chance = random.Random(seed)
    noise = seed / 10
    coded = [disturbed(g, chance, noise, document, event, claim, place, effect) for g in read_gold(gold_path)]
    compare_with_reference(tmp_path, gold_path, coded[: len(coded) - seed])


def disturbed(
    gold: GoldDocument,
    chance: random.Random,
    noise: float,
    document: Callable[..., CodedDocument],
    event: Callable[..., Event],
    claim: Callable[..., Claim],
    place: Callable[..., Entity],
    effect: Callable[..., Effect],
) -> CodedDocument:
    """What a coder would give that gets each thing wrong with the given chance."""

    def right() -> bool:
        return chance.random() >= noise

    entities: list[Entity] = []

    def agents(wanted: tuple[GoldAgent, ...]) -> tuple[str, ...]:
        for agent in wanted:
            name = agent.names[0] if right() and agent.names else "somebody"
            span = (0, chance.randrange(1, 40))
            entities.append(
                Entity(
                    id=f"a{len(entities)}",
                    name=name,
                    kind="other",
                    mentions=(Mention(span, span, "nominal"),),
                    country=agent.country if right() else "XXX",
                    sector=agent.sector if right() else None,
                )
            )
        return tuple(entity.id for entity in entities[len(entities) - len(wanted) :]) if wanted else ()

    def coded_event(number: int, wanted: GoldEvent) -> Event:
        low, high = wanted.anchors[0]
        anchor = (low, high) if right() else (max(0, low - 90), max(0, low - 90) + 5)
        where = None
        if wanted.place and right():
            where = f"p{number}"
            entities.append(place(where, wanted.place.names[0], wanted.place.country if right() else None))
        counts = [
            (e.kind, e.count.min if e.count else 7, e.count.max if e.count and right() else None)
            for e in wanted.effects
        ]
        return event(
            f"e{number}",
            anchor,
            event=wanted.event if right() else "AID",
            modes=wanted.modes[:1],
            mentions=wanted.anchors if right() else (anchor,),
            actors=agents(wanted.actors),
            recipients=agents(wanted.recipients),
            authorizers=agents(wanted.authorizers),
            place=where,
            when=When(wanted.when[0], wanted.when[1] if right() else None) if wanted.when else None,
            status=wanted.status if right() else "negated",
            responds_to=tuple(f"e{chance.randrange(5)}" for _ in wanted.responds_to),
            effects=tuple(effect(*count) for count in counts),
        )

    def coded_claim(number: int, wanted: GoldClaim) -> Claim:
        content = wanted.content if right() else ((max(0, wanted.content[0][0] - 50), wanted.content[0][1]),)
        source = agents((GoldAgent((wanted.source,)),))[0] if right() else None
        return claim(
            f"c{number}",
            content,
            source=source,
            source_span=wanted.source_span if right() else None,
            style=wanted.style if right() else "mixed",
            factuality=wanted.factuality if wanted.factuality and right() else "Uu",
        )

    events = tuple(coded_event(n, e) for n, e in enumerate(gold.gold.events) if right())
    claims = tuple(coded_claim(n, c) for n, c in enumerate(gold.gold.claims) if right())
    return document(gold.id, gold.text, entities=tuple(entities), events=events, claims=claims)
