from pathlib import Path

import pytest

from dateline.errors import TrainingError
from dateline.train.corpus import TASKS, load_corpus
from dateline.train.recipe import read_recipe


def test_every_missing_file_is_named_at_once(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"ud_ewt/train\.conllu.*ud_gum/dev\.conllu.*polnear") as error:
        load_corpus(tmp_path, tasks=["polnear"])
    assert "causal_news" not in str(error.value)


def test_a_task_that_does_not_exist(tmp_path: Path) -> None:
    with pytest.raises(TrainingError, match=r"no task 'polner' .*polnear"):
        load_corpus(tmp_path, tasks=["polner"])


def test_the_shipped_recipe_takes_every_task() -> None:
    assert set(read_recipe().tasks) == set(TASKS)
