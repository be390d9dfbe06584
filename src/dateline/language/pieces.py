"""Words to what the encoder reads: wordpiece ids, and the shape of each word (the vocabulary has no capitals)."""

import unicodedata
from pathlib import Path

LOWER, TITLE, UPPER, MIXED, DIGIT, MARK = range(6)
SHAPES = 6
# A long address says little after its first pieces, and would fill a window.
_MOST_PIECES = 8
_CACHE_LIMIT = 100_000


def shape(word: str) -> int:
    """The class of a word's spelling."""
    if word.islower():
        return LOWER
    if word.istitle():
        return TITLE
    if word.isupper():
        return UPPER if len(word) > 1 else TITLE
    if any(c.isdigit() for c in word):
        return DIGIT
    if any(c.isalpha() for c in word):
        return MIXED
    return MARK


class Pieces:
    """The uncased wordpiece vocabulary. Calling it with a word gives its ids, never none; results are remembered."""

    def __init__(self, vocabulary: list[str]) -> None:
        self._ids = {piece: i for i, piece in enumerate(vocabulary)}
        self.pad, self.unknown = self._ids["[PAD]"], self._ids["[UNK]"]
        self.first, self.last = self._ids["[CLS]"], self._ids["[SEP]"]
        self._known: dict[str, tuple[int, ...]] = {}

    @classmethod
    def read(cls, path: Path) -> "Pieces":
        """From a `vocab.txt`: one piece a line."""
        return cls(path.read_text(encoding="utf-8").rstrip("\n").split("\n"))

    @property
    def size(self) -> int:
        """How many pieces there are."""
        return len(self._ids)

    def __call__(self, word: str) -> tuple[int, ...]:
        known = self._known.get(word)
        if known is None:
            if len(self._known) >= _CACHE_LIMIT:
                self._known.clear()
            known = self._known[word] = self._pieces(word)
        return known

    def _pieces(self, word: str) -> tuple[int, ...]:
        ids: list[int] = []
        for part in _parts(word):
            ids += self._greedy(part)
            if len(ids) >= _MOST_PIECES:
                break
        return tuple(ids[:_MOST_PIECES]) or (self.unknown,)

    def _greedy(self, part: str) -> list[int]:
        ids: list[int] = []
        start = 0
        size = len(part)
        while start < size and len(ids) < _MOST_PIECES:
            prefix = "##" if start else ""
            for end in range(min(size, start + 30), start, -1):
                found = self._ids.get(prefix + part[start:end])
                if found is not None:
                    ids.append(found)
                    start = end
                    break
            else:
                return [self.unknown]
        return ids


def _parts(word: str) -> list[str]:
    """Lower case without accents, cut at punctuation and between ideographs as BERT's own tokenizer does."""
    plain = unicodedata.normalize("NFD", word.lower())
    parts: list[str] = []
    current = ""
    for char in plain:
        category = unicodedata.category(char)
        if category == "Mn":
            continue
        if category[0] in "CZ":
            if current:
                parts.append(current)
            current = ""
        elif category[0] == "P" or char in "$+<=>^`|~" or "\u4e00" <= char <= "\u9fff":
            if current:
                parts.append(current)
            parts.append(char)
            current = ""
        else:
            current += char
    if current:
        parts.append(current)
    return parts
