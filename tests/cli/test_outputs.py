import csv
import json
from pathlib import Path

import pytest

from dateline.cli.outputs import check_output, file_writer, page_writer, refuse_overwriting_inputs
from dateline.errors import SettingError
from dateline.records import CodedDocument


def test_json_lines_are_whole_after_every_document(tmp_path: Path, sample: CodedDocument) -> None:
    path = tmp_path / "out.jsonl"
    with file_writer(path) as write:
        write(sample)
        assert json.loads(path.read_text())["id"] == sample.id
        write(sample)
    assert len(path.read_text().splitlines()) == 2


def test_a_table_has_a_row_an_event(tmp_path: Path, sample: CodedDocument) -> None:
    path = tmp_path / "out.CSV"
    with file_writer(path) as write:
        write(sample)
    with open(path, encoding="utf-8", newline="") as stream:
        rows = list(csv.DictReader(stream))
    assert [row["event"] for row in rows] == [event.event for event in sample.events]


def test_a_page_is_closed_even_if_the_run_breaks_off(tmp_path: Path, sample: CodedDocument) -> None:
    path = tmp_path / "out.html"

    def interrupted() -> None:
        with page_writer(path) as write:
            write(sample)
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert path.read_text(encoding="utf-8").rstrip().endswith("</html>")


@pytest.mark.parametrize(
    ("name", "part"),
    [
        ("out.json", "did you mean '.jsonl'"),
        ("out", "should end in .jsonl or .csv"),
        ("folder.jsonl", "this is a folder"),
        ("nowhere/out.jsonl", "there is no folder"),
    ],
)
def test_a_file_that_cannot_be_written_is_told_before_the_work(tmp_path: Path, name: str, part: str) -> None:
    (tmp_path / "folder.jsonl").mkdir()
    with pytest.raises(SettingError) as error:
        check_output(tmp_path / name, (".jsonl", ".csv"))
    assert part in str(error.value)


def test_an_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    refuse_overwriting_inputs([path], (str(path), "-"))
    path.write_text("{}")
    refuse_overwriting_inputs([tmp_path / "b.jsonl"], (str(path), "-"))
    with pytest.raises(SettingError, match="is an input as well"):
        refuse_overwriting_inputs([path], ("-", str(tmp_path / "." / "a.jsonl")))
