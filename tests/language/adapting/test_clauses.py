import pytest

from dateline.language.adapting.clauses import turn_clauses

CASES = [
    (
        "ordered|VBD|ROOT|0 troops|NNS|nsubj|4 to|TO|aux|4 leave|VB|ccomp|1",
        "ordered|ROOT|0 troops|dobj|1 to|mark|4 leave|xcomp|1",
    ),
    (
        "wants|VBZ|ROOT|0 camps|NNS|nsubjpass|5 to|TO|aux|5 be|VB|auxpass|5 closed|VBN|ccomp|1",
        "wants|ROOT|0 camps|dobj|1 to|mark|5 be|auxpass|5 closed|xcomp|1",
    ),
    ("let|VBD|ROOT|0 them|PRP|nsubj|3 go|VB|ccomp|1", "let|ROOT|0 them|dobj|1 go|xcomp|1"),
    ("said|VBD|ROOT|0 troops|NNS|nsubj|3 left|VBD|ccomp|1", "said|ROOT|0 troops|nsubj|3 left|ccomp|1"),
    ("demanded|VBD|ROOT|0 he|PRP|nsubj|3 leave|VB|ccomp|1", "demanded|ROOT|0 he|nsubj|3 leave|ccomp|1"),
    (
        "waited|VBD|ROOT|0 for|IN|mark|5 troops|NNS|nsubj|5 to|TO|aux|5 leave|VB|ccomp|1",
        "waited|ROOT|0 for|mark|5 troops|nsubj|5 to|mark|5 leave|ccomp|1",
    ),
]


@pytest.mark.parametrize(("given", "wanted"), CASES)
def test_clauses(tree, shown, given: str, wanted: str) -> None:
    found = tree(given)
    turn_clauses(found)
    assert shown(found) == wanted
