from collections.abc import Callable

import pytest

from dateline.evaluate.gold import GoldAgent, GoldClaim, GoldEvent
from dateline.evaluate.matching import content_words, match_claims, match_events, same_agent, same_name
from dateline.records import Claim, Entity, Event


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("the U.S. forces", {"us", "forces"}),
        ("Al-Shabaab", {"al", "shabaab"}),
        ("Kata'ib Hezbollah", {"kata'ib", "hezbollah"}),
        ("the", set()),
        ("Île-de-France", {"le", "de", "france"}),
    ],
)
def test_content_words(name: str, words: set[str]) -> None:
    assert content_words(name) == words


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("Ministry of Defence", "the ministry", True),
        ("Free Syrian Army", "Syrian Arab Army", True),
        ("Free Syrian Army", "Arab army corps", False),
        ("the", "the", False),
        ("Turkey", "Turkish forces", False),
    ],
)
def test_same_name(one: str, other: str, expected: bool) -> None:
    assert same_name(one, other) is expected


def test_same_agent_by_mention_or_by_country_and_sector(entity: Callable[..., Entity]) -> None:
    text = "Rebels of the Northern Front shelled the town."
    rebels = entity("a1", "Rebels", country="MLI", sector="REB", span=(0, 28))
    assert same_agent(GoldAgent(names=("Northern Front",)), rebels, text)
    assert same_agent(GoldAgent(names=("insurgents",), country="MLI", sector="REB"), rebels, text)
    assert not same_agent(GoldAgent(names=("insurgents",), country="MLI"), rebels, text)
    assert not same_agent(GoldAgent(names=("insurgents",), sector="REB"), rebels, text)


def test_the_prediction_with_most_anchors_wins_and_each_is_used_once(event: Callable[..., Event]) -> None:
    gold = (
        GoldEvent(id="g1", anchors=((0, 5), (20, 25)), event="ASSAULT"),
        GoldEvent(id="g2", anchors=((20, 25),), event="ASSAULT"),
    )
    one, both = event("e1", (20, 25)), event("e2", (0, 5), mentions=((0, 5), (22, 23)))
    assert match_events(gold, (one, both)) == {0: 1, 1: 0}
    assert match_events(gold, (both,)) == {0: 0}
    assert match_events(gold, (event("e3", (5, 20)),)) == {}


def test_events_are_matched_in_a_shifted_text(event: Callable[..., Event]) -> None:
    gold = (GoldEvent(id="g1", anchors=((20, 25),), event="ASSAULT"),)
    assert match_events(gold, (event("e1", (0, 5)),), shift=20) == {0: 0}


@pytest.mark.parametrize(
    ("content", "found"),
    [
        (((0, 10),), True),
        (((0, 5),), True),
        (((0, 4),), False),
        (((0, 20),), True),
        (((0, 21),), False),
        (((0, 3), (7, 9)), True),
        ((), False),
    ],
)
def test_contents_must_cover_each_other_by_half(
    claim: Callable[..., Claim], content: tuple[tuple[int, int], ...], found: bool
) -> None:
    gold = (GoldClaim(id="c1", source="x", source_span=(0, 1), content=((0, 10),)),)
    assert bool(match_claims(gold, (claim("c1", content),))) is found


def test_the_claim_with_the_largest_common_part_is_taken(claim: Callable[..., Claim]) -> None:
    gold = (GoldClaim(id="c1", source="x", source_span=(0, 1), content=((0, 10),)),)
    assert match_claims(gold, (claim("c1", ((0, 6),)), claim("c2", ((1, 10),)))) == {0: 1}
