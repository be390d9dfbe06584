import msgspec
import pytest

from dateline.knowledge.grammar import load_grammar

PACK = msgspec.to_builtins(load_grammar())
CLASSES = {f"{table}.{name}": words for table, classes in PACK.items() for name, words in classes.items()}


@pytest.mark.parametrize("name", CLASSES)
def test_every_class_holds_lower_case_words(name):
    words = list(CLASSES[name])
    assert words
    assert all(word == word.lower().strip() for word in words)


def test_classes_that_are_part_of_others():
    pack = load_grammar()
    assert pack.nouns.transparent <= pack.nouns.containers
    assert pack.determiners.demonstrative < pack.determiners.definite
    assert not pack.determiners.definite & pack.determiners.indefinite
    assert not pack.verbs.subject_control & pack.verbs.object_control


def test_prepositions_by_how_strongly_they_mark_a_place():
    locative = load_grammar().prepositions.locative
    assert locative["in"] > locative["over"] > locative["against"] > locative["under"] > 0
    assert load_grammar().prepositions.reached[0] == "with"


def test_the_pack_is_read_once():
    assert load_grammar() is load_grammar()
