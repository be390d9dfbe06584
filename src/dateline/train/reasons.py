"""Causal News Corpus (Tan et al. 2022): whether a sentence states a cause, and the words of cause, effect, signal."""

from pathlib import Path

from dateline.train.examples import REASONS, Example, blank
from dateline.train.texts import inside, locate, marked, read_rows


def read_causal_news(path: Path) -> list[Example]:
    """Every sentence. Of several relations the first marks a word; a signal outweighs the span that it stands in."""
    examples = []
    for row in read_rows(path):
        example = blank(row["text"].split(), row.get("doc") or row["id"])
        words = locate(row["text"], example.forms)
        assert words is not None
        values = [0] * len(words)
        for relation in reversed(row["gold"]["relations"]):
            for kind in REASONS[1:]:
                for i in inside(words, marked(relation[kind])):
                    values[i] = REASONS.index(kind)
        example.causal = int(row["gold"]["causal"])
        example.marks["reason"] = values
        examples.append(example)
    return examples
