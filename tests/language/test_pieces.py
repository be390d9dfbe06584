import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.pieces import DIGIT, LOWER, MARK, MIXED, TITLE, UPPER, Pieces, shape

VOCABULARY = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "strike", "##s", "re", "-", "elect", "##ed", "zur", "##ich", "'", "s"]


@pytest.fixture
def pieces() -> Pieces:
    return Pieces(VOCABULARY)


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("Strikes", ["strike", "##s"]),
        ("re-elected", ["re", "-", "elect", "##ed"]),
        ("Zürich", ["zur", "##ich"]),
        ("'s", ["'", "s"]),
        ("unseen", ["[UNK]"]),
        ("\u200d", ["[UNK]"]),
    ],
)
def test_pieces_of_a_word(pieces: Pieces, word: str, expected: list[str]) -> None:
    assert [VOCABULARY[i] for i in pieces(word)] == expected


def test_a_long_word_is_cut(pieces: Pieces) -> None:
    assert len(pieces("strike" + "s" * 50)) == 8


@given(st.text(min_size=1))
def test_every_word_has_pieces(word: str) -> None:
    assert Pieces(VOCABULARY)(word)


@pytest.mark.parametrize(
    ("word", "expected"),
    [("army", LOWER), ("Army", TITLE), ("NATO", UPPER), ("A", TITLE), ("McCoy", MIXED), ("2021", DIGIT), ("—", MARK)],
)
def test_shape(word: str, expected: int) -> None:
    assert shape(word) == expected
