"""The example output of the README is what the program prints."""

import re
import shlex
import subprocess
import sys
from pathlib import Path

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_example_is_true() -> None:
    block = re.search(
        r"```console\n\$ echo (\"[^\n]*\") \| dateline ([^\n]*)\n(.*?)\n```", README.read_text(encoding="utf-8"), re.S
    )
    assert block is not None
    (text,) = shlex.split(block[1])
    command = [sys.executable, "-m", "dateline.cli.main", *shlex.split(block[2])]
    environment = {"COLUMNS": "80", "PYTHONIOENCODING": "utf-8", "PYTHONPATH": ":".join(sys.path)}
    done = subprocess.run(command, input=text.encode(), capture_output=True, check=True, env=environment)
    assert [line.rstrip() for line in done.stdout.decode().splitlines()] == block[3].splitlines()
