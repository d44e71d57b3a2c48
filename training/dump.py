"""Reads what `node training/features.mjs` writes: the product's own tokens, features and windows."""

import json
from dataclasses import dataclass
from pathlib import Path

import numpy as np


@dataclass
class Dump:
    """All articles of one file. `ids` tokens x columns, `tokens` tokens x (start, end), `blocks` tokens x (block, sentence),
    `windows` (article, first, end) with tokens counted within the article; `first[i]` is the first token of article i in the arrays."""

    ids: np.ndarray
    tokens: np.ndarray
    blocks: np.ndarray
    windows: np.ndarray
    first: np.ndarray
    names: list
    columns: list

    def tokens_of(self, article):
        """The article's tokens as (start, end) pairs."""
        return [tuple(pair) for pair in self.tokens[self.first[article] : self.first[article + 1]].tolist()]


def read_dump(folder):
    folder = Path(folder)
    columns = json.loads((folder / "spec.json").read_text())["columns"]
    articles = json.loads((folder / "docs.json").read_text())
    read = lambda name, width: np.fromfile(folder / f"{name}.bin", "<i4").reshape(-1, width)
    first = np.concatenate([[0], np.cumsum([article["tokens"] for article in articles])]).astype(int)
    ids = read("ids", len(columns))
    if len(ids) != first[-1]:
        raise ValueError(f"{folder}: {len(ids)} rows of features for {first[-1]} tokens")
    return Dump(ids, read("tokens", 2), read("blocks", 2), read("windows", 3), first, [article["id"] for article in articles], columns)
