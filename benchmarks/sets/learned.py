"""What the learned scores bring: the figures that they can move, coded with them and without."""

import coding
from data import Data

from dateline.evaluate.floors import Figure
from sets import gold_records, gum_discourse, polnear, uds

PARTS = {
    gold_records: ("events_f1", "records", "status", "claims_f1", "claim_source"),
    gum_discourse: ("attribution_f1",),
    polnear: ("soft_f1", "soft_precision", "soft_recall"),
    uds: ("macro_f1",),
}
FILES = tuple(file for part in PARTS for file in part.FILES)


def measure(data: Data) -> list[Figure]:
    """Each figure twice, `_with` and `_without`."""
    found = {"with": _figures(data)}
    with coding.without_marks():
        found["without"] = _figures(data)
    return [
        Figure("learned", f"{set_}_{measure}_{how}", value, n=n)
        for pair in zip(*found.values(), strict=True)
        for how, (set_, measure, value, n) in zip(found, pair, strict=True)
    ]


def _figures(data: Data) -> list[tuple[str, str, float | None, int]]:
    return [
        (figure.set, figure.measure, figure.value, figure.n)
        for part, names in PARTS.items()
        for figure in part.measure(data)
        if figure.measure in names
    ]
