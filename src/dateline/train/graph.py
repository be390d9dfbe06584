"""The network as an ONNX graph, built by hand from onnxruntime's fused transformer operators."""

from typing import Any

import numpy as np
import onnx
from numpy.typing import NDArray
from onnx import TensorProto, helper, numpy_helper

Weights = dict[str, NDArray[np.float32]]
_CONTRIB = "com.microsoft"


class _Graph:
    """Collects nodes and constants; every method returns the name of what it made."""

    def __init__(self, weights: Weights) -> None:
        self.weights = weights
        self.nodes: list[Any] = []
        self.constants: dict[str, Any] = {}

    def constant(self, name: str, value: NDArray[Any]) -> str:
        self.constants[name] = numpy_helper.from_array(np.ascontiguousarray(value), name)
        return name

    def weight(self, name: str, *, transpose: bool = False) -> str:
        value = self.weights[name]
        return self.constant(name, value.T if transpose else value)

    def node(self, kind: str, inputs: list[str], output: str, *, contrib: bool = False, **options: Any) -> str:
        domain = _CONTRIB if contrib else ""
        self.nodes.append(helper.make_node(kind, inputs, [output], name=output + "/op", domain=domain, **options))
        return output

    def dense(self, x: str, name: str, output: str, *, bias: bool = True) -> str:
        out = self.node("MatMul", [x, self.weight(f"{name}.weight", transpose=True)], output)
        return self.node("Add", [out, self.weight(f"{name}.bias")], output + "_biased") if bias else out

    def gelu(self, x: str, name: str, output: str) -> str:
        return self.node("FastGelu", [x, self.weight(f"{name}.bias")], output, contrib=True)


def build(weights: Weights, *, layers: int, heads: int, arc: int, label: int) -> Any:
    """The model: ids, shapes (batch, pieces), lengths (batch), firsts (flat places of the words' first pieces)

    to arc scores (batch, words, words), the two label vectors, tag scores, the scores of the second block of taggers,
    and the role vectors. The weights are those of `Network`.
    """
    g = _Graph(weights)
    width = weights["encoder.words.weight"].shape[1]
    g.nodes.append(
        helper.make_node(
            "EmbedLayerNormalization",
            [
                "ids",
                "shapes",
                g.weight("encoder.words.weight"),
                g.weight("encoder.positions.weight"),
                g.weight("encoder.shapes.weight"),
                g.weight("encoder.norm.weight"), g.weight("encoder.norm.bias"),
            ],
            ["state0", "unused_mask"], name="embed", domain=_CONTRIB, epsilon=1e-12,
        )
    )  # fmt: skip
    x = "state0"
    states = [x]
    for i in range(layers):
        x = _layer(g, x, f"encoder.layers.{i}", f"layer{i}", heads)
        states.append(x)
    g.constant("flat", np.array([-1, width], np.int64))
    tree, tags, marks = (_mixed(g, states, name) for name in ("mix_tree", "mix_tags", "mix_marks"))
    parts = g.gelu(g.dense(tree, "arc_label", "arc_label_in", bias=False), "arc_label", "arc_label_out")
    g.constant("sizes", np.array([arc, arc, label, label], np.int64))
    g.nodes.append(
        helper.make_node("Split", [parts, "sizes"], ["dep", "head", "label_dep", "label_head"], name="split", axis=-1)
    )
    left = g.node("Add", [g.node("MatMul", ["dep", g.weight("arc")], "arc_left"), g.weight("arc_bias")], "arc_left_b")
    g.node("MatMul", [left, g.node("Transpose", ["head"], "head_t", perm=[0, 2, 1])], "arcs")
    hidden = g.gelu(g.dense(tags, "tag_hidden", "tag_in", bias=False), "tag_hidden", "tag_out")
    g.node("Add", [g.dense(hidden, "tag", "tag_scores", bias=False), g.weight("tag.bias")], "tags")
    marked = g.gelu(g.dense(marks, "mark_hidden", "mark_in", bias=False), "mark_hidden", "mark_out")
    g.node("Add", [g.dense(marked, "mark", "mark_scores", bias=False), g.weight("mark.bias")], "marks")
    g.node("Add", [g.dense(marked, "role", "role_scores", bias=False), g.weight("role.bias")], "roles")
    return _model(
        g,
        inputs=[
            helper.make_tensor_value_info("ids", TensorProto.INT32, ["batch", "pieces"]),
            helper.make_tensor_value_info("shapes", TensorProto.INT32, ["batch", "pieces"]),
            helper.make_tensor_value_info("lengths", TensorProto.INT32, ["batch"]),
            helper.make_tensor_value_info("firsts", TensorProto.INT64, ["batch", "words"]),
        ],
        outputs=[
            helper.make_tensor_value_info("arcs", TensorProto.FLOAT, ["batch", "words", "words"]),
            helper.make_tensor_value_info("label_dep", TensorProto.FLOAT, ["batch", "words", label]),
            helper.make_tensor_value_info("label_head", TensorProto.FLOAT, ["batch", "words", label]),
            *(
                helper.make_tensor_value_info(
                    name, TensorProto.FLOAT, ["batch", "words", len(weights[f"{name[:-1]}.bias"])]
                )
                for name in ("tags", "marks", "roles")
            ),
        ],
    )


