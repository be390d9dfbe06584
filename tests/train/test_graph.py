"""The graph that ships computes what the network that was trained computes."""

import numpy as np
import pytest

pytest.importorskip("torch")
pytest.importorskip("onnx")

import onnxruntime
import torch
from msgspec.structs import replace

from dateline.language.pieces import SHAPES
from dateline.train import graph
from dateline.train.examples import Labels
from dateline.train.network import Network
from dateline.train.recipe import read_recipe

LABELS = Labels(
    rel=("root", "obj", "nsubj"), upos=("X", "Y"), feats=("",), semantic=("",), names=("O",), mentions=("O",)
)
VOCABULARY, BATCH, PIECES = 40, 2, 7


@pytest.fixture
def network():
    torch.manual_seed(1)
    recipe = read_recipe(None)
    size = replace(recipe.encoder, layers=2, width=32, heads=4, inner=64, pretrained=False)
    net = Network(
        replace(recipe, encoder=size, arc_width=8, label_width=6, tag_width=16, role_width=5), LABELS, VOCABULARY
    ).eval()
    with torch.no_grad():
        # Every parameter away from zero and one, so that none can be left out unnoticed.
        for parameter in net.parameters():
            parameter.add_(0.3 * torch.randn(parameter.shape))
    return net


@pytest.fixture
def inputs():
    generator = torch.Generator().manual_seed(2)
    lengths = torch.tensor([7, 5])
    ids = torch.randint(1, VOCABULARY, (BATCH, PIECES), generator=generator)
    ids[1, 5:] = 0
    shapes = torch.randint(0, SHAPES, (BATCH, PIECES), generator=generator)
    firsts = torch.tensor([[0, 1, 3, 5], [0, 1, 2, 4]])
    return ids, shapes, lengths, firsts


def weights_of(network):
    return {name: value.detach().numpy().astype(np.float32) for name, value in network.state_dict().items()}


def session(model):
    return onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])


def test_scores_are_those_of_the_network(network, inputs):
    ids, shapes, lengths, firsts = inputs
    model = session(graph.build(weights_of(network), layers=2, heads=4, arc=8, label=6))
    flat = firsts + torch.arange(BATCH)[:, None] * PIECES
    found = model.run(
        ["arcs", "label_dep", "label_head", "tags", "marks", "roles"],
        {
            "ids": ids.numpy().astype(np.int32),
            "shapes": shapes.numpy().astype(np.int32),
            "lengths": lengths.numpy().astype(np.int32),
            "firsts": flat.numpy(),
        },
    )
    with torch.no_grad():
        expected = network(ids, shapes, lengths, firsts)
    for ours, theirs in zip(found, expected, strict=True):
        assert np.allclose(ours, theirs.numpy().reshape(ours.shape), rtol=1e-3, atol=1e-3)
    assert np.abs(found[0]).max() > 0.1


def test_labels_are_those_of_the_network(network):
    dependents, heads = torch.randn(5, 6), torch.randn(5, 6)
    model = session(graph.build_labels(weights_of(network), label=6))
    (found,) = model.run(["scores"], {"dep": dependents.numpy(), "head": heads.numpy()})
    with torch.no_grad():
        expected = network.relations(dependents, heads).numpy()
    assert found.shape == (5, len(LABELS.rel))
    assert np.allclose(found, expected, rtol=1e-3, atol=1e-3)
