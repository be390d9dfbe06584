"""Keys under which names are looked up: one that forgets spelling marks, and a rougher one for transliterations."""

import re
from functools import lru_cache

from anyascii import anyascii

_MARKS = re.compile(r"['’‘ʼʻ`´ʿʾ.\"“”]")
_GAPS = re.compile(r"[^a-z0-9&]+")
# Particles of transliterated names, and English filler: left out of the rough key.
_FILLER = frozenset(
    {"al", "el", "as", "ash", "ad", "ar", "az", "an", "at", "the", "of", "and", "for", "de", "la", "in", "ul", "us"}
)
_SOUNDS = (
    ("ph", "f"),
    ("ck", "k"),
    ("kh", "k"),
    ("gh", "g"),
    ("dh", "d"),
    ("th", "t"),
    ("sh", "s"),
    ("ch", "s"),
    ("zh", "z"),
    ("ts", "s"),
)
_LETTERS = str.maketrans({"q": "k", "c": "k", "z": "s", "v": "f", "j": "g", "x": "k", "p": "b"})


@lru_cache(maxsize=65536)
def name_key(name: str) -> str:
    """The plain key of a name: ASCII, lower case, without articles, apostrophes, periods and hyphens.

    "Da’esh" and "Daesh", "U.S." and "US", "al-Shabaab" and "Al Shabaab" share one. Empty for a name without letters.
    """
    text = name if name.isascii() else anyascii(name)
    text = _GAPS.sub(" ", _MARKS.sub("", text).lower()).strip()
    if text.endswith(" s") and ("'s" in name or "’s" in name):
        text = text[:-2]
    return text[4:] if text.startswith("the ") and len(text) > 6 else text


@lru_cache(maxsize=65536)
def sound_key(name: str) -> str:
    """The rough key: consonants only, alike sounds as one letter, particles left out; empty when too little remains.

    "Jaysh al-Islam", "Jaish al Islam" and "Jeish ul-Islam" share "gs aslm". Keys of fewer than five
    consonants say too little about a name and come back empty.
    """
    parts = [_consonants(word) for word in name_key(name).split() if word not in _FILLER]
    kept = [part for part in parts if part]
    return " ".join(kept) if sum(map(len, kept)) >= 5 else ""


def _consonants(word: str) -> str:
    for sound, letter in _SOUNDS:
        word = word.replace(sound, letter)
    first, rest = word[:1], word[1:]
    head = "a" if first in "aeiou" else first
    body = "".join(letter for letter in rest if letter not in "aeiouwyh")
    key = (head + body).translate(_LETTERS)
    return "".join(a for a, b in zip(key, " " + key, strict=False) if a != b)
