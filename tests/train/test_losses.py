"""Losses: what is unknown costs nothing, and right answers cost less than wrong ones."""

import pytest

pytest.importorskip("torch")

import torch
from msgspec.structs import replace

from dateline.language.pieces import Pieces
from dateline.train.batches import make_batch
from dateline.train.examples import ANCHORS, Example, Labels, Role, blank
from dateline.train.losses import losses
from dateline.train.network import CLASSES, SIGNS, Network
from dateline.train.recipe import WEIGHTS, read_recipe

LABELS = Labels(rel=("root", "obj"), upos=("X", "Y"), feats=("",), semantic=("",), names=("O",), mentions=("O",))
PIECES = Pieces(["[PAD]", "[UNK]", "[CLS]", "[SEP]", "a", "b"])
RECIPE = read_recipe(None)


@pytest.fixture
def network():
    torch.manual_seed(1)
    size = replace(RECIPE.encoder, layers=1, width=16, heads=2, inner=16, pretrained=False)
    return Network(
        replace(RECIPE, encoder=size, arc_width=4, label_width=3, tag_width=8, role_width=3), LABELS, PIECES.size
    ).eval()


def loss_of(network: Network, example: Example, **weights: float) -> float:
    batch = make_batch([example], PIECES)
    outputs = network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
    recipe = replace(RECIPE, weights={**dict.fromkeys(WEIGHTS, 0.0), **weights})
    return float(losses(network, outputs, batch, recipe).detach())


def test_of_nothing_known_nothing_is_learned(network):
    assert loss_of(network, blank(["a", "b"]), **WEIGHTS) == 0.0


def marked(name: str) -> Example:
    example = blank(["a", "b"])
    if name == "roles":
        example.roles = [Role(1, [1, 3])]
    elif name == "causal":
        example.causal = 1
    elif name == "kind":
        example.kind = 3
    else:
        example.marks[name] = [1, 0]
    return example


@pytest.mark.parametrize("name", ["cue", "speech", "happened", "reason", "anchor", "kind", "causal", "roles"])
def test_every_mark_counts_by_its_weight(network, name):
    example = marked(name)
    once, twice = loss_of(network, example, **{name: 1.0}), loss_of(network, example, **{name: 2.0})
    assert once > 0
    assert twice == pytest.approx(2 * once, rel=1e-4)
    assert loss_of(network, example) == 0.0


def test_marks_can_be_left_out(network):
    batch = make_batch([marked("cue")], PIECES)
    outputs = network(batch.ids, batch.shapes, batch.lengths, batch.firsts)
    assert float(losses(network, outputs, batch, RECIPE, marks=False).detach()) == 0.0


def test_one_word_of_the_type_is_enough(network):
    batch = make_batch([marked("kind")], PIECES)
    outputs = list(network(batch.ids, batch.shapes, batch.lengths, batch.firsts))
    recipe = replace(RECIPE, weights={**dict.fromkeys(WEIGHTS, 0.0), "kind": 1.0})
    column = sum(len(getattr(LABELS, name)) for name in CLASSES) - len(ANCHORS) + 3
    found = []
    for words in ((), (1,), (1, 2)):
        marks = torch.zeros_like(outputs[4])
        for word in words:
            marks[0, word, column] = 9.0
        loss = losses(network, (*outputs[:4], marks, outputs[5]), batch, recipe)
        found.append(float(loss.detach()))
    nowhere, one, both = found
    assert one < 0.01 < nowhere
    assert both <= one
    assert len(SIGNS) == outputs[4].shape[2] - sum(len(getattr(LABELS, name)) for name in CLASSES)
