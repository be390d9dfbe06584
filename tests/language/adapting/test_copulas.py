import pytest

from dateline.language.adapting.copulas import turn_copulas

CASES = [
    ("town|NN|nsubj|2 was|VBD|ROOT|0 quiet|JJ|acomp|2 .|.|punct|2", "town|nsubj|3 was|cop|3 quiet|ROOT|0 .|punct|3"),
    (
        "He|PRP|nsubj|2 was|VBD|ROOT|0 the|DT|det|4 mayor|NN|attr|2 once|RB|advmod|2",
        "He|nsubj|4 was|cop|4 the|det|4 mayor|ROOT|0 once|advmod|4",
    ),
    (
        "Troops|NNS|nsubj|2 were|VBD|ROOT|0 in|IN|case|4 town|NN|obl|2",
        "Troops|nsubj|4 were|cop|4 in|case|4 town|ROOT|0",
    ),
    ("base|NN|nsubj|2 is|VBZ|ROOT|0 here|RB|advmod|2", "base|nsubj|3 is|cop|3 here|ROOT|0"),
    ("There|EX|expl|2 was|VBD|ROOT|0 war|NN|attr|2", "There|expl|2 was|ROOT|0 war|nsubj|2"),
    (
        "goal|NN|nsubj|2 is|VBZ|ROOT|0 to|TO|mark|4 win|VB|xcomp|2",
        "goal|nsubj:outer|4 is|cop|4 to|mark|4 win|ROOT|0",
    ),
    (
        "minister|NN|nsubj|2 is|VBZ|ROOT|0 to|TO|mark|4 leave|VB|xcomp|2",
        "minister|nsubj|4 is|cop|4 to|mark|4 leave|ROOT|0",
    ),
    (
        "problem|NN|nsubj|2 is|VBZ|ROOT|0 that|IN|mark|5 it|PRP|nsubj|5 was|VBD|ccomp|2 quiet|JJ|acomp|5",
        "problem|nsubj:outer|6 is|cop|6 that|mark|6 it|nsubj|6 was|cop|6 quiet|ROOT|0",
    ),
    ("They|PRP|nsubj|3 were|VBD|auxpass|3 shot|VBN|ROOT|0", "They|nsubj|3 were|auxpass|3 shot|ROOT|0"),
    ("It|PRP|nsubj|2 became|VBD|ROOT|0 law|NN|attr|2", "It|nsubj|2 became|ROOT|0 law|attr|2"),
]


@pytest.mark.parametrize(("given", "wanted"), CASES)
def test_copulas(tree, shown, given: str, wanted: str) -> None:
    found = tree(given)
    turn_copulas(found)
    assert shown(found) == wanted
