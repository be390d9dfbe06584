import json
from pathlib import Path
from typing import Any

from dateline.train.anchored import from_frames, read_petrarch, read_plover
from dateline.train.examples import ANCHORS, IGNORE


def write(path: Path, *rows: dict[str, Any]) -> Path:
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_every_example_of_the_packs_has_its_anchor() -> None:
    examples = from_frames()
    kinds = {value for example in examples for value in example.marks["anchor"] if value > 0}
    assert kinds == set(range(1, len(ANCHORS)))
    marked = [sum(value > 0 for value in example.marks["anchor"]) for example in examples]
    assert max(marked) == 1
    # Those without are the non-examples and sentences beside the one with the anchor.
    assert 0 < marked.count(0) < marked.count(1)


def test_of_a_gold_record_only_the_marked_event_is_known(tmp_path: Path) -> None:
    text = "Rebels have bombed the port and fled."
    start = text.index("have")
    gold = {"event_type_2021": "ASSAULT", "spans": [{"start": start, "end": start + 11, "role": "event"}]}
    (example,) = read_plover(write(tmp_path / "p.jsonl", {"id": "1", "text": text, "gold": gold}))
    assault = ANCHORS.index("ASSAULT")
    by_word = dict(zip(example.forms, example.marks["anchor"], strict=True))
    assert by_word == {
        "Rebels": IGNORE, "have": IGNORE, "bombed": assault, "the": 0, "port": IGNORE, "and": 0, "fled": IGNORE, ".": 0,
    }  # fmt: skip
    assert example.kind == assault


def test_petrarch_tells_the_type_of_a_sentence(tmp_path: Path) -> None:
    def row(*kinds: str | None) -> dict[str, Any]:
        return {"text": "Arland met Borland.", "gold": {"events": [{"plover_2021": kind} for kind in kinds]}}

    found = read_petrarch(
        write(tmp_path / "p.jsonl", row("CONSULT", "CONSULT"), row("CONSULT", "AID"), row(None), row())
    )
    assert [example.kind for example in found] == [ANCHORS.index("CONSULT"), IGNORE]
    assert set(found[1].marks["anchor"]) == {0}
