import io
import re

import pytest
from rich.console import Console

from dateline.export.explained import show_explanation
from dateline.export.explaining import explain
from dateline.pipeline import Traced, trace_document
from dateline.records import Document


def shown(traced: Traced, *, width: int = 80, **what: object) -> str:
    console = Console(file=io.StringIO(), width=width, highlight=False)
    told = explain(traced.coded, traced.analysis, traced.resolution, **what)  # type: ignore[arg-type]
    show_explanation(told, console)
    text: str = console.file.getvalue()  # type: ignore[attr-defined]
    return "\n".join(line.rstrip() for line in text.splitlines())


def test_a_sentence(traced: Traced) -> None:
    text = shown(traced, sentence=1)
    assert "sentence 1 of 4 · report.txt" in text
    assert re.search(r"^ 1  [│ ]*╭── Rebels +NOUN +nsubj +e1 actors$", text, re.MULTILINE)
    assert "shelled: names e1 ASSAULT heavy-weapons" in text
    assert "said: signals c1" in text
    assert "← “Rebels”" in text
    assert "told as a fact" in text


def test_a_sentence_without_an_event(traced: Traced) -> None:
    assert "no event: no entry fits" in shown(traced, sentence=2)
    assert "airstrike: names no event: 'airstrike' only describes 'victims'" in shown(traced, sentence=4)


def test_a_record_is_told_once(traced: Traced) -> None:
    text = shown(traced)
    assert text.count("\ne1 ASSAULT heavy-weapons") == text.count("e1 ASSAULT heavy-weapons: see sentence") + 1


@pytest.mark.parametrize("width", [40, 80, 160])
def test_no_line_is_wider_than_the_terminal(width: int) -> None:
    nested = " ".join(f"the aide of the friend {n} of" for n in range(12))
    text = f"Officials said that {nested} the general, whose troops shelled Marhit on Monday, had left the country."
    long = trace_document(Document(id="d", text=text))
    assert max(len(line) for line in shown(long, width=width).splitlines()) <= width
