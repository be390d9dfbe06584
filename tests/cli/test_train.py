"""What `dateline train` says before it trains; the training itself is in tests/train/test_run.py."""

import sys
from pathlib import Path

import pytest

from dateline.cli.main import run


def test_data_and_out_must_be_named(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train"]) == 2
    assert "--data" in capsys.readouterr().err


def test_a_folder_of_data_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["train", "--data", str(tmp_path / "absent"), "--out", str(tmp_path)]) == 2
    assert "absent" in capsys.readouterr().err


def test_without_the_extra_the_message_names_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "torch", None)
    for name in [m for m in sys.modules if m.startswith("dateline.train.")]:
        monkeypatch.delitem(sys.modules, name)
    assert run(["train", "--data", str(tmp_path), "--out", str(tmp_path / "out")]) == 1
    assert "pip install 'dateline[train]'" in capsys.readouterr().err
    assert not (tmp_path / "out").exists()


def test_the_files_that_a_folder_lacks_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    (tmp_path / "data" / "ud_ewt").mkdir(parents=True)
    (tmp_path / "data" / "ud_ewt" / "train.conllu").write_text("", encoding="utf-8")
    assert run(["train", "--data", str(tmp_path / "data"), "--out", str(tmp_path / "out")]) == 1
    message = capsys.readouterr().err
    assert "ud_gum/train.conllu" in message
    assert "re3d/train.jsonl" in message
    assert "ud_ewt/train.conllu" not in message
