import pytest

from dateline.language.adapting.coordination import turn_coordination

CASES = [
    (
        "Men|NNS|ROOT|0 ,|,|punct|1 women|NNS|conj|1 and|CC|cc|3 children|NNS|conj|3",
        "Men|ROOT|0 ,|punct|3 women|conj|1 and|cc|5 children|conj|1",
    ),
    ("But|CC|cc|2 left|VBD|ROOT|0", "But|cc|2 left|ROOT|0"),
    (
        "left|VBD|ROOT|0 Oslo|NNP|dobj|1 ,|,|punct|1 fearing|VBG|advcl|1 war|NN|dobj|4 ,|,|punct|1"
        " and|CC|cc|1 hid|VBD|conj|1",
        "left|ROOT|0 Oslo|dobj|1 ,|punct|1 fearing|advcl|1 war|dobj|4 ,|punct|8 and|cc|8 hid|conj|1",
    ),
]


@pytest.mark.parametrize(("given", "wanted"), CASES)
def test_coordination(tree, shown, given: str, wanted: str) -> None:
    found = tree(given)
    turn_coordination(found)
    assert shown(found) == wanted
