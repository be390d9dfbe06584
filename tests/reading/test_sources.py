from pathlib import Path

import pytest

from dateline.reading.sources import FORMATS, find_files, format_of


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.TXT", "text"),
        ("a.md", "markdown"),
        ("a.HTM", "html"),
        ("a.ndjson", "jsonl"),
        ("a", "text"),
        ("a.log", "text"),
    ],
)
def test_format(name: str, expected: str) -> None:
    assert format_of(Path(name)) == expected


def test_a_dash_comes_through_and_a_named_file_is_taken_whatever_its_suffix(tmp_path: Path) -> None:
    odd = tmp_path / "report.log"
    odd.write_text("Envoys met.")
    assert list(find_files(["-", odd])) == [Path("-"), odd]
    assert ".log" not in FORMATS
