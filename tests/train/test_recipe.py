from pathlib import Path

import pytest

from dateline.errors import SettingError
from dateline.train.recipe import WEIGHTS, Recipe, Stage, read_recipe

STAGE = '[[stages]]\nname = "trees"\nminutes = 2\n'


def test_the_shipped_recipe_is_complete() -> None:
    recipe = read_recipe()
    assert recipe.encoder.pretrained
    assert recipe.label_width == 64
    assert sum(stage.minutes for stage in recipe.stages) < 180
    assert not recipe.weights.keys() - WEIGHTS.keys()


def test_what_a_file_leaves_out_has_a_default(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text(STAGE + "[encoder]\nlayers = 3\n", encoding="utf-8")
    recipe = read_recipe(path)
    assert recipe.stages == (Stage("trees", 2),)
    assert (recipe.encoder.layers, recipe.seed) == (3, Recipe(()).seed)
    assert recipe.weight("cue") == WEIGHTS["cue"]


def test_a_recipe_may_weigh_targets_otherwise() -> None:
    assert Recipe((), weights={"cue": 0.1}).weight("cue") == 0.1


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("sed = 2", "stages|sed"),
        (STAGE.replace("minutes", "minuts"), "minutes|minuts"),
        (STAGE.replace("2", '"x"'), "minutes"),
        ("=", "r.toml"),
    ],
)
def test_a_wrong_file_is_explained(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=message):
        read_recipe(path)
