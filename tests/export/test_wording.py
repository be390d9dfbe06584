import pytest

from dateline.export.wording import actor_note, count_words, effect_words, listed, place_note, when_words
from dateline.records import Affiliation, Count, Effect, Entity, Place, Time, When

EVENING = {"t1": Time("t1", (0, 1), "TIME", "2024-05-13TEV")}


@pytest.mark.parametrize(
    ("when", "words"),
    [
        (When(), "unknown"),
        (When("2024-05-13", "2024-05-14", "day"), "2024-05-13"),
        (When("2024-05-13", "2024-05-16", "days"), "2024-05-13 to 2024-05-15"),
        (When("2024-05-13T18:00:00", "2024-05-14T00:00:00", "part_of_day", "t1"), "2024-05-13, evening"),
        (When("2024-05-01", "2024-06-01", "month"), "May 2024"),
        (When("2024-01-01", "2025-01-01", "year"), "2024"),
        (When("1990-01-01", "2000-01-01", "decade"), "1990s"),
        (When("2024-05-13T14:30:00", "2024-05-13T14:31:00", "time"), "2024-05-13 14:30"),
        (When("2024-05-13T14:00:00", "2024-05-13T16:00:00", "part_of_day"), "2024-05-13, 14:00 to 16:00"),
        (When(None, "2024-05-13"), "before 2024-05-13"),
        (When("2024-05-13", None), "from 2024-05-13 on"),
    ],
)
def test_when(when: When, words: str) -> None:
    assert when_words(when, EVENING) == words


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (None, ""),
        (Count(3, 3, (0, 1)), "3"),
        (Count(3, None, (0, 1)), "at least 3"),
        (Count(None, 9, (0, 1)), "up to 9"),
        (Count(3, 9, (0, 1)), "3 to 9"),
        (Count(30, 30, (0, 1), approximate=True), "about 30"),
        (Count(30, None, (0, 1), approximate=True), "about 30"),
    ],
)
def test_counts(count: Count | None, words: str) -> None:
    assert count_words(count) == words


def test_effects() -> None:
    three = Count(3, 3, (0, 1))
    assert effect_words(Effect("killed", "people", None, "civilian", three, (0, 1))) == "killed: 3 civilian (people)"
    assert effect_words(Effect("destroyed", "two facilities", None, "unknown", None, (0, 1))) == (
        "destroyed: two facilities"
    )
    assert effect_words(Effect("killed_or_injured", None, None, "unknown", None, (0, 1))) == "killed or injured"


def test_actors_and_places() -> None:
    group = Entity("a1", "Brigade", "armed_group", (), "SOM", "REB", (), (Affiliation("backed_by", entity="a2"),))
    assert actor_note(group, {"a2": "a neighbor"}) == "SOM REB, backed by a neighbor"
    town = Entity("a3", "Marhit", "place", (), place=Place(1.0, 2.0, None, "SYR", None, None, 2))
    assert place_note(town) == "SYR, near it"
    assert place_note(group) == "not on the map"
    country = Entity("a4", "Syria", "country", (), place=Place(1.0, 2.0, None, "SYR", None, None, 6))
    assert place_note(country) == "country"


def test_lists_are_distinct_and_in_order() -> None:
    assert listed(["b", "", "a", "b"]) == "b; a"
