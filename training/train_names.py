"""Fine-tunes an encoder on gold names alone: a teacher of names, a quarter of an hour on one core."""

import numpy as np
import torch
import torch.nn.functional as F

from fine_tuning import FineTuning
from gold import name_labels
from samples import UNKNOWN, seeded
from teacher import NAMES, Teacher, batch_of
from teacher_input import Reading

SIZE, STRIDE, BATCH_TOKENS = 250, 220, 2400
# what part of a corpus's windows is read in an epoch: less of single sentences and of texts far from the news; 1 of those not listed
SHARES = {
    "multiNER": 0.5, "CrossNER-politics": 0.7, "CrossNER-science": 0.3, "CrossNER-literature": 0.4, "CrossNER-music": 0.3, "CrossNER-ai": 0.2,
    "LitBank": 0.25, "BTC": 0.6, "WNUT17": 0.6, "FIRE": 0.3,
}  # fmt: skip


def train_names(documents, pieces_of, base, path, layers=6, epochs=3, rate=2e-4, seed=3, log=print):
    """Documents with `people`, `organizations`, `places` and perhaps `corpus`. Writes the weights in half precision, after every epoch."""
    rng = seeded(seed)
    windows = []
    for document in documents:
        reading = Reading(document["text"], pieces_of)
        labels = torch.from_numpy(np.array(name_labels(document, reading.tokens), np.int64))
        windows += [(SHARES.get(document.get("corpus"), 1), reading, labels, *window) for window in reading.windows(SIZE, STRIDE)]
    teacher = Teacher(layers)
    teacher.enc.load_base(base)
    plan = [batches([window[1:] for window in windows if rng.random() < window[0]], rng) for _ in range(epochs)]
    tuning = FineTuning(teacher, rate, sum(map(len, plan)), "teacher of names", log)
    for epoch in plan:
        for part in epoch:
            right = torch.full((len(part), max(end - first for _, _, first, end in part)), UNKNOWN)
            for row, (_, labels, first, end) in enumerate(part):
                right[row, : end - first] = labels[first:end]
            names = teacher(*batch_of([(reading, first, end) for reading, _, first, end in part]))[NAMES][..., :7]
            tuning.learn(F.cross_entropy(names.flatten(0, 1), right.flatten(), ignore_index=UNKNOWN))
        tuning.save(path, layers)


def batches(windows, rng):
    """Random batches of about equally long windows."""
    rng.shuffle(windows)
    found = []
    for at in range(0, len(windows), 1200):
        group = []
        for window in sorted(windows[at : at + 1200], key=lambda window: sum(len(pieces) for pieces in window[0].pieces[window[2] : window[3]])):
            if group and (len(group) + 1) * (window[3] - window[2]) > BATCH_TOKENS:
                found.append(group)
                group = []
            group.append(window)
        found += [group] if group else []
    rng.shuffle(found)
    return found
