"""The language model at run time: words in, trees and tags out. Needs onnxruntime, never torch."""

import hashlib
import json
from collections.abc import Sequence
from functools import lru_cache
from importlib.resources import files
from itertools import pairwise
from pathlib import Path
from time import perf_counter
from typing import Any

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

from dateline.errors import ModelError
from dateline.language.analysis import Marks
from dateline.language.devices import check_providers, providers
from dateline.language.marks import mark_reader
from dateline.language.mst import are_trees, best_tree
from dateline.language.names import tidy
from dateline.language.pieces import MARK, Pieces, shape

# Format 1 has no heads beyond tree, tags and names.
FORMAT, OLDEST = 2, 1
# Most pieces that the encoder reads at once; a longer sentence must be cut before.
MOST_PIECES = 320
# Padded pieces in a batch. Smaller is slower, larger does not fit the processor's cache.
_BUDGET = 400
# From these log odds on, a word begins a new sentence although the rules did not see one: after an end mark, before a
# capital, elsewhere. Never after a comma or the like, where a speaker often follows a quotation.
_BEGINS_AFTER_END, _BEGINS_WITH_CAPITAL, _BEGINS_ANYWHERE = 0.0, 2.2, 4.0
_NEVER_BEFORE_BEGIN = frozenset(",;:-–—([{“‘&/") | {"--", "``", "and", "or", "but", "the", "of"}
_MENTION_KINDS = ("weapon", "vehicle", "nationality")

_OUTPUTS = ["arcs", "label_dep", "label_head", "tags", "marks", "roles"]

Floats = NDArray[np.float32]


class Block(Struct, frozen=True):
    """One tree: words `[first, last)` of the sentence that was asked for.

    Heads count inside the block, -1 is the root. `names` are `(first, last, kind, score)`, counted inside the block.
    """

    first: int
    last: int
    heads: list[int]
    rels: list[str]
    upos: list[str]
    feats: list[str]
    semantic: list[str]
    names: list[tuple[int, int, str, float]]
    marks: Marks | None = None


class _Tags(Struct, frozen=True):
    """The tag scores of one batch, cut by head and decoded as far as whole arrays allow."""

    upos: list[list[int]]
    feats: list[list[int]]
    semantic: list[list[int]]
    names: list[list[int]]
    name_scores: Floats
    mentions: list[list[int]]
    mention_scores: Floats
    begins: Floats


