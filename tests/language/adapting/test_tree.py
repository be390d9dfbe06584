import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.adapting.tree import as_tree


@pytest.mark.parametrize(
    ("heads", "sound"),
    [
        ([], []),
        ([-1], [-1]),
        ([1, -1, 1], [1, -1, 1]),
        ([-1, -1, 1], [-1, 0, 1]),
        ([0, 9], [-1, 0]),
        ([1, 0], [-1, 0]),
        ([1, 2, 1, -1], [1, 3, 1, -1]),
    ],
)
def test_heads_become_one_tree(heads: list[int], sound: list[int]) -> None:
    assert as_tree(heads) == sound


@given(st.lists(st.integers(-2, 12), min_size=1, max_size=12))
def test_any_heads_become_one_tree(heads: list[int]) -> None:
    sound = as_tree(heads)
    assert sound.count(-1) == 1
    for i in range(len(sound)):
        seen = set()
        while i >= 0:
            assert i not in seen
            seen.add(i)
            i = sound[i]


def test_replace_moves_the_word_and_all_that_hung_beside_it(tree, shown) -> None:
    given = tree("They|PRP|nsubj|2 stayed|VBD|ROOT|0 in|IN|prep|2 old|JJ|amod|5 Oslo|NNP|pobj|3")
    given.replace(2, 4, rel="case")
    assert shown(given) == "They|nsubj|2 stayed|ROOT|0 in|case|5 old|amod|5 Oslo|prep|2"
    given.replace(1, 4, rel="dep")
    assert shown(given) == "They|nsubj|5 stayed|dep|5 in|case|5 old|amod|5 Oslo|ROOT|0"


def test_attach_closes_no_circle(tree) -> None:
    given = tree("They|PRP|nsubj|2 stayed|VBD|ROOT|0")
    given.attach(1, 0)
    assert given.heads == [1, -1]
    assert given.children(1) == [0]


def test_words_come_before_their_heads(tree) -> None:
    given = tree("They|PRP|nsubj|2 stayed|VBD|ROOT|0 in|IN|prep|2 old|JJ|amod|5 Oslo|NNP|pobj|3")
    order = given.deepest_first()
    assert sorted(order) == list(range(5))
    assert all(order.index(i) < order.index(head) for i, head in enumerate(given.heads) if head >= 0)
