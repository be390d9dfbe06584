"""``python -m dateline`` is the same program as ``dateline``, exit status included."""

import subprocess
import sys
from pathlib import Path


def module(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-m", "dateline", *arguments], capture_output=True, text=True, check=False)


def test_the_version_is_printed() -> None:
    done = module("--version")
    assert done.returncode == 0
    assert done.stdout.startswith("dateline ")


def test_an_unknown_command_ends_with_status_2() -> None:
    assert module("cod").returncode == 2


def test_a_missing_file_ends_with_status_1(tmp_path: Path) -> None:
    done = module("code", str(tmp_path / "absent.txt"))
    assert done.returncode == 1
    assert "absent.txt" in done.stderr
