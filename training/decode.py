"""From scores to labels to spans, as the product does it."""

import numpy as np

from gold import STATEMENT_LABELS

ILLEGAL = -1e9


def legal_steps(count=7):
    """Zero for a legal step [from][to], ILLEGAL for others, and the same for a first label."""
    steps, start = np.zeros((count, count)), np.zeros(count)
    for label in range(2, count, 2):
        steps[:, label] = ILLEGAL
        steps[label, label] = steps[label - 1, label] = 0
        start[label] = ILLEGAL
    return steps, start


def best_labels(scores, transitions=None, start=None):
    """The best legal labels of one window; `scores` are log probabilities or scores, tokens x labels."""
    steps, first = legal_steps(scores.shape[1])
    if transitions is not None:
        steps, first = steps + transitions, first + start
    value = scores[0] + first
    came = np.zeros(scores.shape, np.int8)
    for token in range(1, len(scores)):
        sums = value[:, None] + steps
        came[token] = sums.argmax(0)
        value = sums.max(0) + scores[token]
    labels = [int(value.argmax())]
    for token in range(len(scores) - 1, 0, -1):
        labels.append(int(came[token][labels[-1]]))
    return labels[::-1]


def log_softmax(scores):
    scores = scores - scores.max(-1, keepdims=True)
    return scores - np.log(np.exp(scores).sum(-1, keepdims=True))


def spans_of(labels):
    """{first label: [(first, end)]} of each kind of span."""
    spans = {begin: [] for begin in range(1, len(STATEMENT_LABELS), 2)}
    token = 0
    while token < len(labels):
        label = labels[token]
        if label == 0:
            token += 1
            continue
        begin = label if label % 2 else label - 1
        end = token + 1
        while end < len(labels) and labels[end] == begin + 1:
            end += 1
        spans[begin].append((token, end))
        token = end
    return spans