def build_labels(weights: Weights, *, label: int) -> Any:
    """The label scorer: rows of dependents and of their heads (pairs, label) to the scores of the relations."""
    g = _Graph(weights)
    relations = weights["label"].shape[1] // (label + 1)
    inner = weights["label"].reshape(label + 1, relations, label + 1)
    # The ones appended to both vectors in training become terms of their own.
    g.constant("square", inner[:label, :, :label].reshape(label, relations * label))
    g.constant("by_head", inner[label, :, :label].T)
    g.constant("by_dep", inner[:label, :, label])
    g.constant("bias", inner[label, :, label])
    g.constant("shape", np.array([-1, relations, label], np.int64))
    g.constant("last", np.array([2], np.int64))
    left = g.node("Reshape", [g.node("MatMul", ["dep", "square"], "left"), "shape"], "left3")
    pairs = g.node("MatMul", [left, g.node("Unsqueeze", ["head", "last"], "head3")], "pairs")
    total = g.node("Squeeze", [pairs, "last"], "pairs2")
    for i, (x, matrix) in enumerate((("head", "by_head"), ("dep", "by_dep"))):
        total = g.node("Add", [total, g.node("MatMul", [x, matrix], f"term{i}")], f"total{i}")
    g.node("Add", [total, "bias"], "scores")
    pair = [helper.make_tensor_value_info(n, TensorProto.FLOAT, ["pairs", label]) for n in ("dep", "head")]
    return _model(g, pair, [helper.make_tensor_value_info("scores", TensorProto.FLOAT, ["pairs", relations])])


def _layer(g: _Graph, x: str, name: str, out: str, heads: int) -> str:
    mixed = g.node(
        "Attention",
        [x, g.weight(f"{name}.qkv.weight", transpose=True), g.weight(f"{name}.qkv.bias"), "lengths"],
        f"{out}_attention", contrib=True, num_heads=heads,
    )  # fmt: skip
    x = _add_norm(g, g.dense(mixed, f"{name}.out", f"{out}_out", bias=False), x, f"{name}.norm1", f"{name}.out", out)
    up = g.gelu(g.dense(x, f"{name}.up", f"{out}_up", bias=False), f"{name}.up", f"{out}_gelu")
    down = g.dense(up, f"{name}.down", f"{out}_down", bias=False)
    return _add_norm(g, down, x, f"{name}.norm2", f"{name}.down", f"{out}_state")


def _add_norm(g: _Graph, x: str, skip: str, norm: str, dense: str, out: str) -> str:
    inputs = [x, skip, g.weight(f"{norm}.weight"), g.weight(f"{norm}.bias"), g.weight(f"{dense}.bias")]
    return g.node("SkipLayerNormalization", inputs, f"{out}_normed", contrib=True, epsilon=1e-12)


def _mixed(g: _Graph, states: list[str], name: str) -> str:
    """The words' vectors as a weighted sum of all layers."""
    weights = np.exp(g.weights[name] - g.weights[name].max())
    share = (weights / weights.sum()).astype(np.float32)
    scaled = [
        g.node("Mul", [s, g.constant(f"{name}_share{i}", np.array(share[i]))], f"{name}_scaled{i}")
        for i, s in enumerate(states)
    ]
    flat = g.node("Reshape", [g.node("Sum", scaled, f"{name}_sum"), "flat"], f"{name}_flat")
    return g.node("Gather", [flat, "firsts"], f"{name}_words", axis=0)


def _model(g: _Graph, inputs: list[Any], outputs: list[Any]) -> Any:
    graph = helper.make_graph(g.nodes, "dateline", inputs, outputs, list(g.constants.values()))
    opsets = [helper.make_opsetid("", 17), helper.make_opsetid(_CONTRIB, 1)]
    model = helper.make_model(graph, opset_imports=opsets, producer_name="dateline")
    model.ir_version = 9
    return model


def save(model: Any, path: Any) -> None:
    """Writes the model, nothing else beside it."""
    onnx.save(model, str(path))