class Model:
    """A loaded model folder. `version` is a short hash of its weights."""

    def __init__(self, folder: Path, *, threads: int = 1, device: str = "cpu") -> None:
        described = _described(folder)
        labels = described["labels"]
        self.rels: list[str] = labels["rel"]
        self.upos: list[str] = labels["upos"]
        self.feats: list[str] = labels["feats"]
        self.semantic: list[str] = labels["semantic"]
        self.name_tags: list[str] = labels["names"]
        self.mention_tags: list[str] = labels["mentions"]
        cuts = np.cumsum([len(labels[name]) for name in described["tags"]])
        self._slices = {
            name: slice(int(end) - len(labels[name]), int(end))
            for name, end in zip(described["tags"], cuts, strict=True)
        }
        self._begins = int(cuts[-1])
        self.pieces = Pieces.read(folder / "vocab.txt")
        weights = (folder / "model.onnx").read_bytes()
        scorer = (folder / "labels.onnx").read_bytes()
        self.version = hashlib.sha256(weights + scorer).hexdigest()[:12]
        # For benchmarks: how long the encoder alone has worked since the model was loaded.
        self.encoder_seconds = 0.0
        self._encoder = _session(weights, threads, folder, device)
        self._scorer = _session(scorer, threads, folder, device)
        self._marks = mark_reader(described, np.load(folder / "roles.npy")) if described["format"] > 1 else None

    def parse(self, sentences: Sequence[Sequence[str]], *, divide: bool = False) -> list[list[Block]]:
        """The trees of some sentences given as words: one block each, or several if `divide` and a sentence was two.

        No sentence may be empty or have more than `MOST_PIECES` pieces. The same list gives the same trees, but a
        sentence may come out otherwise among other sentences: int8 takes one scale per batch. So pass whole documents.
        """
        result: list[list[Block]] = [[] for _ in sentences]
        sized = [(self.length(words), i) for i, words in enumerate(sentences)]
        sized.sort()
        batch: list[int] = []
        for size, i in sized:
            if batch and size * (len(batch) + 1) > _BUDGET:
                self._run(sentences, batch, result, divide)
                batch = []
            batch.append(i)
        if batch:
            self._run(sentences, batch, result, divide)
        return result

    def length(self, words: Sequence[str]) -> int:
        """How many pieces a sentence fills, start and end included."""
        pieces = self.pieces
        return 2 + sum([len(pieces(word)) for word in words])

    def _run(
        self, sentences: Sequence[Sequence[str]], batch: list[int], result: list[list[Block]], divide: bool
    ) -> None:
        feed, sizes = self._feed([sentences[i] for i in batch])
        begun = perf_counter()
        arcs, dependents, heads, tags, *more = self._encoder.run(_OUTPUTS if self._marks else _OUTPUTS[:4], feed)
        self.encoder_seconds += perf_counter() - begun
        width = arcs.shape[1]
        arcs[np.broadcast_to((np.arange(width)[None, :] >= sizes[:, None])[:, None, :], arcs.shape)] = -1e9
        found = self._tags(tags)
        blocks = [
            _blocks(found.begins[row], sentences[batch[row]]) if divide else [(1, int(size))]
            for row, size in enumerate(sizes)
        ]
        tree = _heads(arcs, sizes, blocks)
        rels = self._relations(tree, dependents, heads, sizes)
        marks = self._marks.batch(*more) if self._marks else None
        for row, i in enumerate(batch):
            words = sentences[i]
            for first, last in blocks[row]:
                marked = marks.read(row, first, last) if marks else None
                result[i].append(self._block(words, found, tree[row], rels[row], marked, row, first, last))

    def _feed(self, sentences: list[Sequence[str]]) -> tuple[dict[str, Any], NDArray[np.int64]]:
        """The arrays of a batch, and the number of words of each sentence with the root node counted."""
        pieces = self.pieces
        rows, marks, firsts = [], [], []
        for words in sentences:
            row, mark, starts = [pieces.first], [MARK], [0]
            for word in words:
                starts.append(len(row))
                part = pieces(word)
                row += part
                mark += [shape(word)] * len(part)
            row.append(pieces.last)
            mark.append(MARK)
            rows.append(row)
            marks.append(mark)
            firsts.append(starts)
        lengths = [len(row) for row in rows]
        longest, widest = max(lengths), max(map(len, firsts))
        feed = {
            "ids": np.array([row + [0] * (longest - len(row)) for row in rows], np.int32),
            "shapes": np.array([mark + [MARK] * (longest - len(mark)) for mark in marks], np.int32),
            "lengths": np.array(lengths, np.int32),
            "firsts": np.array([starts + [0] * (widest - len(starts)) for starts in firsts], np.int64)
            + np.arange(len(rows))[:, None] * longest,
        }
        return feed, np.array([len(starts) for starts in firsts])

    def _tags(self, tags: Floats) -> _Tags:
        best = {name: tags[..., where].argmax(-1) for name, where in self._slices.items()}
        return _Tags(
            upos=best["upos"].tolist(),
            feats=best["feats"].tolist(),
            semantic=best["semantic"].tolist(),
            names=best["names"].tolist(),
            name_scores=_confidence(tags[..., self._slices["names"]]),
            mentions=best["mentions"].tolist(),
            mention_scores=_confidence(tags[..., self._slices["mentions"]]),
            begins=tags[..., self._begins],
        )

    def _relations(
        self, tree: NDArray[np.int64], dependents: Floats, heads: Floats, sizes: NDArray[np.int64]
    ) -> NDArray[np.int64]:
        inside = np.arange(tree.shape[1])[None, :] < sizes[:, None]
        inside[:, 0] = False
        chosen = np.take_along_axis(heads, tree[:, :, None], 1)
        scores = self._scorer.run(["scores"], {"dep": dependents[inside], "head": chosen[inside]})[0]
        root = self.rels.index("root")
        best = scores.argmax(1)
        at_root = tree[inside] == 0
        scores[:, root] = -np.inf
        best = np.where(at_root, root, scores.argmax(1))
        result = np.zeros(tree.shape, np.int64)
        result[inside] = best
        return result

    def _block(
        self,
        words: Sequence[str],
        tags: _Tags,
        tree: NDArray[np.int64],
        rels: NDArray[np.int64],
        marks: Marks | None,
        row: int,
        first: int,
        last: int,
    ) -> Block:
        all_upos, all_feats, all_semantic, all_rels = self.upos, self.feats, self.semantic, self.rels
        heads = [h - first if h else -1 for h in tree[first:last].tolist()]
        named = [all_rels[r] for r in rels[first:last].tolist()]
        upos = [all_upos[t] for t in tags.upos[row][first:last]]
        names = _mentions(tags.names[row][first:last], tags.name_scores[row, first:last], self.name_tags, None)
        if names:
            names = tidy(names, words[first - 1 : last - 1], upos, heads, named)
        others = _mentions(
            tags.mentions[row][first:last], tags.mention_scores[row, first:last], self.mention_tags, _MENTION_KINDS
        )
        if others:
            # Reports call a strike a weapon at times; the class of the noun knows better.
            semantic = [all_semantic[t] for t in tags.semantic[row][first:last]]
            others = [m for m in others if semantic[m[1] - 1] != "event"]
            taken = {i for a, b, _, _ in names for i in range(a, b)}
            names += [m for m in others if taken.isdisjoint(range(m[0], m[1]))]
        return Block(
            first=first - 1,
            last=last - 1,
            heads=heads,
            rels=named,
            upos=upos,
            feats=[all_feats[t] for t in tags.feats[row][first:last]],
            semantic=[all_semantic[t] for t in tags.semantic[row][first:last]],
            names=sorted(names),
            marks=marks,
        )


