from datetime import date

import pytest

from dateline.knowledge.actors import Office, find_actor


def best(name, on=None):
    return find_actor(name, on=on)[0]


@pytest.mark.parametrize(
    ("name", "canonical", "country", "sector"),
    [
        ("Kataib Hizballah", "Kata'ib Hezbollah", "IRQ", "REB"),
        ("Da'esh", "Islamic State", None, "REB"),
        ("IDF", "Israel Defense Forces", "ISR", "MIL"),
        ("the Pentagon", "U.S. Department of Defense", "USA", "GOV"),
        ("CENTCOM", "U.S. Central Command", "USA", "MIL"),
        ("UN", "United Nations", "IGO", None),
        ("FSB", "FSB", "RUS", "SPY"),
        ("ICRC", "International Committee of the Red Cross", "NGO", "NGO"),
        ("M23", "M23", "COD", "REB"),
    ],
)
def test_bodies_and_groups(name, canonical, country, sector):
    actor = best(name).actor
    assert (actor.name, actor.country, actor.sector) == (canonical, country, sector)


@pytest.mark.parametrize(("name", "backer"), [("Kata'ib Hezbollah", "IRN"), ("Houthis", "IRN"), ("M23", "RWA")])
def test_backing_is_not_the_country(name, backer):
    actor = best(name).actor
    assert actor.backed_by == (backer,)
    assert actor.country != backer


@pytest.mark.parametrize("name", ["Salt River Hezbollah Choir", "who", "us", "is", "it", "State", "", "-"])
def test_a_part_of_a_name_or_a_plain_word_finds_nobody(name):
    assert find_actor(name) == []


@pytest.mark.parametrize(
    ("name", "day", "title"),
    [
        ("Lloyd Austin", date(2021, 2, 25), "secretary of defense"),
        ("Boris Johnson", date(2016, 12, 1), "foreign secretary"),
        ("Boris Johnson", date(2020, 6, 1), "prime minister"),
        ("Joe Biden", date(2012, 6, 1), "vice president"),
        ("Joe Biden", date(2022, 6, 1), "president"),
    ],
)
def test_offices_are_those_of_the_date(name, day, title):
    assert best(name, day).office.title.lower() == title


def test_a_surname_finds_who_held_an_office_that_day():
    assert best("Kerry", date(2015, 5, 1)).actor.name == "John Kerry"
    assert find_actor("Kerry", on=date(2021, 5, 1)) == []
    assert find_actor("Kerry") == []


def test_another_spelling_scores_less():
    match = best("Jubhat al-Nusra")
    assert match.actor.name == "al-Nusra Front"
    assert match.how == "sound"
    assert match.score < best("Jabhat al-Nusra").score


@pytest.mark.parametrize(
    ("start", "end", "day", "held"),
    [
        ("2015", "2017", date(2016, 1, 1), True),
        ("2015-02-17", "2017-01-20", date(2015, 1, 10), True),
        ("2015-02-17", "2017-01-20", date(2014, 6, 1), False),
        ("", "2010", date(1990, 1, 1), True),
        ("2019", "", date(2026, 1, 1), True),
        ("2019-02", "2019-02", date(2020, 2, 29), False),
    ],
)
def test_held_on(start, end, day, held):
    assert Office("minister", None, start, end).held_on(day) is held
