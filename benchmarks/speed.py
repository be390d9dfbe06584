"""Words a second of the whole coder on one core, the share of each stage, peak memory, growth with length, start-up.

    python benchmarks/speed.py                   texts of examples/
    python benchmarks/speed.py --data DIR        news and statements of the development sets
    python benchmarks/speed.py --words 5000      a quick look

Every figure is measured in a child process of its own, bound to one core.
"""

import json
import os
import resource
import subprocess
import sys
import time
from collections.abc import Callable, Iterable
from importlib import import_module
from pathlib import Path
from typing import Any

import click
import coding
from data import read_items
from results import command_line, write_section
from rich.console import Console
from rich.table import Table

HERE = Path(__file__).parent
EXAMPLES = HERE.parent / "examples"
# In this order, so that 20,000 words are read without reading one text twice: caches must not flatter the coder.
CORPORA = ("gold_records/dev.json", "wikievents/dev.jsonl", "geo_trnews/dev.jsonl", "geo_geovirus/dev.jsonl")
ROUNDS = 3
LENGTHS = (1_000, 10_000, 100_000)
# Where the pipeline finds its stages, in its own order.
STAGES = (
    ("language", "dateline.language", "analyze"),
    ("resolving", "dateline.resolving.entities", "resolve"),
    ("attribution", "dateline.claims.attribution", "find_attributions"),
    ("first person", "dateline.claims.speakers", "resolve_first_person"),
    ("events", "dateline.events", "code_events"),
    ("claims", "dateline.claims.linking", "link_claims"),
    ("assembling", "dateline.assembling", "assemble"),
)
ENCODER = "of which the network"

Report = dict[str, Any]


@click.command(help=__doc__)
@click.option("--data", "folder", type=click.Path(exists=True, file_okay=False, path_type=Path), help="Corpora.")
@click.option("--words", default=20_000, show_default=True, help="Words for the whole coder's speed.")
@click.option("--longest", default=LENGTHS[-1], show_default=True, help="Words of the longest single document.")
@click.option("--results", is_flag=True, help="Write the figures into RESULTS.md.")
@click.option("--json", "json_out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
@click.option("--child", hidden=True, help="What to measure in this process.")
def main(
    folder: Path | None, words: int, longest: int, results: bool, json_out: Path | None, child: str | None
) -> None:
    if child:
        report = measure(child, folder, words)
        if coding.crashes:
            raise click.ClickException(f"a text that breaks the coder is no text coded fast: {coding.crashes[0]}")
        print(json.dumps(report))
        return
    options = ["--data", str(folder)] if folder else []
    whole = [*options, "--words", str(words)]
    report = {
        # The best of some rounds: whatever else the machine does can only make a round slower.
        "whole": min((in_child("whole", whole) for _ in range(ROUNDS)), key=lambda r: r["seconds"]),
        "lengths": [{"words": n, **in_child("length", [*options, "--words", str(n)])} for n in LENGTHS if n <= longest],
        "startup": startup(),
    }
    show(report, Console())
    if results:
        write_section("speed", markdown_lines(report), command=command_line(*(["--data DIR"] if folder else [])))
    if json_out:
        json_out.write_text(json.dumps(report, indent=1) + "\n", encoding="utf-8")


def in_child(what: str, options: list[str]) -> Report:
    """What a fresh process measured, bound to one core."""
    command = [sys.executable, __file__, "--child", what, *options]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True)
    if done.returncode:
        raise click.ClickException(f"the process that measures {what!r} failed")
    output = done.stdout
    return json.loads(output.splitlines()[-1])


def measure(what: str, folder: Path | None, words: int) -> Report:
    """The speed over many documents with the stages timed, or over one document of so many words."""
    bind_to_one_core()
    texts = texts_of(folder)
    coding.code(texts[0], "2024-01-15")  # loads model and knowledge
    base = peak_mb()
    if what == "length":
        text = one_text(texts, words)
        seconds = timed(lambda: coding.code(text, "2024-01-15"))
        return {"seconds": seconds, "words_per_second": count(text) / seconds, "peak_mb": peak_mb(), "loaded_mb": base}
    documents = list(enough(texts, words))
    clock = StageClock()
    clock.attach()
    seconds = timed(lambda: [coding.code(text, "2024-01-15") for text in documents])
    total = sum(map(count, documents))
    return {
        "words": total,
        "documents": len(documents),
        "seconds": seconds,
        "words_per_second": total / seconds,
        "peak_mb": peak_mb(),
        "loaded_mb": base,
        "stages": dict(clock.seconds),  # the bare encoder, run next, is counted by the clock too
        "encoder_seconds": encoder_seconds(clock.feeds),
    }


def encoder_seconds(feeds: list[Report]) -> float | None:
    """The time of the bare encoder, all heads cut off, on the very batches of the run; None without `onnx`."""
    try:
        import onnx
    except ImportError:
        return None
    import onnxruntime

    import dateline.language

    network = onnx.load(Path(dateline.language.__file__).parent / "data" / "model" / "model.onnx")
    graph = network.graph
    state = [node.output[0] for node in graph.node if node.op_type == "SkipLayerNormalization"][-1]
    inputs = ["ids", "shapes", "lengths"]
    needed, kept = {state}, []
    for node in reversed(graph.node):
        if needed & set(node.output):
            needed |= set(node.input)
            kept.append(node)
    output = onnx.helper.make_tensor_value_info(state, onnx.TensorProto.FLOAT, None)
    weights = [weight for weight in graph.initializer if weight.name in needed]
    wanted = [value for value in graph.input if value.name in inputs]
    bare = onnx.helper.make_model(
        onnx.helper.make_graph(kept[::-1], "encoder", wanted, [output], weights),
        opset_imports=network.opset_import,
        ir_version=network.ir_version,
    )
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = 1
    session = onnxruntime.InferenceSession(bare.SerializeToString(), options, providers=["CPUExecutionProvider"])
    run = type(session).run
    feeds = [{name: feed[name] for name in inputs} for feed in feeds]
    run(session, [state], feeds[0])
    return timed(lambda: [run(session, [state], feed) for feed in feeds])


