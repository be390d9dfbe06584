from pathlib import Path

import pytest

from dateline.errors import SettingError
from dateline.train.recipe import Recipe, read_recipe


def test_the_shipped_recipe_is_complete() -> None:
    recipe = read_recipe()
    assert recipe.encoder.pretrained
    assert recipe.label_width == 64


def test_what_a_file_leaves_out_has_a_default(tmp_path: Path) -> None:
    path = tmp_path / "r.toml"
    path.write_text("minutes = 2\n[encoder]\nlayers = 3\n", encoding="utf-8")
    recipe = read_recipe(path)
    assert (recipe.minutes, recipe.encoder.layers, recipe.seed) == (2, 3, Recipe().seed)


@pytest.mark.parametrize(("text", "message"), [("minuts = 2", "minuts"), ('minutes = "x"', "minutes"), ("=", "r.toml")])
def test_a_wrong_file_is_explained(tmp_path: Path, text: str, message: str) -> None:
    path = tmp_path / "r.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(SettingError, match=message):
        read_recipe(path)
