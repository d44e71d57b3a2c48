"""Which content belongs to which cue, and which source: a linear scorer over hashed features of the spans. `network.md` lists the features."""

from bisect import bisect_left

import numpy as np
import torch
import torch.nn as nn

BUCKETS = 16384
CANDIDATES = 10
BLOCKS_AWAY = 3
STEPS = (0, 1, 2, 3, 4, 6, 9, 14, 22, 35, 60, 100)
PRIME = 0x01000193
SECOND = -2.0


def distance(tokens):
    return next((index for index, step in enumerate(STEPS) if tokens <= step), len(STEPS))


def bucket(*values):
    """FNV-1a over small integers, mixed: the same number as in TypeScript with Math.imul."""
    hashed = 0x811C9DC5
    for value in values:
        hashed = ((hashed ^ (value & 0xFFFFFFFF)) * PRIME) & 0xFFFFFFFF
    hashed = ((hashed ^ (hashed >> 15)) * 0x2C1B3C6D) & 0xFFFFFFFF
    return (hashed ^ (hashed >> 13)) % BUCKETS


class LinkReading:
    """What the scorer reads of an article: columns of the dump, and the spans found (each list sorted)."""

    def __init__(self, ids, blocks, names_of_columns, cues, sources, contents):
        column = {name: index for index, name in enumerate(names_of_columns)}
        take = lambda name: ids[:, column[name]].tolist()
        self.word, self.case, self.cue_class, self.grammar = take("word"), take("case"), take("cue"), take("grammar")
        self.quotation, self.mention = take("quotation"), take("mention")
        self.block, self.sentence = blocks[:, 0].tolist(), blocks[:, 1].tolist()
        self.cues, self.sources, self.contents = cues, sources, contents
        self.starts = [[span[0] for span in spans] for spans in (cues, contents, sources)]

    def between(self, first, end):
        """How many cues, contents, sources begin between two tokens, each at most 2."""
        return [min(2, bisect_left(starts, end) - bisect_left(starts, first)) for starts in self.starts]

    def nearest(self, token, spans):
        """Up to CANDIDATES spans within BLOCKS_AWAY blocks, the nearest first."""
        middle = bisect_left(spans, (token, 0))
        around = spans[max(0, middle - CANDIDATES) : middle + CANDIDATES]
        near = [span for span in around if abs(self.block[span[0]] - self.block[token]) <= BLOCKS_AWAY]
        return sorted(near, key=lambda span: abs(span[0] - token))[:CANDIDATES]

    def gap(self, first, end):
        """What stands between: nothing (-1), one word (its id), else 1000000 + the quotation state of the first; and whether a quotation mark is among the first 60."""
        if end <= first:
            return -1, 0
        what = self.word[first] if end - first == 1 else 1000000 + self.quotation[first]
        marked = any(is_mark(self.quotation[token]) for token in range(first, min(end, first + 60)))
        return what, int(marked)

    def content_features(self, content, cue):
        (i, j), (c, d) = content, cue
        side = 0 if c < i else 1
        first, end = (d, i) if side == 0 else (j, c)
        gap = max(0, end - first)
        sentences = min(3, abs(self.sentence[i] - self.sentence[c]) if side == 0 else abs(self.sentence[c] - self.sentence[j - 1]))
        blocks = max(-2, min(2, self.block[i] - self.block[c]))
        cues, contents, sources = self.between(first, end)
        quoted = int(2 <= self.quotation[i] <= 8 or self.quotation[i] >= 12)
        beside = int(any(span != content and (0 <= c - span[1] <= 2 or 0 <= span[0] - d <= 1) for span in self.around(c, d)))
        what, marked = self.gap(first, end)
        after = self.word[d] if d < len(self.word) else -1
        near = min(3, gap)
        return [
            bucket(1, side, distance(gap)),
            bucket(2, side, sentences, cues),
            bucket(3, side, blocks),
            bucket(4, side, cues, contents, sources),
            bucket(5, side, what, marked),
            bucket(6, side, self.word[d - 1]),
            bucket(7, side, self.word[d - 1], near),
            bucket(8, side, self.word[i], near),
            bucket(9, side, quoted, distance(gap)),
            bucket(10, side, self.word[j - 1], min(4, gap)),
            bucket(11, side, beside, min(2, sentences), quoted),
            bucket(12, side, self.quotation[c], self.quotation[i]),
            bucket(13, side, quoted, min(2, sentences), blocks),
            bucket(14, side, self.case[i]),
            bucket(15, side, after, near),
            bucket(16, side, self.cue_class[d - 1], min(2, sentences)),
            bucket(17, side, self.grammar[i], near),
            bucket(18, side, self.word[c], self.word[i]),
        ]

    def around(self, c, d):
        starts = self.starts[1]
        return self.contents[max(0, bisect_left(starts, c) - 2) : bisect_left(starts, d) + 2]

    def source_features(self, cue, source):
        c, d = cue
        verb, opening = self.word[d - 1], self.word[c]
        if source is None:
            here = sum(1 for span in self.nearest(c, self.sources) if self.sentence[span[0]] == self.sentence[c])
            before = self.word[c - 1] if c else -1
            return [
                bucket(40),
                bucket(41, verb),
                bucket(42, opening),
                bucket(43, int(d - c > 1)),
                bucket(44, before),
                bucket(45, min(3, here)),
                bucket(46, self.cue_class[d - 1], min(1, here)),
                bucket(47, self.grammar[c - 1] if c else -1, min(1, here)),
            ]
        i, j = source
        side = 0 if i < c else 1
        first, end = (j, c) if side == 0 else (d, i)
        gap = max(0, end - first)
        sentences, blocks = min(3, abs(self.sentence[i] - self.sentence[c])), min(2, abs(self.block[i] - self.block[c]))
        cues, contents, sources = self.between(first, end)
        what, marked = self.gap(first, end)
        opens, closes = (self.word[first], self.word[end - 1]) if end > first else (-1, -1)
        pronoun = int(self.grammar[j - 1] == 3)
        return [
            bucket(60),
            bucket(61, side, distance(gap)),
            bucket(62, side, min(6, gap), verb),
            bucket(63, side, cues, contents, sources),
            bucket(64, side, sentences),
            bucket(65, side, blocks),
            bucket(66, side, what, marked),
            bucket(67, side, opens, closes),
            bucket(68, side, pronoun, distance(gap)),
            bucket(69, side, opening, min(2, sentences)),
            bucket(70, side, verb, min(2, sentences)),
            bucket(71, side, sources, min(2, sentences)),
            bucket(72, side, cues, sources, min(1, sentences)),
            bucket(73, side, self.mention[j - 1], min(2, sentences)),
            bucket(74, side, self.cue_class[d - 1], self.quotation[d - 1], min(2, sentences)),
            bucket(75, side, self.quotation[i], self.quotation[c]),
        ]


