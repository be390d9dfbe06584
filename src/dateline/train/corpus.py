"""Everything that a run trains on, by task, read from a data folder. docs/model-card.md lists the licences."""

from collections.abc import Iterable
from itertools import groupby
from pathlib import Path

from msgspec import Struct

from dateline.errors import TrainingError
from dateline.language.conllu import TreeSentence, read_conllu
from dateline.train.anchored import from_frames, read_petrarch, read_plover
from dateline.train.attributions import add_discourse, read_polnear
from dateline.train.examples import Example, Labels, from_mentions, from_tree, learn_labels
from dateline.train.happenings import add_happened, read_meantime
from dateline.train.re3d import read_re3d
from dateline.train.reasons import read_causal_news
from dateline.train.silver_anchors import add_anchors
from dateline.train.silver_names import silver_names
from dateline.train.sticking import mark_sticking

TREEBANKS = {
    "ewt": "ud_ewt/train.conllu",
    "gum": "ud_gum/train.conllu",
    "ewt_dev": "ud_ewt/dev.conllu",
    "gum_dev": "ud_gum/dev.conllu",
}
FILES = {
    "mentions": "re3d/train.jsonl",
    "polnear": "polnear/train.jsonl",
    "discourse": "gum_discourse/train.jsonl",
    "happened": "uds_factuality/train.jsonl",
    "meantime": "factuality_meantime/train.jsonl",
    "reasons": "causal_news/train.jsonl",
    "plover": "plover_gsr/train.jsonl",
    "petrarch": "petrarch_validation/train.jsonl",
}


class Corpus(Struct):
    """Training material by task. `trees` are in the order of their documents; every other task has its own share of an
    epoch (`Stage.shares`)."""

    trees: list[Example]
    tasks: dict[str, list[Example]]
    dev: dict[str, list[Example]]
    labels: Labels


def load_corpus(data: Path, *, tasks: Iterable[str] = ("mentions",), limit: int = 0) -> Corpus:
    """The treebanks below `data` and what `tasks` need; `limit` keeps only so many sentences of each.

    Raises TrainingError that names every missing file at once, before anything is read.
    """
    wanted = frozenset(tasks)
    _require(data, wanted)
    read = {name: list(read_conllu(data / file))[: limit or None] for name, file in TREEBANKS.items()}
    labels = learn_labels(read["ewt"] + read["gum"])
    examples = {
        name: [from_tree(s, labels, with_entities=name.startswith("gum")) for s in sentences]
        for name, sentences in read.items()
        if name != "ewt"
    }
    examples["ewt"] = [
        from_tree(s, labels, with_entities=False, silver=tags)
        for s, tags in zip(read["ewt"], silver_names(read["ewt"]), strict=True)
    ]
    for name in ("ewt", "gum"):
        mark_sticking(read[name], examples[name])
    found: dict[str, list[Example]] = {}
    if "mentions" in wanted:
        found["mentions"] = [from_mentions(s, labels) for s in read_re3d(data / FILES["mentions"])]
    if "polnear" in wanted:
        found["polnear"] = read_polnear(data / FILES["polnear"])
    if "discourse" in wanted:
        add_discourse(examples["gum"], data / FILES["discourse"])
    if "happened" in wanted:
        by_id = {s.id: example for s, example in zip(read["ewt"], examples["ewt"], strict=True)}
        add_happened(by_id, data / FILES["happened"])
        found["happened"] = read_meantime(data / FILES["meantime"])
    if "reasons" in wanted:
        found["reasons"] = read_causal_news(data / FILES["reasons"])
    if "anchors" in wanted:
        found["frames"] = from_frames()
        found["anchors"] = read_plover(data / FILES["plover"]) + read_petrarch(data / FILES["petrarch"])
        for name in ("ewt", "gum"):
            _add_silver(read[name], examples[name])
    return Corpus(
        trees=examples["ewt"] + examples["gum"],
        tasks={name: some[: limit or None] for name, some in found.items()},
        dev={"ewt": examples["ewt_dev"], "gum": examples["gum_dev"]},
        labels=labels,
    )


_NEEDS = {
    "mentions": ("mentions",),
    "polnear": ("polnear",),
    "discourse": ("discourse",),
    "happened": ("happened", "meantime"),
    "reasons": ("reasons",),
    "anchors": ("plover", "petrarch"),
}
TASKS = tuple(_NEEDS)


def _require(data: Path, tasks: frozenset[str]) -> None:
    unknown = sorted(tasks - _NEEDS.keys())
    if unknown:
        raise TrainingError(f"no task {unknown[0]!r} (tasks: {', '.join(TASKS)})")
    files = [*TREEBANKS.values(), *(FILES[name] for task in TASKS if task in tasks for name in _NEEDS[task])]
    missing = [file for file in files if not (data / file).is_file()]
    if missing:
        raise TrainingError(f"{data}: training needs {', '.join(missing)} there")


def _add_silver(sentences: list[TreeSentence], examples: list[Example]) -> None:
    pairs = zip(sentences, examples, strict=True)
    for _, document in groupby(pairs, key=lambda pair: pair[0].document):
        add_anchors(list(document))
