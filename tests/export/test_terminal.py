import io

import pytest
from rich.console import Console

from dateline.export.terminal import show
from dateline.records import CodedDocument


def shown(document: CodedDocument, *, why: bool = False, width: int = 100, color: bool = False) -> str:
    console = Console(file=io.StringIO(), width=width, force_terminal=color, highlight=False)
    show(document, console, why=why)
    return console.file.getvalue()  # type: ignore[attr-defined]


def test_cards(sample: CodedDocument) -> None:
    text = shown(sample)
    assert "e1 ASSAULT aerial" in text
    assert "2024-05-13, evening" in text
    assert "Marhit (SYR, near it)" in text
    assert "[Aircraft of the Northern Coalition] [struck] [an arms depot]" in text
    assert "2 events, 1 claim, 3 sentences" in text
    assert "frame assault.strike" not in text


def test_why(sample: CodedDocument) -> None:
    text = shown(sample, why=True)
    assert "frame assault.strike" in text
    assert "no word in it names a political act" in text


@pytest.mark.parametrize("width", [40, 80, 200])
def test_no_line_is_wider_than_the_terminal(sample: CodedDocument, width: int) -> None:
    assert max(len(line) for line in shown(sample, why=True, width=width).splitlines()) <= width


def test_colors_replace_brackets(sample: CodedDocument) -> None:
    text = shown(sample, color=True)
    assert "\x1b[" in text
    assert "[struck]" not in text
