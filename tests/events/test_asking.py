import pytest

from dateline.events.asking import condition_words, deciding_word, need_words, requirement_words, slot_words
from dateline.events.slots import Slot
from dateline.knowledge.conditions import parse_alternatives, parse_condition
from dateline.knowledge.entries import parse_entry
from dateline.language.trees import read_tree


@pytest.mark.parametrize(
    ("slot", "preps", "words"),
    [
        ("obj", (), "object"),
        ("obl", ("with",), "'with' phrase"),
        ("nmod", ("on", "against"), "'against/on' phrase"),
        ("advcl", ("if",), "'if' clause"),
        ("obl", (), "prepositional phrase"),
    ],
)
def test_slots(slot: str, preps: tuple[str, ...], words: str) -> None:
    assert slot_words(slot, preps) == words


@pytest.mark.parametrize(
    ("entry", "words"),
    [
        ("open obj:fire", "object 'fire'"),
        ("seize obj:~town|village", "object ('town' or 'village')"),
        ("come obl:under=fire", "'under' phrase with 'fire'"),
        ("agree xcomp", "infinitive"),
        ("question obj:HUMAN", "object (a person)"),
    ],
)
def test_requirements(entry: str, words: str) -> None:
    assert requirement_words(parse_entry(entry)[1][0]) == words


def test_the_word_that_was_found_stands_for_the_list() -> None:
    assert requirement_words(parse_entry("seize obj:town|village")[1][0], "towns") == "object 'towns'"


@pytest.mark.parametrize(
    ("notation", "words"),
    [
        ("obj:HUMAN|GROUP", "object a group or a person"),
        ("!iobj", "no indirect object"),
        ("subj", "some subject"),
        ("!obj:deal", "object not 'deal'"),
        ("obj:amod:long", "object with adjective 'long'"),
        ("obj:a|b|c|d|e|f", "object 'a', 'b', 'c', 'd' (2 more)"),
    ],
)
def test_conditions(notation: str, words: str) -> None:
    assert condition_words(parse_condition(notation)) == words


def test_a_need_names_each_thing_once() -> None:
    assert need_words(parse_alternatives("subj:AGENT or poss:AGENT or obj:deal")) == (
        "somebody who acts as subject or possessor; or 'deal' as object"
    )


def test_the_word_that_decides() -> None:
    sentence = read_tree(
        "They they PRON 2 nsubj\nstruck strike VERB 0 root\ndeals deal NOUN 2 obj\nand _ CCONJ 5 cc\npacts pact NOUN 3 conj"
    )
    slots = (Slot("subj", "", 0, ""), Slot("obj", "", 2, ""))

    def found(notation: str) -> int | None:
        return deciding_word(parse_condition(notation), slots, sentence, 1, lambda _: frozenset())

    assert found("obj:deal") == 2
    assert found("obj:pact") in (2, 4)
    assert found("obj:town") is None
