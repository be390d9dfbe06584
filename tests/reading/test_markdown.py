import pytest

from dateline.errors import InputError
from dateline.reading.documents import ReadOptions
from dateline.reading.markdown import read_markdown, strip_markup

PAGE = b"""---
title: "Envoys meet"
date: 2024-05-15
publisher: Harbor News
tags: [talks]
---

# Envoys meet in the capital

**Envoys** of both sides *met* on [Tuesday](https://harbor.example/a_(b)).

> "We agreed," the spokesperson said.[^1]

- first item
- second item

![map](map.png)
[^1]: a note
"""


def test_front_matter_and_words() -> None:
    document = read_markdown(PAGE, options=ReadOptions(), source="a.md")
    assert (document.title, document.published, document.publisher) == ("Envoys meet", "2024-05-15", "Harbor News")
    assert document.published_from == "header"
    assert document.text.startswith(
        'Envoys meet in the capital\n\nEnvoys of both sides met on Tuesday.\n\n"We agreed," the spokesperson said.'
    )
    assert "- first item\n- second item" in document.text


def test_the_first_heading_is_the_title() -> None:
    document = read_markdown(b"## Talks *resume*\n\nEnvoys met.", options=ReadOptions(), source="a.md")
    assert document.title == "Talks resume"


@pytest.mark.parametrize(
    ("markdown", "words"),
    [
        ("snake_case_name stays", "snake_case_name stays"),
        ("__strong__ and _weak_", "strong and weak"),
        ("`code` and ~~gone~~", "code and gone"),
        ("a \\* b", "a * b"),
        ("5 * 3 * 2", "5 * 3 * 2"),
        ("Title\n=====\nText", "Title\n\nText"),
        ("<b>Bold</b> <https://a.example>", "Bold https://a.example"),
        ("| Town | Dead |\n|---|---|\n| Orvane | 3 |", "| Town | Dead |\n\n| Orvane | 3 |"),
        ("one\n\n***\n\ntwo", "one\n\ntwo"),
    ],
)
def test_markup(markdown: str, words: str) -> None:
    assert strip_markup(markdown) == words


def test_nothing_but_markup_is_empty() -> None:
    with pytest.raises(InputError, match="empty"):
        read_markdown(b"---\ntitle: x\n---\n\n", options=ReadOptions(), source="a.md")
