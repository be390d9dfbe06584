from datetime import date

import pytest

from dateline.resolving.names import (
    known_actor,
    known_adjective,
    known_country,
    mention_at,
    name_ranges,
    name_votes,
    person_at,
)
from dateline.resolving.phrases import find_phrases


@pytest.mark.parametrize(
    ("words", "key"),
    [
        ("U.S.", "country:USA"),
        ("US", "country:USA"),
        ("us", None),
        ("Us", None),
        ("Turks", "people:TUR"),
        ("Scotland", "country:GBR:scotland"),
        ("Chechen", None),
        ("Moscow", None),
        ("iraq", None),
    ],
)
def test_known_country(words, key):
    known = known_country(words)
    assert (known.key if known else None) == key


def test_adjectives_give_a_code():
    assert known_adjective("Chechen") == "RUS"
    assert known_adjective("Moscow") is None
    assert known_adjective("turkey") is None


def test_a_surname_needs_a_person_or_fame():
    day = date(2015, 5, 1)
    assert known_actor("Kerry", on=day, person=False) is None
    assert known_actor("Kerry", on=day, person=True).name == "John Kerry"
    assert known_actor("Kerry", on=day, person=False, famous=True).name == "John Kerry"


def test_a_shared_name_goes_to_the_country_at_hand():
    assert known_actor("Labour Party", on=None, person=False, near=frozenset({"IRL"})).country == "IRL"
    shared = known_actor("Labour Party", on=None, person=False)
    assert (shared.country, shared.sector) == (None, "PTY")


def test_a_name_never_takes_the_word_above(parsed):
    analysis = parsed("[place United/ADJ/2/amod Kingdom/PROPN/0/root ] troops/NOUN/2/conj")
    inner, whole, _ = find_phrases(analysis)
    sentence = analysis.sentences[0]
    assert list(name_ranges(sentence, inner)) == [(0, 1)]
    assert next(iter(name_ranges(sentence, whole))) == (0, 2)


def test_most_mentions_settle_what_a_name_is(parsed):
    analysis = parsed(
        "[person Zed/PROPN/2/nsubj ] fell/VERB/0/root",
        "[place Zed/PROPN/2/nsubj ] grew/VERB/0/root",
        "[place Zed/PROPN/2/nsubj ] rose/VERB/0/root",
    )
    assert name_votes(analysis.text, analysis.sentences) == {"zed": "place"}


def test_a_title_is_no_part_of_a_name(parsed):
    sentence = parsed(
        "[person US/PROPN/2/compound Secretary/PROPN/0/root of/ADP/4/case State/PROPN/2/nmod"
        " Ana/PROPN/2/flat Ruiz/PROPN/5/flat ]"
    ).sentences[0]
    assert mention_at(sentence, 1) is None
    assert (mention_at(sentence, 5).first, mention_at(sentence, 5).last) == (4, 6)
    assert person_at(sentence, 1) == mention_at(sentence, 4)


def test_a_person_among_the_flat_parts_of_a_title(parsed):
    sentence = parsed("President/PROPN/0/root [person Ana/PROPN/1/flat Ruiz/PROPN/1/flat ]").sentences[0]
    assert (person_at(sentence, 0).first, person_at(sentence, 0).last) == (1, 3)
