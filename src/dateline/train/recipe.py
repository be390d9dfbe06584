"""What a training run does, as read from a TOML file."""

import tomllib
from importlib.resources import files
from pathlib import Path

import msgspec
from msgspec import Struct

from dateline.errors import SettingError


class EncoderShape(Struct, frozen=True, forbid_unknown_fields=True):
    """Size of the encoder. The shipped weights are those of MiniLM; a smaller one starts from nothing (tests)."""

    layers: int = 6
    width: int = 384
    heads: int = 12
    inner: int = 1536
    pretrained: bool = True


class Stage(Struct, frozen=True, forbid_unknown_fields=True):
    """A part of a run with its own course of the learning rate, which falls with the share of `minutes` that has
    passed: a busy machine changes how much is seen, not when it ends. `shares` tells how much of each task an epoch
    takes (2: everything twice, 0.5: every second sentence); the treebanks come once. Without `marks` the targets that
    only some sources have do not count. With `pseudo` sentences without a tree have the one that the network gave them
    after the first stage. `weights` of targets outweigh those of the recipe.
    """

    name: str
    minutes: float
    most_steps: int = 0
    encoder_rate: float = 2e-4
    head_rate: float = 1.5e-3
    warmup: float = 0.05
    marks: bool = True
    pseudo: bool = False
    shares: dict[str, float] = {}
    weights: dict[str, float] = {}


class Recipe(Struct, frozen=True, forbid_unknown_fields=True):
    """One run of several stages. `tasks` are what is learned beside the trees; each can be left out. `weights` of
    targets stand in the loss. `sentences` of 0 takes all there are. `device`: auto, cpu or cuda."""

    stages: tuple[Stage, ...]
    tasks: tuple[str, ...] = ("mentions",)
    weights: dict[str, float] = {}
    seed: int = 7
    threads: int = 2
    pieces: int = 1400
    sentences: int = 0
    dev_sentences: int = 400
    evaluate_minutes: float = 8.0
    save_minutes: float = 4.0
    layer_decay: float = 0.85
    weight_decay: float = 0.01
    dropout: float = 0.1
    head_dropout: float = 0.3
    arc_width: int = 384
    label_width: int = 64
    tag_width: int = 384
    role_width: int = 64
    bfloat16: bool = True
    device: str = "auto"
    encoder: EncoderShape = EncoderShape()


WEIGHTS = {
    "upos": 0.5, "feats": 0.4, "semantic": 0.4, "names": 0.6, "mentions": 0.4, "begins": 0.5,
    "cue": 0.6, "speech": 0.4, "happened": 0.5, "reason": 0.2, "anchor": 0.4, "kind": 0.3, "causal": 0.5, "roles": 0.8,
}  # fmt: skip


def read_recipe(path: Path | None = None) -> Recipe:
    """A recipe from a file, or the one that made the shipped model."""
    text = (
        path.read_text(encoding="utf-8")
        if path
        else (files("dateline.train") / "recipe.toml").read_text(encoding="utf-8")
    )
    try:
        return msgspec.convert(tomllib.loads(text), Recipe)
    except (tomllib.TOMLDecodeError, msgspec.ValidationError) as error:
        raise SettingError(f"{path or 'recipe.toml'}: {error}") from error
