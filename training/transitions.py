"""What a step from label to label is worth beside the network's scores: fitted on articles that the student has not learned from."""

import numpy as np
import torch

from decode import legal_steps, log_softmax

EAGERNESS = (-0.5, 0.0, 0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 2.0)


def fit_transitions(windows, penalty=0.5, rounds=60):
    """(steps 7 x 7, start 7) that make the gold labels of the windows likeliest. `windows`: (scores tokens x 7, gold labels)."""
    legal, first = (torch.tensor(part, dtype=torch.float32) for part in legal_steps())
    length = max(len(gold) for _, gold in windows)
    scores, gold, mask = np.zeros((len(windows), length, 7), np.float32), np.zeros((len(windows), length), np.int64), np.zeros((len(windows), length), bool)
    for row, (of_window, labels) in enumerate(windows):
        scores[row, : len(labels)], gold[row, : len(labels)], mask[row, : len(labels)] = log_softmax(of_window), labels, True
    scores, gold, mask = torch.from_numpy(scores), torch.from_numpy(gold), torch.from_numpy(mask)
    steps, start = torch.zeros(7, 7, requires_grad=True), torch.zeros(7, requires_grad=True)
    optimizer = torch.optim.LBFGS([steps, start], max_iter=rounds)

    def closure():
        optimizer.zero_grad()
        loss = -likelihood(scores, gold, mask, steps + legal, start + first) + penalty * (steps.square().sum() + start.square().sum())
        loss.backward()
        return loss

    # thousands of small steps: threads would wait for each other, on a busy machine for minutes
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    optimizer.step(closure)
    torch.set_num_threads(threads)
    return steps.detach().numpy(), start.detach().numpy()


def likelihood(scores, gold, mask, steps, start):
    """Sum over the windows of the log likelihood of the gold labels in a linear chain."""
    told = scores.gather(2, gold[..., None])[..., 0]
    right = (told * mask).sum() + start[gold[:, 0]].sum() + (steps[gold[:, :-1], gold[:, 1:]] * mask[:, 1:]).sum()
    value = scores[:, 0] + start
    for token in range(1, scores.shape[1]):
        longer = torch.logsumexp(value[:, :, None] + steps, 1) + scores[:, token]
        value = torch.where(mask[:, token, None], longer, value)
    return right - torch.logsumexp(value, 1).sum()


def eager(steps, start, by):
    """The same, with every step to "no label" worth less: more is found, less surely."""
    steps, start = steps.copy(), start.copy()
    steps[:, 0] -= by
    start[0] -= by
    return steps, start
