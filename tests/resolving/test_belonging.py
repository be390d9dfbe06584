import pytest

from dateline.knowledge.nouns import load_nouns
from dateline.resolving.actors import Reader
from dateline.resolving.belonging import held_by, kind_with, owner_of, picks_people, sector_with
from dateline.resolving.modifiers import noun_of
from dateline.resolving.phrases import find_phrases


def reader(analysis):
    phrases = {phrase.head: phrase for phrase in find_phrases(analysis)}
    read = Reader(analysis.text)
    return lambda sentence, i: read.read(sentence, phrases[i])


@pytest.mark.parametrize(
    ("line", "head", "owner"),
    [
        ("[organization Hamas/PROPN/2/compound ] men/NOUN/0/root", 2, "Hamas"),
        ("leader/NOUN/0/root of/ADP/3/case [organization Hamas/PROPN/1/nmod ]", 1, "Hamas"),
        ("army/NOUN/2/compound spokesman/NOUN/0/root", 2, "army"),
        ("tall/ADJ/2/amod men/NOUN/0/root", 2, None),
        ("Iraqi/ADJ/2/amod men/NOUN/0/root", 2, None),
        ("village/NOUN/2/compound chief/NOUN/0/root", 2, None),
    ],
)
def test_owner_of(parsed, line, head, owner):
    analysis = parsed(line)
    found = owner_of(analysis.sentences[0], head - 1, reader(analysis))
    assert (found.words if found else None) == owner


@pytest.mark.parametrize(
    ("line", "held"),
    [
        ("number/NOUN/0/root of/ADP/3/case rebels/NOUN/1/nmod/rebel/Plur", "rebels"),
        ("three/NUM/0/root of/ADP/3/case rebels/NOUN/1/nmod/rebel/Plur", "rebels"),
        ("three/NUM/0/root of/ADP/3/case them/PRON/1/nmod", None),
        ("army/NOUN/0/root of/ADP/3/case rebels/NOUN/1/nmod/rebel/Plur", None),
    ],
)
def test_held_by(parsed, line, held):
    analysis = parsed(line)
    sentence = analysis.sentences[0]
    found = held_by(sentence, 0, noun_of(sentence, 0), reader(analysis))
    assert (found.words if found else None) == held


def test_three_of_them_are_people(parsed):
    assert picks_people(parsed("three/NUM/0/root of/ADP/3/case them/PRON/1/nmod").sentences[0], 0)
    assert not picks_people(parsed("three/NUM/0/root of/ADP/3/case tons/NOUN/1/nmod").sentences[0], 0)


@pytest.mark.parametrize(
    ("noun", "kind", "sector", "owner", "expected"),
    [
        ("official", "person", "GOV", "[organization Hamas/PROPN/0/root ]", ("person", "REB")),
        ("fighter", "armed_group", "REB", "[organization IDF/PROPN/0/root ]", ("armed_group", "MIL")),
        ("member", "population", "CVL", "[organization Hamas/PROPN/0/root ]", ("armed_group", "REB")),
        ("force", "military", "MIL", "[organization Hamas/PROPN/0/root ]", ("armed_group", "REB")),
        ("judge", "person", "JUD", "army/NOUN/0/root", ("person", "JUD")),
        ("group", "organization", None, "gunmen/NOUN/0/root/gunman/Plur", ("armed_group", "REB")),
    ],
)
def test_what_the_owner_makes_of_kind_and_sector(parsed, noun, kind, sector, owner, expected):
    analysis = parsed(owner)
    found = reader(analysis)(analysis.sentences[0], 0)
    entry = load_nouns().get(noun)
    assert (kind_with(entry, kind, found), sector_with(entry, sector, found)) == expected
