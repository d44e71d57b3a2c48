"""What the teacher reads: word pieces, and beside each piece the letter case and the quotation state that an uncased encoder cannot see.

The teacher never ships. Its tokens and features are its own business: its answers are kept by character offsets, so that they
fit the product's tokens.
"""

import re
import unicodedata

import numpy as np

WORD = re.compile(
    r"""<[^<>\n]{0,20}|``|''|(?:[A-Za-z]\.){2,}|\d+(?:[.,:]\d+)*|[^\W_]+(?:['’](?![sS]\b)[^\W\d_]+)*|['’][sS]\b|\.\.\.+|--+|[^\w\s]|_+"""
)
OUTSIDE, INSIDE, OPENING, CLOSING, UNCLOSED = range(5)
STRAIGHT = {"’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "''": '"', "``": '"', "―": "—"}
NO_FEATURE = 50
BEGIN, END, UNKNOWN = 101, 102, 100


def letter_case(word):
    if word[0].isalpha():
        if word.isupper() and len(word) > 1:
            return 2
        if word[0].isupper() and (len(word) == 1 or word[1:].islower()):
            return 1
        return 0 if word.islower() else 3
    return 4 if word[0].isdigit() else 5


class Reading:
    """A document as the teacher reads it: `tokens` (start, end), `features` one a token, `breaks` 2 at a paragraph, 1 at a sentence, else 0."""

    def __init__(self, text, pieces_of):
        self.tokens = [match.span() for match in WORD.finditer(text)]
        words = [text[start:end] for start, end in self.tokens]
        self.pieces = [pieces_of(word) for word in words]
        starts = self._paragraph_starts(text)
        quotes = quotation_states(words, starts)
        self.features = [letter_case(w) * 10 + q * 2 + s for w, q, s in zip(words, quotes, starts)]
        self.breaks = [
            2 if starts[i] else 1 if i and (words[i - 1] in ".?!" or (quotes[i - 1] == CLOSING and i > 1 and words[i - 2][0] in ".?!,")) else 0
            for i in range(len(words))
        ]

    def _paragraph_starts(self, text):
        starts, reached = [], 0
        for index, (start, end) in enumerate(self.tokens):
            starts.append(int(index == 0 or "\n" in text[reached:start]))
            reached = end
        return starts

    def windows(self, size, stride):
        """(first, end) of overlapping windows of at most `size` pieces, begun at paragraphs or sentences where one is near."""
        count = len(self.tokens)
        reached = np.concatenate([[0], np.cumsum([len(p) for p in self.pieces])])
        windows, first = [], 0
        while first < count:
            end = min(max(int(np.searchsorted(reached, reached[first] + size, side="right")) - 1, first + 1), count)
            windows.append((first, end))
            if end >= count:
                break
            wanted = min(max(int(np.searchsorted(reached, reached[first] + stride)), first + 1), end)
            paragraph = next((t for t in range(wanted, max(first, wanted - 70), -1) if t < count and self.breaks[t] == 2), None)
            sentence = next((t for t in range(wanted, max(first, wanted - 50), -1) if t < count and self.breaks[t]), None)
            first = paragraph or sentence or wanted
        return windows


def quotation_states(words, paragraph_starts):
    states, inside = [], False
    for word, starts in zip(words, paragraph_starts):
        if starts:
            inside = False
        if word in ("“", "„", "``"):
            states.append(OPENING)
            inside = True
        elif word == "”":
            states.append(CLOSING)
            inside = False
        elif word in ('"', "''"):
            states.append(CLOSING if inside else OPENING)
            inside = not inside
        else:
            states.append(INSIDE if inside else OUTSIDE)
    index = 0
    while index < len(states):
        if states[index] != OPENING:
            index += 1
            continue
        end = index + 1
        while end < len(states) and states[end] == INSIDE and not paragraph_starts[end]:
            end += 1
        if end >= len(states) or paragraph_starts[end] or states[end] != CLOSING:
            states[index + 1 : end] = [UNCLOSED] * (end - index - 1)
        index = end
    return states


class WordPieces:
    """Greedy longest-match word pieces, lower case, accents stripped, at most eight a word."""

    def __init__(self, vocabulary_path):
        with open(vocabulary_path, encoding="utf8") as lines:
            self.ids = {line.rstrip("\n"): index for index, line in enumerate(lines)}
        self.known = {}

    def __call__(self, word):
        found = self.known.get(word)
        if found is None:
            found = self.known[word] = self._split(word)
        return found

    def _split(self, word):
        plain = "".join(c for c in unicodedata.normalize("NFD", word.lower()) if unicodedata.category(c) != "Mn")
        for mark, straight in STRAIGHT.items():
            plain = plain.replace(mark, straight)
        ids = []
        for part in re.findall(r"[^\W_]+|[^\w\s]|_", plain) or ["[UNK]"]:
            ids += self._pieces(part)
        return ids[:8]

    def _pieces(self, part):
        pieces, at = [], 0
        while at < len(part):
            end = next((e for e in range(len(part), at, -1) if ("##" if at else "") + part[at:e] in self.ids), None)
            if end is None:
                return [UNKNOWN]
            pieces.append(self.ids[("##" if at else "") + part[at:end]])
            at = end
        return pieces
