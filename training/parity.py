"""Writes what the product must compute from the packed weights for one article, for a test in the repository.

    python training/parity.py --model models/tagger.bin --article seeds/court-ferry-captain.txt --out test/fixtures/tagger/parity.json

The features come from Node; all that follows is computed in numpy from the packed file, as `network.md` says.
"""

import argparse
import json
import subprocess
import tempfile
from pathlib import Path

import numpy as np

from confidence import confidence, figures_of
from decode import best_labels, log_softmax, spans_of
from dump import read_dump
from links import LinkReading, Scorer, link
from pack import Packed

ROOT = Path(__file__).resolve().parent.parent


def dump_of(text):
    with tempfile.TemporaryDirectory() as folder:
        file = Path(folder) / "article.jsonl"
        file.write_text(json.dumps({"id": "article", "text": text}) + "\n")
        subprocess.run(["node", str(ROOT / "training/features.mjs"), str(file), folder], check=True, stdout=subprocess.DEVNULL)
        return read_dump(folder)


def expected(packed, dump):
    """Tokens, ids, windows, scores, labels, spans and links of the dump's only article."""
    windows = [window[1:] for window in dump.windows.tolist()]
    scores, labels = np.zeros((len(dump.ids), 16)), []
    for first, end in windows:
        scores[first:end] = packed.scores(dump.ids[first:end])
        labels += best_labels(log_softmax(scores[first:end, :7]), packed.block["transitions.statements"], packed.block["start.statements"])
    spans = spans_of(labels)
    scorer = Scorer()
    scorer.weights.data[:] = scorer.weights.new_tensor(packed.block["links"].copy())
    reading = LinkReading(dump.ids, dump.blocks, [column["name"] for column in dump.columns], spans[1], spans[3], spans[5])
    log = log_softmax(scores[:, :7])
    sure = packed.block["confidence"].astype(float)
    statements = [
        {"cue": cue, "source": source, "contents": contents, "confidence": round(float(confidence(figures_of((cue, source, contents), log, labels, *odds), sure)), 3)}
        for (cue, source, contents), odds in link(reading, scorer)
    ]
    return {
        "columns": [column["name"] for column in dump.columns],
        "tokens": dump.tokens.tolist(),
        "ids": dump.ids.tolist(),
        "windows": windows,
        "scores": [[round(float(score), 3) for score in row[:14]] for row in scores],
        "labels": [int(label) for label in labels],
        "spans": {"cues": spans[1], "sources": spans[3], "contents": spans[5]},
        "statements": statements,
    }


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--model", type=Path, required=True)
    parser.add_argument("--article", type=Path, required=True, help="a file that may be in the repository, in plain text")
    parser.add_argument("--out", type=Path, required=True)
    given = parser.parse_args()
    text = given.article.read_text(encoding="utf8")
    found = {"article": given.article.as_posix(), **expected(Packed(given.model.read_bytes()), dump_of(text))}
    given.out.parent.mkdir(parents=True, exist_ok=True)
    given.out.write_text("{\n" + ",\n".join(f"{json.dumps(key)}: {json.dumps(value)}" for key, value in found.items()) + "\n}\n")
