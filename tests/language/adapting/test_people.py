import pytest

from dateline.language.adapting.people import turn_people

CASES = [
    ("Ada|NNP|compound|2 Merrin|NNP|ROOT|0", (0, 2), "Ada|ROOT|0 Merrin|flat|1"),
    (
        "Norvani|JJ|amod|5 Foreign|NNP|compound|3 Minister|NNP|compound|5 Ada|NNP|compound|5 Merrin|NNP|ROOT|0",
        (3, 5),
        "Norvani|amod|3 Foreign|compound|3 Minister|nmod:desc|4 Ada|ROOT|0 Merrin|flat|4",
    ),
    # The recognizer took the title for a part of the name.
    ("President|NNP|compound|2 Merrin|NNP|ROOT|0", (0, 2), "President|nmod:desc|2 Merrin|ROOT|0"),
    # Earlier treebanks: the title is the head.
    (
        "President|NNP|ROOT|0 Ada|NNP|flat|1 Merrin|NNP|flat|1",
        (1, 3),
        "President|nmod:desc|2 Ada|ROOT|0 Merrin|flat|2",
    ),
    (
        "Secretary|NNP|nmod|5 of|IN|case|3 State|NNP|nmod|1 Ada|NNP|compound|5 Merrin|NNP|ROOT|0",
        (3, 5),
        "Secretary|nmod:desc|4 of|case|3 State|nmod|1 Ada|ROOT|0 Merrin|flat|4",
    ),
    # No name in the tree: nothing is changed.
    ("Ada|NNP|nsubj|2 met|VBD|ROOT|0 Merrin|NNP|obj|2", (0, 3), "Ada|nsubj|2 met|ROOT|0 Merrin|obj|2"),
]


@pytest.mark.parametrize(("given", "name", "wanted"), CASES)
def test_people(tree, shown, given: str, name: tuple[int, int], wanted: str) -> None:
    found = tree(given, people=(name,))
    turn_people(found)
    assert shown(found) == wanted
