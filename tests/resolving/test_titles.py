import pytest

from dateline.resolving.titles import home_of, office_head, office_key, title_after, title_apart, title_before


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Minister of Foreign Affairs", "the foreign minister"),
        ("Minister of Defence", "defense minister"),
        ("Secretary of Defense", "the defense secretary"),
        ("Minister for the Interior", "interior minister"),
        ("spokeswoman", "a spokesman"),
        ("former President", "president"),
    ],
)
def test_the_same_office(one, other):
    assert office_key(one) == office_key(other)


@pytest.mark.parametrize(
    ("one", "other"), [("press secretary", "secretary of defense"), ("prime minister", "foreign minister")]
)
def test_two_offices(one, other):
    assert office_key(one) != office_key(other)


def test_head_and_home_of_an_office():
    assert office_head("foreign minister") == "minister"
    assert office_head("head of state") == "head"
    assert home_of("the Foreign Secretary") == "GBR"
    assert home_of("Secretary of State") == "USA"
    assert home_of("foreign minister") is None


@pytest.mark.parametrize(
    ("line", "start", "expected"),
    [
        ("Prime/PROPN/2/compound Minister/PROPN/3/nmod:desc Ruiz/PROPN/0/root", 2, (0, 1)),
        ("Secretary/PROPN/0/root of/ADP/3/case State/PROPN/1/nmod Ruiz/PROPN/3/flat", 3, (0, 0)),
        ("militant/NOUN/2/nmod:desc Omar/PROPN/0/root", 1, (0, 0)),
        ("Monday/PROPN/3/obl President/PROPN/3/nmod:desc Ruiz/PROPN/0/root", 2, (1, 1)),
        ("leader/NOUN/0/root of/ADP/3/case Hamas/PROPN/1/nmod", 2, None),
        ("militants/NOUN/0/root/militant/Plur Omar/PROPN/1/flat", 1, None),
        ("told/VERB/0/root Ruiz/PROPN/1/obj", 1, None),
    ],
)
def test_title_before(parsed, line, start, expected):
    assert title_before(parsed(line).sentences[0], start) == expected


def test_title_after_a_comma(parsed):
    sentence = parsed(
        "Ruiz~/PROPN/7/nsubj ,/PUNCT/5/punct the/DET/5/det army/NOUN/5/compound spokesman~/NOUN/1/appos ,/PUNCT/1/punct"
        " fled/VERB/0/root"
    ).sentences[0]
    assert title_after(sentence, 1) == (3, 4, 5)
    assert title_after(sentence, 5) is None


def test_title_apart_needs_a_closed_name(parsed):
    line = (
        "A/DET/2/det spokesman/NOUN/{verb}/nsubj for/ADP/5/case the/DET/5/det army~/NOUN/2/nmod ,/PUNCT/7/punct"
        " Ruiz~/PROPN/2/appos {end}"
    )
    closed = parsed(line.format(verb=9, end=",/PUNCT/2/punct fled/VERB/0/root")).sentences[0]
    listed = parsed(line.format(verb=0, end="and/CCONJ/9/cc others/NOUN/7/conj")).sentences[0]
    assert title_apart(closed, 6, 7) == (1, 1, 5)
    assert title_apart(listed, 6, 7) is None
