import pytest

from dateline.events.senses import find_required, holds
from dateline.events.slots import verb_slots
from dateline.knowledge.conditions import parse_condition
from dateline.knowledge.entries import parse_entry
from dateline.language.trees import read_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
OPENED = read_tree(
    f"Guards guard NOUN 2 nsubj\nopened open VERB 0 root {FIN}\nheavy _ ADJ 4 amod\nfire _ NOUN 2 obj\n"
    "on _ ADP 6 case\nmarchers marcher NOUN 2 obl\nand _ CCONJ 8 cc\nnurses nurse NOUN 6 conj"
)
BLEW = read_tree(
    f"They they PRON 2 nsubj\nblew blow VERB 0 root {FIN}\nup _ ADP 5 case\nthe the DET 5 det\nbridge _ NOUN 2 obl"
)
LET = read_tree(
    f"Oslo _ PROPN 2 nsubj\nlet let VERB 0 root {FIN}\ntons ton NOUN 2 obj\nof _ ADP 5 case\nrice _ NOUN 3 nmod\n"
    "and _ CCONJ 7 cc\ntents tent NOUN 3 conj\ninto _ ADP 9 case\ntown _ NOUN 3 nmod"
)
QUESTION = read_tree(
    f"Who who PRON 2 nsubj\ncame come VERB 3 ccomp {FIN}\nasked ask VERB 0 root {FIN}\nHolm _ PROPN 3 nsubj"
)
CLASSES = {"guard": {"HUMAN", "AGENT"}, "marcher": {"HUMAN", "AGENT"}, "nurse": {"HUMAN", "AGENT"}, "Quito": {"PLACE"}}


def classes_in(sentence):
    return lambda i: frozenset(CLASSES.get(sentence.tokens[i].lemma, {"THING"}))


@pytest.mark.parametrize(
    ("sentence", "entry", "words"),
    [
        (OPENED, "open", []),
        (OPENED, "open obj:fire", ["fire"]),
        (OPENED, "open obj:fire|fusillade obl:on", ["fire", "marchers"]),
        (OPENED, "open obl:on=marcher", ["marchers"]),
        (OPENED, "open obl:on=HUMAN", ["marchers"]),
        (OPENED, "open subj:HUMAN", ["Guards"]),
        (OPENED, "open obj:door", None),
        (OPENED, "open obl:at", None),
        (OPENED, "open obl:on=PLACE", None),
        (OPENED, "open obj:fire prt:up", None),
        (BLEW, "blow prt:up", ["up"]),  # although the parser made a preposition of it
        (BLEW, "blow prt:down", None),
        (LET, "let obj:tent", ["tents"]),  # coordinated with the object
        (LET, "let obj:rice", ["rice"]),  # what the object measures
        (LET, "let obj:town", None),
        (LET, "let obl:into=town", ["town"]),  # although the parser hangs it on the object
        (LET, "let obl:on=town", None),
    ],
)
def test_dependents_that_an_entry_asks_for(sentence, entry, words):
    _, requires = parse_entry(entry)
    found = find_required(sentence, 1, requires, verb_slots(sentence, 1), classes_in(sentence))
    assert (found if found is None else [sentence.tokens[t].form for t in found]) == words


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("obj", True),
        ("iobj", False),
        ("!iobj", True),
        ("!obj", False),
        ("obj:fire|gate", True),
        ("obj:gate", False),
        ("!obj:gate", True),
        ("subj:HUMAN", True),
        ("subj:AGENT|PLACE", True),
        ("obl:on:nurse", True),  # a coordinated word stands in the slot too
        ("obl:on:HUMAN", True),
        ("obl:at:HUMAN", False),
        ("obj:amod:heavy|light", True),
        ("obj:amod:light", False),
        ("obj:fire:heavy", True),
        ("obj:fire:friendly", False),
    ],
)
def test_conditions_on_the_slots(condition, expected):
    assert holds(parse_condition(condition), verb_slots(OPENED, 1), OPENED, 1, classes_in(OPENED)) is expected


def test_a_capital_acts_for_its_government_but_not_as_the_place_of_an_act():
    sentence = read_tree(f"Quito _ PROPN 2 nsubj\nspoke speak VERB 0 root {FIN}\nin _ ADP 4 case\nLima _ PROPN 2 obl")
    places = lambda i: frozenset({"PLACE"})  # noqa: E731
    slots = verb_slots(sentence, 1)
    assert holds(parse_condition("subj:AGENT"), slots, sentence, 1, places)
    assert not holds(parse_condition("obl:in:AGENT"), slots, sentence, 1, places)


def test_a_question_asks_for_no_act():
    _, requires = parse_entry("ask xcomp")
    assert find_required(QUESTION, 2, requires, verb_slots(QUESTION, 2), classes_in(QUESTION)) is None
