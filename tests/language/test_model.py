from itertools import pairwise
from pathlib import Path

import pytest

from dateline.errors import ModelError
from dateline.language import load_model
from dateline.language.model import Model


def test_one_tree_per_sentence_in_the_order_given() -> None:
    sentences = [["Peace"], ["The", "army", "left", "."], ["No", "."]]
    trees = load_model().parse(sentences)
    assert [[(b.first, b.last) for b in blocks] for blocks in trees] == [[(0, 1)], [(0, 4)], [(0, 2)]]
    (left,) = trees[1]
    assert left.heads == [1, 2, -1, 2]
    assert left.rels == ["det", "nsubj", "root", "punct"]
    assert left.upos == ["DET", "NOUN", "VERB", "PUNCT"]


def test_divide_gives_blocks_that_cover_the_sentence() -> None:
    words = "the army left the town on monday the mayor stayed at home he was not hurt".split()
    (blocks,) = load_model().parse([words], divide=True)
    assert blocks[0].first == 0
    assert blocks[-1].last == len(words)
    assert all(a.last == b.first for a, b in pairwise(blocks))
    assert all(b.heads.count(-1) == 1 and len(b.heads) == b.last - b.first for b in blocks)


def test_nothing_gives_nothing() -> None:
    assert load_model().parse([]) == []


def test_the_model_is_loaded_once() -> None:
    assert load_model() is load_model()


def test_version_is_a_short_hash() -> None:
    assert len(load_model().version) == 12


def test_a_folder_without_a_model_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.json is missing"):
        Model(tmp_path)


@pytest.mark.parametrize(
    ("described", "message"),
    [
        ('{"format": 99}', "format 99, this version reads formats 1 to 2"),
        ("{}", "format None"),
        ('{"format": 1}', r"model\.onnx is missing"),
    ],
)
def test_a_folder_that_does_not_fit(tmp_path: Path, described: str, message: str) -> None:
    (tmp_path / "model.json").write_text(described, encoding="utf-8")
    with pytest.raises(ModelError, match=message):
        Model(tmp_path)
