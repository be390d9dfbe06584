"""Where words stand in a text: for sources that mark characters, and examples that count words."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from dateline.errors import TrainingError
from dateline.language.sentences import Spans, paragraphs, split_sentences
from dateline.language.tokens import tokenize


def read_rows(path: Path) -> Iterator[dict[str, Any]]:
    """The objects of a JSON Lines file."""
    with path.open(encoding="utf-8") as file:
        for number, line in enumerate(file, 1):
            if line.strip():
                try:
                    yield json.loads(line)
                except json.JSONDecodeError as error:
                    raise TrainingError(f"{path}:{number}: {error}") from error


def sentences_of(text: str) -> list[Spans]:
    """The words of every sentence of a raw text, as the program itself will cut it."""
    result: list[Spans] = []
    for start, end in paragraphs(text):
        tokens = tokenize(text, start, end)
        result += [tokens[first:last] for first, last in split_sentences(text, tokens)]
    return result


def locate(text: str, forms: list[str], start: int = 0) -> Spans | None:
    """The span of each form, one after the other from `start` on; None where one does not follow."""
    spans: Spans = []
    position = start
    for form in forms:
        while position < len(text) and text[position].isspace():
            position += 1
        if not text.startswith(form, position):
            return None
        spans.append((position, position + len(form)))
        position += len(form)
    return spans


def inside(words: Spans, spans: Spans) -> list[int]:
    """Which words overlap one of the spans."""
    return [i for i, (a, b) in enumerate(words) if any(a < end and start < b for start, end in spans)]


def marked(items: list[dict[str, Any]]) -> Spans:
    """The `(start, end)` of spans as the sources write them."""
    return [(item["start"], item["end"]) for item in items]
