"""Predictions of a student, and a quick score of them. The real scores come from the product and its scorer; this only steers training."""

import numpy as np
import torch

from confidence import confidence, figures_of
from decode import best_labels, log_softmax, spans_of
from links import LinkReading, link


@torch.inference_mode()
def scores_of(student, dump, articles=None, batch_tokens=12000):
    """Scores of each article, tokens x 16, and the first tokens of its windows."""
    windows = [window for window in dump.windows.tolist() if articles is None or window[0] in articles]
    scores = {article: np.zeros((dump.first[article + 1] - dump.first[article], 16), np.float32) for article, _, _ in windows}
    order = sorted(windows, key=lambda window: window[2] - window[1])
    at = 0
    while at < len(order):
        count = 1
        while at + count < len(order) and (count + 1) * (order[at + count][2] - order[at + count][1]) <= batch_tokens:
            count += 1
        part = order[at : at + count]
        at += count
        length = max(end - first for _, first, end in part)
        ids, mask = np.zeros((count, length, dump.ids.shape[1]), np.int64), np.zeros((count, length), np.float32)
        for row, (article, first, end) in enumerate(part):
            ids[row, : end - first] = dump.ids[dump.first[article] + first : dump.first[article] + end]
            mask[row, : end - first] = 1
        found = student(torch.from_numpy(ids), torch.from_numpy(mask)).numpy()
        for row, (article, first, end) in enumerate(part):
            scores[article][first:end] = found[row, : end - first]
    return scores


def labels_of(scores, windows, head=slice(0, 7), transitions=None, start=None):
    """Labels of an article, decoded window by window."""
    log = log_softmax(scores[:, head])
    labels = np.zeros(len(scores), int)
    for first, end in windows:
        labels[first:end] = best_labels(log[first:end], transitions, start)
    return labels.tolist()


def windows_by_article(dump):
    found = {}
    for article, first, end in dump.windows.tolist():
        found.setdefault(article, []).append((first, end))
    return found


def predict(student, dump, scorer, articles=None, transitions=None, start=None, scores=None, sure=None):
    """{"id", "statements", "people", "organizations", "places"} of each article, as the scorer reads them. Each statement has its
    "figures" (see confidence.py), and with the weights `sure` its "confidence"."""
    scores = scores or scores_of(student, dump, articles)
    windows = windows_by_article(dump)
    columns = [column["name"] for column in dump.columns]
    for article in sorted(scores):
        tokens = dump.tokens_of(article)
        first, end = dump.first[article], dump.first[article + 1]
        log = log_softmax(scores[article][:, :7])
        labels = labels_of(scores[article], windows[article], transitions=transitions, start=start)
        spans = spans_of(labels)
        names = spans_of(labels_of(scores[article], windows[article], slice(7, 14)))
        reading = LinkReading(dump.ids[first:end], dump.blocks[first:end], columns, spans[1], spans[3], spans[5])
        place = lambda span: [tokens[span[0]][0], tokens[span[1] - 1][1]]
        layer = lambda begin: [dict(zip(("start", "end"), place(span))) for span in names[begin]]
        yield {
            "id": dump.names[article],
            "statements": [
                {
                    "cue": [place(cue)],
                    "speaker": [place(source)] if source else [],
                    "content": [place(content) for content in contents],
                    **judged(figures_of((cue, source, contents), log, labels, *sureness), sure),
                }
                for (cue, source, contents), sureness in link(reading, scorer)
            ],
            "people": layer(1),
            "organizations": layer(3),
            "places": layer(5),
        }


def judged(figures, sure):
    found = {"figures": [round(figure, 4) for figure in figures]}
    return found if sure is None else {**found, "confidence": round(float(confidence(figures, sure)), 4)}


def dev_scores(predictions, documents):
    """Attribution (content by word-less character overlap of half, source by overlap) and strict names, in percent: near to the scorer's figures, not equal."""
    counts = {name: [0, 0, 0] for name in ("attribution", "content", "people", "organizations", "places")}
    gold = {document["id"]: document for document in documents}
    for predicted in predictions:
        document = gold[predicted["id"]]
        if "statements" in document:
            count_statements(counts, predicted["statements"], document["statements"])
        for layer in ("people", "organizations", "places"):
            if layer in document:
                right = {(name["start"], name["end"]) for name in document[layer] if name.get("kind") not in ("demonym", "language", "homonym", "associative")}
                aside = {(name["start"], name["end"]) for name in document[layer]} - right
                found = {(name["start"], name["end"]) for name in predicted[layer]} - aside
                tally(counts[layer], len(right & found), len(found), len(right))
    return {name: tuple(round(figure, 1) for figure in figures(*count)) for name, count in counts.items() if count[2]}


def right_ones(predicted, gold):
    """For each predicted statement whether it is right by the attribution row: content and source agree, one to one."""
    gold = [(characters(s["content"]), characters(s["source"])) for s in gold if s["content"]]
    pairs = sorted((pair for pair in agreeing(predicted, gold) if pair[3]), reverse=True)
    used, right = set(), [False] * len(predicted)
    for _, i, j, _ in pairs:
        if i not in used and not right[j]:
            used.add(i)
            right[j] = True
    return right


def tally(count, hits, found, gold):
    for index, value in enumerate((hits, found, gold)):
        count[index] += value


def figures(hits, found, gold):
    """Precision, recall, F1 in percent."""
    return 100 * hits / max(1, found), 100 * hits / max(1, gold), 200 * hits / max(1, found + gold)


def characters(spans):
    return {offset for start, end in spans for offset in range(start, end)}


def agreeing(predicted, gold):
    """(overlap, index of gold, index of predicted, whether the source agrees) of all pairs whose contents share half of their characters."""
    found = [(characters(s["content"]), characters(s["speaker"])) for s in predicted]
    for i, (content, source) in enumerate(gold):
        for j, (other, speaker) in enumerate(found):
            shared = len(content & other)
            if shared and shared / len(content | other) >= 0.5:
                right = (not source and not speaker) or (source and speaker and 2 * len(source & speaker) >= min(len(source), len(speaker)))
                yield shared / len(content | other), i, j, bool(right)


def count_statements(counts, predicted, gold):
    gold = [(characters(s["content"]), characters(s["source"])) for s in gold if s["content"]]
    pairs = sorted(agreeing(predicted, gold), reverse=True)
    for name, allowed in (("content", lambda pair: True), ("attribution", lambda pair: pair[3])):
        used = (set(), set())
        hits = 0
        for pair in pairs:
            if allowed(pair) and pair[1] not in used[0] and pair[2] not in used[1]:
                used[0].add(pair[1])
                used[1].add(pair[2])
                hits += 1
        tally(counts[name], hits, len(predicted), len(gold))
