"""The network that ships; `network.md` defines it. Here it is in float, for training."""

import torch
import torch.nn as nn
import torch.nn.functional as F

from processor import Dropout, half

SCORES = 16


def normed(x):
    return x * torch.rsqrt(x.square().mean(-1, keepdim=True) + 1e-6)


def rounded(weight, levels, axis=1):
    """The weight as the packed file will hold it (one scale a row), with the gradient of the weight itself."""
    scale = weight.detach().abs().amax(axis, keepdim=True).clamp(min=1e-8) / levels
    return weight + ((weight / scale).round() * scale - weight).detach()


class Matrix(nn.Module):
    """A product with a matrix that becomes integers once `rounding` is on."""

    def __init__(self, columns, rows, bias=None, levels=127):
        super().__init__()
        self.weight = nn.Parameter(torch.empty(rows, columns))
        nn.init.normal_(self.weight, std=columns**-0.5)
        self.bias = nn.Parameter(torch.zeros(rows if bias is None else bias))
        self.levels, self.rounding = levels, False

    def product(self, x):
        if self.rounding or not self.training:
            return F.linear(x, rounded(self.weight, self.levels) if self.rounding else self.weight)
        with half():
            return F.linear(x, self.weight).float()

    def forward(self, x):
        return self.product(x) + self.bias


class Convolution(nn.Module):
    """Gated convolution over a token and its neighbours."""

    def __init__(self, width, channels):
        super().__init__()
        self.matrix = Matrix(width, 6 * width, bias=2 * width)

    def forward(self, x, mask):
        before, here, after = self.matrix.product(x * mask).chunk(3, -1)
        z = self.matrix.bias + F.pad(before, (0, 0, 1, 0))[:, :-1] + here + F.pad(after, (0, 0, 0, 1))[:, 1:]
        return F.glu(z, -1)


class Scan(torch.autograd.Function):
    """c[t] = f[t] * c[t-1] + u[t] from 0; time first."""

    @staticmethod
    def forward(context, f, u):
        c, previous = torch.empty_like(u), torch.zeros_like(u[0])
        for t in range(len(u)):
            torch.addcmul(u[t], f[t], previous, out=c[t])
            previous = c[t]
        context.save_for_backward(f, c)
        return c

    @staticmethod
    def backward(context, gradient):
        f, c = context.saved_tensors
        gradient = gradient.clone()
        for t in range(len(f) - 2, -1, -1):
            gradient[t].addcmul_(f[t + 1], gradient[t + 1])
        of_f = torch.zeros_like(f)
        of_f[1:] = gradient[1:] * c[:-1]
        return of_f, gradient


class Recurrence(nn.Module):
    """Gated linear recurrence in both directions."""

    def __init__(self, width, channels):
        super().__init__()
        self.channels = channels
        self.matrix, self.out = Matrix(width, 6 * channels), Matrix(2 * channels, width)
        # memories from about one token to about fifty
        with torch.no_grad():
            self.matrix.bias[: 2 * channels] = torch.linspace(-1, 4, channels).repeat(2)

    def forward(self, x, mask):
        h = self.channels
        forget, candidate, gate = self.matrix(x).split(2 * h, -1)
        f = torch.sigmoid(forget)
        u = (1 - f) * candidate * mask
        f = f * mask + (1 - mask)
        f, u = (both_ways(part.transpose(0, 1), h) for part in (f, u))
        c = Scan.apply(f, u)
        forward, backward = c.chunk(2, 1)
        c = torch.cat([forward, backward.flip(0)], -1).transpose(0, 1)
        return self.out(c * torch.sigmoid(gate))


def both_ways(x, h):
    """Both directions side by side as further rows of the batch, the second one from the end."""
    return torch.cat([x[..., :h], x[..., h:].flip(0)], 1).contiguous()


def kept(rows, share):
    """One for each row, but nought for a random `share` of them."""
    return (torch.rand(rows.shape[:-1]) >= share)[..., None]


LAYERS = {"convolution": Convolution, "recurrence": Recurrence}


class Student(nn.Module):
    def __init__(self, columns, layers, width=128, channels=128, given=0, words=(), dropout=0.15, input_dropout=0.2):
        """`given`: so many numbers at the end of a word's row are a vector that is not learned (word_vectors.py).
        `words`: the values of the first column that have a row of their own; all others share the first row."""
        super().__init__()
        self.settings = dict(columns=columns, layers=layers, width=width, channels=channels, given=given, words=words)
        self.given = given
        self.register_buffer("row_of_word", torch.zeros(columns[0]["rows"], dtype=torch.long), persistent=False)
        self.row_of_word[torch.as_tensor(words, dtype=torch.long)] = torch.arange(1, len(words) + 1)
        held = [len(words) + 1] + [column["rows"] for column in columns[1:]]
        self.tables = nn.ModuleList([nn.Embedding(rows, column["dim"]) for rows, column in zip(held, columns)])
        for table in self.tables:
            nn.init.normal_(table.weight, std=0.3)
        self.input = Matrix(sum(column["dim"] for column in columns), width, levels=8191)
        with torch.no_grad():
            self.input.weight.mul_(2)
        self.layers = nn.ModuleList([LAYERS[kind](width, channels) for kind in layers])
        self.head = Matrix(width, SCORES)
        self.dropout, self.input_dropout = Dropout(dropout), Dropout(input_dropout)
        self.column_dropout = 0.05
        # of a whole word, and of what was learned of it by itself
        self.word_dropout, self.code_dropout = 0.1, 0.2

    def set_rounding(self, on):
        for module in self.modules():
            if isinstance(module, Matrix):
                module.rounding = on

    def embed(self, ids):
        rows = []
        for index, table in enumerate(self.tables):
            weight = rounded(table.weight, 127, 0) if self.input.rounding and table.num_embeddings < 2000 else table.weight
            learned = weight.shape[1] - self.given
            if index == 0 and self.given:
                weight = torch.cat([weight[:, :learned], weight[:, learned:].detach()], 1)
            row = F.embedding(self.row_of_word[ids[..., 0]] if index == 0 else ids[..., index], weight)
            if self.training:
                row = row * kept(row, self.word_dropout if index == 0 else self.column_dropout)
                if index == 0 and self.given:
                    row = torch.cat([row[..., :learned] * kept(row, self.code_dropout), row[..., learned:]], -1)
            rows.append(row)
        return torch.cat(rows, -1)

    def forward(self, ids, mask):
        """Scores, batch x tokens x 16, of windows padded to one length; `mask` is 1 where there is a token."""
        mask = mask[..., None].to(torch.float32)
        x = self.input(self.input_dropout(self.embed(ids))) * mask
        for layer in self.layers:
            x = x + self.dropout(layer(normed(x), mask))
        return self.head(self.dropout(normed(x)))
