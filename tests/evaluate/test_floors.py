from pathlib import Path

import pytest

from dateline.errors import InputError, SettingError
from dateline.evaluate.floors import Figure, Floor, digest_of, falls, lowered, pinned, read_floors, write_floors

FLOORS = {"dates/span_f1": Floor(0.8, "d1"), "dates/value_f1": Floor(0.7, "d1")}


def figure(measure: str, value: float | None, digest: str = "d1") -> Figure:
    return Figure("dates", measure, value, n=100, digest=digest)


@pytest.mark.parametrize(
    ("seen", "words"),
    [
        (figure("span_f1", 0.8), None),
        (figure("span_f1", 0.796), None),
        (figure("span_f1", 0.79), "fell to 0.7900; its floor is 0.8000"),
        (figure("span_f1", None), "could not be measured"),
        (figure("span_f1", 0.9, "d2"), "other gold data"),
        (figure("unknown", 0.1), None),
    ],
)
def test_falls(seen: Figure, words: str | None) -> None:
    sentences = falls([seen], FLOORS)
    assert len(sentences) == (words is not None)
    assert all(words in sentence for sentence in sentences if words)


def test_pinning_raises_and_never_lowers() -> None:
    figures = [figure("span_f1", 0.85), figure("value_f1", 0.6), figure("recall", 0.5), figure("lost", None)]
    assert pinned(figures, FLOORS) == {
        "dates/span_f1": Floor(0.85, "d1"),
        "dates/value_f1": Floor(0.7, "d1"),
        "dates/recall": Floor(0.5, "d1"),
    }


def test_a_figure_without_a_floor_is_not_pinned() -> None:
    error = Figure("dates", "median_days", 3.0, n=9, digest="d1", floor=False)
    assert pinned([error], FLOORS) == FLOORS


def test_changed_gold_data_are_pinned_anew() -> None:
    assert pinned([figure("span_f1", 0.4, "d2")], FLOORS)["dates/span_f1"] == Floor(0.4, "d2")


def test_lowering_is_by_name_and_needs_a_measurement() -> None:
    assert lowered([figure("value_f1", 0.6)], FLOORS, "dates/value_f1")["dates/value_f1"] == Floor(0.6, "d1")
    with pytest.raises(SettingError, match="did you mean 'dates/value_f1'"):
        lowered([figure("value_f1", 0.6)], FLOORS, "dates/value")
    with pytest.raises(SettingError, match="not measured"):
        lowered([figure("value_f1", 0.6)], FLOORS, "dates/span_f1")


def test_floors_survive_the_file_one_to_a_line(tmp_path: Path) -> None:
    path = tmp_path / "floors.json"
    assert read_floors(path) == {}
    write_floors(path, FLOORS)
    assert read_floors(path) == FLOORS
    assert len(path.read_text().splitlines()) == 4
    path.write_text('{"a": 1}')
    with pytest.raises(InputError, match=r"floors\.json"):
        read_floors(path)


def test_the_digest_follows_content_and_order(tmp_path: Path) -> None:
    one, two = tmp_path / "one", tmp_path / "two"
    one.write_text("1")
    two.write_text("2")
    assert digest_of(one, two) != digest_of(two, one)
    before = digest_of(one)
    one.write_text("3")
    assert digest_of(one) != before
