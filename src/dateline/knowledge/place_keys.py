"""The keys under which place names are stored and looked up: folded spelling, and a looser one for transliterations."""

import re
from functools import lru_cache

from anyascii import anyascii

_ARTICLE = re.compile(r"^(?:al|ar|as|ash|at|az|an|ad|ed|el|er|es|esh|et|ez|en)[\s\-‑’']+(?=\w{3})")
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_DOUBLED = re.compile(r"(.)\1+")


@lru_cache(maxsize=20_000)
def fold(name: str) -> str:
    """ASCII letters and digits of a name in lower case: `Deir ez-Zor` -> `deirezzor`. Empty for a name with neither."""
    low = (name if name.isascii() else anyascii(name)).lower()
    return _NOT_WORD.sub("", low)


def loose(name: str) -> str:
    """What transliterations of one Arabic-script name share: consonants without article, doubles and final h.

    `Hawija`, `Al Huwayjah` -> `hwj`. Empty when less than three letters are left, since those would fit anything.
    """
    low = (name if name.isascii() else anyascii(name)).lower()
    low = _ARTICLE.sub("", low)
    low = _NOT_WORD.sub("", low)
    low = low.replace("kh", "x").replace("q", "k").replace("gh", "g").replace("dh", "d").replace("th", "t")
    low = low.replace("ou", "u").replace("j", "j").replace("dj", "j")
    if low.endswith("h"):
        low = low[:-1]
    low = _DOUBLED.sub(r"\1", re.sub(r"[aeiouy]", "", low))
    return low if len(low) >= 3 else ""
