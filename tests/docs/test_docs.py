"""The docs are held to the code."""

import re
import subprocess
import sys
from pathlib import Path

import click
import pytest

from dateline.cli.main import COMMANDS, cli

ROOT = Path(__file__).resolve().parents[2]
PAGES = [ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md"))]


def test_the_generated_parts_are_what_the_code_says() -> None:
    command = [sys.executable, str(ROOT / "scripts" / "build_docs.py"), "--check"]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("name", list(COMMANDS))
def test_every_option_is_in_the_quick_start_or_its_own_page(name: str) -> None:
    words = "".join(page.read_text(encoding="utf-8") for page in PAGES)
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    options = [parameter.opts[0] for parameter in command.params if isinstance(parameter, click.Option)]
    missing = [option for option in options if f"`{option}" not in words and f" {option}" not in words]
    assert f"dateline {name}" in words
    assert not missing


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_lead_somewhere(page: Path) -> None:
    text = page.read_text(encoding="utf-8")
    for target in re.findall(r"\]\((?!https?://)([^)#\s]+)", text):
        assert (page.parent / target).exists(), target


def test_every_dependency_is_accounted_for() -> None:
    import tomllib

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    required = [*project["dependencies"], *(p for extra in project["optional-dependencies"].values() for p in extra)]
    names = {re.split(r"[\[<>=~ ]", requirement)[0] for requirement in required} - {"dateline"}
    page = (ROOT / "docs" / "dependencies.md").read_text(encoding="utf-8")
    assert {name for name in names if f"| {name} |" not in page} == set()


def test_the_page_on_confidence_tells_the_weights_that_the_coder_uses() -> None:
    from dateline.knowledge.confidence import load_confidence

    pack = load_confidence()
    page = (ROOT / "docs" / "confidence.md").read_text(encoding="utf-8")
    told = re.findall(r"^\| `(\w+)` \| .* \| ([+-]\d\.\d\d) \|$", page, re.MULTILINE)
    assert told == [(name, f"{weight:+.2f}") for name, weight in (*pack.event.items(), *pack.claim.items())]
    shares = re.findall(r"^\| (\w+) \| .* \| (\d\.\d\d) \| (\d+) \|$", page, re.MULTILINE)
    known = [(field, f"{s.right:.2f}", str(s.n)) for field, ways in pack.fields.items() for s in ways.values()]
    assert [row for row in shares if row[0] in pack.fields] == known
