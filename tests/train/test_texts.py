from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.errors import TrainingError
from dateline.train.texts import inside, locate, read_rows, sentences_of


def test_rows_and_the_line_that_is_none(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"a": 1}\n\n{"a": 2}\n', encoding="utf-8")
    assert list(read_rows(path)) == [{"a": 1}, {"a": 2}]
    path.write_text('{"a": 1}\n{"a"\n', encoding="utf-8")
    with pytest.raises(TrainingError, match=r"a\.jsonl:2"):
        list(read_rows(path))


def test_sentences_with_the_spans_of_their_words() -> None:
    text = "Troops left.\nThe town is calm."
    assert [[text[a:b] for a, b in words] for words in sentences_of(text)] == [
        ["Troops", "left", "."],
        ["The", "town", "is", "calm", "."],
    ]


@given(st.lists(st.text("abcé’", min_size=1, max_size=4), min_size=1, max_size=8), st.text(" \n", max_size=3))
def test_forms_are_found_where_they_stand(forms: list[str], gap: str) -> None:
    text = gap.join(forms)
    spans = locate(text, forms)
    assert spans is not None
    assert [text[a:b] for a, b in spans] == forms


def test_forms_that_do_not_follow() -> None:
    assert locate("one two", ["one", "three"]) is None
    assert locate("one two", ["two"], 3) == [(4, 7)]


def test_words_that_overlap_a_span() -> None:
    assert inside([(0, 3), (4, 7), (8, 9)], [(2, 5)]) == [0, 1]
    assert inside([(0, 3)], [(3, 5)]) == []
