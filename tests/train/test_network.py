"""The network: shapes of its scores, and what padding must not change."""

import pytest

pytest.importorskip("torch")

import torch
from msgspec.structs import replace

from dateline.train.examples import Labels
from dateline.train.network import CLASSES, SIGNS, TAGS, Network
from dateline.train.recipe import read_recipe

LABELS = Labels(
    rel=("root", "obj", "nsubj"),
    upos=("X", "Y"),
    feats=("", "Number=Sing"),
    semantic=("",),
    names=("O", "B-place", "I-place"),
    mentions=("O",),
)


@pytest.fixture
def network():
    torch.manual_seed(1)
    recipe = read_recipe(None)
    size = replace(recipe.encoder, layers=2, width=32, heads=4, inner=64, pretrained=False)
    return Network(
        replace(recipe, encoder=size, arc_width=8, label_width=6, tag_width=16, role_width=5), LABELS, 40
    ).eval()


def test_every_pair_of_words_has_a_score_and_every_word_its_tags(network):
    ids = torch.randint(1, 40, (2, 7))
    firsts = torch.tensor([[0, 1, 3], [0, 2, 4]])
    arcs, dependent, head, tags, marks, roles = network(ids, torch.zeros_like(ids), torch.tensor([7, 7]), firsts)
    assert arcs.shape == (2, 3, 3)
    assert dependent.shape == head.shape == (2, 3, 6)
    assert tags.shape == (2, 3, sum(len(getattr(LABELS, name)) for name in TAGS) + 1)
    assert marks.shape == (2, 3, sum(len(getattr(LABELS, name)) for name in CLASSES) + len(SIGNS))
    assert roles.shape == (2, 3, 10)
    assert network.roles(roles[..., :5], roles[:, 1, 5:]).shape == (2, 3, len(LABELS.roles))
    assert network.relations(dependent[0], head[0]).shape == (3, len(LABELS.rel))


def test_what_stands_behind_the_end_changes_nothing(network):
    ids = torch.randint(1, 40, (1, 5))
    firsts = torch.tensor([[0, 1, 3]])
    longer = torch.cat([ids, torch.tensor([[9, 11]])], 1)
    with torch.no_grad():
        short = network(ids, torch.zeros_like(ids), torch.tensor([5]), firsts)
        padded = network(longer, torch.zeros_like(longer), torch.tensor([5]), firsts)
        other = network(longer, torch.zeros_like(longer), torch.tensor([7]), firsts)
    for a, b, c in zip(short, padded, other, strict=True):
        assert torch.allclose(a, b, atol=1e-5)
        assert not torch.allclose(a, c, atol=1e-5)
