"""Fine-tunes the encoder on gold statements (and, so that it knows names, on silver ones): about an hour on two cores."""

import math

import numpy as np
import torch
import torch.nn.functional as F

from fine_tuning import FineTuning
from gold import make_legal, statement_labels, statement_parts, token_range
from samples import UNKNOWN, seeded
from teacher import Teacher, batch_of
from teacher_input import Reading

SIZE, STRIDE, BATCH = 250, 200, 12


class Lesson:
    """A document as the teacher reads it, with labels and links by token."""

    def __init__(self, document, silver, pieces_of):
        self.reading = Reading(document["text"], pieces_of)
        tokens = self.reading.tokens
        self.statements = np.array(statement_labels(document, tokens), np.int64)
        self.names = silver_labels(silver, tokens) if silver else np.full(len(tokens), UNKNOWN)
        self.cue_of, self.source_of = [], []
        for statement in statement_parts(document, tokens):
            if not statement["cue"]:
                continue
            cue = statement["cue"][0][0]
            self.cue_of += [(first, cue) for first, _ in statement["content"]]
            self.source_of.append((cue, statement["source"][0][0] if statement["source"] else -1))


def silver_labels(silver, tokens):
    labels, starts = [0] * len(tokens), [start for start, _ in tokens]
    for layer, begin in (("people", 1), ("organizations", 3), ("places", 5), ("dates", 7)):
        for name in silver.get(layer, []):
            first, end = token_range(tokens, starts, name["start"], name["end"])
            if end > first and not any(labels[first:end]):
                labels[first:end] = [begin] + [begin + 1] * (end - first - 1)
    make_legal(labels)
    return np.array(labels, np.int64)


def train_teacher(documents, silver, pieces_of, base, path, layers=6, epochs=5, rate=1.5e-4, seed=1, log=print):
    """`silver`: {id: record} of the automatic name layer. Writes the weights in half precision, after every epoch."""
    rng = seeded(seed)
    lessons = [Lesson(document, silver.get(document["id"]), pieces_of) for document in documents]
    teacher = Teacher(layers)
    teacher.enc.load_base(base)
    windows = lambda: [(lesson, *window) for lesson in lessons for window in lesson.reading.windows(SIZE, STRIDE + rng.randint(-40, 40))]
    total = epochs * -(-len(windows()) // BATCH)
    tuning = FineTuning(teacher, rate, total, "teacher", log)
    while tuning.step < total:
        order = windows()
        rng.shuffle(order)
        order = [w for at in range(0, len(order), BATCH * 20) for w in sorted(order[at : at + BATCH * 20], key=lambda w: w[2] - w[1])]
        parts = [order[at : at + BATCH] for at in range(0, len(order), BATCH)]
        rng.shuffle(parts)
        for part in parts[: total - tuning.step]:
            tuning.learn(loss_of(teacher(*batch_of([(lesson.reading, first, end) for lesson, first, end in part])), part))
        tuning.save(path, layers)


def loss_of(answers, part):
    tag, ner, content_query, cue_key, cue_query, source_key, none = answers
    length = max(end - first for _, first, end in part)
    statements, names, there = (torch.full((len(part), length), UNKNOWN) for _ in range(3))
    contents, cues = [], []
    for row, (lesson, first, end) in enumerate(part):
        statements[row, : end - first] = torch.from_numpy(lesson.statements[first:end])
        names[row, : end - first] = torch.from_numpy(lesson.names[first:end])
        there[row, : end - first] = 0
        contents += [(row, a - first, b - first) for a, b in lesson.cue_of if first <= a < end and first <= b < end]
        cues += [(row, a - first, b - first if b >= 0 else -1) for a, b in lesson.source_of if first <= a < end and (b < 0 or first <= b < end)]
    loss = 2 * F.cross_entropy(tag.flatten(0, 1), statements.flatten(), ignore_index=UNKNOWN)
    if (names != UNKNOWN).any():
        loss = loss + 0.4 * F.cross_entropy(ner.flatten(0, 1), names.flatten(), ignore_index=UNKNOWN)
    absent = there == UNKNOWN
    if contents:
        row, at, right = torch.tensor(contents).T
        loss = loss + 0.4 * F.cross_entropy(link_scores(content_query, cue_key, absent, row, at), right)
    if cues:
        row, at, right = torch.tensor(cues).T
        scores = torch.cat([none[row, at], link_scores(cue_query, source_key, absent, row, at)], 1)
        loss = loss + 0.4 * F.cross_entropy(scores, right + 1)
    return loss


def link_scores(query, key, absent, row, at):
    scores = torch.einsum("nk,nwk->nw", query[row, at], key[row]) / math.sqrt(query.shape[-1])
    return scores.masked_fill(absent[row], -1e4)
