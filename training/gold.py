"""Gold documents, and their annotations as one label a token.

Offsets are UTF-16 units in the files. Python counts code points, so `read_documents` gives texts with two characters, the surrogates,
for each character beyond the Basic Multilingual Plane.
"""

import bisect
import gzip
import json
import re
from pathlib import Path

BEYOND = re.compile("[\U00010000-\U0010ffff]")
STATEMENT_LABELS = ["O", "B-cue", "I-cue", "B-source", "I-source", "B-content", "I-content"]
NAME_LABELS = ["O", "B-person", "I-person", "B-organization", "I-organization", "B-place", "I-place"]


def read_documents(path):
    """The documents of a JSON Lines file, gzipped or not, in order."""
    path = Path(path)
    opened = gzip.open(path, "rt", encoding="utf8") if path.suffix == ".gz" else open(path, encoding="utf8")
    with opened as lines:
        documents = [json.loads(line) for line in lines if line.strip()]
    for document in documents:
        if "text" in document:
            document["text"] = BEYOND.sub(surrogates, document["text"])
    return documents


def surrogates(match):
    units = match[0].encode("utf-16-le")
    return "".join(chr(units[at] | units[at + 1] << 8) for at in range(0, len(units), 2))


def token_range(tokens, starts, start, end):
    """(first, end) of the tokens that overlap characters start to end. `starts` are the tokens' start offsets."""
    first = bisect.bisect_right(starts, start) - 1
    if first < 0 or tokens[first][1] <= start:
        first += 1
    last = first
    while last < len(tokens) and tokens[last][0] < end:
        last += 1
    return first, last


def token_spans(tokens, starts, spans):
    ranges = (token_range(tokens, starts, start, end) for start, end in spans)
    return [(first, last) for first, last in ranges if last > first]


def statement_parts(document, tokens):
    """The statements with a cue, each as {"cue", "source", "content"}: token ranges."""
    starts = [start for start, _ in tokens]
    return [
        {part: token_spans(tokens, starts, statement[part]) for part in ("cue", "source", "content")}
        for statement in document["statements"]
        if statement["cue"]
    ]


def statement_labels(document, tokens):
    """One label a token, an index into STATEMENT_LABELS. Where parts overlap, a cue wins over a source, a source over a content."""
    labels = [0] * len(tokens)
    statements = statement_parts(document, tokens)
    for part, begin in (("content", 5), ("source", 3), ("cue", 1)):
        for statement in statements:
            for first, last in statement[part]:
                labels[first] = begin
                for token in range(first + 1, last):
                    labels[token] = begin + 1
                # what the span cut in two begins anew behind it
                if last < len(tokens) and labels[last] in (2, 4, 6) and labels[last] != begin + 1:
                    labels[last] -= 1
    make_legal(labels)
    return labels


def name_labels(document, tokens):
    """One label a token, an index into NAME_LABELS; the first of two overlapping names wins. Demonyms and other places that are no name of a place are left out."""
    labels = [0] * len(tokens)
    starts = [start for start, _ in tokens]
    for layer, begin in (("people", 1), ("organizations", 3), ("places", 5)):
        for name in document.get(layer, []):
            if name.get("kind") in ("demonym", "language", "homonym"):
                continue
            first, last = token_range(tokens, starts, name["start"], name["end"])
            if last <= first or any(labels[first:last]):
                continue
            labels[first:last] = [begin] + [begin + 1] * (last - first - 1)
    return labels


def make_legal(labels):
    """Turns an inner label that continues nothing into a first one, in place."""
    for token, label in enumerate(labels):
        if label and label % 2 == 0 and (token == 0 or labels[token - 1] not in (label, label - 1)):
            labels[token] = label - 1
