import json
from pathlib import Path

from dateline.train.re3d import read_re3d

TEXT = "On Monday the Salt River Brigade left. Its guns stayed."


def row(license: str, *entities: tuple[str, str, float]) -> str:
    found = [
        {"start": TEXT.index(words), "end": TEXT.index(words) + len(words), "type": kind, "confidence": confidence}
        for words, kind, confidence in entities
    ]
    return json.dumps({"id": "1", "text": TEXT, "license": license, "gold": {"entities": found}})


def test_outermost_sure_mentions_of_free_documents(tmp_path: Path) -> None:
    path = tmp_path / "train.jsonl"
    path.write_text(
        row(
            "OGL v3.0",
            ("Monday", "Temporal", 1),
            ("the Salt River Brigade", "Organisation", 0.9),
            ("Salt River", "Location", 1),
            ("guns", "Weapon", 0.6),
            ("Its guns", "Vehicle", 0.2),
        )
        + "\n"
        + row("CC BY-NC 3.0 (non-commercial)", ("Monday", "Temporal", 1))
        + "\n",
        encoding="utf-8",
    )
    first, second = read_re3d(path)
    assert first.forms == ("On", "Monday", "the", "Salt", "River", "Brigade", "left", ".")
    assert first.mentions == ((1, 2, "time"), (2, 6, "organization"))
    assert second.mentions == ((1, 2, "weapon"),)
