from io import BytesIO

import pytest

from dateline.errors import InputError
from dateline.reading.lines import open_lines


def lines(data, newline="\n"):
    return [
        (line.number, line.text, line.problem) for line in open_lines(BytesIO(data), head=data[:4096], newline=newline)
    ]


def test_numbered_lines():
    assert lines(b"one\n\nthree") == [(1, "one\n", None), (2, "\n", None), (3, "three", None)]


def test_a_bad_byte_spoils_its_own_line_only():
    (first, second, third) = lines(b"fine\nbro\xffken\nfine too\n")
    assert (first[2], third) == (None, (3, "fine too\n", None))
    assert second[:2] == (2, "")
    assert "not valid UTF-8" in second[2]


def test_a_line_beyond_the_limit_is_reported_and_passed_over(monkeypatch):
    monkeypatch.setattr("dateline.reading.lines.MAX_DOCUMENT_BYTES", 10)
    found = lines(b"short\n" + b"x" * 35 + b"\nafter\n")
    assert [(number, text) for number, text, _ in found] == [(1, "short\n"), (2, ""), (3, "after\n")]
    assert "longer than" in found[1][2]


def test_utf_16_with_its_mark():
    assert [text for _, text, _ in lines("Ośno\nDwa\n".encode("utf-16"))] == ["Ośno\n", "Dwa\n"]


def test_binary_data_is_no_table():
    with pytest.raises(InputError):
        lines(b"\x7fELF\x00\x00\x01" * 20)
