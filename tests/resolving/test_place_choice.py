import pytest

from dateline.knowledge.gazetteer import open_gazetteer
from dateline.resolving.place_choice import choose
from dateline.resolving.place_names import find_toponyms


def chosen(analysis):
    toponyms = find_toponyms(analysis, open_gazetteer())
    found = choose(analysis, toponyms)
    return {t.words: (c.country, c.admin1, c.feature) if c else None for t, c in zip(toponyms, found, strict=True)}


@pytest.mark.parametrize(
    ("lines", "name", "place"),
    [
        (["Envoys met in Paris."], "Paris", ("FRA", "Ile de France", "PPLC")),
        (["Envoys met in Paris, Texas."], "Paris", ("USA", "Texas", "PPL")),
        (["The fair in Paris, Texas, was full.", "In Paris nobody complained."], "Paris", ("USA", "Texas", "PPL")),
        (["Tbilisi said that Georgia would sign."], "Georgia", ("GEO", None, "PCLI")),
        (["Police in Atlanta, Georgia, said so."], "Georgia", ("USA", "Georgia", "ADM1")),
        (["Shells fell in Aleppo."], "Aleppo", ("SYR", "Aleppo", "PPL")),
        (["Shells fell in Aleppo province."], "Aleppo", ("SYR", "Aleppo", "ADM1")),
        (["Ships sank in the Red Sea off Yemen."], "Red Sea", (None, None, "SEA")),
    ],
)
def test_one_of_many(flat, lines, name, place):
    assert chosen(flat(*lines))[name] == place


def test_towns_named_together_lie_together(flat):
    found = chosen(
        flat("Officials in Newark met.", "A storm in Columbus and in Zanesville cut power.", "Newark was spared.")
    )
    assert found["Newark"] == ("USA", "Ohio", "PPL")


def test_a_hamlet_needs_evidence(flat):
    assert chosen(flat("Later Elida said so."))["Elida"] is None
    assert chosen(flat("They live in Elida, Ohio."))["Elida"] == ("USA", "Ohio", "PPL")
