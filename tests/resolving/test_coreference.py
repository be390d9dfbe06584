"""Descriptions and pronouns over whole small documents; what each takes up, by (sentence, word)."""

import pytest

from dateline.records import Document
from dateline.resolving.entities import resolve


def same(analysis, one, other):
    resolution = resolve(Document(id="x", text=analysis.text, published="2021-02-26"), analysis)
    first, second = (resolution.entity_of.get((sentence, head - 1)) for sentence, head in (one, other))
    return first is not None and first == second


DESCRIPTIONS = [
    # the same head, nothing against it
    (
        [
            "Iraqi/ADJ/2/amod rebels/NOUN/3/nsubj/rebel/Plur fled/VERB/0/root",
            "The/DET/2/det rebels/NOUN/3/nsubj/rebel/Plur lost/VERB/0/root",
        ],
        (0, 2),
        (1, 2),
        True,
    ),
    # another country
    (
        [
            "Iraqi/ADJ/2/amod rebels/NOUN/3/nsubj/rebel/Plur fled/VERB/0/root",
            "The/DET/3/det Syrian/ADJ/3/amod rebels/NOUN/4/nsubj/rebel/Plur lost/VERB/0/root",
        ],
        (0, 2),
        (1, 3),
        False,
    ),
    # contrary modifiers
    (
        [
            "northern/ADJ/2/amod rebels/NOUN/3/nsubj/rebel/Plur fled/VERB/0/root",
            "The/DET/3/det southern/ADJ/3/amod rebels/NOUN/4/nsubj/rebel/Plur lost/VERB/0/root",
        ],
        (0, 2),
        (1, 3),
        False,
    ),
    # new counts are new people
    (
        [
            "Two/NUM/2/nummod men/NOUN/3/nsubj/man/Plur fled/VERB/0/root",
            "Five/NUM/2/nummod men/NOUN/3/nsubj/man/Plur came/VERB/0/root",
        ],
        (0, 2),
        (1, 2),
        False,
    ),
    # an indefinite is new
    (
        ["A/DET/2/det man/NOUN/3/nsubj fled/VERB/0/root", "A/DET/2/det man/NOUN/3/nsubj came/VERB/0/root"],
        (0, 2),
        (1, 2),
        False,
    ),
    # the town
    (
        [
            "It/PRON/2/nsubj hit/VERB/0/root [place Mosul/PROPN/2/obj ]",
            "The/DET/2/det city/NOUN/3/nsubj burned/VERB/0/root",
        ],
        (0, 3),
        (1, 2),
        True,
    ),
    # the bloc
    (
        [
            "[organization European/ADJ/2/amod Union/PROPN/3/nsubj ] met/VERB/0/root",
            "The/DET/2/det bloc/NOUN/3/nsubj agreed/VERB/0/root",
        ],
        (0, 2),
        (1, 2),
        True,
    ),
    # another office
    (
        [
            (
                "press/NOUN/2/compound secretary/NOUN/3/nmod:desc [person Ana/PROPN/5/nsubj"
                " Ruiz/PROPN/3/flat ] spoke/VERB/0/root"
            ),
            "The/DET/3/det foreign/ADJ/3/amod secretary/NOUN/4/nsubj left/VERB/0/root",
        ],
        (0, 3),
        (1, 3),
        False,
    ),
    # a state is not its forces
    (
        [
            "U.S./PROPN/2/compound forces/NOUN/3/nsubj/force/Plur fired/VERB/0/root",
            "The/DET/3/det United/ADJ/3/amod States/PROPN/4/nsubj agreed/VERB/0/root",
        ],
        (0, 2),
        (1, 3),
        False,
    ),
]


@pytest.mark.parametrize(("lines", "one", "other", "expected"), DESCRIPTIONS)
def test_descriptions(parsed, lines, one, other, expected):
    assert same(parsed(*lines), one, other) is expected


PRONOUNS = [
    # the subject of the sentence before
    (
        [
            ("Rebels/NOUN/2/nsubj/rebel/Plur attacked/VERB/0/root villagers/NOUN/2/obj/villager/Plur"),
            "They/PRON/2/nsubj fled/VERB/0/root",
        ],
        (0, 1),
        (1, 1),
        True,
    ),
    # not the other argument of the verb
    (
        [
            (
                "[person Ana/PROPN/3/nsubj Ruiz/PROPN/1/flat ] met/VERB/0/root [person Ali/PROPN/3/obj"
                " Zed/PROPN/4/flat ]"
            ),
            "[person Zed/PROPN/2/nsubj ] thanked/VERB/0/root her/PRON/2/obj",
        ],
        (0, 1),
        (1, 3),
        True,
    ),
    # a person is no "it"
    (
        [
            ("The/DET/2/det ministry/NOUN/3/nsubj thanked/VERB/0/root [person Ana/PROPN/3/obj Ruiz/PROPN/4/flat ]"),
            "It/PRON/2/nsubj left/VERB/0/root",
        ],
        (0, 2),
        (1, 1),
        True,
    ),
    # "its" is the subject's
    (["The/DET/2/det army/NOUN/3/nsubj lost/VERB/0/root its/PRON/5/nmod:poss base/NOUN/3/obj"], (0, 2), (0, 4), True),
    # three of them are not them
    (
        [
            "Police/NOUN/2/nsubj//Plur shot/VERB/0/root rebels/NOUN/2/obj/rebel/Plur",
            "three/NUM/4/nsubj of/ADP/3/case them/PRON/1/nmod fled/VERB/0/root",
        ],
        (1, 1),
        (1, 3),
        False,
    ),
]


@pytest.mark.parametrize(("lines", "one", "other", "expected"), PRONOUNS)
def test_pronouns(parsed, lines, one, other, expected):
    assert same(parsed(*lines), one, other) is expected


def test_this_and_expletives_are_nobody(parsed):
    analysis = parsed(
        "This/PRON/2/nsubj helps/VERB/0/root rebels/NOUN/2/obj/rebel/Plur", "It/PRON/2/expl rains/VERB/0/root"
    )
    resolution = resolve(Document(id="x", text=analysis.text), analysis)
    assert resolution.entity(0, 0) is None
    assert resolution.entity(1, 0) is None


def test_a_container_is_one_with_what_it_holds(parsed):
    line = "a/DET/2/det number/NOUN/5/nsubj of/ADP/4/case rebels/NOUN/2/nmod/rebel/Plur fled/VERB/0/root"
    assert same(parsed(line), (0, 2), (0, 4))


def test_an_ally_is_the_country_that_follows(parsed):
    line = "our/PRON/2/nmod:poss ally/NOUN/3/nmod:desc [place Turkey/PROPN/4/nsubj ] agreed/VERB/0/root"
    assert same(parsed(line), (0, 2), (0, 3))


def test_two_places_side_by_side_are_two(parsed):
    line = "in/ADP/2/case [place Mosul~/PROPN/0/root ] ,/PUNCT/4/punct [place Iraq/PROPN/2/appos ]"
    assert not same(parsed(line), (0, 2), (0, 4))
