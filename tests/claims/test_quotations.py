"""Quotation marks: pairing, nesting, paragraphs, apostrophes, marks without a partner."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.claims.quotations import Quotations, find_quotations


def _read(text: str) -> Quotations:
    paragraphs, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            paragraphs.append((at, at + len(line)))
        at += len(line) + 1
    return find_quotations(text, tuple(paragraphs))


def _outer(text: str) -> list[list[str]]:
    return [[text[a:b] for a, b in q.parts] for q in _read(text).items if q.depth == 0]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We hold the pass," he said.', [['"We hold the pass,"']]),
        ("“We hold the pass,” he said. “Come back.”", [["“We hold the pass,”"], ["“Come back.”"]]),
        ('He said: "Go."', [['"Go."']]),
        ("‘We hold it,’ he said.", [["‘We hold it,’"]]),
        ("'We hold it,' he said.", [["'We hold it,'"]]),
        ("«We hold it», he said.", [["«We hold it»"]]),
        ("The soldiers' barracks and the mayor's office", []),
        ("It's the boys' house, the '90s and rock 'n' roll.", []),
        ("Dae’sh and Da’esh fought on", []),
        ("'The boys' house is gone,' she said.", [["'The boys' house is gone,'"]]),
        ('He called it "a farce" and "a trap".', [['"a farce"'], ['"a trap"']]),
        ('A 6" gun was seen.', []),
        ('The "broken mark stays alone.', []),
        ('"The mark opened the paragraph but never closed.', [['"The mark opened the paragraph but never closed.']]),
        ('"One."\n"Two."', [['"One."'], ['"Two."']]),
        ("“One.\n“Two.\n“Three.”\nFour.", [["“One.", "“Two.", "“Three.”"]]),
        ('"One.\n\n"Two." he said', [['"One.', '"Two."']]),
        ("“One.\nTwo.", [["“One."]]),
        ('"""We stay,"" he said. ""Go."""\n"The end"', [['""We stay,""'], ['""Go.""']]),
        ("''We stay,'' he said.", [["''We stay,''"]]),
    ],
)
def test_outer_quotations(text: str, expected: list[list[str]]) -> None:
    assert _outer(text) == expected


def test_nested_quotation_has_depth() -> None:
    text = "“He told us, ‘Leave now,’ and left,” she said."
    found = [(text[q.start : q.end], q.depth) for q in _read(text).items]
    assert found == [("“He told us, ‘Leave now,’ and left,”", 0), ("‘Leave now,’", 1)]


def test_lookup() -> None:
    text = 'He said "no" and "never".'
    quotes = _read(text)
    assert quotes.at(text.index("no")) == 0
    assert quotes.at(text.index("and")) is None
    assert quotes.quoted(0, len(text)) == len('"no"') + len('"never"')
    assert quotes.inside(0, len(text)) == (0, 1)


@given(st.text(alphabet="ab .,\n\"'“”‘’„«»-", max_size=60))
def test_any_marks_give_ordered_parts_inside_the_text(text: str) -> None:
    quotes = _read(text)
    for q in quotes.items:
        assert all(0 <= a < b <= len(text) for a, b in q.parts)
        assert all(x[1] <= y[0] for x, y in zip(q.parts, q.parts[1:], strict=False))
    assert list(quotes.starts) == sorted(quotes.starts)
    assert all(x[1] <= y[0] for x, y in zip(quotes.parts, quotes.parts[1:], strict=False))
