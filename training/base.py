"""The published encoders that teachers begin as, by file: safetensors, or ONNX with matrices in int8, under the names of BERT."""

from pathlib import Path

import numpy as np
import torch


def read_base(path):
    """{name: tensor} of a published encoder. Only the encoder's own tensors are used; a prefix "bert." goes."""
    path = Path(path)
    if path.suffix == ".onnx":
        weights = read_onnx(path)
    else:
        from safetensors.torch import load_file

        weights = load_file(path)
    return {name.removeprefix("bert."): tensor for name, tensor in weights.items()}


def read_onnx(path):
    """An encoder that was exported with int8 matrices: each is its integers less the zero point, times the scale."""
    import onnx
    from onnx import numpy_helper

    graph = onnx.load(path).graph
    stored = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}

    def real(name):
        return (stored[name + "_quantized"].astype(np.float32) - stored[name + "_zero_point"].astype(np.float32)) * stored[name + "_scale"]

    weights = {name: array for name, array in stored.items() if array.dtype == np.float32 and (name.endswith(".bias") or "LayerNorm" in name)}
    for kind in ("word", "position", "token_type"):
        name = f"embeddings.{kind}_embeddings.weight"
        weights[name] = real(name)
    for node in graph.node:
        if node.op_type == "MatMulInteger":
            place = ".".join(part for part in node.name.strip("/").split("/") if not part.startswith("MatMul"))
            weights[place + ".weight"] = real(node.input[1].removesuffix("_quantized")).T
    return {name: torch.from_numpy(np.array(array, order="C")) for name, array in weights.items()}
