import pytest

from dateline.language.adapting.conventions import join_fixed, rename, settle
from dateline.language.adapting.tables import tables

FIXED = [
    (
        "left|VBD|root|0 according|VBG|case|4 to|IN|case|4 him|PRP|obl|1",
        "left|root|0 according|case|4 to|fixed|2 him|obl|1",
    ),
    (
        "fled|VBD|root|0 instead|RB|advmod|1 of|IN|case|4 them|PRP|obl|2",
        "fled|root|0 instead|case|4 of|fixed|2 them|obl|1",
    ),
    (
        "in|IN|case|2 order|NN|obl|5 to|TO|mark|4 leave|VB|acl|2 paid|VBD|root|0",
        "in|mark|4 order|fixed|1 to|mark|4 leave|advcl|5 paid|root|0",
    ),
    (
        "men|NNS|root|0 as|RB|advmod|3 well|RB|advmod|4 as|IN|cc|1 boys|NNS|conj|1",
        "men|root|0 as|cc|1 well|fixed|2 as|fixed|2 boys|conj|1",
    ),
    ("more|JJR|amod|3 than|IN|advmod|3 20|CD|root|0", "more|advmod|3 than|fixed|1 20|root|0"),
    ("more|JJR|amod|3 than|IN|case|3 boys|NNS|root|0", "more|amod|3 than|case|3 boys|root|0"),
    # Joined already.
    ("such|JJ|case|3 as|IN|fixed|1 flour|NN|root|0", "such|case|3 as|fixed|1 flour|root|0"),
]


@pytest.mark.parametrize(("given", "wanted"), FIXED)
def test_expressions_of_several_words(tree, shown, given: str, wanted: str) -> None:
    found = tree(given)
    join_fixed(found)
    assert shown(found) == wanted


SETTLED = [
    ("told|VBD|root|0 them|PRP|obj|1 that|IN|mark|4 left|VBD|ccomp|1", "iobj", 1),
    ("warned|VBD|root|0 them|PRP|obj|1 of|IN|case|4 war|NN|obl|1", "obj", 1),
    ("warned|VBD|root|0 them|PRP|obj|1 to|TO|mark|4 leave|VB|xcomp|1", "iobj", 1),
    ("shot|VBD|root|0 them|PRP|obj|1 to|TO|mark|4 flee|VB|xcomp|1", "obj", 1),
    ("were|VBD|aux:pass|2 shot|VBN|root|0 by|IN|case|4 rebels|NNS|obl|2", "obl:agent", 3),
    ("men|NNS|root|0 shot|VBN|acl|1 by|IN|case|4 rebels|NNS|obl|2", "obl:agent", 3),
    ("slept|VBD|root|0 by|IN|case|3 rivers|NNS|obl|1", "obl", 2),
    ("left|VBD|root|0 Tuesday|NNP|npadvmod|1", "obl:unmarked", 1),
    ("visit|NN|root|0 Tuesday|NNP|npadvmod|1", "nmod:unmarked", 1),
    ("Iran|NNP|npadvmod|3 -|HYPH|punct|3 backed|VBN|root|0", "compound", 0),
    ("aid|NN|nmod|2 convoy|NN|root|0", "compound", 0),
    ("20|CD|nmod|2 trucks|NN|root|0", "nummod", 0),
]


@pytest.mark.parametrize(("given", "wanted", "i"), SETTLED)
def test_relations_of_today(tree, given: str, wanted: str, i: int) -> None:
    found = tree(given)
    settle(found)
    assert found.rels[i] == wanted


def test_names_of_relations(tree, shown) -> None:
    found = tree("Boys|NNS|nsubjpass|3 were|VBD|auxpass|3 shot|VBN|ROOT|0 Monday|NNP|npadvmod|3 up|RP|prt|3 x|NN||3")
    rename(found, tables().clear)
    assert shown(found) == "Boys|nsubj:pass|3 were|aux:pass|3 shot|root|0 Monday|npadvmod|3 up|compound:prt|3 x|dep|3"
    found = tree("Boys|NNS|nsubj|2 left|VBD|ROOT|0 Monday|NNP|obl:tmod|2 so|RB|ROOT|2")
    rename(found, tables().ud)
    assert shown(found) == "Boys|nsubj|2 left|root|0 Monday|obl:unmarked|2 so|parataxis|2"
