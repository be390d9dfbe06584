from pathlib import Path

import pytest

from dateline.claims.confidence import FEATURES as OF_CLAIMS
from dateline.errors import PackError
from dateline.events.confidence import FEATURES as OF_EVENTS
from dateline.events.confidence import WAYS
from dateline.knowledge.confidence import HIGHEST, LOWEST, load_confidence, probability, read_confidence

PACK = "version = 1\n[event]\nbase = -1.0\nnamed = {weight}\n[claim]\nbase = 0.5\n[fields]\n"


def test_the_pack_weighs_the_features_that_there_are() -> None:
    pack = load_confidence()
    assert set(pack.event) == {"base", *OF_EVENTS}
    assert set(pack.claim) == {"base", *OF_CLAIMS}
    assert {way for ways in pack.fields.values() for way in ways} <= set(WAYS)


@pytest.mark.parametrize(
    ("features", "sure"),
    [
        ({}, 0.5),
        ({"a": 1.0}, 0.73),
        ({"a": 0.0}, 0.5),
        ({"a": 0.5}, 0.62),
        ({"unknown": 1.0}, 0.5),
        ({"b": 1.0}, HIGHEST),
    ],
)
def test_probability(features: dict[str, float], sure: float) -> None:
    assert probability({"base": 0.0, "a": 1.0, "b": 50.0}, features) == sure


def test_nothing_is_certain() -> None:
    assert probability({"base": -50.0}, {}) == LOWEST


def test_a_pack_is_read(tmp_path: Path) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(PACK.format(weight=0.7))
    assert read_confidence(path).event == {"base": -1.0, "named": 0.7}


@pytest.mark.parametrize(
    ("text", "message"),
    [
        (PACK.format(weight=-0.7), "confidence.toml: event: named is below zero"),
        (PACK.format(weight=0.7).replace("base = 0.5", "named = 0.5"), "confidence.toml: claim: no weight 'base'"),
        (PACK.format(weight='"high"'), "confidence.toml: Expected `float`"),
    ],
)
def test_a_pack_of_another_form(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "confidence.toml"
    path.write_text(text)
    with pytest.raises(PackError, match=message):
        read_confidence(path)
