import json
from pathlib import Path

from dateline.train.examples import IGNORE, blank
from dateline.train.happenings import add_happened, read_meantime


def test_labels_of_verbs_where_the_annotators_agree(tmp_path: Path) -> None:
    text = "They left and may return or stay."
    predicates = [
        {"start": text.index(word), "end": text.index(word) + len(word), "label": label}
        for word, label in (("left", "happened"), ("return", "not_happened"), ("stay", "disagree"))
    ]
    path = tmp_path / "u.jsonl"
    path.write_text(json.dumps({"id": "uds:s-1", "text": text, "gold": {"predicates": predicates}}), encoding="utf-8")
    example = blank(["They", "left", "and", "may", "return", "or", "stay", "."])
    assert add_happened({"s-1": example}, path) == 2
    assert example.marks["happened"] == [IGNORE, 1, IGNORE, IGNORE, 0, IGNORE, IGNORE, IGNORE]


def test_a_sentence_that_is_not_there_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "u.jsonl"
    path.write_text(json.dumps({"id": "uds:s-2", "text": "a", "gold": {"predicates": []}}), encoding="utf-8")
    assert add_happened({}, path) == 0


def test_the_scale_of_meantime(tmp_path: Path) -> None:
    text = "sold bought planned doubted"
    values = {"sold": 3, "bought": 1, "planned": 0, "doubted": -3}
    events = [{"start": text.index(w), "end": text.index(w) + len(w), "value": v} for w, v in values.items()]
    path = tmp_path / "m.jsonl"
    path.write_text(json.dumps({"id": "1", "text": text, "gold": {"events": events}}), encoding="utf-8")
    (example,) = read_meantime(path)
    assert example.marks["happened"] == [1, IGNORE, 0, 0]
