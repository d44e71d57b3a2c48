"""Vectors of words, so that a word which the student has met rarely or never counts as its likes do.

How the teachers label a word and the two words on either side of it is averaged over the texts (its profile), foretold for all words by ridge
regression from the static vectors of an encoder's word pieces and from what the teacher makes of the word alone, and shortened to its main axes; the
main axes of the static vectors themselves stand beside them."""

import re
from collections import Counter

import numpy as np
import torch

from teacher_input import BEGIN, END, NO_FEATURE

AROUND = 2  # words on either side
OFTEN = 12  # occurrences from which a profile is learned from
RIDGE = 3000
FORETOLD, STATIC = 18, 14  # numbers a word
SPREAD, LIMIT = 0.35, 3.5
LETTERS = re.compile("[a-z]+")


def occurrences(documents):
    """How often each word of plain letters stands in the texts."""
    counted = Counter()
    for document in documents:
        counted.update(LETTERS.findall(document["text"].lower()))
    return counted


def vocabulary(pieces_of, counted):
    """The words that get a vector: the encoder's whole words, and what the texts hold twice."""
    return sorted({piece for piece in pieces_of.ids if LETTERS.fullmatch(piece)} | {word for word, count in counted.items() if count > 1})


def profiles(words, texts):
    """(words x numbers, occurrences): the mean labels at and around each word. `texts`: (documents, opinions of statements, opinions of names)."""
    number = {word: index for index, word in enumerate(words)}
    sums, counts = np.zeros((len(words), 7 * (2 * AROUND + 2))), np.zeros(len(words))
    for documents, statements, names in texts:
        for document in documents:
            tokens = statements.get(document["id"] + "/tokens", ())
            if len(tokens) == 0:
                continue
            labels = np.pad(statements[document["id"] + "/labels"] / 255, ((AROUND, AROUND), (0, 0)))
            around = [labels[at : at + len(tokens)] for at in range(2 * AROUND + 1)]
            seen = np.concatenate([*around, names[document["id"] + "/labels"] / 255], 1)
            of = np.array([number.get(document["text"][start:end].lower(), -1) for start, end in tokens])
            np.add.at(sums, of[of >= 0], seen[of >= 0])
            np.add.at(counts, of[of >= 0], 1)
    return sums / np.maximum(counts, 1)[:, None], counts


def foretold(profile, counts, static):
    """The profiles that static vectors let expect, each number in its own spread."""
    known = counts >= OFTEN
    aim = (profile - profile[known].mean(0)) / (profile[known].std(0) + 1e-6)
    weight = np.sqrt(np.minimum(counts, 400))[known][:, None]
    inputs = static[known]
    grid = inputs.T @ (weight * inputs) + RIDGE * weight.mean() * np.eye(inputs.shape[1])
    return static @ np.linalg.solve(grid, inputs.T @ (weight * aim[known]))


def main_axes(vectors, count, often):
    """The projections on so many main axes, of spread one. `often`: what each word counts."""
    vectors = vectors - np.average(vectors, axis=0, weights=often)
    _, axes = np.linalg.eigh((vectors * often[:, None]).T @ vectors)
    found = vectors @ axes[:, ::-1][:, :count]
    return found / np.sqrt(np.average(found**2, axis=0, weights=often))


def static_vectors(words, pieces_of, vectors):
    """Of each word the mean of its pieces' vectors, the last piece of several once more, whether there are several, and one."""
    pieces = [pieces_of(word) for word in words]
    several = np.array([len(of) > 1 for of in pieces])
    mean = np.array([vectors[of].mean(0) for of in pieces])
    last = np.array([vectors[of[-1]] * (len(of) > 1) for of in pieces])
    mean = mean - mean[~several].mean(0)
    last = last / max(last[several].std(), 1e-6) if several.any() else last
    return np.c_[mean / mean.std(), last, several, np.ones(len(words))]


@torch.inference_mode()
def alone(teacher, words, pieces_of, batch=512):
    """What the teacher's encoder makes of each word that stands alone: the mean over its pieces, words x width, of spread one."""
    pieces = [pieces_of(word) for word in words]
    found = np.zeros((len(words), teacher.enc.we.embedding_dim), np.float32)
    order = sorted(range(len(words)), key=lambda index: len(pieces[index]))
    for part in (order[at : at + batch] for at in range(0, len(order), batch)):
        longest = max(len(pieces[index]) for index in part)
        rows = torch.tensor([[BEGIN, *pieces[index], END] + [0] * (longest - len(pieces[index])) for index in part])
        place, length = torch.arange(longest + 2), torch.tensor([len(pieces[index]) for index in part])[:, None]
        read = teacher.enc(rows, torch.full_like(rows, NO_FEATURE), place <= length + 1)
        own = ((place > 0) & (place <= length)).float()[:, :, None]
        found[part] = ((read * own).sum(1) / own.sum(1)).numpy()
    found -= found[[len(of) == 1 for of in pieces]].mean(0)
    return found / found.std()


def word_vectors(texts, counted, words, rows, size, pieces_of, teacher):
    """A table, size x numbers. `rows`: the row of each word; where words share one, each counts as often as it occurs; the first row, of words without
    one of their own, stays empty. `counted`: occurrences in all texts; `teacher`: whose word pieces these are."""
    vectors = teacher.enc.we.weight.detach().numpy()
    static = static_vectors(words, pieces_of, vectors)
    profile, counts = profiles(words, texts)
    # a whole word of the encoder's is known in the language, though not in these texts
    often = np.array([counted[word] + (0.5 if word in pieces_of.ids else 0.1) for word in words])
    expected = foretold(profile, counts, np.c_[static, alone(teacher, words, pieces_of)])
    own = np.concatenate([main_axes(expected, FORETOLD, np.sqrt(often)), main_axes(static[:, : vectors.shape[1]], STATIC, np.sqrt(often))], 1)
    own = np.clip(own, -LIMIT, LIMIT) * SPREAD
    table, weight = np.zeros((size, own.shape[1])), np.zeros((size, 1))
    np.add.at(table, rows, own * often[:, None])
    np.add.at(weight, rows, often[:, None])
    table[0] = 0
    return (table / np.maximum(weight, 1e-9)).astype(np.float32)
