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


class Recipe(Struct, frozen=True, forbid_unknown_fields=True):
    """One run. The learning rate falls with the share of `minutes` that has passed, so a busy machine changes how
    much is seen, not when it ends. `sentences` of 0 takes all there are.
    """

    minutes: float = 63.0
    most_steps: int = 0
    seed: int = 7
    threads: int = 2
    pieces: int = 1400
    sentences: int = 0
    dev_sentences: int = 400
    evaluate_minutes: float = 8.0
    save_minutes: float = 4.0
    encoder_rate: float = 2e-4
    layer_decay: float = 0.85
    head_rate: float = 1.5e-3
    weight_decay: float = 0.01
    warmup: float = 0.05
    dropout: float = 0.1
    head_dropout: float = 0.3
    repeats: int = 3
    arc_width: int = 384
    label_width: int = 64
    tag_width: int = 384
    bfloat16: bool = True
    encoder: EncoderShape = EncoderShape()


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
