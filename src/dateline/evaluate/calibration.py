"""Calibration: a probability for every record from a few yes-or-no features, and how well it keeps its word.

Logistic regression with a penalty, in which no feature may lower the probability (those that would are left out). All
sets of samples share the weights; each has a base of its own, because sets differ in how they were chosen, drawn
towards the common one by the same penalty, so that a small set does not stand on chance alone.
"""

from collections.abc import Mapping, Sequence
from itertools import pairwise

import numpy as np
from msgspec import Struct
from numpy.typing import NDArray

PENALTY = 4.0
"""Of the sum of squared weights: a feature or a set that is seen little stays near what is common."""

Floats = NDArray[np.float64]


class Sample(Struct, frozen=True):
    """A record that was coded: the set and document it is from, what is known of it, whether it was right, and the
    confidence that it had before."""

    set: str
    document: str
    features: dict[str, float]
    right: bool
    before: float = 0.5


class Bin(Struct, frozen=True):
    """The records whose confidence lies in `[low, high)`: how many, their mean confidence, the share that was right."""

    low: float
    high: float
    n: int
    predicted: float
    observed: float


def fit(samples: Sequence[Sample], *, home: str, penalty: float = PENALTY) -> dict[str, float]:
    """The weights by feature, with `base` for the set `home`. Features that would get a weight below zero are 0.

    Raises ValueError for no samples of `home`.
    """
    sets = sorted({sample.set for sample in samples})
    if home not in sets:
        raise ValueError(f"no samples of {home!r}")
    names = list(samples[0].features)
    right = np.array([float(sample.right) for sample in samples])
    table = np.array(
        [[1.0] + [float(s.set == name) for name in sets] + [s.features[name] for name in names] for s in samples]
    )
    first = 1 + len(sets)
    penalties = np.array([0.01] + [penalty] * (len(sets) + len(names)))
    kept = list(range(first + len(names)))
    while True:
        weights = _newton(table[:, kept], right, penalties[kept])
        worst = min((k for k in range(len(kept)) if kept[k] >= first), key=lambda k: weights[k], default=None)
        if worst is None or weights[worst] >= 0:
            break
        del kept[worst]
    by_column = dict(zip(kept, weights, strict=True))
    out = {"base": round(float(by_column[0] + by_column[1 + sets.index(home)]), 3)}
    return out | {name: round(float(by_column.get(first + n, 0.0)), 3) for n, name in enumerate(names)}


def _newton(table: Floats, right: Floats, penalties: Floats) -> Floats:
    weights = np.zeros(table.shape[1])
    for _ in range(50):
        sure = 1 / (1 + np.exp(-(table @ weights)))
        slope = table.T @ (sure - right) + penalties * weights
        curve = (table.T * (sure * (1 - sure))) @ table + np.diag(penalties)
        step = np.linalg.solve(curve, slope)
        weights = weights - step
        if float(np.abs(step).max()) < 1e-8:
            break
    return weights


def predicted(weights: Mapping[str, float], sample: Sample) -> float:
    """The probability that the weights give a sample, as the coder would."""
    from dateline.knowledge.confidence import probability

    return probability(weights, sample.features)


def cross_validated(samples: Sequence[Sample], *, home: str, folds: int = 10, penalty: float = PENALTY) -> list[float]:
    """For each sample of `home`, in order, its probability by weights that no sample of its document took part in."""
    documents = sorted({sample.document for sample in samples if sample.set == home})
    fold_of = {document: n % folds for n, document in enumerate(documents)}
    weights: dict[int, dict[str, float]] = {}
    for fold in sorted(set(fold_of.values())):
        others = [s for s in samples if s.set != home or fold_of[s.document] != fold]
        weights[fold] = fit(others, home=home, penalty=penalty)
    return [predicted(weights[fold_of[s.document]], s) for s in samples if s.set == home]


def reliability(probabilities: Sequence[float], right: Sequence[bool], edges: Sequence[float]) -> list[Bin]:
    """The bins between the edges that hold anything; the last one holds its upper edge too."""
    out: list[Bin] = []
    for low, high in pairwise(edges):
        held = [
            (p, r) for p, r in zip(probabilities, right, strict=True) if low <= p < high or (p == high == edges[-1])
        ]
        if held:
            n = len(held)
            out.append(Bin(low, high, n, sum(p for p, _ in held) / n, sum(r for _, r in held) / n))
    return out


def calibration_error(bins: Sequence[Bin]) -> float:
    """Expected calibration error: the mean distance of predicted and observed, weighed by how many records it holds."""
    total = sum(b.n for b in bins)
    return sum(b.n * abs(b.predicted - b.observed) for b in bins) / total if total else 0.0


def brier(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """Mean squared distance of the probability from what came out; lower is better."""
    return float(np.mean([(p - r) ** 2 for p, r in zip(probabilities, right, strict=True)]))


def ranking(probabilities: Sequence[float], right: Sequence[bool]) -> float:
    """The chance that a right record is surer than a wrong one (AUC); 0.5 where there is only one kind."""
    good = [p for p, r in zip(probabilities, right, strict=True) if r]
    bad = [p for p, r in zip(probabilities, right, strict=True) if not r]
    if not good or not bad:
        return 0.5
    wins = sum((g > b) + 0.5 * (g == b) for g in good for b in bad)
    return wins / (len(good) * len(bad))
