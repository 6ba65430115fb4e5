"""The nets as ONNX graphs, written node by node, so that what ships holds nothing an exporter put there.

Inputs: `words` (float, rows × pieces × width: the shared embeddings) and `features` (rows × pieces × 3, where the net
takes them). There is no mask: what ships reads one window at a time, since the scales of eight-bit products would
otherwise let neighbours in a batch alter each other's scores. The products with weights are then put in eight bits.
"""

from __future__ import annotations

from pathlib import Path

import numpy as np
import onnx
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic

from model import HEADS, INNER, WIDTH, Encoder, Reader

OPSET = 17


class Graph:
    """Nodes and weights as they are added; every method returns the name of what it makes."""

    def __init__(self) -> None:
        self.nodes: list[onnx.NodeProto] = []
        self.weights: list[onnx.TensorProto] = []

    def weight(self, array: np.ndarray) -> str:
        """A constant."""
        name = f"w{len(self.weights)}"
        self.weights.append(numpy_helper.from_array(np.array(array, order="C"), name))
        return name

    def node(self, kind: str, *inputs: str, output: str | None = None, **attributes: object) -> str:
        """A node with one output."""
        made = output or f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(kind, list(inputs), [made], name=f"{kind}_{len(self.nodes)}", **attributes))
        return made

    def linear(self, x: str, weight: np.ndarray, bias: np.ndarray, output: str | None = None) -> str:
        """A product with weights, and a sum."""
        return self.node("Add", self.node("MatMul", x, self.weight(weight.T)), self.weight(bias), output=output)

    def norm(self, x: str, module: object) -> str:
        """A layer norm."""
        scale, bias = self.weight(array_of(module.weight)), self.weight(array_of(module.bias))
        return self.node("LayerNormalization", x, scale, bias, axis=-1, epsilon=1e-12)

    def gelu(self, x: str) -> str:
        """The exact GELU, in the nodes that the run time joins to one."""
        erf = self.node("Erf", self.node("Div", x, self.weight(np.float32(2**0.5))))
        risen = self.node("Mul", x, self.node("Add", erf, self.weight(np.float32(1))))
        return self.node("Mul", risen, self.weight(np.float32(0.5)))

    def heads(self, x: str, order: tuple[int, ...]) -> str:
        """Rows × pieces × width cut into heads, in the order given."""
        cut = self.node("Reshape", x, self.weight(np.array([0, 0, HEADS, WIDTH // HEADS], dtype=np.int64)))
        return self.node("Transpose", cut, perm=list(order))

    def layer(self, x: str, layer: object) -> str:
        """One transformer layer."""
        weight, added = array_of(layer.qkv.weight), array_of(layer.qkv.bias)
        parts = [slice(n * WIDTH, (n + 1) * WIDTH) for n in range(3)]
        q, k, v = (self.linear(x, weight[part], added[part]) for part in parts)
        scores = self.node("MatMul", self.heads(q, (0, 2, 1, 3)), self.heads(k, (0, 2, 3, 1)))
        scaled = self.node("Div", scores, self.weight(np.float32((WIDTH // HEADS) ** 0.5)))
        weights = self.node("Softmax", scaled, axis=-1)
        seen = self.node("Transpose", self.node("MatMul", weights, self.heads(v, (0, 2, 1, 3))), perm=[0, 2, 1, 3])
        joined = self.node("Reshape", seen, self.weight(np.array([0, 0, WIDTH], dtype=np.int64)))
        x = self.norm(self.node("Add", x, self.linear(joined, *pair(layer.out))), layer.norm)
        inner = self.gelu(self.linear(x, *pair(layer.up)))
        return self.norm(self.node("Add", x, self.linear(inner, *pair(layer.down))), layer.last_norm)


def array_of(tensor: object) -> np.ndarray:
    """A trained tensor as an array."""
    return tensor.detach().numpy()


def pair(module: object) -> tuple[np.ndarray, np.ndarray]:
    """Weight and bias of a linear module."""
    return array_of(module.weight), array_of(module.bias)


def write_encoder(encoder: Encoder, path: Path, reader: Reader | None = None) -> None:
    """The encoder as a graph; with `reader`, told features and ending in its heads, else ending in vectors."""
    graph = Graph()
    inputs = [helper.make_tensor_value_info("words", TensorProto.FLOAT, ["rows", "pieces", WIDTH])]
    size = graph.node("Gather", graph.node("Shape", "words"), graph.weight(np.array([1], dtype=np.int64)), axis=0)
    zero = graph.weight(np.array([0], dtype=np.int64))
    places = graph.node("Slice", graph.weight(array_of(encoder.positions)), zero, size)
    x = graph.node("Add", "words", places)
    if reader is not None:
        inputs.append(helper.make_tensor_value_info("features", TensorProto.INT64, ["rows", "pieces", 3]))
        for number, table in enumerate(encoder.features):
            row = graph.node("Gather", "features", graph.weight(np.int64(number)), axis=2)
            x = graph.node("Add", x, graph.node("Gather", graph.weight(array_of(table.weight)), row, axis=0))
    x = graph.norm(x, encoder.norm)
    for layer in encoder.layers:
        x = graph.layer(x, layer)
    outputs = finish(graph, x, reader)
    proto = helper.make_graph(graph.nodes, "crossread", inputs, outputs, graph.weights)
    made = helper.make_model(proto, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=8)
    onnx.checker.check_model(made)
    onnx.save(made, path)


def finish(graph: Graph, x: str, reader: Reader | None) -> list[onnx.ValueInfoProto]:
    """The outputs: tags and links, or vectors."""
    if reader is None:
        graph.node("Identity", x, output="vectors")
        return [helper.make_tensor_value_info("vectors", TensorProto.FLOAT, ["rows", "pieces", WIDTH])]
    made = []
    for name, module in (("tags", reader.tags), ("links", reader.links)):
        graph.linear(x, *pair(module), output=name)
        made.append(helper.make_tensor_value_info(name, TensorProto.FLOAT, ["rows", "pieces", module.out_features]))
    return made


def quantize(source: Path, target: Path) -> None:
    """The graph with the products of its weights in eight bits, a scale a column.

    Seven bits of the eight are used: processors without newer instructions would overflow otherwise.
    """
    quantize_dynamic(source, target, weight_type=QuantType.QInt8, per_channel=True, reduce_range=True)


__all__ = ["INNER", "Graph", "quantize", "write_encoder"]
