import io
import json
import sys
from pathlib import Path

import pytest

from dateline.cli.main import run

TEXT = "Rebels shelled the town of Marhit on Monday, the mayor said. The weather was fine."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(f"date 2024-05-15 {TEXT}\n")
    return path


def test_the_whole_text(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(report)]) == 0
    shown = capsys.readouterr()
    assert "sentence 1 of 2" in shown.out
    assert "sentence 2 of 2" in shown.out
    assert "names e1 ASSAULT" in shown.out
    assert "no event: no entry fits" in shown.out
    assert shown.err == ""


def test_one_sentence(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(report), "--sentence", "2"]) == 0
    shown = capsys.readouterr().out
    assert "sentence 2 of 2" in shown
    assert "sentence 1 of 2" not in shown


@pytest.mark.parametrize(("option", "id_"), [("--event", "e1"), ("--claim", "c1")])
def test_one_record(report: Path, option: str, id_: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(report), option, id_]) == 0
    shown = capsys.readouterr().out
    assert f"\n{id_} " in shown
    assert "sentence 2 of 2" not in shown


def test_json(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(report), "--sentence", "1", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (sentence,) = told["sentences"]
    assert sentence["text"] == "Rebels shelled the town of Marhit on Monday, the mayor said."
    assert [word["form"] for word in sentence["words"]][:2] == ["Rebels", "shelled"]
    (event,) = told["events"]
    assert event["record"]["event"] == "ASSAULT"
    assert {"event", "actors", "status"} <= {field["field"] for field in event["fields"]}


def test_options_of_code(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["explain", str(report), "--published", "2024-05-22", "--publisher", "Harbor News", "--json"])
    assert json.loads(capsys.readouterr().out)["published"] == "2024-05-22"


def test_standard_input(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(TEXT.encode()))))
    assert run(["explain", "-", "--event", "e1"]) == 0
    assert "e1 ASSAULT" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("options", "message"),
    [
        (["--sentence", "9"], "there is no sentence 9: the text has 2 sentences"),
        (["--event", "e7"], "there is no event 'e7'; there is e1"),
        (["--claim", "zzz"], "there is no claim 'zzz'; there is c1"),
        (["--document", "other"], "there is no document 'other'"),
    ],
)
def test_what_is_not_there(report: Path, options: list[str], message: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(report), *options]) == 1
    assert f"error: {message}" in capsys.readouterr().err


def test_no_events_at_all(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "calm.txt"
    path.write_text("The weather was fine.")
    assert run(["explain", str(path), "--event", "e1"]) == 1
    assert capsys.readouterr().err == "error: there is no event 'e1': the text has no events\n"


def test_one_selection_only(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(report), "--event", "e1", "--sentence", "1"]) == 2
    assert "--sentence and --event cannot be used together" in capsys.readouterr().err


def test_a_file_of_several_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "two.jsonl"
    path.write_text("".join(json.dumps({"id": f"d{n}", "text": TEXT}) + "\n" for n in (1, 2)))
    assert run(["explain", str(path), "--sentence", "1"]) == 1
    assert "holds 2 documents (d1, d2): choose one with --document ID" in capsys.readouterr().err
    assert run(["explain", str(path), "--sentence", "1", "--document", "d2", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["id"] == "d2"


def test_a_missing_file(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["explain", str(tmp_path / "none.txt")]) == 1
    assert "there is no such file or folder" in capsys.readouterr().err
