"""Number words and figures, read linearly from tokens: `1,022`, `1.2 million`, `twenty-four`, `tens of thousands`."""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files

from msgspec import Struct

from dateline.language.analysis import Token

_LARGEST = 1e15
"""Beyond it digits are a serial number, and a long enough run of them is no number to Python either."""

_FIGURE = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_LONGEST_PHRASE = 4


class NumberWords(Struct, frozen=True):
    """Tables of the pack `quantities.toml`; `before` and `after` map phrases to how exact they make the number."""

    cardinals: dict[str, int]
    scales: dict[str, int]
    vague: dict[str, int]
    exact: frozenset[str]
    none: frozenset[str]
    none_pronouns: frozenset[str]
    none_pairs: frozenset[str]
    measures: frozenset[str]
    before: dict[str, str]
    after: dict[str, str]


class Run(Struct, frozen=True, gc=False):
    """A number over tokens `[first, last)`; `open` says that it is only the least it can mean ("dozens")."""

    value: float
    first: int
    last: int
    open: bool = False


@cache
def number_words() -> NumberWords:
    """The number lexicon; the file is read at the first call."""
    raw = tomllib.loads(files("dateline.knowledge").joinpath("data/quantities.toml").read_text("utf-8"))
    return NumberWords(
        cardinals=raw["cardinals"],
        scales=raw["scales"],
        vague=raw["vague"],
        exact=frozenset(raw["exact"]["words"]),
        none=frozenset(raw["none"]["words"]),
        none_pronouns=frozenset(raw["none"]["pronouns"]),
        none_pairs=frozenset(raw["none"]["pairs"]),
        measures=frozenset(raw["measures"]["words"]),
        before={phrase: how for how, phrases in raw["before"].items() for phrase in phrases},
        after={phrase: how for how, phrases in raw["after"].items() for phrase in phrases},
    )


def number_in(form: str) -> float | None:
    """The number that one word is, `twenty-four` included; None for anything else, ordinals among them."""
    low = form.lower()
    if low[:1].isdigit():
        match = _FIGURE.fullmatch(low)
        if match is None:
            match = _FIGURE.fullmatch(low.rstrip("+km")) if low[-1] in "+km" else None
            scale = {"k": 1000, "m": 1_000_000}.get(low[-1], 1)
            return _countable(float(match.group().replace(",", "")) * scale) if match else None
        return _countable(float(low.replace(",", "")))
    words = number_words()
    value = words.cardinals.get(low)
    if value is not None:
        return float(value)
    tens, dash, ones = low.partition("-")
    if dash and ones in words.cardinals and words.cardinals.get(tens, 0) >= 20:
        return float(words.cardinals[tens] + words.cardinals[ones])
    return None


def run_at(tokens: Sequence[Token], i: int) -> Run | None:
    """The whole number that the token belongs to, however many words it has; None when the token is no number."""
    if not _is_part(tokens, i):
        return None
    first = last = i
    while first > 0 and (_is_part(tokens, first - 1) or _joins(tokens, first - 1)):
        first -= 1
    while last + 1 < len(tokens) and (_is_part(tokens, last + 1) or _joins(tokens, last + 1)):
        last += 1
    value, is_open = _value(tokens[first : last + 1])
    return None if value is None else Run(value, first, last + 1, is_open)


def phrase_before(tokens: Sequence[Token], end: int, table: dict[str, str]) -> tuple[str, int] | None:
    """The longest phrase of the table that ends right before token `end`: what it means and where it begins."""
    found = None
    for first in range(end - 1, max(-1, end - 1 - _LONGEST_PHRASE), -1):
        how = table.get(" ".join([token.form.lower() for token in tokens[first:end]]))
        if how is not None:
            found = (how, first)
    return found


def phrase_after(tokens: Sequence[Token], start: int, table: dict[str, str]) -> tuple[str, int] | None:
    """The longest phrase of the table that begins at token `start`: what it means and where it ends."""
    found = None
    for last in range(start + 1, min(len(tokens), start + 3) + 1):
        how = table.get(" ".join([token.form.lower() for token in tokens[start:last]]))
        if how is not None:
            found = (how, last)
    return found


def _is_part(tokens: Sequence[Token], i: int) -> bool:
    token = tokens[i]
    low = token.form.lower()
    words = number_words()
    if low == "half":
        following = [t.form.lower() for t in tokens[i + 1 : i + 3]]
        return (following[:1] == ["a"] and following[-1] in words.scales) or following[:1] == ["dozen"]
    if low in words.vague:
        return token.upos != "VERB"
    if low in words.scales:
        return len(low) > 2 or (i > 0 and tokens[i - 1].form[:1].isdigit())
    return token.upos not in ("ADJ", "ADV") and number_in(low) is not None


def _joins(tokens: Sequence[Token], i: int) -> bool:
    """Whether the token ties two number words: "twenty - four", "hundreds of thousands", "a hundred and six"."""
    if not 0 < i < len(tokens) - 1:
        return False
    low, left, right = tokens[i].form.lower(), tokens[i - 1].form.lower(), tokens[i + 1].form.lower()
    words = number_words()
    if low == "-":
        return words.cardinals.get(left, 0) >= 20 and words.cardinals.get(right, 10) < 10
    if low == "of":
        return left in words.vague and (right in words.vague and words.vague[right] >= 200)
    if low == "and":
        return left in ("hundred", "thousand") and number_in(right) is not None
    return low in ("a", "the") and left == "half" and right in words.scales


def _value(tokens: Sequence[Token]) -> tuple[float | None, bool]:
    words = number_words()
    total, current, is_open = 0.0, None, False
    for token in tokens:
        low = token.form.lower()
        if low in ("-", "of", "and", "a", "the"):
            continue
        if low == "half":
            current = 0.5
        elif low in words.vague:
            is_open = low not in words.exact
            scale = words.vague[low]
            # "Hundreds of thousands": two hundred times the unit behind "thousands".
            current = scale if current is None else current * (scale / 2 if scale >= 200 else scale)
        elif low in words.scales:
            scale = words.scales[low]
            current = (1.0 if current is None else current) * scale
            if scale >= 1000:
                total, current = total + current, None
        else:
            number = number_in(low)
            if number is None:
                continue
            current = number if current is None else current + number
    value = _countable(total + (current or 0))
    return (value if total or current is not None else None), is_open


def _countable(value: float) -> float | None:
    """The value, or None beyond what anybody counts: a run of digits may be longer than a float holds."""
    return value if value < _LARGEST else None
