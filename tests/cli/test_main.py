import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from dateline.cli.main import COMMANDS, run


def test_help_lists_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--help"]) == 0
    shown = capsys.readouterr().out
    for name, row in COMMANDS.items():
        assert f"  {name} " in shown
        assert row.help in " ".join(shown.split())


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_command_loads_and_explains_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([name, "--help"]) == 0
    assert f"dateline {name} [OPTIONS]" in capsys.readouterr().out


def test_an_unknown_command_names_the_nearest(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["cod"]) == 2
    assert "there is no command 'cod' (did you mean 'code'?)" in capsys.readouterr().err


def test_version(capsys: pytest.CaptureFixture[str]) -> None:
    assert run(["--version"]) == 0
    assert capsys.readouterr().out.startswith("dateline ")


@pytest.mark.skipif(os.name == "nt", reason="signals of Unix")
def test_an_interrupt_ends_with_130_and_keeps_what_was_written(tmp_path: Path) -> None:
    out = tmp_path / "out.jsonl"
    command = [sys.executable, "-m", "dateline.cli.main", "code", "-", "-o", str(out)]
    process = subprocess.Popen(command, stdin=subprocess.PIPE, stderr=subprocess.PIPE)
    assert process.stdin is not None
    # The writer stays open: the command waits for more when it is interrupted.
    process.stdin.write(b'{"text": "Envoys met in Oslo."}\n' * 2000)
    process.stdin.flush()
    for _ in range(600):
        if out.exists() and out.stat().st_size:
            break
        try:
            process.wait(0.1)
        except subprocess.TimeoutExpired:
            continue
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=60)
    assert process.returncode == 130
    assert b"interrupted" in errors
    assert b"Traceback" not in errors
    lines = out.read_bytes()
    assert lines.endswith(b"\n")
    assert lines.count(b"Envoys met in Oslo.") == lines.count(b"\n") > 0
