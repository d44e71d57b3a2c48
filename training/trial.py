"""A few documents of each gold file, to see in minutes whether all is in place. What is learned from them is worth nothing."""

import gzip
import json

# enough that each stage has something to learn from and something to measure
FEW = {
    "attribution/train": 15, "attribution/dev": 4, "names/train": 60, "people/train": 3, "people/dev": 10, "places/train": 8, "places/dev": 4,
    "dates/train": 4, "coref/train": 6,
}  # fmt: skip
SILVER = "silver/ner.jsonl.gz"


def write_few(data, folder):
    """A gold folder of few documents, spread evenly over each file so that its corpora are met, and of the automatic names of those."""
    for name, count in FEW.items():
        lines = (data / f"{name}.jsonl").read_text(encoding="utf8").strip().split("\n")
        count = min(count, len(lines))
        chosen = [lines[index * len(lines) // count] + "\n" for index in range(count)]
        file = folder / f"{name}.jsonl"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text("".join(chosen), encoding="utf8")
        if name == "attribution/train":
            kept = {json.loads(line)["id"] for line in chosen}
    (folder / SILVER).parent.mkdir(exist_ok=True)
    with gzip.open(data / SILVER, "rt", encoding="utf8") as lines, gzip.open(folder / SILVER, "wt", encoding="utf8") as file:
        file.writelines(line for line in lines if json.loads(line)["id"] in kept)
