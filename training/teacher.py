"""A teacher: a small encoder with an embedding for case and quotation state, fine-tuned to label statements. Bases are listed in make.py."""

import math

import numpy as np
import torch
import torch.nn as nn
import torch.nn.functional as F

from base import read_base
from processor import Dropout, half
from teacher_input import BEGIN, END, NO_FEATURE

WIDTH, HEADS, INNER = 384, 12, 1536
# what a teacher answers first: the labels of statements, then those of names
STATEMENTS, NAMES = 0, 1


class Layer(nn.Module):
    def __init__(self, dropout):
        super().__init__()
        self.q, self.k, self.v, self.o = (nn.Linear(WIDTH, WIDTH) for _ in range(4))
        self.ln1 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.f1, self.f2 = nn.Linear(WIDTH, INNER), nn.Linear(INNER, WIDTH)
        self.ln2 = nn.LayerNorm(WIDTH, eps=1e-12)
        self.dropout = Dropout(dropout)

    def forward(self, x, mask):
        batch, length, _ = x.shape
        split = lambda part: part.view(batch, length, HEADS, WIDTH // HEADS).transpose(1, 2).reshape(batch * HEADS, length, WIDTH // HEADS)
        q, k, v = (split(part(x)) for part in (self.q, self.k, self.v))
        # by hand: on a processor, torch's own attention is far slower backwards
        scores = torch.bmm(q * (WIDTH // HEADS) ** -0.5, k.transpose(1, 2))
        if mask is not None:
            scores = scores + torch.where(mask, 0.0, -1e4).to(scores.dtype)[:, None, None, :].expand(batch, HEADS, 1, length).reshape(-1, 1, length)
        seen = torch.bmm(torch.softmax(scores, -1, dtype=scores.dtype), v).view(batch, HEADS, length, WIDTH // HEADS)
        x = self.ln1(x + self.dropout(self.o(seen.transpose(1, 2).reshape(batch, length, WIDTH)))).to(q.dtype)
        return self.ln2(x + self.dropout(self.f2(F.gelu(self.f1(x))))).to(q.dtype)


class Encoder(nn.Module):
    def __init__(self, layers, dropout=0.1):
        super().__init__()
        self.we, self.pe = nn.Embedding(30522, WIDTH), nn.Embedding(512, WIDTH)
        self.te = nn.Parameter(torch.zeros(WIDTH))
        self.ln = nn.LayerNorm(WIDTH, eps=1e-12)
        self.fe = nn.Embedding(60, WIDTH)
        nn.init.normal_(self.fe.weight, std=0.01)
        self.layers = nn.ModuleList([Layer(dropout) for _ in range(layers)])
        self.dropout = Dropout(dropout)

    def forward(self, pieces, features, mask):
        x = self.we(pieces) + self.pe.weight[: pieces.shape[1]] + self.te + self.fe(features)
        x = self.dropout(self.ln(x))
        for layer in self.layers:
            x = layer(x, None if mask.all() else mask)
        return x

    def load_base(self, path):
        """Takes over the published encoder's weights (base.py)."""
        weights = read_base(path)
        take = weights.__getitem__
        names = {
            "q": "attention.self.query", "k": "attention.self.key", "v": "attention.self.value", "o": "attention.output.dense",
            "ln1": "attention.output.LayerNorm", "f1": "intermediate.dense", "f2": "output.dense", "ln2": "output.LayerNorm",
        }  # fmt: skip
        with torch.no_grad():
            self.we.weight.copy_(take("embeddings.word_embeddings.weight"))
            self.pe.weight.copy_(take("embeddings.position_embeddings.weight")[:512])
            self.te.copy_(take("embeddings.token_type_embeddings.weight")[0])
            self.ln.weight.copy_(take("embeddings.LayerNorm.weight"))
            self.ln.bias.copy_(take("embeddings.LayerNorm.bias"))
            for index, layer in enumerate(self.layers):
                for own, published in names.items():
                    part = getattr(layer, own)
                    part.weight.copy_(take(f"encoder.layer.{index}.{published}.weight"))
                    part.bias.copy_(take(f"encoder.layer.{index}.{published}.bias"))


class Heads(nn.Module):
    """Statement labels, name and date labels, and bilinear links (content to cue, cue to source or none)."""

    def __init__(self, link_width=96, dropout=0.1):
        super().__init__()
        self.tag, self.ner = nn.Linear(WIDTH, 7), nn.Linear(WIDTH, 9)
        self.cq, self.ck, self.sq, self.sk = (nn.Linear(WIDTH, link_width) for _ in range(4))
        self.null = nn.Linear(WIDTH, 1)
        self.dropout = Dropout(dropout)

    def forward(self, x):
        x = self.dropout(x)
        return tuple(head(x) for head in (self.tag, self.ner, self.cq, self.ck, self.sq, self.sk, self.null))


class Teacher(nn.Module):
    def __init__(self, layers=6):
        super().__init__()
        self.enc, self.head = Encoder(layers), Heads()

    def forward(self, pieces, features, first, mask):
        """One answer a token: that of its first piece. `first` holds its index in the window."""
        with half():
            x = self.enc(pieces, features, mask)
            return tuple(answer.float() for answer in self.head(torch.gather(x, 1, first[:, :, None].expand(-1, -1, WIDTH))))


def load_teacher(path):
    stored = torch.load(path, map_location="cpu")
    teacher = Teacher(stored["layers"])
    teacher.load_state_dict({name: tensor.float() for name, tensor in stored["m"].items()})
    return teacher.eval()


def batch_of(windows):
    """Tensors of windows (reading, first, end)."""
    rows = []
    for reading, first, end in windows:
        pieces, features, places = [BEGIN], [NO_FEATURE], []
        for token in range(first, end):
            places.append(len(pieces))
            pieces += reading.pieces[token]
            features += [reading.features[token]] * len(reading.pieces[token])
        rows.append((pieces + [END], features + [NO_FEATURE], places))
    count, length = len(rows), max(len(row[0]) for row in rows)
    pieces = np.zeros((count, length), np.int64)
    features = np.full((count, length), NO_FEATURE, np.int64)
    first = np.zeros((count, max(len(row[2]) for row in rows)), np.int64)
    mask = np.zeros((count, length), bool)
    for index, (p, f, places) in enumerate(rows):
        pieces[index, : len(p)], features[index, : len(f)], first[index, : len(places)] = p, f, places
        mask[index, : len(p)] = True
    return [torch.from_numpy(array) for array in (pieces, features, first, mask)]


@torch.inference_mode()
def label_probabilities(teacher, readings, head=STATEMENTS, size=250, stride=210, batch=16):
    """For each reading an array, tokens x 7: the probabilities of a head's labels (dates left out), each token's from the window where it has most context."""
    windows = [(index, first, end) for index, reading in enumerate(readings) for first, end in reading.windows(size, stride)]
    windows.sort(key=lambda window: window[2] - window[1])
    found = [np.zeros((len(reading.tokens), 7), np.float32) for reading in readings]
    context = [np.full(len(reading.tokens), -1) for reading in readings]
    for at in range(0, len(windows), batch):
        part = windows[at : at + batch]
        scores = teacher(*batch_of([(readings[i], first, end) for i, first, end in part]))[head][..., :7]
        probabilities = torch.softmax(scores, -1).numpy()
        for row, (i, first, end) in enumerate(part):
            tokens = np.arange(first, end)
            room = np.minimum(tokens - first if first else math.inf, (end - 1 - tokens) if end < len(readings[i].tokens) else math.inf)
            room = np.minimum(room, 1e6).astype(int) + np.zeros(end - first, int)
            better = room > context[i][first:end]
            context[i][first:end][better] = room[better]
            found[i][first:end][better] = probabilities[row, : end - first][better]
    return found
