"""Run every development set that a station can be measured on and print one table.

python benchmarks/accuracy.py --data DIR                      everything
python benchmarks/accuracy.py --data DIR --only geo --limit 5 one set, the first five items
python benchmarks/accuracy.py --data DIR --check              exit status 1 if a figure is below its floor
python benchmarks/accuracy.py --data DIR --pin                raise the floors to what was measured
python benchmarks/accuracy.py --data DIR --lower SET/MEASURE  lower one floor: the explicit act
"""

import sys
import time
import tomllib
import traceback
from pathlib import Path

import click
import coding
import msgspec
from data import Data
from results import command_line, write_section
from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn
from rich.table import Table
from sets import SETS, load

from dateline.errors import DatelineError
from dateline.evaluate.floors import Figure, digest_of, falls, lowered, pinned, read_floors, write_floors

HERE = Path(__file__).parent
FLOORS = HERE / "floors.json"


@click.command(help=__doc__)
@click.option("--data", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), required=True)
@click.option("--only", multiple=True, type=click.Choice(SETS), help="This set only; may be given several times.")
@click.option("--limit", type=click.IntRange(min=1), help="The first N items of every corpus. For a quick look.")
@click.option("--model", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Another model's folder.")
@click.option("--markdown", type=click.Path(path_type=Path), help="Write the table as Markdown too.")
@click.option("--results", is_flag=True, help="Write the table into RESULTS.md.")
@click.option("--json", "json_out", type=click.Path(path_type=Path), help="Write the figures, one JSON object a line.")
@click.option("--check", is_flag=True, help="Fail when a figure is below its floor.")
@click.option("--pin", is_flag=True, help="Raise the floors to the figures of this run.")
@click.option("--lower", multiple=True, metavar="SET/MEASURE", help="Lower this floor to the figure of this run.")
def main(
    folder: Path,
    only: tuple[str, ...],
    limit: int | None,
    model: Path | None,
    markdown: Path | None,
    results: bool,
    json_out: Path | None,
    check: bool,
    pin: bool,
    lower: tuple[str, ...],
) -> None:
    if limit and (check or pin or lower):
        raise click.UsageError("--limit measures a part: floors are for whole sets")
    if results and (limit or only):
        raise click.UsageError("RESULTS.md holds all sets: leave out --only and --limit")
    coding.model_folder = model
    console = Console()
    figures, failed = measure_sets(Data(folder, limit), only or SETS, console)
    rows = [row(figure) for figure in figures]
    console.print(table(rows))
    if markdown:
        markdown.write_text("\n".join(markdown_lines(rows)) + "\n", encoding="utf-8")
    if results:
        write_section("accuracy", markdown_lines(rows), command=command_line("--data DIR"))
    if json_out:
        json_out.write_bytes(b"".join(msgspec.json.encode(figure) + b"\n" for figure in figures))
    for name, error in failed.items():
        console.print(f"[red]{name} could not be measured:[/red] {error}", highlight=False)
    for crash in coding.crashes:
        console.print(f"[red]counted as coded with nothing:[/red] {crash}", highlight=False)
    try:
        below = keep_floors(figures, check=check, pin=pin, lower=lower)
    except DatelineError as error:
        raise click.ClickException(str(error)) from error
    for sentence in below:
        console.print(f"[red]{sentence}[/red]", highlight=False)
    sys.exit(1 if failed or below or coding.crashes else 0)


def measure_sets(data: Data, names: tuple[str, ...], console: Console) -> tuple[list[Figure], dict[str, str]]:
    """The figures of every set that could be measured, and the errors of those that could not."""
    figures: list[Figure] = []
    failed: dict[str, str] = {}
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, console=console, transient=True) as progress:
        for name in names:
            task = progress.add_task(name, total=None)
            watched = Data(data.folder, data.limit, lambda done, n, t=task: progress.update(t, completed=done, total=n))
            start = time.perf_counter()
            try:
                module = load(name)
                digest = digest_of(*(data.path(file) for file in module.FILES))
                figures += [msgspec.structs.replace(f, digest=digest) for f in module.measure(watched)]
            except Exception as error:
                # One set that breaks must not cost the figures of the others; the run still fails at its end.
                frame = traceback.extract_tb(error.__traceback__)[-1]
                failed[name] = f"{type(error).__name__}: {error} ({Path(frame.filename).name}:{frame.lineno})"
            progress.remove_task(task)
            console.print(f"{name}: {time.perf_counter() - start:.1f} s{' FAILED' if name in failed else ''}")
    return figures, failed


def keep_floors(figures: list[Figure], *, check: bool, pin: bool, lower: tuple[str, ...]) -> list[str]:
    """Lower and raise what was asked for; the falls that are left when floors are to be checked."""
    floors = read_floors(FLOORS)
    for name in lower:
        floors = lowered(figures, floors, name)
    if pin:
        floors = pinned(figures, floors)
    if pin or lower:
        write_floors(FLOORS, floors)
    return falls(figures, floors) if check else []


def row(figure: Figure) -> tuple[str, ...]:
    """Set, measure, n, figure, target, another tool's figure."""
    known = targets().get(figure.name, {})
    target, peer = known.get("target"), known.get("peer")
    return (
        figure.set,
        figure.measure + (f" ({known['note']})" if "note" in known else ""),
        str(figure.n),
        "–" if figure.value is None else f"{figure.value:.3f}" if figure.floor else f"{figure.value:.1f}",
        "" if target is None else f"{target:.2f}" + (" ✓" if (figure.value or 0) >= target else " ✗"),
        peer or "",
    )


def targets() -> dict[str, dict]:
    """Targets and peers' figures by `set/measure`."""
    return tomllib.loads((HERE / "targets.toml").read_text(encoding="utf-8"))


HEADER = ("set", "measure", "n", "figure", "target", "peer")


def table(rows: list[tuple[str, ...]]) -> Table:
    """The table for the terminal."""
    result = Table(*HEADER)
    for before, cells in zip([None, *rows], rows, strict=False):
        if before and before[0] != cells[0]:
            result.add_section()
        result.add_row(*cells)
    return result


def markdown_lines(rows: list[tuple[str, ...]]) -> list[str]:
    """The same table as Markdown."""
    lines = [f"| {' | '.join(HEADER)} |", "| --- | --- | ---: | ---: | --- | --- |"]
    return lines + [f"| {' | '.join(cells)} |" for cells in rows]


if __name__ == "__main__":
    main()
