"""The examples of the cue pack, read by the model that ships: [source], <cue>, {content}."""

from functools import cache

import pytest

from dateline.claims.attribution import find_attributions
from dateline.knowledge.cues import load_cues
from dateline.language import analyze
from dateline.records import Document
from dateline.resolving.entities import resolve

EXAMPLES = [(group.id, example) for group in load_cues().classes for example in group.examples]
ENOUGH = 0.93
"""Share of the examples that must come out right: the model is better than that, but no parser is right always."""


def read_example(example):
    """The text without marks, and the spans of each mark."""
    text, open_at, spans = "", {}, {"source": [], "cue": [], "content": []}
    names = {"[": "source", "<": "cue", "{": "content"}
    closing = {"]": "[", ">": "<", "}": "{"}
    for character in example:
        if character in names:
            open_at[character] = len(text)
        elif character in closing:
            start = open_at.pop(closing[character])
            spans[names[closing[character]]].append((start, len(text)))
        else:
            text += character
    assert not open_at, example
    return text, spans


def _covered(spans):
    return {n for a, b in spans for n in range(a, b)}


@cache
def _right(example):
    text, spans = read_example(example)
    document = Document(id="x", text=text)
    analysis = analyze(text)
    wanted = _covered(spans["content"])
    for found in find_attributions(document, analysis, resolve(document, analysis)):
        content = _covered(found.content)
        source = _covered([found.source_span] if found.source_span else [])
        cue = _covered([found.cue_span] if found.cue_span else [])
        if (
            len(wanted & content) >= 0.8 * max(len(wanted), len(content))
            and source & _covered(spans["source"])
            and cue & _covered(spans["cue"])
        ):
            return True
    return False


def test_examples_come_out_right():
    wrong = [example for _, example in EXAMPLES if not _right(example)]
    assert len(wrong) <= (1 - ENOUGH) * len(EXAMPLES), wrong


@pytest.mark.parametrize("id", ["say", "deny", "tell", "believe", "accordance", "accuse"])
def test_the_common_classes_are_all_right(id):
    assert [example for group, example in EXAMPLES if group == id and not _right(example)] == []