class StageClock:
    """Adds up the time inside each stage by standing in front of it, in this process only."""

    def __init__(self) -> None:
        self.seconds: dict[str, float] = {}
        self.feeds: list[Report] = []

    def attach(self) -> None:
        for name, module, function in STAGES:
            owner = import_module(module)
            setattr(owner, function, self.around(name, getattr(owner, function)))
        session = import_module("onnxruntime").InferenceSession
        run = self.around(ENCODER, session.run)

        def recorded(self_: Any, outputs: list[str], feed: Report, *options: Any) -> Any:
            if "ids" in feed:  # the other session scores labels
                self.feeds.append(feed)
            return run(self_, outputs, feed, *options)

        session.run = recorded

    def around(self, name: str, function: Callable[..., Any]) -> Callable[..., Any]:
        self.seconds[name] = 0.0

        def timed_stage(*args: Any, **options: Any) -> Any:
            start = time.perf_counter()
            try:
                return function(*args, **options)
            finally:
                self.seconds[name] += time.perf_counter() - start

        return timed_stage


def startup() -> dict[str, float]:
    """Milliseconds, the best of five fresh processes: the import alone, and the whole of `dateline --help`."""
    importing = "import time; t = time.perf_counter(); import dateline; print(time.perf_counter() - t)"
    imports = [float(subprocess.check_output([sys.executable, "-c", importing])) for _ in range(5)]
    help_ = [sys.executable, "-c", "from dateline.cli.main import main; main()", "--help"]
    helps = [timed(lambda: subprocess.run(help_, check=True, stdout=subprocess.DEVNULL)) for _ in range(5)]
    bare = [timed(lambda: subprocess.run([sys.executable, "-c", ""], check=True)) for _ in range(5)]
    return {"import_ms": 1000 * min(imports), "help_ms": 1000 * min(helps), "bare_python_ms": 1000 * min(bare)}


def texts_of(folder: Path | None) -> list[str]:
    """Documents to read: a corpus if one is given, else the examples of the project."""
    if folder:
        return [item["text"] for name in CORPORA for item in read_items(folder / name)]
    return [path.read_text(encoding="utf-8") for path in sorted(EXAMPLES.rglob("*.txt"))]


def enough(texts: list[str], words: int) -> Iterable[str]:
    """The texts over and over, until there are so many words."""
    done = 0
    while done < words:
        for text in texts:
            if done < words:
                yield text
                done += count(text)


def one_text(texts: list[str], words: int) -> str:
    """One document of about so many words: the paragraphs of the texts over and over."""
    paragraphs = [p for text in texts for p in text.split("\n\n") if p.strip()]
    return "\n\n".join(enough(paragraphs, words))


def count(text: str) -> int:
    return len(text.split())


def timed(action: Callable[[], object]) -> float:
    start = time.perf_counter()
    action()
    return time.perf_counter() - start


def bind_to_one_core() -> None:
    """One core for everything, the threads of libraries included. Does nothing where the system cannot bind."""
    if hasattr(os, "sched_setaffinity"):
        os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})


def peak_mb() -> float:
    """The most memory this process ever held."""
    unit = 1 if sys.platform == "darwin" else 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * unit / 1e6


def show(report: Report, console: Console) -> None:
    """The same rows as in RESULTS.md, for the terminal."""
    for title, rows in tables(report).items():
        table = Table(*title.split(" | "))
        for cells in rows:
            table.add_row(*cells)
        console.print(table)


def markdown_lines(report: Report) -> list[str]:
    """The tables as Markdown, one after the other."""
    lines: list[str] = []
    for title, rows in tables(report).items():
        columns = title.count("|") + 1
        lines += [f"| {title} |", f"| --- |{' ---: |' * (columns - 1)}", *(f"| {' | '.join(r)} |" for r in rows), ""]
    return lines


def tables(report: Report) -> dict[str, list[tuple[str, ...]]]:
    """Rows by heading."""
    whole, start = report["whole"], report["startup"]
    seconds, bare, network = whole["seconds"], whole["encoder_seconds"], whole["stages"][ENCODER]
    figures = [
        ("words a second, one core", f"{whole['words_per_second']:,.0f}"),
        ("peak memory", f"{whole['peak_mb']:.0f} MB"),
        ("the whole, in times of the network (encoder and heads)", f"{seconds / network:.2f}" if network else "–"),
        ("the whole, in times of the bare encoder", f"{seconds / bare:.2f}" if bare else "–"),
        ("import dateline", f"{start['import_ms']:.0f} ms"),
        ("dateline --help (the whole process)", f"{start['help_ms']:.0f} ms"),
        ("python alone", f"{start['bare_python_ms']:.0f} ms"),
    ]
    stages = [(name, f"{part:.2f}", f"{part / seconds:.1%}") for name, part in whole["stages"].items()]
    lengths = [
        (f"{r['words']:,}", f"{r['seconds']:.1f}", f"{r['words_per_second']:,.0f}", f"{r['peak_mb']:.0f} MB")
        for r in report["lengths"]
    ]
    return {
        f"{whole['words']:,} words in {whole['documents']} documents, best of {ROUNDS} | figure": figures,
        "stage | seconds | share": stages,
        "one document of so many words | seconds | words a second | peak memory": lengths,
    }


if __name__ == "__main__":
    main()
