from pathlib import Path

import pytest

from dateline.cli.main import run
from dateline.export.jsonl import to_line
from dateline.records import CodedDocument


@pytest.fixture
def coded(tmp_path: Path, sample: CodedDocument) -> Path:
    path = tmp_path / "coded.jsonl"
    path.write_bytes(to_line(sample) * 2)
    return path


def test_cards_again(coded: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", str(coded), "--why"]) == 0
    shown = capsys.readouterr().out
    assert shown.count("e1 ASSAULT aerial") == 2
    assert "frame assault.strike" in shown


def test_other_forms(coded: Path, tmp_path: Path) -> None:
    page, table = tmp_path / "p.html", tmp_path / "t.csv"
    assert run(["show", str(coded), "--html", str(page), "-o", str(table)]) == 0
    assert page.read_text().count('class="document"') == 2
    assert len(table.read_text().splitlines()) == 5


def test_errors(coded: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["show", str(tmp_path / "codde.jsonl")]) == 1
    assert "there is no such file (did you mean 'coded.jsonl'?)" in capsys.readouterr().err
    coded.write_bytes(coded.read_bytes() + b'{"text": 1}\n')
    assert run(["show", str(coded)]) == 1
    assert "coded.jsonl, line 3: not a coded document" in capsys.readouterr().err
    coded.write_bytes(b"")
    assert run(["show", str(coded)]) == 1
    assert "holds no coded document" in capsys.readouterr().err
