"""Articles once more with some words exchanged for near ones, so that the student learns from the teachers' opinions of words that are rare in the gold.

Near words are those whose vectors in an encoder's table of word pieces point the same way and that end alike ("walks" and "runs"). A capitalized
word is exchanged for the same one all through an article. The texts are scratch: they never ship.
"""

import json
import random
import re

import numpy as np

LETTERS = re.compile(r"[^\W\d_]+")
ENDINGS = ("ing", "ed", "ly", "ss", "s")
PAST = {"said", "told", "wrote", "thought", "felt", "knew"}
NEAR, CHOICES = 0.35, 8
# words of grammar keep their place
KEPT = set(
    """the and for that with was were are is has have had not but his her its their our your they she who whom whose which what when where why how this these
    those there here then than from into onto about after before over under between against during without within through could would should will shall may
    might must can did does doing done been being him them you all any some each every both few more most other such only own same too very just also one two
    three four five six seven eight nine ten off out down again once if because until while upon""".split()
)


class Neighbours:
    """The near words of a word in lower case, nearest first; none of words that are kept or are no word piece."""

    def __init__(self, pieces, vectors):
        """`pieces`: the encoder's word pieces in the order of the rows of `vectors`."""
        rows = [row for row, piece in enumerate(pieces) if re.fullmatch("[a-z]{3,}", piece)]
        self.words = [pieces[row] for row in rows]
        self.row = {word: row for row, word in enumerate(self.words)}
        vectors = vectors[rows] - vectors[rows].mean(0)
        self.vectors = vectors / np.linalg.norm(vectors, axis=1, keepdims=True)
        self.known = {}

    def of(self, word):
        if word not in self.row or word in KEPT:
            return []
        if word not in self.known:
            alike = self.vectors @ self.vectors[self.row[word]]
            others = [self.words[row] for row in np.argsort(-alike)[1:25] if alike[row] > NEAR]
            self.known[word] = [other for other in others if other not in KEPT and ending(other) == ending(word)][:CHOICES]
        return self.known[word]


def ending(word):
    return "ed" if word in PAST else next((end for end in ENDINGS if word.endswith(end)), "")


def vary(text, neighbours, rng, share):
    """The text with `share` of the words that have neighbours exchanged, and in some articles with the other kind of quotation marks."""
    names = {}

    def other(match):
        word = match[0]
        if word[0].isupper():
            if word not in names:
                names[word] = exchanged(word)
            return names[word]
        return exchanged(word)

    def exchanged(word):
        near = neighbours.of(word.lower()) if rng.random() < share else []
        return in_case_of(word, rng.choice(near)) if near else word

    return with_other_marks(LETTERS.sub(other, text), rng.random())


def in_case_of(word, other):
    if word.isupper() and len(word) > 1:
        return other.upper()
    return other.capitalize() if word[0].isupper() else other


def with_other_marks(text, chance):
    if chance < 0.3:
        return text.translate(str.maketrans("“”’", "\"\"'"))
    if chance < 0.5 and text.count('"') % 2 == 0:
        parts = text.split('"')
        return "".join(part + ("" if index == len(parts) - 1 else "”" if index % 2 else "“") for index, part in enumerate(parts))
    return text


def write_varied(documents, neighbours, path, seed, share):
    """Writes {"id", "text"} lines of the documents' varied texts."""
    rng = random.Random(seed)
    with open(path, "w") as file:
        for document in documents:
            file.write(json.dumps({"id": document["id"], "text": vary(document["text"], neighbours, rng, share)}) + "\n")
