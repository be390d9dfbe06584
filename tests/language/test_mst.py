from itertools import product

import numpy as np
import pytest

from dateline.language.mst import are_trees, best_tree, is_tree


def by_trying_all(scores: np.ndarray) -> float:
    size = len(scores)
    best = -np.inf
    for rest in product(range(size), repeat=size - 1):
        heads = np.array((0, *rest))
        if is_tree(heads):
            best = max(best, float(sum(scores[i, heads[i]] for i in range(1, size))))
    return best


@pytest.mark.parametrize("size", [2, 3, 4, 5])
def test_best_tree_is_as_good_as_the_best_of_all(size: int) -> None:
    random = np.random.default_rng(size)
    for _ in range(60):
        scores = random.normal(size=(size, size)) * random.choice([0.1, 5.0])
        heads = best_tree(scores)
        assert is_tree(heads)
        assert sum(scores[i, heads[i]] for i in range(1, size)) == pytest.approx(by_trying_all(scores))


def test_a_long_sentence_without_any_signal_still_gets_a_tree() -> None:
    assert is_tree(best_tree(np.zeros((300, 300))))


@pytest.mark.parametrize(
    ("heads", "tree"),
    [
        ([0, 0], True),
        ([0, 2, 0, 2], True),
        ([0, 0, 0, 2], False),  # two roots
        ([0, 2, 1, 0], False),  # a cycle beside the root
        ([0, 1, 0], False),  # a word that is its own head
        ([0, 2, 3, 1], False),  # no root
    ],
)
def test_is_tree(heads: list[int], tree: bool) -> None:
    assert is_tree(np.array(heads)) is tree


def test_padding_does_not_matter() -> None:
    heads = np.array([[0, 2, 0, 0, 0], [0, 2, 3, 4, 0]])
    assert are_trees(heads, np.array([3, 5])).tolist() == [True, True]
