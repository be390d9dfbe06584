import pytest

from dateline.train.name_lists import actor_kind, known_kind, names_country, names_nothing, population, word_lists


@pytest.mark.parametrize(
    ("text", "nothing"),
    [
        ("Monday", True),
        ("Sept.", True),
        ("Kenyans", True),
        ("Prime Minister", True),
        ("Kenya", False),
        ("Okafor", False),
    ],
)
def test_words_that_only_look_like_names(text: str, nothing: bool) -> None:
    assert names_nothing(text) is nothing


@pytest.mark.parametrize(
    ("text", "country"), [("Iran", True), ("U.S.", True), ("Ohio", True), ("Scotland", True), ("Nairobi", False)]
)
def test_countries_states_and_continents(text: str, country: bool) -> None:
    assert names_country(text) is country


def test_kinds_of_known_names() -> None:
    assert known_kind("nasa") == "organization"
    assert known_kind("Zorblat") == ""
    assert actor_kind("Al-Shabaab") == "organization"
    assert actor_kind("Zorblat") == ""


def test_population_of_the_largest_place() -> None:
    assert population("Nairobi") > 1_000_000
    assert population("Zorblat") == -1


def test_every_list_is_there_in_lower_case_and_no_name_is_in_two_kinds() -> None:
    lists = word_lists()
    assert all(word == word.lower() for words in lists.values() for word in words)
    kinds = [lists["organizations"], lists["places"], lists["persons"], lists["no_names_whole"]]
    for i, one in enumerate(kinds):
        for other in kinds[i + 1 :]:
            assert not one & other
