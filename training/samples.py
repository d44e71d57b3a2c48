"""What the student learns from: windows of features with what is known of each token."""

import random
from dataclasses import dataclass, field

import numpy as np
import torch

UNKNOWN = -100


@dataclass
class Sample:
    """A window. Labels are UNKNOWN where nothing is annotated; `soft` and `soft_names` are the teachers' opinions, bytes, or None;
    `name_weight` is what the gold names count."""

    ids: np.ndarray
    statements: np.ndarray
    names: np.ndarray
    soft: np.ndarray | None = None
    name_weight: float = 1.0
    share: float = field(default=1.0)  # of epochs in which it is read
    soft_names: np.ndarray | None = None


def batches(samples, tokens, rng):
    """Random batches of about equally long windows, of at most `tokens` tokens with padding."""
    chosen = [sample for sample in samples if sample.share >= 1 or rng.random() < sample.share]
    rng.shuffle(chosen)
    groups = []
    for at in range(0, len(chosen), 1500):
        part = sorted(chosen[at : at + 1500], key=lambda sample: len(sample.ids))
        group = []
        for sample in part:
            if group and (len(group) + 1) * len(sample.ids) > tokens:
                groups.append(group)
                group = []
            group.append(sample)
        if group:
            groups.append(group)
    rng.shuffle(groups)
    return groups


def tensors(group):
    length = max(len(sample.ids) for sample in group)
    shape = (len(group), length)
    ids = np.zeros((*shape, group[0].ids.shape[1]), np.int64)
    mask = np.zeros(shape, np.float32)
    statements, names = np.full(shape, UNKNOWN, np.int64), np.full(shape, UNKNOWN, np.int64)
    soft, has_soft = np.zeros((2, *shape, 7), np.float32), np.zeros((2, *shape), np.float32)
    weight = np.zeros(shape, np.float32)
    for index, sample in enumerate(group):
        count = len(sample.ids)
        ids[index, :count], mask[index, :count] = sample.ids, 1
        statements[index, :count], names[index, :count] = sample.statements, sample.names
        weight[index, :count] = sample.name_weight
        for head, opinion in enumerate((sample.soft, sample.soft_names)):
            if opinion is not None:
                soft[head, index, :count] = opinion.astype(np.float32) / 255
                has_soft[head, index, :count] = 1
    return [torch.from_numpy(array) for array in (ids, mask, statements, names, soft, has_soft, weight)]


def seeded(seed):
    torch.manual_seed(seed)
    np.random.seed(seed)
    return random.Random(seed)
