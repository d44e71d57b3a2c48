"""How sure a statement is: a logistic function of a few figures, fitted on articles that the student has not learned from."""

import numpy as np
import torch

FIGURES = [
    "always 1",
    "doubt of the mean over the contents' tokens of the log probability of their label",
    "doubt of the lowest of them",
    "doubt of the lowest at the contents' first tokens",
    "doubt of the lowest at the tokens behind the contents' ends (of the article, if there is one)",
    "doubt of the lowest over the cue's tokens",
    "doubt of the lowest over the source's tokens; of 0 without a source",
    "1 without a source, else 0",
    "doubt of the lowest log softmax over a content's candidate cues of the chosen one",
    "doubt of the log softmax over the cue's candidate sources (none among them) of the chosen one",
]
LOWEST = -8.0
SUREST = 0.02


def doubt(log):
    """Of a log probability: 0.02 where it is sure, as a logarithm, so that 0.99 and 0.9 lie as far apart as 0.9 and 0.5."""
    return float(np.log(SUREST - max(LOWEST, log)))


def figures_of(statement, log, labels, content_odds, source_odds):
    """The FIGURES of a statement (cue, source or None, contents); `log`: log probabilities, tokens x 7; odds: log softmax of the choices."""
    cue, source, contents = statement
    of = lambda token: max(LOWEST, float(log[token][labels[token]]))
    inside = [of(token) for first, end in contents for token in range(first, end)]
    behind = [of(end) for _, end in contents if end < len(labels)]
    return [
        1.0,
        doubt(float(np.mean(inside))),
        doubt(min(inside)),
        doubt(min(of(first) for first, _ in contents)),
        doubt(min(behind, default=0.0)),
        doubt(min(of(token) for token in range(*cue))),
        doubt(min(of(token) for token in range(*source)) if source else 0.0),
        0.0 if source else 1.0,
        doubt(min(content_odds)),
        doubt(source_odds),
    ]


def fit(figures, right, penalty=1.0):
    """Weights of the logistic function. `right`: 1 where the statement is right. Zeros, that is one half, where there is nothing to learn from."""
    if not len(figures):
        return np.zeros(len(FIGURES))
    x, y = torch.tensor(figures, dtype=torch.float64), torch.tensor(right, dtype=torch.float64)
    weights = torch.zeros(x.shape[1], dtype=torch.float64, requires_grad=True)
    optimizer = torch.optim.LBFGS([weights], max_iter=200)

    def closure():
        optimizer.zero_grad()
        loss = torch.nn.functional.binary_cross_entropy_with_logits(x @ weights, y, reduction="sum") + penalty * weights[1:].square().sum()
        loss.backward()
        return loss

    optimizer.step(closure)
    return weights.detach().numpy()


def confidence(figures, weights):
    return 1 / (1 + np.exp(-np.asarray(figures) @ weights))


def reliability(sure, right, least=200):
    """Bins of equal count, at least `least` each: (statements, mean confidence, share that is right), in percent."""
    if not len(sure):
        return []
    order = np.argsort(sure)
    bins = max(1, len(order) // least)
    return [(len(part), round(100 * float(np.mean(np.asarray(sure)[part])), 1), round(100 * float(np.mean(np.asarray(right)[part])), 1)) for part in np.array_split(order, bins)]
