"""Fine-tunes an encoder on gold names alone: a teacher of names, a quarter of an hour on one core."""

import time

import numpy as np
import torch
import torch.nn.functional as F

from gold import name_labels
from samples import UNKNOWN, seeded
from teacher import Teacher, batch_of
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
    fresh = lambda name: name.startswith("head") or "enc.fe" in name
    parameters = list(teacher.named_parameters())
    groups = [dict(params=[p for n, p in parameters if fresh(n) == new], lr=rate * (8 if new else 1), weight_decay=0.01) for new in (False, True)]
    optimizer = torch.optim.AdamW(groups, betas=(0.9, 0.98), fused=True)
    rates = [group["lr"] for group in optimizer.param_groups]
    plan = [batches([window[1:] for window in windows if rng.random() < window[0]], rng) for _ in range(epochs)]
    total, step, began = sum(map(len, plan)), 0, time.time()
    teacher.train()
    for epoch in plan:
        for part in epoch:
            for group, rate in zip(optimizer.param_groups, rates):
                group["lr"] = rate * min(1, (step + 1) / (0.06 * total)) * max(0.02, 1 - step / total)
            right = torch.full((len(part), max(end - first for _, _, first, end in part)), UNKNOWN)
            for row, (_, labels, first, end) in enumerate(part):
                right[row, : end - first] = labels[first:end]
            names = teacher(*batch_of([(reading, first, end) for reading, _, first, end in part]))[1][..., :7]
            loss = F.cross_entropy(names.flatten(0, 1), right.flatten(), ignore_index=UNKNOWN)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(teacher.parameters(), 1.0)
            optimizer.step()
            step += 1
            if step % 50 == 0:
                log(f"teacher of names: step {step} of {total}, loss {float(loss.detach()):.3f}, {time.time() - began:.0f} s")
        torch.save(dict(m={name: tensor.half() for name, tensor in teacher.state_dict().items()}, layers=layers), path)


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
