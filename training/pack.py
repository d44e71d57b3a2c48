"""Packs a trained student into the file that ships; `network.md` defines it. Also runs the packed file, to prove the packing."""

import json
import struct

import numpy as np

from gold import NAME_LABELS, STATEMENT_LABELS

MAGIC, VERSION, ALIGNED = b"ORTG", 1, 16
TYPES = {"int8": "<i1", "int16": "<i2", "float32": "<f4"}


class Packer:
    def __init__(self):
        self.blocks, self.size = {}, 0

    def add(self, name, array, kind):
        self.blocks[name] = (kind, np.ascontiguousarray(array, TYPES[kind]))

    def add_matrix(self, name, weight, bias, kind="int8", levels=127):
        scale = np.maximum(np.abs(weight).max(1), 1e-8) / levels
        self.add(name, np.clip(np.round(weight / scale[:, None]), -levels, levels), kind)
        self.add(name + ".scale", scale, "float32")
        self.add(name + ".bias", bias, "float32")

    def bytes(self, header):
        """The file. Offsets depend on the header's length, which depends on them: written once with room to spare."""
        listed = {name: {"type": kind, "shape": list(array.shape), "offset": 0} for name, (kind, array) in self.blocks.items()}
        room = len(json.dumps({**header, "blocks": listed})) + 10 * len(listed)
        at = aligned(12 + room)
        room = at - 12
        body = bytearray()
        for name, (_, array) in self.blocks.items():
            body += b"\0" * (aligned(len(body)) - len(body))
            listed[name]["offset"] = at + len(body)
            body += array.tobytes()
        text = json.dumps({**header, "blocks": listed}, separators=(",", ":")).encode()
        return MAGIC + struct.pack("<II", VERSION, room) + text.ljust(room) + bytes(body)


def aligned(size):
    return -(-size // ALIGNED) * ALIGNED


def pack(student, extra_blocks=(), extra_header=None, transitions=None):
    """The bytes of the packed file. `extra_blocks`: (name, array, type). `transitions`: {"statements": (7 x 7, 7), "names": …} learned beside the legal steps."""
    settings = student.settings
    weights = {name: tensor.detach().numpy() for name, tensor in student.state_dict().items()}
    packer = Packer()
    columns = [{**settings["columns"][0], "taken": True}, *settings["columns"][1:]]
    of_input, at = weights["input.weight"].copy(), 0
    for index, column in enumerate(columns):
        table = weights[f"tables.{index}.weight"]
        scale = np.maximum(np.abs(table).max(0), 1e-8) / 127
        packer.add("embedding." + column["name"], np.round(table / scale), "int8")
        if column.get("taken"):
            packer.add(f"embedding.{column['name']}.taken", np.packbits(student.row_of_word.numpy() > 0, bitorder="little").view("<i1"), "int8")
        of_input[:, at : at + column["dim"]] *= scale
        at += column["dim"]
    packer.add_matrix("input", of_input, weights["input.bias"], "int16", 8191)
    for index, kind in enumerate(settings["layers"]):
        packer.add_matrix(f"layer.{index}", weights[f"layers.{index}.matrix.weight"], weights[f"layers.{index}.matrix.bias"])
        if kind == "recurrence":
            packer.add_matrix(f"layer.{index}.out", weights[f"layers.{index}.out.weight"], weights[f"layers.{index}.out.bias"])
    packer.add_matrix("head", weights["head.weight"], weights["head.bias"])
    for head in ("statements", "names"):
        steps, start = (transitions or {}).get(head, (np.zeros((7, 7)), np.zeros(7)))
        packer.add(f"transitions.{head}", steps, "float32")
        packer.add(f"start.{head}", start, "float32")
    for name, array, kind in extra_blocks:
        packer.add(name, array, kind)
    header = {
        "width": settings["width"],
        "channels": settings["channels"],
        "columns": columns,
        "layers": settings["layers"],
        "labels": {"statements": STATEMENT_LABELS, "names": NAME_LABELS},
        **(extra_header or {}),
    }
    return packer.bytes(header)


class Packed:
    """The packed file, run as `network.md` says, in numpy: slow, exact, and independent of torch."""

    def __init__(self, data):
        magic, version, length = data[:4], *struct.unpack("<II", data[4:12])
        if magic != MAGIC or version != VERSION:
            raise ValueError("no packed tagger of this version")
        self.header = json.loads(data[12 : 12 + length])
        self.block = {}
        for name, at in self.header["blocks"].items():
            count = int(np.prod(at["shape"]))
            self.block[name] = np.frombuffer(data, TYPES[at["type"]], count, at["offset"]).reshape(at["shape"])

    def product(self, x, name, divisor=1.0, bias=True):
        """Rows of x times a matrix, quantized row by row; `divisor` is one number a row."""
        scale = np.maximum(np.abs(x).max(1), 1e-12).astype(np.float32) / np.float32(8191)
        whole = np.rint(x / scale[:, None]).astype(np.int64)
        sums = whole @ self.block[name].astype(np.int64).T
        y = (scale / divisor)[:, None] * self.block[name + ".scale"][None, :] * sums
        return y + self.block[name + ".bias"] if bias else y

    def scores(self, ids):
        """Scores, tokens x 16, of one window: rows of feature ids."""
        tables = [self.rows(column, ids[:, index]) for index, column in enumerate(self.header["columns"])]
        sums = np.concatenate(tables, 1).astype(np.int64) @ self.block["input"].astype(np.int64).T
        x = sums * self.block["input.scale"] + self.block["input.bias"]
        for index, kind in enumerate(self.header["layers"]):
            layer = self.convolution if kind == "convolution" else self.recurrence
            x = x + layer(f"layer.{index}", x, root_mean_square(x))
        return self.product(x, "head", root_mean_square(x))

    def rows(self, column, values):
        table = self.block["embedding." + column["name"]]
        if not column.get("taken"):
            return table[values]
        taken = np.unpackbits(self.block[f"embedding.{column['name']}.taken"].view("u1"), bitorder="little")
        return table[np.where(taken, np.cumsum(taken), 0)[values]]

    def convolution(self, name, x, size):
        width = self.header["width"]
        parts = self.product(x, name, size, bias=False)
        z = parts[:, 2 * width : 4 * width] + self.block[name + ".bias"]
        z[1:] += parts[:-1, : 2 * width]
        z[:-1] += parts[1:, 4 * width :]
        return z[:, :width] * sigmoid(z[:, width:])

    def recurrence(self, name, x, size):
        h = self.header["channels"]
        z = self.product(x, name, size)
        f, u, gate = sigmoid(z[:, : 2 * h]), z[:, 2 * h : 4 * h], sigmoid(z[:, 4 * h :])
        u = (1 - f) * u
        c = np.zeros_like(u)
        for part, order in ((slice(0, h), range(len(x))), (slice(h, 2 * h), range(len(x) - 1, -1, -1))):
            before = np.zeros(h)
            for t in order:
                before = c[t, part] = f[t, part] * before + u[t, part]
        return self.product(c * gate, name + ".out")


def root_mean_square(x):
    return np.sqrt((x.astype(np.float32) ** 2).mean(1) + 1e-6)


def sigmoid(x):
    return 1 / (1 + np.exp(-x))


