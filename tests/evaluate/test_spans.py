import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.evaluate.counting import Found
from dateline.evaluate.spans import common, exact, kilometers, one_to_one, overlapping

spans = st.lists(st.tuples(st.integers(0, 40), st.integers(1, 9)).map(lambda p: (p[0], p[0] + p[1])), max_size=8)


def test_exact_counts_each_as_often_as_on_both_sides() -> None:
    assert exact([(0, 3), (0, 3), (5, 8)], [(0, 3), (5, 9)]) == Found(1, 2, 3)
    assert exact(["a", "a"], ["a", "a", "a"]) == Found(2, 3, 2)


def test_overlap_takes_the_longest_common_part_first() -> None:
    # (0, 10) shares more with (2, 10) than with (0, 3), which is left for (0, 1).
    assert overlapping([(0, 1), (0, 10)], [(0, 3), (2, 10)]) == Found(2, 2, 2)
    assert overlapping([(0, 10)], [(0, 3), (4, 10)]) == Found(1, 2, 1)
    assert overlapping([(0, 5)], [(5, 9)]) == Found(0, 1, 1)


@given(spans, spans)
def test_pairs_use_each_side_once(gold: list[tuple[int, int]], predicted: list[tuple[int, int]]) -> None:
    pairs = one_to_one(gold, predicted, common)
    assert len({i for i, _ in pairs}) == len({j for _, j in pairs}) == len(pairs)
    assert all(common(gold[i], predicted[j]) > 0 for i, j in pairs)


@given(spans)
def test_a_perfect_prediction_is_found(gold: list[tuple[int, int]]) -> None:
    assert exact(gold, gold) == overlapping(gold, gold) == Found(len(gold), len(gold), len(gold))


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((0.0, 0.0), (0.0, 0.0), 0.0),
        ((0.0, 0.0), (0.0, 180.0), 20015.1),
        ((52.52, 13.405), (48.8566, 2.3522), 877.5),
        ((0.0, 179.5), (0.0, -179.5), 111.2),
    ],
)
def test_kilometers(one: tuple[float, float], other: tuple[float, float], expected: float) -> None:
    assert kilometers(one, other) == pytest.approx(expected, abs=0.6)
