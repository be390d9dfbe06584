"""From a checkpoint to the folder that ships: int8 graph, label scorer, vocabulary, inventories, card."""

import json
import shutil
import tempfile
from pathlib import Path

import msgspec
import numpy as np
import torch

from dateline.errors import TrainingError
from dateline.train import graph
from dateline.train.examples import Labels
from dateline.train.network import CLASSES, SIGNS, TAGS
from dateline.train.recipe import Recipe
from dateline.train.run import encoder_folder

FORMAT = 2


def export(run: Path, out: Path, *, quantize: bool = True) -> Path:
    """Writes the model of the run's last checkpoint into `out` and returns `out`. fp32 without `quantize`."""
    checkpoint = run / "checkpoint.pt"
    if not checkpoint.exists():
        raise TrainingError(f"{checkpoint}: no checkpoint to export")
    state = torch.load(checkpoint, weights_only=True, map_location="cpu")
    recipe = msgspec.convert(state["recipe"], Recipe)
    labels = msgspec.json.decode((run / "labels.json").read_bytes(), type=Labels)
    weights = {name: value.numpy().astype(np.float32) for name, value in state["network"].items()}
    out.mkdir(parents=True, exist_ok=True)
    full = graph.build(
        weights,
        layers=recipe.encoder.layers,
        heads=recipe.encoder.heads,
        arc=recipe.arc_width,
        label=recipe.label_width,
    )
    if quantize:
        _quantize(full, out / "model.onnx")
    else:
        graph.save(full, out / "model.onnx")
    graph.save(graph.build_labels(weights, label=recipe.label_width), out / "labels.onnx")
    # The scorer of roles is small enough for plain arrays: (role width + 1, roles, role width + 1).
    width = recipe.role_width + 1
    np.save(out / "roles.npy", weights["role_pair"].reshape(width, len(labels.roles), width).astype(np.float32))
    shutil.copyfile(encoder_folder() / "vocab.txt", out / "vocab.txt")
    described = {
        "format": FORMAT,
        "labels": msgspec.to_builtins(labels),
        "tags": list(TAGS),
        "classes": list(CLASSES),
        "signs": list(SIGNS),
        "trained": {key: state[key] for key in ("step", "epoch", "seen")},
    }
    (out / "model.json").write_text(json.dumps(described, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
    return out


def _quantize(model: object, path: Path) -> None:
    """Weights to int8 per channel; activations get their scale at run time.

    Per channel costs a tenth of a point of LAS, per tensor almost a whole one. Signed weights: twice as fast as
    unsigned ones. DefaultTensorType because shape inference does not know the fused operators.
    """
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "full.onnx"
        graph.save(model, source)
        quantize_dynamic(
            source,
            path,
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"DefaultTensorType": 1, "MatMulConstBOnly": True},
        )
