import json
from pathlib import Path

from dateline.train.examples import REASONS
from dateline.train.reasons import read_causal_news


def test_cause_effect_and_the_signal_inside(tmp_path: Path) -> None:
    text = "Shops closed because of the floods ."

    def span(words: str) -> list[dict[str, int]]:
        return [{"start": text.index(words), "end": text.index(words) + len(words)}]

    relation = {"cause": span("because of the floods"), "effect": span("Shops closed"), "signal": span("because of")}
    rows = [
        {"id": "1", "doc": "d", "text": text, "gold": {"causal": 1, "relations": [relation]}},
        {"id": "2", "text": "It rained .", "gold": {"causal": 0, "relations": []}},
    ]
    path = tmp_path / "c.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    one, other = read_causal_news(path)
    assert [REASONS[v] for v in one.marks["reason"]] == [
        "effect", "effect", "signal", "signal", "cause", "cause", "none",
    ]  # fmt: skip
    assert (one.causal, one.document, other.causal, other.document) == (1, "d", 0, "2")
