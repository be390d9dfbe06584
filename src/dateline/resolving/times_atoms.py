"""A sentence as a string of one-letter classes, on which the patterns of time expressions are matched.

The atoms are cut from the sentence's text, not taken from its tokens: tokenizers differ on "mid-August", "3:20p.m." and
"2021-02-25", and the patterns should not care.
"""

import re

from msgspec import Struct

from dateline.resolving.times_lexicon import TimeWords, time_words

_ATOM = re.compile(
    r"\d{4}-\d{2}-\d{2}(?!\d)(?:T\d{2}:\d{2}(?::\d{2})?Z?)?"  # ISO date
    r"|\d{1,2}[/.]\d{1,2}[/.](?:\d{4}|\d{2})(?![\d/.])"  # 25/02/2021
    r"|\d{1,2}:\d{2}(?::\d{2})?(?!\d)"  # clock
    r"|\d{1,2}\.\d{2}(?=\s?[aApP]\.?[mM]\b)"
    r"|\d{1,3}(?:,\d{3})+(?:\.\d+)?"
    r"|\d+(?:st|nd|rd|th)\b"
    r"|\d{2,3}0['’]?s\b|['’]\d0s\b"  # decades
    r"|\d+(?:\.\d+)?"
    r"|o['’]clock\b"
    r"|[aApP]\.\s?[mM]\.?|[aApP][mM]\b"
    r"|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec|Mon|Tues?|Wed|Thur?s?|Fri|Sat|Sun)\."
    r"|[aA]\.\s?[dD]\.|[bB]\.\s?[cC]\.(?:\s?[eE]\.)?"
    r"|['’](?:s|ll|S)\b"
    r"|(?:First |Second )?World War(?: (?:II|I|One|Two|1|2))?\b"
    r"|(?:Christmas|New Year['’]s|Boxing|Valentine['’]s|May)(?: Day| Eve)\b|Christmas\b|Halloween\b|New Year['’]s\b"
    r"|[^\W\d_]+"
    r"|\S"
)
_FIXED = {"-": "-", "–": "-", "‑": "-", "—": "_", ",": ",", "/": "/", "(": "{", ")": "}", ".": ";"}


class Atom(Struct, frozen=True, gc=False):
    """One piece of a sentence: its words, lower case, its class letter, and where it stands in the text."""

    start: int
    end: int
    text: str
    low: str
    kind: str


_LONGEST_NUMBER = 25
"""An ISO date and time has 20 characters; a longer run of digits is a serial number, and may not fit a number type."""


def atoms_of(text: str, start: int, end: int) -> list[Atom]:
    """The atoms of `text[start:end]` with offsets into `text`."""
    words = time_words()
    out: list[Atom] = []
    for match in _ATOM.finditer(text, start, end):
        word = match.group()
        low = word.lower()
        out.append(Atom(match.start(), match.end(), word, low, _kind(word, low, words)))
    return out


def _kind(word: str, low: str, words: TimeWords) -> str:
    first = word[0]
    if first.isdecimal():
        return _number_kind(low) if len(low) <= _LONGEST_NUMBER else "x"
    kind = _FIXED.get(word)
    if kind is not None:
        return kind
    if len(word) > 2 and ("World" in word or word.startswith("WW")) and _is_period(word):
        return "="
    if word[-3:] in ("Day", "Eve", "mas", "een") or word.endswith(("r's", "r’s")):
        return "Y" if feast_of(word) else words.classes.get(low, "x")
    kind = words.classes.get(low)
    if kind is not None:
        return "x" if low in words.capital and first == low[0] else kind
    if low.endswith(".") and len(low) > 1:
        if low.startswith(("a.m", "p.m", "a. m", "p. m")):
            return "z"
        return words.classes.get(low[:-1], "!")
    if low in ("am", "pm", "a.m", "p.m"):
        return "z"
    if low in ("ad", "bc", "bce", "ce") and word.isupper():
        return "!"
    if first in "'’" and low[1:2].isdigit():
        return "s"
    if first in "'’" and low[-1] == "s":
        return "'"
    return "z" if low.endswith("clock") else "x"


def feast_of(word: str) -> tuple[int, int] | None:
    """Month and day of a feast, None for any other word."""
    return next((day for pattern, day in time_words().feasts.items() if re.fullmatch(pattern, word)), None)


def _is_period(word: str) -> bool:
    return any(re.fullmatch(pattern, word) for pattern in time_words().periods)


def _number_kind(low: str) -> str:
    if low[-1] == "s" and len(low) >= 4:
        return "s"
    if "-" in low:
        return "I"
    if ":" in low:
        return "c"
    if low[-1] in "htd":
        return "d" if int(low[:-2]) <= 31 else "J"
    if "/" in low or low.count(".") == 2:
        return "D"
    if "," in low:
        return "i"
    if "." in low:
        hour, minute = low.split(".")
        return "c" if len(minute) == 2 and int(hour) < 24 and int(minute) < 60 and len(hour) <= 2 else "i"
    value = int(low) if len(low) < 9 else 0
    if len(low) <= 2:
        return "d" if 1 <= value <= 31 else "i"
    if len(low) == 4 and 1000 <= value <= 2199:
        return "y"
    return "i"
