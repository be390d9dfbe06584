import pytest

from dateline.language.adapting.prepositions import turn_prepositions

CASES = [
    (
        "They|PRP|nsubj|2 came|VBD|ROOT|0 from|IN|prep|2 across|IN|prep|3 the|DT|det|6 border|NN|pobj|4",
        "They|nsubj|2 came|ROOT|0 from|case|6 across|case|6 the|det|6 border|obl|2",
    ),
    ("the|DT|det|2 mayor|NN|ROOT|0 of|IN|prep|2 Oslo|NNP|pobj|3", "the|det|2 mayor|ROOT|0 of|case|4 Oslo|nmod|2"),
    (
        "killed|VBN|ROOT|0 by|IN|agent|1 rebels|NNS|pobj|2 and|CC|cc|3 thieves|NNS|conj|3",
        "killed|ROOT|0 by|case|3 rebels|obl:agent|1 and|cc|3 thieves|conj|3",
    ),
    (
        "accused|VBN|ROOT|0 of|IN|prep|1 throwing|VBG|pcomp|2 stones|NNS|dobj|3",
        "accused|ROOT|0 of|mark|3 throwing|advcl|1 stones|dobj|3",
    ),
    (
        "plans|NNS|ROOT|0 for|IN|prep|1 leaving|VBG|pcomp|2 Oslo|NNP|dobj|3",
        "plans|ROOT|0 for|mark|3 leaving|acl|1 Oslo|dobj|3",
    ),
    (
        "fled|VBD|ROOT|0 because|IN|prep|1 of|IN|pcomp|2 war|NN|pobj|2",
        "fled|ROOT|0 because|case|4 of|fixed|2 war|obl|1",
    ),
    (
        "fought|VBD|ROOT|0 in|IN|prep|1 and|CC|cc|2 around|IN|conj|2 Oslo|NNP|pobj|4",
        "fought|ROOT|0 in|case|5 and|cc|2 around|conj|2 Oslo|obl|1",
    ),
    (
        "went|VBD|ROOT|0 to|IN|prep|1 Oslo|NNP|pobj|2 and|CC|cc|2 to|IN|conj|2 Rome|NNP|pobj|5",
        "went|ROOT|0 to|case|3 Oslo|obl|1 and|cc|3 to|case|6 Rome|conj|3",
    ),
    (
        "gave|VBD|ROOT|0 it|PRP|dobj|1 to|IN|dative|1 them|PRP|pobj|3",
        "gave|ROOT|0 it|dobj|1 to|case|4 them|obl|1",
    ),
    ("until|IN|prep|3 now|RB|pcomp|1 stayed|VBD|ROOT|0", "until|case|2 now|advmod|3 stayed|ROOT|0"),
    (
        "just|RB|advmod|2 after|IN|prep|4 dawn|NN|pobj|2 left|VBD|ROOT|0",
        "just|advmod|3 after|case|3 dawn|obl|4 left|ROOT|0",
    ),
    (
        "town|NN|ROOT|0 they|PRP|nsubj|3 fled|VBD|relcl|1 to|IN|prep|3",
        "town|ROOT|0 they|nsubj|3 fled|relcl|1 to|prep|3",
    ),
    ("In|IN|ROOT|0 Oslo|NNP|pobj|1", "In|ROOT|0 Oslo|pobj|1"),
    ("gave|VBD|ROOT|0 them|PRP|dative|1 maps|NNS|dobj|1", "gave|ROOT|0 them|dative|1 maps|dobj|1"),
]


@pytest.mark.parametrize(("given", "wanted"), CASES)
def test_prepositions(tree, shown, given: str, wanted: str) -> None:
    found = tree(given)
    turn_prepositions(found)
    assert shown(found) == wanted
