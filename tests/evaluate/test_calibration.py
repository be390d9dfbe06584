import random

import pytest

from dateline.evaluate.calibration import (
    Bin,
    Sample,
    brier,
    calibration_error,
    cross_validated,
    fit,
    predicted,
    ranking,
    reliability,
)

EDGES = (0.0, 0.5, 1.0)


def samples(n: int, *, seed: int = 1, set_: str = "home", shift: float = 0.0) -> list[Sample]:
    """Records of which those with `good` are right in 9 of 10 cases, the others in 5; `bad` makes them wrong more
    often, `noise` says nothing."""
    chance = random.Random(seed)
    out = []
    for i in range(n):
        features = {name: float(chance.random() < 0.5) for name in ("good", "bad", "noise")}
        p = 0.5 + 0.4 * features["good"] - 0.3 * features["bad"] + shift
        out.append(Sample(set_, f"{set_}{i % 20}", features, chance.random() < p))
    return out


def test_what_helps_gets_weight_and_what_hurts_none() -> None:
    weights = fit(samples(2000), home="home")
    assert weights["good"] > 1.0
    assert weights["bad"] == 0.0
    assert abs(weights["noise"]) < 0.4


def test_probabilities_are_what_comes_out() -> None:
    train = [s for s in samples(3000) if not s.features["bad"]]
    weights = fit(train, home="home", penalty=0.1)
    good = Sample("home", "x", {"good": 1.0, "bad": 0.0, "noise": 0.0}, True)
    plain = Sample("home", "x", {"good": 0.0, "bad": 0.0, "noise": 0.0}, True)
    assert predicted(weights, good) == pytest.approx(0.9, abs=0.03)
    assert predicted(weights, plain) == pytest.approx(0.5, abs=0.05)


def test_another_set_does_not_lift_the_base() -> None:
    home, other = samples(1000), samples(1000, seed=2, set_="other", shift=0.4)
    alone = fit(home, home="home")["base"]
    assert fit(home + other, home="home")["base"] == pytest.approx(alone, abs=0.25)
    assert fit(home + other, home="other")["base"] > alone + 0.5


def test_no_samples_of_the_home_set() -> None:
    with pytest.raises(ValueError, match="no samples of 'other'"):
        fit(samples(10), home="other")


def test_cross_validation_judges_each_record_of_home_once() -> None:
    home, other = samples(200), samples(50, set_="other")
    sure = cross_validated(home + other, home="home")
    assert len(sure) == 200
    assert calibration_error(reliability(sure, [s.right for s in home], EDGES)) < 0.1


def test_cross_validation_does_not_see_the_document() -> None:
    # one document says the opposite of the others: judged by those, it must come out wrong
    odd = [Sample("home", "odd", {"good": 1.0}, False) for _ in range(20)]
    even = [Sample("home", f"d{n % 9}", {"good": 1.0}, True) for n in range(90)]
    sure = cross_validated(odd + even, home="home", folds=10)
    assert min(sure[:20]) > 0.9


def test_reliability() -> None:
    bins = reliability([0.2, 0.4, 0.6, 1.0], [False, True, True, True], EDGES)
    assert bins == [Bin(0.0, 0.5, 2, pytest.approx(0.3), 0.5), Bin(0.5, 1.0, 2, pytest.approx(0.8), 1.0)]
    assert calibration_error(bins) == pytest.approx(0.2)
    assert reliability([0.7], [True], EDGES) == [Bin(0.5, 1.0, 1, 0.7, 1.0)]
    assert calibration_error([]) == 0.0


def test_brier() -> None:
    assert brier([1.0, 0.5], [True, False]) == pytest.approx(0.125)


@pytest.mark.parametrize(
    ("sure", "right", "auc"),
    [
        ([0.9, 0.1], [True, False], 1.0),
        ([0.1, 0.9], [True, False], 0.0),
        ([0.5, 0.5], [True, False], 0.5),
        ([0.9, 0.8], [True, True], 0.5),
    ],
)
def test_ranking(sure: list[float], right: list[bool], auc: float) -> None:
    assert ranking(sure, right) == auc
