"""Batches: rectangles padded right, budgets kept, nothing lost."""

import random

import pytest

pytest.importorskip("torch")

from dateline.language.pieces import MARK, Pieces
from dateline.train.batches import MOST_PIECES, batches, length, make_batch
from dateline.train.examples import IGNORE, Example, Role, blank, from_tree, learn_labels

PIECES = Pieces(
    [
        "[PAD]",
        "[UNK]",
        "[CLS]",
        "[SEP]",
        *"abcdefghijklmnopqrstuvwxyz.",
        *(f"##{c}" for c in "abcdefghijklmnopqrstuvwxyz"),
    ]
)


def words(count: int) -> Example:
    numbers = {
        name: [0] * count
        for name in ("shapes", "heads", "rel", "upos", "feats", "semantic", "names", "mentions", "begins")
    }
    return Example(forms=["ab"] * count, **numbers)


def test_length_counts_pieces_and_both_ends() -> None:
    assert length(words(3), PIECES) == 2 + 3 * 2


def test_a_batch_is_one_rectangle_with_ignored_padding() -> None:
    batch = make_batch([words(1), words(3)], PIECES)
    assert batch.ids.shape == batch.shapes.shape == (2, 8)
    assert batch.lengths.tolist() == [4, 8]
    assert batch.words.tolist() == [2, 4]
    assert batch.firsts.tolist() == [[0, 1, 0, 0], [0, 1, 3, 5]]
    assert batch.ids[0, 4:].tolist() == [PIECES.pad] * 4
    assert batch.shapes[0, 4:].tolist() == [MARK] * 4
    assert batch.targets["upos"][0].tolist() == [IGNORE, 0, IGNORE, IGNORE]


def test_targets_stand_where_their_words_stand(visit) -> None:
    labels = learn_labels([visit] * 3)
    example = from_tree(visit, labels, with_entities=True)
    batch = make_batch([example], PIECES)
    assert batch.targets["heads"][0, 1:].tolist() == example.heads
    assert batch.targets["heads"][0, 0].item() == IGNORE
    assert batch.targets["names"][0, 1:].tolist() == example.names


def test_a_word_without_a_head_is_ignored() -> None:
    example = words(2)
    example.heads = [-1, 1]
    assert make_batch([example], PIECES).targets["heads"].tolist() == [[IGNORE, IGNORE, 1]]


@pytest.mark.parametrize("rng", [None, random.Random(3)])
def test_every_sentence_comes_once_within_the_budget(rng) -> None:
    examples = [words(n) for n in (9, 1, 4, 4, 7, 2, 2, 30)]
    groups = list(batches(examples, PIECES, 40, rng))
    assert sorted(len(e.forms) for g in groups for e in g) == sorted(len(e.forms) for e in examples)
    assert all(len(g) == 1 or len(g) * max(length(e, PIECES) for e in g) <= 40 for g in groups)


def test_a_sentence_too_long_for_the_encoder_is_left_out() -> None:
    assert list(batches([words(MOST_PIECES)], PIECES, 10_000)) == []


def test_cues_and_marks_stand_one_further_than_in_the_example() -> None:
    one, other = blank(["ab"]), blank(["ab", "ab", "ab"])
    other.marks["cue"] = [0, 1, 0]
    other.roles = [Role(1, [1, 3, 2])]
    other.causal, one.kind = 1, 4
    batch = make_batch([one, other], PIECES)
    assert batch.targets["cue"].tolist() == [[IGNORE] * 4, [IGNORE, 0, 1, 0]]
    assert batch.cues.tolist() == [[1, 2]]
    assert batch.roles.tolist() == [[IGNORE, 1, 3, 2]]
    assert batch.causal.tolist() == [IGNORE, 1]
    assert batch.kinds.tolist() == [4, IGNORE]


def test_a_batch_without_cues_has_empty_tables() -> None:
    batch = make_batch([words(2)], PIECES)
    assert batch.cues.shape == (0, 2)
    assert batch.roles.shape == (0, 3)
