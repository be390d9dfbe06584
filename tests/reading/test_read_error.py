import pytest

from dateline.reading.read_error import ReadError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (ReadError("a.jsonl", "malformed JSON", 7), "a.jsonl, line 7: malformed JSON"),
        (ReadError("-", "the file is empty"), "-: the file is empty"),
    ],
)
def test_an_error_names_its_place(error, words):
    assert str(error) == words
