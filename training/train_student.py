"""Trains the network that ships on gold labels and on the teacher's opinion."""

import math
import time

import numpy as np
import torch
import torch.nn.functional as F

from dump import read_dump
from gold import name_labels, read_documents, statement_labels
from samples import UNKNOWN, Sample, batches, seeded, tensors
from soft_labels import spread
from student import Student

HELD_EVERY = 14  # of the training articles one in so many is kept apart, to calibrate on


def make_samples(dump, documents, soft=None, statements=False, names=None, name_weight=1.0, share=1.0, keep=lambda index: True, soft_names=None):
    """Samples of a dumped file. `names`: the documents with the name layers, in the same order, or None. `soft`, `soft_names`: the teachers'
    opinions of statements and of names."""
    samples = []
    known = {}
    for article, first, end in dump.windows.tolist():
        if not keep(article):
            continue
        if article not in known:
            tokens = dump.tokens_of(article)
            unknown = np.full(len(tokens), UNKNOWN)
            known = {
                article: (
                    np.array(statement_labels(documents[article], tokens)) if statements else unknown,
                    np.array(name_labels(names[article], tokens)) if names and names[article] else unknown,
                    opinion(soft, documents[article]["id"], tokens) if soft else None,
                    opinion(soft_names, documents[article]["id"], tokens) if soft_names else None,
                )
            }
        labels, name, *opinions = known[article]
        at = dump.first[article]
        samples.append(
            Sample(
                dump.ids[at + first : at + end],
                labels[first:end],
                name[first:end],
                name_weight=name_weight,
                share=share,
                **{head: given[first:end] for head, given in zip(("soft", "soft_names"), opinions) if given is not None},
            )
        )
    return samples


def opinion(soft, name, tokens):
    if name + "/tokens" not in soft:
        return None
    return np.round(spread(soft[name + "/tokens"], soft[name + "/labels"], tokens) * 255).astype(np.uint8)


def losses(scores, statements, names, soft, has_soft, weight, alpha):
    """Mean losses of statements and names, each over the tokens of which something is known, and how much is known of each.

    `soft`, `has_soft`: of statements and of names. `weight`: what gold names count. `alpha`: gold's part where a teacher has an opinion too."""
    of_statements, known = loss_of_head(scores[..., :7], statements, torch.ones_like(weight), soft[0], has_soft[0], alpha)
    of_names, named = loss_of_head(scores[..., 7:14], names, weight, soft[1], has_soft[1], alpha)
    return of_statements, of_names, known, named


def loss_of_head(scores, gold, weight, soft, has_soft, alpha):
    log = F.log_softmax(scores, -1)
    of_gold = F.nll_loss(log.flatten(0, 1), gold.flatten(), ignore_index=UNKNOWN, reduction="none").view(gold.shape)
    of_soft = -(soft * log).sum(-1)
    known = (gold != UNKNOWN).float() * weight
    # with both, gold has the part alpha of its weight, the teacher the rest of one
    of_gold_part = known * (1 - has_soft) + known * has_soft * alpha
    of_soft_part = has_soft * (1 - known * alpha)
    every = of_gold_part + of_soft_part
    return (of_gold_part * of_gold + of_soft_part * of_soft).sum() / every.sum().clamp(min=1), every.sum()


def train(
    samples, columns, layers, epochs, path, seed=1, width=128, channels=128, rate=2e-3, batch_tokens=8000,
    alpha=0.4, name_part=0.3, rounding_from=0.7, check=None, log=print, initial=None, words=None,
):  # fmt: skip
    """Trains, keeps a running mean of the weights, and stores that.

    `alpha` is gold's part where the teacher has an opinion too, `name_part` the weight of names, `rounding_from` the part of the steps
    after which weights are rounded as in the packed file. `check(student)` gives a line for the log after each epoch. `initial`: a
    stored student to go on from. `words`: (values that get a row, vectors of the rows, the first one's ahead; word_vectors.py), or None."""
    rng = seeded(seed)
    values, word_vectors = words or (np.arange(0), np.zeros((1, 0), np.float32))
    given = word_vectors.shape[1]
    student = Student([{**columns[0], "dim": columns[0]["dim"] + given}, *columns[1:]], layers, width, channels, given, values.tolist())
    if given:
        with torch.no_grad():
            student.tables[0].weight[:, -given:] = torch.from_numpy(word_vectors)
            # words that training never meets are known by their vectors alone
            student.tables[0].weight[:, :-given] = 0
    if initial:
        student.load_state_dict(torch.load(initial)["weights"])
    total = int(epochs * len(batches(samples, batch_tokens, rng)))
    matrices = [p for name, p in student.named_parameters() if p.ndim > 1]
    vectors = [p for name, p in student.named_parameters() if p.ndim < 2]
    optimizer = torch.optim.AdamW([dict(params=matrices, weight_decay=0.02), dict(params=vectors, weight_decay=0)], lr=rate, betas=(0.9, 0.98), fused=True)
    mean = {name: tensor.clone() for name, tensor in student.state_dict().items()}
    log(f"{total} steps, {sum(p.numel() for p in student.parameters())} parameters, {sum(p.numel() for n, p in student.named_parameters() if 'tables' not in n)} outside tables")
    step, began, shown = 0, time.time(), None
    while step < total:
        for group in batches(samples, batch_tokens, rng):
            if step >= total:
                break
            done = step / total
            for part in optimizer.param_groups:
                part["lr"] = rate * min(1, (step + 1) / (0.05 * total)) * max(0.01, 0.5 * (1 + math.cos(math.pi * done)))
            if done >= rounding_from:
                student.set_rounding(True)
            student.train()
            ids, mask, statements, names, soft, has_soft, weight = tensors(group)
            of_statements, of_names, known, named = losses(student(ids, mask), statements, names, soft, has_soft, weight, alpha)
            # in proportion to what a batch knows, so that batches of names alone do not pull as hard
            loss = of_statements * min(1.0, float(known) / batch_tokens * 1.5) + name_part * of_names * min(1.0, float(named) / batch_tokens * 1.5)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(student.parameters(), 1.0)
            optimizer.step()
            step += 1
            decay = min(0.998, step / (step + 20))
            with torch.no_grad():
                for name, tensor in student.state_dict().items():
                    mean[name].mul_(decay).add_(tensor, alpha=1 - decay)
            now = np.array([of_statements.item(), of_names.item()])
            shown = now if shown is None else 0.97 * shown + 0.03 * now
            if step % 50 == 0:
                log(f"step {step} statements {shown[0]:.4f} names {shown[1]:.4f} {time.time() - began:.0f} s")
        saved = {name: tensor.clone() for name, tensor in student.state_dict().items()}
        student.load_state_dict(mean)
        student.eval()
        torch.save(dict(settings=student.settings, weights=mean), path)
        if check:
            log(f"== step {step} of {total}, {time.time() - began:.0f} s: {check(student)}")
        student.load_state_dict(saved)
    student.load_state_dict(mean)
    return student.eval()
