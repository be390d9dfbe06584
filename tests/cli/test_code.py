import csv
import json
import os
from pathlib import Path

import pytest

from dateline.cli.main import run

STRIKE = "Aircraft struck an arms depot near Aleppo on Monday, the ministry said."


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(f"date 2024-05-15 {STRIKE}\n")
    return path


def test_cards(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["code", str(report)]) == 0
    shown = capsys.readouterr()
    assert "ASSAULT aerial" in shown.out
    assert "2024-05-13" in shown.out
    assert shown.err == ""


def test_why_adds_reasons(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["code", str(report)])
    plain = capsys.readouterr().out
    run(["code", str(report), "--why"])
    assert len(capsys.readouterr().out) > len(plain)


def test_json_goes_to_standard_output_alone(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    missing = tmp_path / "reprot.txt"
    assert run(["code", str(missing), str(report), "--json"]) == 1
    shown = capsys.readouterr()
    (line,) = shown.out.splitlines()
    record = json.loads(line)
    assert record["text"] == STRIKE
    assert (record["published"], record["published_from"]) == ("2024-05-15", "header")
    assert [event["event"] for event in record["events"]] == ["ASSAULT"]
    first, last = shown.err.splitlines()
    assert first == f"error: {missing}: there is no such file or folder (did you mean 'report.txt'?)"
    assert last == "1 document coded, 1 error"


def test_files(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines, table, page = tmp_path / "o.jsonl", tmp_path / "o.csv", tmp_path / "o.html"
    assert run(["code", str(report), "-o", str(lines), "--html", str(page)]) == 0
    assert run(["code", str(report), "-o", str(table)]) == 0
    shown = capsys.readouterr()
    assert shown.out == ""
    assert json.loads(lines.read_text())["text"] == STRIKE
    assert [row["event"] for row in csv.DictReader(table.open(newline=""))] == ["ASSAULT"]
    assert page.read_text().rstrip().endswith("</html>")


def test_options_reach_the_documents(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "rows.csv"
    rows.write_text(f"key,story\nk1,{json.dumps(STRIKE)}\n")
    options = ["--id-field", "key", "--text-field", "story", "--published", "2024-05-15", "--publisher", "Harbor News"]
    assert run(["code", str(rows), *options, "--json"]) == 0
    record = json.loads(capsys.readouterr().out)
    assert (record["id"], record["published"], record["publisher"]) == ("k1", "2024-05-15", "Harbor News")


def test_workers_keep_the_order(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    rows = tmp_path / "rows.jsonl"
    rows.write_text("".join(json.dumps({"id": n, "text": STRIKE}) + "\n" for n in range(9)) + "{\n")
    assert run(["code", str(rows), "--workers", "2", "--json"]) == 1
    shown = capsys.readouterr()
    records = [json.loads(line) for line in shown.out.splitlines()]
    assert [record["id"] for record in records] == [str(n) for n in range(9)]
    assert "rows.jsonl, line 10: malformed JSON" in shown.err
    bare = [{key: value for key, value in record.items() if key != "id"} for record in records]
    assert all(record == bare[0] for record in bare)


@pytest.mark.parametrize(
    ("arguments", "status", "message"),
    [
        ([], 2, "Missing argument 'INPUT...'"),
        (["x.txt", "--published", "soon"], 1, "'soon' is not a date"),
        (["x.txt", "-o", "out.xlsx"], 1, "the name should end in .jsonl or .ndjson or .csv"),
        (["x.txt", "-o", os.path.join("no-such-folder", "out.csv")], 1, "there is no folder"),
        (["x.txt", "--html", "out.txt"], 1, "the name should end in .html"),
        (["x.txt", "--workers", "0"], 2, "--workers"),
        (["x.txt", "--publishd", "x"], 2, "Did you mean"),
    ],
)
def test_a_wrong_command_line(
    arguments: list[str], status: int, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["code", *arguments]) == status
    assert message in capsys.readouterr().err


def test_an_input_is_never_overwritten(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = report.with_suffix(".jsonl")
    lines.write_text(json.dumps({"text": STRIKE}))
    assert run(["code", str(lines), "-o", str(lines)]) == 1
    assert "is an input as well" in capsys.readouterr().err
    assert json.loads(lines.read_text()) == {"text": STRIKE}


def test_a_missing_model_is_said_once(report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["code", str(report), str(report), "--model", str(tmp_path / "none")]) == 1
    errors = capsys.readouterr().err
    assert errors.count("error:") == 1
    assert str(tmp_path / "none") in errors


@pytest.mark.parametrize(
    ("model", "message"),
    [
        ("none", "there is no such folder; --model takes a model folder or spacy:PIPELINE"),
        ("spacy:en_nowhere_sm", "spaCy "),
    ],
)
def test_an_earlier_output_survives_a_model_that_cannot_be_had(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], model: str, message: str
) -> None:
    lines = tmp_path / "o.jsonl"
    lines.write_text("from before\n")
    assert run(["code", str(report), "-o", str(lines), "--model", model, "--workers", "2"]) == 1
    assert message in capsys.readouterr().err
    assert lines.read_text() == "from before\n"


def test_devices(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    import onnxruntime

    assert run(["code", str(report), "--json", "--device", "cpu"]) == 0
    assert capsys.readouterr().out
    assert run(["code", str(report), "--device", "tpu"]) == 2
    if "CUDAExecutionProvider" not in onnxruntime.get_available_providers():
        capsys.readouterr()
        assert run(["code", str(report), "--device", "cuda"]) == 1
        assert "onnxruntime has no working CUDAExecutionProvider here" in capsys.readouterr().err
