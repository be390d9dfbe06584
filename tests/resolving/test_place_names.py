import pytest

from dateline.knowledge.gazetteer import open_gazetteer
from dateline.resolving.place_names import find_toponyms


def names(analysis, **wanted):
    return [t.words for t in find_toponyms(analysis, open_gazetteer())]


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("Shells hit Mosul.", ["Mosul"]),
        ("Ships left the Strait of Hormuz.", ["Strait of Hormuz"]),
        ("Troops of the Central African Republic left.", ["Central African Republic"]),
        ("A blast hit Bosnia and Herzegovina today.", ["Bosnia and Herzegovina"]),
        ("Envoys met in al-Hilla.", ["al-Hilla"]),
        ("Police in Raleigh, N.C., said so.", ["Raleigh", "N.C."]),
        ("The Police met in March.", []),
    ],
)
def test_the_longest_name_wins(flat, line, words):
    assert names(flat(line)) == words


def test_what_holds_what(flat):
    city, country = find_toponyms(flat("Shells hit Mosul, Iraq."), open_gazetteer())
    assert (city.inside, country.inside) == (1, None)


def test_class_words_narrow_the_choice(flat):
    (toponym,) = find_toponyms(flat("Fighting spread in Aleppo province."), open_gazetteer())
    assert {c.feature for c in toponym.candidates} <= {"ADM1", "ADM2", "RGN"}


def test_a_plural_class_word_goes_back_over_the_list(flat):
    found = find_toponyms(flat("Floods hit Butler, Clark and Hamilton counties."), open_gazetteer())
    assert all(c.feature in ("ADM1", "ADM2") for t in found for c in t.candidates)
    assert [t.words for t in found] == ["Butler", "Clark", "Hamilton"]


def test_a_place_in_the_name_of_an_institution_is_embedded(flat):
    (texas,) = find_toponyms(flat("The Texas Forest Service sent help."), open_gazetteer())
    assert texas.embedded


def test_a_person_is_no_place(flat):
    analysis = flat("They praised Paris Hilton.", names={"Paris Hilton": "person"})
    assert names(analysis) == []
