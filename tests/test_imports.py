"""Importing the package and asking for help must not load what only coding needs."""

import subprocess
import sys

import pytest

HEAVY = ("numpy", "onnxruntime", "tokenizers", "trafilatura", "htmldate", "rich", "torch", "lxml", "rapidfuzz", "spacy")


def loaded(program: str) -> set[str]:
    script = f"import sys\n{program}\nprint(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    return {name.partition(".")[0] for name in done.stdout.splitlines()[-1].split()}


def test_import_is_light() -> None:
    modules = loaded("import dateline")
    assert "msgspec" in modules
    assert modules.isdisjoint((*HEAVY, "click"))


def test_coding_loads_no_other_tool() -> None:
    program = "import dateline\ndateline.code('Envoys met in Oslo.')"
    assert loaded(program).isdisjoint(("spacy", "torch"))


@pytest.mark.parametrize("arguments", [["--help"], ["--version"]])
def test_help_is_light(arguments: list[str]) -> None:
    program = f"from dateline.cli.main import run\nassert run({arguments!r}) == 0"
    assert loaded(program).isdisjoint(HEAVY)


def test_the_public_names_are_all_there_and_sorted() -> None:
    import dateline

    assert sorted(dateline.__all__) == dateline.__all__
    assert all(hasattr(dateline, name) for name in dateline.__all__)
