"""Confidence: few weights, fitted on development data, that turn what is known of a record into a probability.

The pack is data/confidence.toml; `benchmarks/confidence.py` fits it anew, docs/confidence.md tells how good it is.
"""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import exp
from pathlib import Path

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack

LOWEST, HIGHEST = 0.02, 0.98
"""No record is certain to be right or wrong."""


class Share(Struct, frozen=True, forbid_unknown_fields=True):
    """How often something came out right on development data: `right` after shrinkage, of `n` cases."""

    right: float
    n: int


class Confidence(Struct, frozen=True, forbid_unknown_fields=True):
    """Weights of events and claims by feature, with `base` for none of them; for the fields of events, how often each
    way to find one was right."""

    version: int
    event: dict[str, float]
    claim: dict[str, float]
    fields: dict[str, dict[str, Share]]


@cache
def load_confidence() -> Confidence:
    """The built-in pack, read once."""
    return read_confidence(files("dateline.knowledge") / "data" / "confidence.toml")


def read_confidence(path: Path | Traversable) -> Confidence:
    """The weights of a file. PackError where it is of another form, or where a weight is below zero: every feature is
    a reason to trust a record, so that more of them never make it less sure."""
    try:
        pack = msgspec.convert(read_pack(path), Confidence)
    except msgspec.ValidationError as error:
        raise PackError(f"{path.name}: {error}") from error
    for kind, weights in (("event", pack.event), ("claim", pack.claim)):
        if "base" not in weights:
            raise PackError(f"{path.name}: {kind}: no weight 'base'")
        for name, weight in weights.items():
            if name != "base" and weight < 0:
                raise PackError(f"{path.name}: {kind}: {name} is below zero")
    return pack


def probability(weights: Mapping[str, float], features: Mapping[str, float]) -> float:
    """The probability that a record with these features is right, two digits. Features without a weight do not count.

    >>> probability({"base": 0.0, "named": 1.0}, {"named": 1.0})
    0.73
    """
    score = weights["base"] + sum(weights.get(name, 0.0) * value for name, value in features.items())
    return round(min(max(1 / (1 + exp(-score)), LOWEST), HIGHEST), 2)
