import pytest

from dateline.language.analysis import Analysis, NameMention, make_sentence
from dateline.resolving.places import resolve_places
from dateline.resolving.resolution import Phrase


def resolved(sentence, phrases=()):
    text = " ".join(token.form for token in sentence.tokens)
    return resolve_places(Analysis(text, (sentence,), (), "by hand"), phrases)


def named(sentence, first, last):
    return make_sentence(0, sentence.tokens, (NameMention(first, last, "place", 0.9),))


@pytest.mark.parametrize(
    ("words", "head", "name", "country", "precision"),
    [
        ("strikes/NOUN/0/root in/ADP/3/case Mosul/PROPN/1/nmod", 3, "Mosul", "IRQ", 1),
        ("strikes/NOUN/0/root near/ADP/3/case Mosul/PROPN/1/nmod", 3, "Mosul", "IRQ", 2),
        ("strikes/NOUN/0/root in/ADP/3/case Syria/PROPN/1/nmod", 3, "Syria", "SYR", 6),
        ("strikes/NOUN/0/root in/ADP/4/case eastern/ADJ/4/amod Syria/PROPN/1/nmod", 4, "eastern Syria", "SYR", 4),
        ("ships/NOUN/0/root in/ADP/5/case the/DET/5/det Red/PROPN/5/compound Sea/PROPN/1/nmod", 5, "Red Sea", None, 7),
        ("north/NOUN/0/root of/ADP/3/case Baghdad/PROPN/1/nmod", 3, "Baghdad", "IRQ", 2),
    ],
)
def test_precision(tree, words, head, name, country, precision):
    found = resolved(tree(words))[(0, head - 1)]
    assert (found.name, found.place.country, found.place.precision) == (name, country, precision)


def test_a_part_of_a_country_is_a_place_of_its_own(tree):
    whole = resolved(tree("in/ADP/2/case Syria/PROPN/0/root"))[(0, 1)].place
    east = resolved(tree("in/ADP/3/case eastern/ADJ/3/amod Syria/PROPN/0/root"))[(0, 2)].place
    assert whole.geonames_id == 163843
    assert east.geonames_id is None
    assert east.lon > whole.lon + 1


def test_a_southern_province_is_not_the_south_of_it(tree):
    words = "in/ADP/4/case southern/ADJ/4/amod Kandahar/PROPN/4/compound province/NOUN/0/root"
    assert resolved(tree(words))[(0, 3)].place.geonames_id == 1138335
    west = resolved(tree("in/ADP/3/case western/ADJ/3/amod Anbar/PROPN/0/root"))[(0, 2)]
    assert (west.name, west.place.geonames_id, west.place.precision) == ("western Al Anbar", None, 4)


def test_kilometers_from_a_town(tree):
    words = "20/NUM/2/nummod km/NOUN/0/root southwest/NOUN/2/nmod of/ADP/5/case Mosul/PROPN/3/nmod"
    place = resolved(tree(words))[(0, 4)].place
    assert (place.precision, place.lat, place.lon) == (
        2,
        pytest.approx(36.21, abs=0.02),
        pytest.approx(42.96, abs=0.02),
    )


def test_the_class_word_stands_for_the_place_too(tree):
    found = resolved(tree("in/ADP/3/case Idlib/PROPN/3/compound province/NOUN/0/root"))
    assert found[(0, 2)].place == found[(0, 1)].place
    assert (found[(0, 2)].place.precision, found[(0, 2)].first, found[(0, 2)].last) == (4, 1, 3)


def test_bases_of_a_country_are_not_the_country(tree):
    found = resolved(tree("on/ADP/3/case U.S./PROPN/3/compound bases/NOUN/0/root"))
    assert set(found) == {(0, 1)}


def test_the_town_of_a_name(tree):
    words = "the/DET/2/det town/NOUN/0/root of/ADP/4/case Hit/PROPN/2/nmod ,/PUNCT/6/punct Iraq/PROPN/4/appos"
    found = resolved(named(tree(words), 3, 4))
    assert found[(0, 1)].place == found[(0, 3)].place
    assert found[(0, 1)].place.country == "IRQ"


def test_a_facility_has_the_coordinates_of_its_town(tree):
    sentence = tree("the/DET/2/det hospital/NOUN/0/root in/ADP/4/case Aleppo/PROPN/2/nmod")
    tokens = list(sentence.tokens)
    tokens[1] = type(tokens[1])(*(getattr(tokens[1], f) for f in tokens[1].__struct_fields__[:-1]), "place")
    found = resolved(make_sentence(0, tokens), [Phrase(0, 1, 0, 4, "nominal")])
    hospital, town = found[(0, 1)], found[(0, 3)]
    assert (hospital.inherited, hospital.place.precision, hospital.place.geonames_id) == (True, 2, None)
    assert (hospital.place.lat, hospital.place.lon) == (town.place.lat, town.place.lon)


def test_institutions_only_on_demand(flat):
    analysis = flat("The Texas Forest Service sent help.")
    assert resolve_places(analysis, ()) == {}
    assert [p.name for p in resolve_places(analysis, (), embedded=True).values()] == ["Texas"]
