"""The teacher's opinion of every token, kept by character offsets."""

import time

import numpy as np
import torch

from teacher import STATEMENTS, label_probabilities
from teacher_input import Reading

PART = 20000  # characters; long texts are read in parts


def make_soft_labels(teacher, documents, pieces_of, path, log=print, head=STATEMENTS):
    """`head`: of which labels. Writes an .npz with, for each document id, `id/tokens` (start, end) and `id/labels` (probabilities as bytes, tokens x 7)."""
    stored, began = {}, time.time()
    for at in range(0, len(documents), 40):
        group = documents[at : at + 40]
        readings = [Reading(document["text"], pieces_of) for document in group]
        for document, reading, labels in zip(group, readings, label_probabilities(teacher, readings, head)):
            stored[document["id"] + "/tokens"] = np.array(reading.tokens, np.int32).reshape(-1, 2)
            stored[document["id"] + "/labels"] = np.round(labels * 255).astype(np.uint8)
        if (at // 40) % 5 == 0:
            log(f"soft labels: {at + len(group)} of {len(documents)} documents, {time.time() - began:.0f} s")
    np.savez(path, **stored)


def spread(soft_tokens, soft_labels, tokens):
    """The opinions on the product's tokens: that of the teacher's token in which each begins, for a later part of it without the first labels."""
    if len(soft_tokens) == 0 or len(tokens) == 0:
        return np.full((len(tokens), 7), 1 / 7, np.float32)
    tokens = np.asarray(tokens)
    holder = np.clip(np.searchsorted(soft_tokens[:, 0], tokens[:, 0], side="right") - 1, 0, None)
    labels = soft_labels[holder].astype(np.float32) / 255
    later = tokens[:, 0] > soft_tokens[holder, 0]
    for begin in (1, 3, 5):
        labels[later, begin + 1] += labels[later, begin]
        labels[later, begin] = 0
    outside = tokens[:, 0] >= soft_tokens[holder, 1]
    labels[outside] = 0
    labels[outside, 0] = 1
    return labels / np.maximum(labels.sum(1, keepdims=True), 1e-6)
