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
from data import read_items
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
@click.option("--json", "json_out", type=click.Path(path_type=Path), help="Write the figures as JSON too.")
@click.option("--child", hidden=True, help="What to measure in this process.")
def main(folder: Path | None, words: int, longest: int, json_out: Path | None, child: str | None) -> None:
    if child:
        print(json.dumps(measure(child, folder, words)))
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
    from coding import code

    texts = texts_of(folder)
    code(texts[0], "2024-01-15")  # loads model and knowledge
    base = peak_mb()
    if what == "length":
        text = one_text(texts, words)
        seconds = timed(lambda: code(text, "2024-01-15"))
        return {"seconds": seconds, "words_per_second": count(text) / seconds, "peak_mb": peak_mb(), "loaded_mb": base}
    documents = list(enough(texts, words))
    clock = StageClock()
    clock.attach()
    seconds = timed(lambda: [code(text, "2024-01-15") for text in documents])
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
    whole = report["whole"]
    table = Table("stage", "seconds", "share", title=f"{whole['words']} words in {whole['documents']} documents")
    for name, seconds in whole["stages"].items():
        table.add_row(name, f"{seconds:.2f}", f"{seconds / whole['seconds']:.1%}")
    table.add_row("whole", f"{whole['seconds']:.2f}", "")
    console.print(table)
    network = whole["stages"][ENCODER]
    console.print(f"{whole['words_per_second']:.0f} words a second on one core; peak memory {whole['peak_mb']:.0f} MB")
    if network:
        console.print(f"the whole takes {whole['seconds'] / network:.2f} times the network's time (encoder and heads)")
    if bare := whole["encoder_seconds"]:
        console.print(f"the whole takes {whole['seconds'] / bare:.2f} times the bare encoder's time ({bare:.2f} s)")
    for row in report["lengths"]:
        console.print(
            f"one document of {row['words']} words: {row['seconds']:.1f} s, {row['words_per_second']:.0f} words a"
            f" second, peak {row['peak_mb']:.0f} MB ({row['loaded_mb']:.0f} MB when loaded)"
        )
    start = report["startup"]
    console.print(
        f"import dateline {start['import_ms']:.0f} ms; dateline --help {start['help_ms']:.0f} ms"
        f" (python alone {start['bare_python_ms']:.0f} ms)"
    )


if __name__ == "__main__":
    main()
