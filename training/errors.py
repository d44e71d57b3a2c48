"""What goes wrong: the product's statements against gold ones, by kind, source, construction and newspaper, as tables for models/errors.md.

    node dist/cli.mjs analyze --jsonl < GOLD.jsonl > OUT.jsonl
    python training/errors.py GOLD.jsonl OUT.jsonl

Only counts are printed; `--show CAUSE` prints some texts of one cause, to read and never to keep.
"""

import argparse
import re
from collections import Counter, defaultdict

from evaluate import agreeing, characters
from gold import read_documents

QUOTED = re.compile(r"[“\"][^”\"\n]*[”\"]?")
PRONOUNS = {"he", "she", "they", "it", "i", "we", "who", "that", "you", "which", "him", "her", "them"}


def predictions(document):
    """The statements of an annotation document as gold ones are written: spans of content, speaker and cue."""
    spans = {annotation["id"]: [annotation["start"], annotation["end"]] for annotation in document["annotations"]}
    part = lambda name: [spans[name]] if name else []
    return [{"content": [spans[q] for q in s["quote"]], "speaker": part(s.get("speaker")), "cue": part(s.get("cue"))} for s in document["statements"]]


def kind_of(text, content):
    quoted = {at for match in QUOTED.finditer(text) for at in range(match.start(), match.end())}
    words = [at for at in content if text[at].isalnum()]
    share = sum(at in quoted for at in words) / max(1, len(words))
    return "direct" if share > 0.95 else "indirect" if share < 0.02 else "mixed"


def source_of(text, spans):
    if not spans:
        return "none"
    words = " ".join(text[start:end] for start, end in spans)
    if words.lower() in PRONOUNS:
        return "pronoun"
    head = words.split()
    if any(word[:1].isupper() for word in head[1:]) or (head[0][:1].isupper() and head[0].lower() not in {"the", "a", "an", "some", "many", "one", "two"}):
        return "with a name"
    return "description"


def construction_of(statement):
    parts = [(name, statement.get(name)) for name in ("source", "cue", "content")]
    if not statement.get("cue"):
        return "no cue"
    return ", ".join(name for name, spans in sorted((part for part in parts if part[1]), key=lambda part: part[1][0][0]))


def cause_of_miss(content, kind, predicted):
    """How a gold statement that no prediction matches was lost."""
    touching = [part for part in predicted if part & content]
    if not touching:
        return f"missed, {kind}"
    if len(touching) > 1:
        return "told as several"
    (part,) = touching
    inside, around = part <= content, content <= part
    if inside or around:
        at_start, at_end = min(part) != min(content), max(part) != max(content)
        where = "at both ends" if at_start and at_end else "at the start" if at_start else "at the end"
        return f"{'too short' if inside else 'too long'} {where}"
    return "shifted"


def measure(gold, documents, shown, log=print):
    rows = {name: defaultdict(lambda: [0, 0]) for name in ("kind", "source", "construction")}
    papers, causes, extra = defaultdict(lambda: [0, 0, 0]), Counter(), Counter()
    for document in documents:
        article = gold[document["source"]["id"]]
        text, told = article["text"], predictions(document)
        wanted = [statement for statement in article["statements"] if statement["content"]]
        found = [(characters(s["content"]), characters(s["source"])) for s in wanted]
        pairs = sorted(agreeing(told, found), reverse=True)
        right, used = set(), set()
        for _, i, j, same in pairs:
            if same and i not in right and j not in used:
                right.add(i)
                used.add(j)
        near = {}
        for _, i, j, _ in pairs:
            near.setdefault(i, j)
        contents = [characters(s["content"]) for s in told]
        paper = re.sub(r"_.*", "", article["id"])
        papers[paper] = [a + b for a, b in zip(papers[paper], (len(right), len(told), len(wanted)))]
        for i, statement in enumerate(wanted):
            content = found[i][0]
            kind = kind_of(text, content)
            for name, value in (("kind", kind), ("source", source_of(text, statement["source"])), ("construction", construction_of(statement))):
                rows[name][value][0] += i in right
                rows[name][value][1] += 1
            if i in right:
                continue
            if i in near:
                said = told[near[i]]["speaker"]
                cause = "speaker where gold has none" if not statement["source"] else "another speaker" if said else "no speaker"
            else:
                cause = cause_of_miss(content, kind, contents)
            causes[cause] += 1
            if cause == shown:
                show(text, statement, told, contents, content, log)
        for j, content in enumerate(contents):
            if j in used:
                continue
            touches = any(content & one for one, _ in found)
            extra["beside a gold one" if touches else "where gold has none"] += 1
            if not touches and shown == "extra":
                show(text, None, told, contents, content, log)
    return rows, papers, causes, extra


def show(text, statement, told, contents, content, log):
    low, high = max(0, min(content) - 120), max(content) + 120
    words = lambda spans: " … ".join(text[a:b] for a, b in spans)
    log("\n" + text[low:high].replace("\n", "¶"))
    if statement:
        log(f"  gold  [{words(statement['source'])}] [{words(statement['cue'])}] {words(statement['content'])}")
    for other, part in zip(told, contents):
        if part & content:
            log(f"  ours  [{words(other['speaker'])}] [{words(other['cue'])}] {words(other['content'])}")


def table(title, rows, log):
    log(f"\n| {title} | right | of |\n|---|--:|--:|")
    for value, (right, count) in sorted(rows.items(), key=lambda row: -row[1][1]):
        log(f"| {value} | {100 * right / count:.0f} % | {count} |")


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("gold")
    parser.add_argument("told")
    parser.add_argument("--show")
    given = parser.parse_args()
    rows, papers, causes, extra = measure({d["id"]: d for d in read_documents(given.gold)}, read_documents(given.told), given.show)
    if given.show:
        return
    for title, part in rows.items():
        table(title, part, print)
    print("\n| newspaper | F1 | statements |\n|---|--:|--:|")
    for paper, (right, told, wanted) in sorted(papers.items(), key=lambda row: -2 * row[1][0] / (row[1][1] + row[1][2])):
        print(f"| {paper} | {200 * right / (told + wanted):.1f} | {wanted} |")
    print("\n| cause | gold statements |\n|---|--:|")
    for cause, count in causes.most_common():
        print(f"| {cause} | {count} |")
    print(f"\nTold too much: {dict(extra)}")


if __name__ == "__main__":
    main()
