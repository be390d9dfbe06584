"""Short texts made to be hard: the scorer that comes with the data is run as it is."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import msgspec
from coding import code
from data import Data, read_items

from dateline.evaluate.floors import Figure

SETS = ("status", "traps", "roles", "effects_reasons", "claims")
FILES = tuple(f"probes/dev/{name}.jsonl" for name in SETS)


def measure(data: Data) -> list[Figure]:
    """Every figure of the scorer, `set_measure`."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        sizes = {}
        with (folder / "predicted.jsonl").open("wb") as out:
            for set_, file in zip(SETS, FILES, strict=True):
                items = read_items(data.path(file))[: data.limit]
                (folder / f"{set_}.jsonl").write_text("\n".join(json.dumps(item) for item in items), encoding="utf-8")
                sizes[set_] = len(items)
                for item in data.items(file):
                    coded = code(item["text"], item.get("date"), id_=item["id"])
                    out.write(msgspec.json.encode(coded) + b"\n")
        scorer = data.path("probes/score_probes.py")
        command = [sys.executable, scorer, folder, folder / "predicted.jsonl", "--json", folder / "scores.json"]
        subprocess.run(command, check=True, capture_output=True)
        scores = json.loads((folder / "scores.json").read_text())
    return [
        Figure("probes", f"{set_}_{measure_}", value, n=sizes[set_])
        for set_, measures in scores.items()
        for measure_, value in measures.items()
    ]
