"""Fit the confidence of records on development data and tell how well it keeps its word.

python benchmarks/confidence.py --data DIR            fit and print the tables
python benchmarks/confidence.py --data DIR --write    also write confidence.toml and the tables in docs/confidence.md
"""

from collections import defaultdict
from pathlib import Path

import click
from data import Data
from samples import HOME, FieldSample, collect

from dateline.claims.confidence import FEATURES as OF_CLAIMS
from dateline.evaluate.calibration import (
    Sample,
    brier,
    calibration_error,
    cross_validated,
    fit,
    ranking,
    reliability,
)
from dateline.events.confidence import FEATURES as OF_EVENTS
from dateline.events.confidence import WAYS
from dateline.knowledge.confidence import Share

ROOT = Path(__file__).parents[1]
PACK = ROOT / "src/dateline/knowledge/data/confidence.toml"
PAGE = ROOT / "docs/confidence.md"
BEGIN, END = "<!-- Made by benchmarks/confidence.py: begin -->", "<!-- end -->"
EDGES = (0.0, 0.5, 0.6, 0.7, 0.8, 0.9, 1.0)
PRIOR = 5
"""How many cases of the field's mean a way is given on top of its own."""

Shares = dict[str, dict[str, Share]]


@click.command(help=__doc__)
@click.option("--data", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--limit", type=click.IntRange(min=1), help="The first N items of every corpus. For a quick look.")
@click.option("--write", is_flag=True, help="Write the pack and the tables of the page.")
def main(folder: Path, limit: int | None, write: bool) -> None:
    if write and limit:
        raise click.UsageError("--limit looks at a part: the pack is fitted on all of it")
    events, claims, fields = collect(Data(folder, limit))
    weights = {"event": fit(events, home=HOME), "claim": fit(claims, home=HOME)}
    shares = shares_of(fields)
    lines = report(events, claims, weights, shares)
    click.echo("\n".join(lines))
    if write:
        PACK.write_text(pack(weights, shares), encoding="utf-8")
        head, _, rest = PAGE.read_text(encoding="utf-8").partition(BEGIN)
        _, _, tail = rest.partition(END)
        PAGE.write_text("\n".join([head + BEGIN, "", *lines, END]) + tail, encoding="utf-8")


def shares_of(fields: list[FieldSample]) -> Shares:
    """For each field and way how often it was right, drawn towards the field's mean by PRIOR cases."""
    grouped: dict[str, dict[str, list[bool]]] = defaultdict(lambda: defaultdict(list))
    for sample in fields:
        grouped[sample.field][sample.way].append(sample.right)
    out: Shares = {}
    for field, ways in grouped.items():
        every = [right for held in ways.values() for right in held]
        mean = sum(every) / len(every)
        out[field] = {
            way: Share(round((sum(held) + PRIOR * mean) / (len(held) + PRIOR), 2), len(held))
            for way, held in ways.items()
        }
    return out


def report(
    events: list[Sample], claims: list[Sample], weights: dict[str, dict[str, float]], shares: Shares
) -> list[str]:
    """The tables as lines of Markdown."""
    lines = ["### Events", ""]
    lines += weights_table(weights["event"], OF_EVENTS)
    lines += samples_table(events)
    lines += reliability_table(events, HOME)
    lines += ["### Claims", ""]
    lines += weights_table(weights["claim"], OF_CLAIMS)
    lines += samples_table(claims)
    lines += reliability_table(claims, HOME)
    lines += reliability_table(claims, "polnear")
    lines += ["### Fields of events", "", "| field | found | right | n |", "| --- | --- | --- | --- |"]
    for field, ways in shares.items():
        lines += [f"| {field} | {WAYS[way]} | {share.right:.2f} | {share.n} |" for way, share in ways.items()]
    return [*lines, ""]


def weights_table(weights: dict[str, float], words: dict[str, str]) -> list[str]:
    """What each feature adds to the log-odds."""
    rows = [
        f"| `{name}` | {words.get(name, 'a record with none of these')} | {w:+.2f} |" for name, w in weights.items()
    ]
    return ["| feature | | log-odds |", "| --- | --- | --- |", *rows, ""]


def samples_table(samples: list[Sample]) -> list[str]:
    """How many records each set gave, and how many were right."""
    lines = ["| set | documents | records | right |", "| --- | --- | --- | --- |"]
    for name in dict.fromkeys(sample.set for sample in samples):
        held = [sample for sample in samples if sample.set == name]
        right = sum(sample.right for sample in held) / len(held)
        lines.append(f"| {name} | {len({s.document for s in held})} | {len(held)} | {right:.2f} |")
    return [*lines, ""]


def reliability_table(samples: list[Sample], home: str) -> list[str]:
    """Predicted and observed by bins, by weights that did not see the document."""
    right = [sample.right for sample in samples if sample.set == home]
    sure = cross_validated(samples, home=home)
    bins = reliability(sure, right, EDGES)
    lines = [f"Reliability on {home}, cross-validated by document:", ""]
    lines += ["| confidence | n | predicted | observed |", "| --- | --- | --- | --- |"]
    lines += [f"| {b.low:.1f} to {b.high:.1f} | {b.n} | {b.predicted:.2f} | {b.observed:.2f} |" for b in bins]
    constant = [sum(right) / len(right)] * len(right)
    lines += [
        "",
        "| | expected calibration error | Brier score | right above wrong (AUC) |",
        "| --- | --- | --- | --- |",
    ]
    for name, values in (("fitted, cross-validated", sure), ("the same number for all", constant)):
        error = calibration_error(reliability(values, right, EDGES))
        lines.append(f"| {name} | {error:.3f} | {brier(values, right):.3f} | {ranking(values, right):.2f} |")
    return [*lines, ""]


def pack(weights: dict[str, dict[str, float]], shares: Shares) -> str:
    """The text of confidence.toml."""
    lines = [
        "# Made by `python benchmarks/confidence.py --data DIR --write`: fit anew, do not edit. docs/confidence.md",
        "",
    ]
    lines += ["version = 1"]
    for kind, of_kind in weights.items():
        lines += ["", f"[{kind}]", *(f"{name} = {weight}" for name, weight in of_kind.items())]
    for field, ways in shares.items():
        lines += ["", f"[fields.{field}]"]
        lines += [f"{way} = {{ right = {share.right}, n = {share.n} }}" for way, share in ways.items()]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main()
