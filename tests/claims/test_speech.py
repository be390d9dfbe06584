"""Which quotations stand for themselves."""

import pytest

from dateline.claims.speech import sentence_heads, speech_of


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('"We hold the pass," the general said. "Nobody will leave."', [True, True]),
        ('The envoy said: "We will stay."', [True]),
        ('The minister called the vote "a farce".', [False]),
    ],
)
def test_speech(reading, text, expected):
    _, layout = reading(text)
    assert [speech_of(layout, n) is not None for n in range(len(layout.quotes.items))] == expected


def test_speech_knows_its_place(reading):
    _, layout = reading('"We hold the pass," the general said. "Nobody will leave."')
    first, second = (speech_of(layout, n) for n in range(2))
    assert (first.opens, first.final, first.starts_paragraph) == (True, ",", True)
    assert (second.opens, second.final, second.starts_paragraph) == (True, ".", False)


def test_sentence_heads(reading):
    _, layout = reading('"We hold the pass," the general said. "Nobody will leave."')
    assert sentence_heads(layout, layout.quotes.items[1].parts) == ((1, 3),)
