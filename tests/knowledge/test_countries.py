import pytest

from dateline.knowledge.countries import load_countries


@pytest.mark.parametrize(
    ("word", "sense", "iso3"),
    [
        ("U.S.", "name", "USA"),
        ("UK", "name", "GBR"),
        ("Burma", "name", "MMR"),
        ("Côte d'Ivoire", "name", "CIV"),
        ("Scotland", "part", "GBR"),
        ("Iraqi", "adjective", "IRQ"),
        ("North Korean", "adjective", "PRK"),
        ("Nigerien", "adjective", "NER"),
        ("Turks", "people", "TUR"),
        ("Filipinos", "people", "PHL"),
        ("Chechen", "regional", "RUS"),
        ("Kyiv", "capital", "UKR"),
        ("Washington", "capital", "USA"),
    ],
)
def test_words_for_countries(word, sense, iso3):
    assert (sense, iso3) in load_countries().senses(word)


@pytest.mark.parametrize("word", ["Muslim", "Male", "Gaza", "Paris Hilton", ""])
def test_words_that_name_no_country(word):
    assert not [sense for sense, _ in load_countries().senses(word) if sense != "capital"]


def test_find_takes_the_sense_that_is_asked_for():
    countries = load_countries()
    assert countries.find("Kuwait", sense="name").iso3 == "KWT"
    assert countries.find("Iraqi", sense="name") is None
    assert countries.find("nowhere") is None


def test_the_table_is_whole():
    countries = load_countries().by_code
    assert len(countries) > 240
    assert {len(code) for code in countries} == {3}
    assert all(country.name in country.names or country.name for country in countries.values())
    assert countries["USA"].name == "United States"
    assert countries["IRQ"].geonames_id == 99237
    assert -90 <= countries["BRA"].lat <= 90
