import pytest

from dateline.evaluate.counting import Found, Share, share


@pytest.mark.parametrize(
    ("found", "expected"),
    [
        (Found(3, 4, 6), (0.75, 0.5, 0.6)),
        (Found(0, 5, 5), (0.0, 0.0, 0.0)),
        (Found(0, 0, 5), (0.0, 0.0, 0.0)),
        (Found(0, 0, 0), (0.0, 0.0, 0.0)),
        (Found(2, 2, 2), (1.0, 1.0, 1.0)),
    ],
)
def test_precision_recall_f1(found: Found, expected: tuple[float, float, float]) -> None:
    assert (found.precision, found.recall, found.f1) == pytest.approx(expected)


def test_counts_add_up() -> None:
    assert Found(1, 2, 3) + Found(10, 20, 30) == Found(11, 22, 33)
    assert Share(1, 2) + Share(0, 3) == Share(1, 5)


def test_no_comparison_is_no_figure() -> None:
    assert Share().value is None
    assert share([]).value is None
    assert share([True, False, True, True]).value == 0.75
