import pytest

from dateline.resolving.modifiers import (
    backers_of,
    case_before,
    country_of,
    is_definite,
    is_owned,
    is_same,
    noun_of,
    traits_of,
)


@pytest.mark.parametrize(
    ("line", "head", "country"),
    [
        ("Iraqi/ADJ/2/amod troops/NOUN/0/root/troop/Plur", 2, "IRQ"),
        ("North/PROPN/2/compound Korean/ADJ/3/amod troops/NOUN/0/root", 3, "PRK"),
        ("U.S./PROPN/3/compound military/ADJ/3/amod forces/NOUN/0/root", 3, "USA"),
        ("Syria~/PROPN/3/nmod:poss 's/PART/1/case army/NOUN/0/root", 3, "SYR"),
        ("president/NOUN/0/root of/ADP/3/case Chad/PROPN/1/nmod", 1, "TCD"),
        ("militia/NOUN/0/root in/ADP/3/case Syria/PROPN/1/nmod", 1, "SYR"),
        ("troops/NOUN/0/root in/ADP/3/case Syria/PROPN/1/nmod", 1, None),
        ("Iranian~/ADJ/3/compound -~/PUNCT/1/punct backed/VERB/4/amod militia/NOUN/0/root", 4, None),
        ("Chechen/ADJ/2/amod fighters/NOUN/0/root", 2, "RUS"),
        ("U.S./PROPN/2/compound service/NOUN/3/compound members/NOUN/0/root/member/Plur", 3, "USA"),
        ("government/NOUN/0/root and/CCONJ/3/cc people/NOUN/1/conj of/ADP/5/case Iraq/PROPN/3/nmod", 1, "IRQ"),
        ("Chilean/ADJ/3/amod army/NOUN/3/compound trucks/NOUN/0/root", 2, "CHL"),
        ("tall/ADJ/2/amod men/NOUN/0/root", 2, None),
    ],
)
def test_country_of(parsed, line, head, country):
    analysis = parsed(line)
    assert country_of(analysis.text, analysis.sentences[0], head - 1) == country


@pytest.mark.parametrize(
    ("line", "head", "countries"),
    [
        ("Iranian~/ADJ/3/compound -~/PUNCT/1/punct backed/VERB/4/amod militia/NOUN/0/root", 4, ["IRN"]),
        ("Iranian~/ADJ/4/amod -~/PUNCT/1/punct backed/VERB/4/amod militia/NOUN/0/root", 4, ["IRN"]),
        ("rebels/NOUN/0/root backed/VERB/1/acl/back by/ADP/4/case Rwanda/PROPN/2/obl:agent", 1, ["RWA"]),
        ("armed/VERB/2/amod/arm men/NOUN/0/root", 2, []),
        ("Iranian/ADJ/2/amod militia/NOUN/0/root", 2, []),
    ],
)
def test_backers_of(parsed, line, head, countries):
    line = line.replace("backed/VERB/4/amod", "backed/VERB/4/amod/back")
    analysis = parsed(line)
    found = backers_of(analysis.text, analysis.sentences[0], head - 1, on=None)
    assert [affiliation.country for affiliation in found] == countries
    assert all(affiliation.relation == "backed_by" for affiliation in found)


@pytest.mark.parametrize(
    ("line", "head", "lemma"),
    [
        ("aid/NOUN/2/compound workers/NOUN/0/root/worker/Plur", 2, "aid worker"),
        ("bases/NOUN/0/root/basis/Plur", 1, "bases"),
        ("court/NOUN/0/root of/ADP/3/case appeal/NOUN/1/nmod", 1, "court of appeal"),
        ("zzz/NOUN/0/root", 1, None),
    ],
)
def test_noun_of(parsed, line, head, lemma):
    noun = noun_of(parsed(line).sentences[0], head - 1)
    assert (noun.lemma if noun else None) == lemma


def test_what_makes_a_phrase_known(parsed):
    same = parsed("the/DET/4/det same/ADJ/4/amod Shia/ADJ/4/amod militia/NOUN/0/root").sentences[0]
    owned = parsed("its/PRON/2/nmod:poss army/NOUN/0/root").sentences[0]
    new = parsed("Iraqi/ADJ/2/amod rebels/NOUN/0/root").sentences[0]
    assert (is_definite(same, 3), is_same(same, 3), traits_of(same, 3)) == (True, True, frozenset({"shia"}))
    assert (is_definite(owned, 1), is_owned(owned, 1)) == (True, True)
    assert (is_definite(new, 1), traits_of(new, 1)) == (False, frozenset({"irq"}))
    assert case_before(new, 1) == ""
