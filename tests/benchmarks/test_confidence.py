import tomllib

import pytest
from confidence import pack, shares_of
from samples import FieldSample

from dateline.knowledge.confidence import Share


def test_few_cases_stay_near_the_mean_of_the_field() -> None:
    many = [FieldSample("place", "own", True)] * 45 + [FieldSample("place", "own", False)] * 5
    few = [FieldSample("place", "shared", False)]
    shares = shares_of(many + few)["place"]
    assert shares["own"] == Share(0.9, 50)
    assert shares["shared"].n == 1
    assert shares["shared"].right == pytest.approx(0.74, abs=0.01)


def test_the_pack_is_toml_that_the_coder_reads() -> None:
    text = pack({"event": {"base": -0.5, "told": 0.4}, "claim": {"base": 0.1}}, {"when": {"default": Share(0.9, 30)}})
    read = tomllib.loads(text)
    assert read["event"] == {"base": -0.5, "told": 0.4}
    assert read["fields"]["when"]["default"] == {"right": 0.9, "n": 30}
