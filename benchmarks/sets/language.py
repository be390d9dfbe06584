"""Trees and tags against treebanks: with gold words, and from raw text as the CoNLL 2018 shared task scored."""

import itertools
import tempfile
from pathlib import Path

import coding
from data import Data

from dateline.evaluate.floors import Figure
from dateline.evaluate.language import score_gold_words, score_raw_text
from dateline.language import load_model

TREEBANKS = {"ewt": "ud_ewt/dev.conllu", "gum": "ud_gum/dev.conllu"}
FILES = tuple(TREEBANKS.values())


def measure(data: Data) -> list[Figure]:
    """Shares between 0 and 1. The limit counts sentences here."""
    figures = []
    model = load_model(coding.model_folder)
    with tempfile.TemporaryDirectory() as folder:
        for step, (name, file) in enumerate(TREEBANKS.items(), start=1):
            path = data.path(file) if data.limit is None else beginning(data.path(file), data.limit, Path(folder))
            gold, raw = score_gold_words(path, model=model), score_raw_text(path, model=model)
            figures += [
                Figure("language", f"{name}_{m}", getattr(gold, m) / 100, n=gold.words) for m in ("las", "uas", "upos")
            ]
            figures += [
                Figure("language", f"{name}_raw_{m}", getattr(raw, m) / 100, n=gold.words)
                for m in ("words", "sentences", "upos", "lemmas", "uas", "las")
            ]
            data.seen(step, len(TREEBANKS))
    return figures


def beginning(path: Path, sentences: int, folder: Path) -> Path:
    """A treebank of the first sentences of another."""
    blocks = path.read_text(encoding="utf-8").split("\n\n")
    shorter = folder / path.parent.name
    shorter.write_text("\n\n".join(itertools.islice(blocks, sentences)) + "\n\n", encoding="utf-8")
    return shorter
