from hypothesis import given
from hypothesis import strategies as st

from dateline.export.runs import cut_runs


def test_overlapping_marks_are_cut() -> None:
    runs = cut_runs([((0, 5), "a"), ((3, 8), "b"), ((3, 5), "c")], start=0, end=10)
    assert [(run.start, run.end, run.keys) for run in runs] == [
        (0, 3, ("a",)),
        (3, 5, ("a", "b", "c")),
        (5, 8, ("b",)),
        (8, 10, ()),
    ]


def test_marks_are_clipped_to_the_stretch() -> None:
    runs = cut_runs([((0, 5), "a"), ((9, 20), "b"), ((30, 31), "c")], start=3, end=12)
    assert [(run.start, run.end, run.keys) for run in runs] == [(3, 5, ("a",)), (5, 9, ()), (9, 12, ("b",))]


def test_an_empty_stretch() -> None:
    assert cut_runs([((0, 5), "a")], start=4, end=4) == []


@given(st.lists(st.tuples(st.integers(0, 40), st.integers(0, 40)), max_size=12))
def test_runs_cover_the_text_and_know_their_marks(spans: list[tuple[int, int]]) -> None:
    marks = list(zip(spans, range(len(spans)), strict=True))
    runs = cut_runs(marks, start=0, end=40)
    assert [position for run in runs for position in range(run.start, run.end)] == list(range(40))
    for run in runs:
        for position in range(run.start, run.end):
            assert set(run.keys) == {number for (start, end), number in marks if start <= position < end}
