"""Attributions as targets: heads of cues, roles of words, what GUM leaves unknown."""

import json
from pathlib import Path
from typing import Any

import pytest

from dateline.train.attributions import add_discourse, read_polnear
from dateline.train.examples import IGNORE, ROLES, Example, blank


def spans(text: str, *parts: str) -> list[dict[str, Any]]:
    return [{"start": text.index(part), "end": text.index(part) + len(part)} for part in parts]


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def named(example: Example, role: str) -> list[list[str]]:
    """The words of a role for every cue of the sentence."""
    return [[f for f, v in zip(example.forms, r.values, strict=True) if v == ROLES.index(role)] for r in example.roles]


def test_one_attribution(tmp_path: Path) -> None:
    text = "The mayor has repeatedly said that the bridge is safe. It rained."
    mark = {
        "source": spans(text, "The mayor"),
        "cue": spans(text, "has repeatedly said"),
        "content": spans(text, "that the bridge is safe"),
    }
    first, second = read_polnear(
        write(tmp_path / "p.jsonl", {"id": "d", "text": text, "gold": {"attributions": [mark]}})
    )
    assert first.document == "d"
    assert [first.forms[i] for i, v in enumerate(first.marks["cue"]) if v] == ["said"]
    assert named(first, "source") == [["The", "mayor"]]
    assert named(first, "cue") == [["has", "repeatedly", "said"]]
    assert named(first, "content") == [["that", "the", "bridge", "is", "safe"]]
    assert second.marks["cue"] == [0, 0, 0]
    assert second.roles == []


def test_a_content_ends_with_the_sentence_of_its_cue(tmp_path: Path) -> None:
    text = "“The road is open,” said the army. “It is safe.”"
    mark = {
        "source": spans(text, "the army"),
        "cue": spans(text, "said"),
        "content": spans(text, "“The road is open,”", "“It is safe.”"),
    }
    first, *rest = read_polnear(
        write(tmp_path / "p.jsonl", {"id": "d", "text": text, "gold": {"attributions": [mark]}})
    )
    assert "It" not in named(first, "content")[0]
    assert not any(example.roles for example in rest)


@pytest.mark.parametrize(
    ("cue", "head"),
    [
        ("did not say", "say"),
        ("is publicly calling for", "calling"),
        ("according to", "according"),
        ("will reply", "reply"),
        ("is", "is"),
        (":", ":"),
    ],
)
def test_the_head_of_a_cue(tmp_path: Path, cue: str, head: str) -> None:
    text = f"They {cue} more"
    mark = {"source": spans(text, "They"), "cue": spans(text, cue), "content": spans(text, "more")}
    (example,) = read_polnear(write(tmp_path / "p.jsonl", {"id": "d", "text": text, "gold": {"attributions": [mark]}}))
    assert [example.forms[role.cue] for role in example.roles] == [head]


def test_discourse_marks_the_unit_and_leaves_the_rest_unknown(tmp_path: Path) -> None:
    text = "I think they left when it rained . Good ."
    examples = [blank("I think they left when it rained .".split(), "GUM_x"), blank(["Good", "."], "GUM_x")]
    mark = {
        "polarity": "positive",
        "clause": spans(text, "I think")[0],
        "source": spans(text, "I"),
        "cue": spans(text, "think"),
        "content_head": spans(text, "they left"),
    }
    row = {"id": "gumdisc:GUM_x", "text": text, "gold": {"attributions": [mark]}}
    assert add_discourse(examples, write(tmp_path / "g.jsonl", row)) == 1
    assert examples[0].marks["speech"] == [0, 1, 0, 0, 0, 0, 0, 0]
    assert examples[0].roles[0].values == [1, 3, 2, 2, *[IGNORE] * 4]
    assert examples[1].marks["speech"] == [0, 0]


def test_a_clause_without_a_cue_hides_its_words(tmp_path: Path) -> None:
    text = "In my view they left ."
    example = blank(text.split(), "GUM_x")
    mark = {"clause": spans(text, "In my view")[0], "source": [], "cue": [], "content_head": spans(text, "they left")}
    row = {"id": "gumdisc:GUM_x", "text": text, "gold": {"attributions": [mark]}}
    assert add_discourse([example], write(tmp_path / "g.jsonl", row)) == 0
    assert example.marks["speech"] == [IGNORE, IGNORE, IGNORE, 0, 0, 0]


def test_a_document_without_annotation_keeps_its_targets_unknown(tmp_path: Path) -> None:
    example = blank(["Rain", "."], "GUM_y")
    add_discourse(
        [example], write(tmp_path / "g.jsonl", {"id": "gumdisc:GUM_x", "text": "Rain .", "gold": {"attributions": []}})
    )
    assert example.marks == {}
