"""The development data of a run: a folder of corpora, how many items of each are wanted, and who watches progress."""

import csv
import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

Item = dict[str, Any]


@dataclass(frozen=True)
class Data:
    """`limit` items of every corpus under `folder` (all of them when None). `seen` is called after each item."""

    folder: Path
    limit: int | None = None
    seen: Callable[[int, int], None] = lambda done, total: None

    def path(self, name: str) -> Path:
        """The file of that name under the folder."""
        return self.folder / name

    def items(self, name: str) -> Iterator[Item]:
        """The items of a JSON, JSON Lines file in order, reporting progress."""
        items = read_items(self.path(name))[: self.limit]
        for done, item in enumerate(items, start=1):
            yield item
            self.seen(done, len(items))

    def country_code(self, name: str) -> str | None:
        """ISO 3166-1 alpha-3 of a country name as GeoNames has it."""
        return _country_codes(self.path("geonames/countryInfo.txt")).get(name)


def read_items(path: Path) -> list[Item]:
    """All items of a file that holds a JSON array or one object a line."""
    raw = path.read_text(encoding="utf-8").strip()
    if raw.startswith("["):
        return json.loads(raw)
    return [json.loads(line) for line in raw.split("\n") if line.strip()]


def span(item: Item) -> tuple[int, int]:
    """The offsets of a gold span."""
    return item["start"], item["end"]


@cache
def _country_codes(path: Path) -> dict[str, str]:
    rows = csv.reader((line for line in path.open(encoding="utf-8") if not line.startswith("#")), delimiter="\t")
    return {row[4]: row[1] for row in rows if len(row) > 4}