def is_mark(state):
    """First or last token of a quotation."""
    return state in (1, 3, 4, 5, 7, 8, 10, 11, 13, 14)


class Scorer(nn.Module):
    """Sum of the weights of the features that hold."""

    def __init__(self):
        super().__init__()
        self.weights = nn.Parameter(torch.zeros(2, BUCKETS))

    def score(self, which, features):
        weights = self.weights[which].detach().numpy()
        return [float(weights[row].sum()) for row in features]


def train_scorer(examples, epochs=12, seed=1, penalty=2e-4):
    """`examples`: (0 content to cue | 1 cue to source, rows of features, one a candidate, index of the right one)."""
    scorer = Scorer()
    generator = torch.Generator().manual_seed(seed)
    prepared = []
    for which in (0, 1):
        mine = [example for example in examples if example[0] == which]
        width = max(len(row) for _, rows, _ in mine for row in rows)
        most = max(len(rows) for _, rows, _ in mine)
        ids = np.full((len(mine), most, width), -1, np.int64)
        for index, (_, rows, _) in enumerate(mine):
            for at, row in enumerate(rows):
                ids[index, at, : len(row)] = row
        prepared.append((torch.from_numpy(ids), torch.tensor([right for _, _, right in mine])))
    optimizer = torch.optim.Adam(scorer.parameters(), lr=0.05)
    for epoch in range(epochs):
        for group in optimizer.param_groups:
            group["lr"] = 0.05 * (1 - epoch / epochs)
        for which, (ids, right) in enumerate(prepared):
            for part in torch.randperm(len(ids), generator=generator).split(1024):
                chosen = ids[part]
                scores = (scorer.weights[which][chosen.clamp(min=0)] * (chosen >= 0)).sum(-1)
                scores = scores.masked_fill(chosen[..., 0] < 0, -1e4)
                loss = torch.nn.functional.cross_entropy(scores, right[part]) + penalty * scorer.weights[which].square().sum() / 100
                optimizer.zero_grad()
                loss.backward()
                optimizer.step()
    return scorer


def gold_examples(reading, statements):
    """Examples from gold spans. `statements` are token ranges as of `gold.statement_parts`, clipped to the labelled spans by their first token."""
    examples = []
    cue_of, source_of = {}, {}
    for statement in statements:
        cue = statement["cue"][0][0]
        for first, _ in statement["content"]:
            cue_of.setdefault(first, cue)
        source_of.setdefault(cue, statement["source"][0][0] if statement["source"] else None)
    for content in reading.contents:
        candidates = reading.nearest(content[0], reading.cues)
        starts = [span[0] for span in candidates]
        if cue_of.get(content[0]) in starts:
            rows = [reading.content_features(content, cue) for cue in candidates]
            examples.append((0, rows, starts.index(cue_of[content[0]])))
    for cue in reading.cues:
        if cue[0] not in source_of:
            continue
        candidates = [None] + reading.nearest(cue[0], reading.sources)
        starts = [span and span[0] for span in candidates]
        if source_of[cue[0]] in starts:
            rows = [reading.source_features(cue, source) for source in candidates]
            examples.append((1, rows, starts.index(source_of[cue[0]])))
    return examples


def link(reading, scorer, second=SECOND):
    """Statements as (cue, source or None, contents), and beside each the log softmax of its choices: a list for its contents, one for its source.

    Each content goes to its best cue; one that is not the best of its cue only if it scores `second` or more."""
    best, chosen = {}, []
    for content in reading.contents:
        candidates = reading.nearest(content[0], reading.cues)
        if not candidates:
            continue
        scores = scorer.score(0, [reading.content_features(content, cue) for cue in candidates])
        at = int(np.argmax(scores))
        chosen.append((scores[at], candidates[at], content, odds(scores, at)))
        if candidates[at] not in best or scores[at] > best[candidates[at]][0]:
            best[candidates[at]] = (scores[at], content)
    contents = {}
    for score, cue, content, sure in chosen:
        if best[cue][1] == content or score >= second:
            contents.setdefault(cue, []).append((content, sure))
    statements = []
    for cue in reading.cues:
        if cue not in contents:
            continue
        candidates = [None] + reading.nearest(cue[0], reading.sources)
        scores = scorer.score(1, [reading.source_features(cue, source) for source in candidates])
        at = int(np.argmax(scores))
        own = contents[cue]
        statements.append(((cue, candidates[at], [content for content, _ in own]), ([sure for _, sure in own], odds(scores, at))))
    return statements


def odds(scores, at):
    """Log softmax."""
    scores = np.asarray(scores) - scores[at]
    return -float(np.log(np.exp(np.minimum(scores, 50)).sum()))