def _blocks(begins: Floats, words: Sequence[str]) -> list[tuple[int, int]]:
    """Word ranges, counted from 1 as in the arrays, of the sentences inside one given sentence."""
    cuts = [1]
    for i in np.flatnonzero(begins[2 : len(words) + 1] > _BEGINS_AFTER_END).tolist():
        # `i` counts from the second word.
        before, word, odds = words[i], words[i + 1], float(begins[i + 2])
        if before.lower() in _NEVER_BEFORE_BEGIN:
            continue
        if before[-1] in '.!?…)"”’' or odds > _BEGINS_ANYWHERE or (odds > _BEGINS_WITH_CAPITAL and word[0].isupper()):
            cuts.append(i + 2)
    return list(pairwise([*cuts, len(words) + 1]))


def _heads(arcs: Floats, sizes: NDArray[np.int64], blocks: list[list[tuple[int, int]]]) -> NDArray[np.int64]:
    """The best head of every word: greedy where that is a tree, else the best tree."""
    tree: NDArray[np.int64] = arcs.argmax(2)
    tree[:, 0] = 0
    good = are_trees(tree, sizes)
    for row, parts in enumerate(blocks):
        if good[row] and len(parts) == 1:
            continue
        for first, last in parts:
            index = np.arange(first - 1, last)
            index[0] = 0
            scores = arcs[row][index[:, None], index[None, :]].astype(np.float64)
            scores -= np.log(np.exp(scores - scores.max(1, keepdims=True)).sum(1, keepdims=True)) + scores.max(
                1, keepdims=True
            )
            tree[row, first:last] = index[best_tree(scores)[1:]]
    return tree


def _confidence(scores: Floats) -> Floats:
    """The probability of the best tag."""
    top = scores.max(-1, keepdims=True)
    result: Floats = 1.0 / np.exp(scores - top).sum(-1)
    return result


def _mentions(
    tags: list[int], scores: Floats, inventory: list[str], kinds: tuple[str, ...] | None
) -> list[tuple[int, int, str, float]]:
    """BIO tags to mentions; an I without its B begins one. The score is the mean probability of the tags."""
    found: list[tuple[int, int, str, float]] = []
    i, size = 0, len(tags)
    while i < size:
        if not tags[i]:
            i += 1
            continue
        kind = inventory[tags[i]][2:]
        last = i + 1
        while last < size and inventory[tags[last]] == f"I-{kind}":
            last += 1
        if kinds is None or kind in kinds:
            found.append((i, last, kind, round(float(scores[i:last].mean()), 4)))
        i = last
    return found


def _described(folder: Path) -> dict[str, Any]:
    path = folder / "model.json"
    if not path.exists():
        raise ModelError(f"{folder}: no language model there (model.json is missing)")
    described: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    if described.get("format") not in range(OLDEST, FORMAT + 1):
        raise ModelError(f"{path}: format {described.get('format')}, this version reads formats {OLDEST} to {FORMAT}")
    for name in ("model.onnx", "labels.onnx", "vocab.txt", *(("roles.npy",) if described["format"] > 1 else ())):
        if not (folder / name).exists():
            raise ModelError(f"{folder}: {name} is missing")
    return described


def _session(weights: bytes, threads: int, folder: Path, device: str) -> Any:
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    chosen = providers(device)
    try:
        session = onnxruntime.InferenceSession(weights, options, providers=chosen)
    except Exception as error:
        raise ModelError(f"{folder}: onnxruntime cannot read the model ({error})") from error
    check_providers(session.get_providers(), device)
    return session


def load_model(path: Path | None = None, *, threads: int = 1, device: str = "cpu") -> Model:
    """The model of a folder, or the one that ships. Loaded once per folder, number of threads and device."""
    return _load(path or Path(str(files("dateline.language") / "data" / "model")), threads, device)


@lru_cache(maxsize=4)
def _load(path: Path, threads: int, device: str) -> Model:
    return Model(path, threads=threads, device=device)
