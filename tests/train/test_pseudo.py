"""Trees by the network for sentences that have none."""

import pytest

pytest.importorskip("torch")

import torch
from msgspec.structs import replace

from dateline.language.pieces import Pieces
from dateline.train.batches import MOST_PIECES
from dateline.train.examples import IGNORE, Labels, blank
from dateline.train.network import Network
from dateline.train.pseudo import grow, parse
from dateline.train.recipe import read_recipe

LABELS = Labels(
    rel=("root", "obj"), upos=("X", "Y", "Z"), feats=("", "Number=Sing"), semantic=("",), names=("O",), mentions=("O",)
)
PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b"])


@pytest.fixture
def network():
    torch.manual_seed(1)
    recipe = read_recipe(None)
    size = replace(recipe.encoder, layers=1, width=16, heads=2, inner=16, pretrained=False)
    small = replace(recipe, encoder=size, arc_width=4, label_width=3, tag_width=8, role_width=3)
    return Network(small, LABELS, PIECES.size)


def test_every_word_gets_what_the_network_scores_best(network):
    one, other = blank(["a", "b", "a", "b"]), blank(["b"])
    first, second = parse(network, [one, other], PIECES)
    for tree, words in ((first, 4), (second, 1)):
        assert [len(tree.heads), len(tree.rel), len(tree.upos), len(tree.feats)] == [words] * 4
        assert all(0 <= head <= words and head != i for i, head in enumerate(tree.heads, 1))
        assert set(tree.rel) <= {0, 1}
        assert set(tree.upos) <= {0, 1, 2}
    assert second.heads == [0]
    assert not network.training


def test_a_sentence_is_read_alike_alone_and_among_others(network):
    examples = [blank(["a", "b", "b"]), blank(["b", "a"]), blank(["a"] * 9)]
    assert parse(network, examples, PIECES) == [parse(network, [e], PIECES)[0] for e in examples]


def test_what_is_too_long_stays_without_a_tree(network):
    long, short = blank(["a"] * MOST_PIECES), blank(["a", "b"])
    trees = parse(network, [long, short], PIECES)
    assert grow([long, short], trees) == 1
    assert set(long.heads) == {-1}
    assert short.heads == trees[1].heads
    assert IGNORE not in short.upos
