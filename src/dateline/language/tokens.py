"""From text to words: where the syntactic words of Universal Dependencies begin and end.

Hyphens split ("Iran - backed") except after a prefix, contractions split ("do" + "n't"), abbreviations keep their
period, an apostrophe inside a name stays ("Sana'a").
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

_LETTER = r"[^\W\d_]"
_JOIN = "\u00ad\u200c\u200d\u2060"
_MARK = r"\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0900-\u0903\u093a-\u094f"
_WORD = rf"(?:[^\W_][{_MARK}{_JOIN}]*)+"
_APOSTROPHE = "['’`ʼʻ‘]"
# A word, apostrophes and underscores between its letters included.
_INNER = rf"{_WORD}(?:(?:{_APOSTROPHE}|_+){_WORD})*"

_CONTRACTED = re.compile(r"(?i)(n['’`]t|['’`](?:s|re|ve|ll|em))$")
_PRONOUN_CONTRACTED = re.compile(
    r"(?i)^(i|you|he|she|it|we|they|who|that|there|this|what|how|where|why|here|ya|one|everyone)(['’`](?:d|m))$"
)
_NUMBER_UNIT = re.compile(r"^(\d[\d.,]*)([^\W\d_]+)$")
_CURRENCY = ("$", "£", "€")
_FOLLOWING = re.compile(rf"{_LETTER}+")
# Enough for "couldn't've"; a limit, since each one costs a look at the whole word.
_MOST_CLITICS = 3
_LOWER_TITLES = frozenset("vs cf viz approx pp eg esp ps mr mrs ms dr gen col lt capt sgt gov sen prof".split())
_TRAILING = ".,;:!?)]}>'\"»”’"


@cache
def spelling() -> dict[str, Any]:
    """The tables of `data/words.toml`, lists as frozen sets."""
    path = files("dateline.language") / "data" / "words.toml"
    raw = tomllib.loads(path.read_text(encoding="utf-8"))
    return {name: frozenset(value) if isinstance(value, list) else value for name, value in raw.items()}


@cache
def _pattern() -> re.Pattern[str]:
    words = spelling()
    prefixes = "|".join(sorted(words["prefixes"], key=len, reverse=True))
    suffixes = "|".join(sorted(words["suffixes"]))
    hyphenated = "|".join(sorted(re.escape(w) for w in words["hyphenated"]))
    amount = r"\d{1,3}(?:,\d{3}){1,8}(?:\.\d+)?(?!\d)|\d{1,20}(?:\.\d{1,20}){1,8}(?!\d)|\d+"
    date = (
        r"\d{1,4}/\d{1,2}/\d{1,4}(?![\w/])|\d{4}-\d{2}-\d{2}(?![\w-])|\d{1,2}-\d{1,2}-\d{4}(?![\w-])"
        r"|(?:0?[1-9]|1[0-2])/\d{1,2}(?![\w/])"
    )
    slashed = "|".join(sorted(map(re.escape, words["slashed"]), key=len, reverse=True))
    return re.compile(
        "|".join(
            [
                r"(?P<url>(?:https?|ftp)://[^\s<>\"”]+|www\.[^\s<>\"”]+)",
                r"(?P<mail>(?:mailto:)?[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){0,8})",
                r"(?P<domain>\b[A-Za-z0-9][\w-]{0,62}(?:\.[\w-]{1,63}){0,6}\.(?:(?i:com|org|net|gov|edu|mil|info|io|co\.uk|pdf|docx?|xlsx?|pptx?|html?|txt|jpe?g|gif|png|zip))\b(?:/[^\s<>\"”]*)?)",
                r"(?P<group>\b[a-z]{2,20}(?:\.[a-z][a-z-]{1,30}){2,6}\b(?!\.\w))",
                r"(?P<tag>(?<!\w)(?:@[^\W_]\w*(?:\.[^\W_]\w*)*|#[^\W\d_]\w*))",
                rf"(?P<date>{date})",
                r"(?P<phone>(?<![\w-])\+?(?:\d{1,3}-)?\d{3}[-/]\d{3}-\d{4}(?![\w-])|(?<![\w-])\d{3}-\d{4}(?![\w-]))",
                r"(?P<line>(?<![\w-])(?:\d-\d{4}|\d{5}-\d{4})(?![\w-])|(?<![\w+])\+\d{1,14}(?![\w,.]\w))",
                r"(?P<clock>\d{1,2}:\d{2}(?::\d{2})?(?=(?i:[ap]m)\b)|\d{1,2}:\d{2}(?::\d{2})?(?![\w:]))",
                r"(?P<decade>\d{1,3}0['’]s(?!\w)|(?<!\w)['’](?:\d0s|0\d)(?!\w))",
                rf"(?P<slashed>(?<!\w)(?i:{slashed})(?!\w)|(?<!\w)w/(?=[\s\w]))",
                rf"(?P<joined>(?<![\w-])(?i:(?:{prefixes})[-‐‑](?:{date}|{_INNER})|(?:{hyphenated})(?![\w-])|{_LETTER}+[-‐‑](?:{suffixes})(?![\w-])))",
                rf"(?P<dotted>(?<![\w.]){_LETTER}(?:\.{_LETTER})+(?![^\W\d_])\.?|\bPh\.?D\.)",
                r"(?P<amp>\b[A-Z]{1,3}&[A-Z]{1,3}\b)",
                rf"(?P<number>\d[\d,]{{0,20}}(?:\.\d{{1,20}})?{_LETTER}{{1,30}}(?![^\W_]))",
                rf"(?P<amount>(?:{amount})(?![^\W_])|(?<![\w.])\.\d{{1,20}}(?!\w))",
                rf"(?P<clitic>(?<=[^\s(\[{{\"“‘]){_APOSTROPHE}(?i:s|re|ve|ll|d|m)(?![^\W_]))",
                rf"(?P<short>(?<!\S){_APOSTROPHE}(?i:em|til|cause|tis|twas)(?![^\W_]))",
                r"(?P<money>(?:US|AU?|CA?|NZ|HK|R|S)?\$(?!\$))",
                r"(?P<stump>(?<!\S)(?:[a-z]{1,2}|[A-Z][a-z]?)-(?=[\s—,.])(?!\s+(?:and|or|to|&)\b))",
                rf"(?P<word>{_INNER})",
                r"(?P<face>(?<!\S)[:;=]-?[)(DP](?![^\W_])|[:;=]-[)(DP](?![^\W_])|(?<!\S)<3(?!\w))",
                r"(?P<run>\.{2,}|…+|[-=]+>|[-=]{3,}|-{2,}|={2,}|\.[!?][.!?]*|[!?]+\.(?!\.)|[!?]{2,}|``|''|’’|<<+|>>+|\*{2,}|_{2,}|~{2,}"
                r"|#{2,}|\+{2,}|\${2,}(?!\d)|//+)",
                rf"(?P<skip>[\s{_JOIN}\u200b\ufeff\x00-\x1f\x7f-\x9f]+)",
                r"(?P<mark>.)",
            ]
        ),
        re.DOTALL,
    )


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """`(start, end)` of every syntactic word of `text[start:end]`, in order, none of them empty."""
    end = len(text) if end is None else end
    spans: list[tuple[int, int]] = []
    position = start
    match = _pattern().match
    while position < end:
        found = match(text, position, end)
        if found is None:
            position += 1
            continue
        first, last = found.span()
        kind = found.lastgroup
        if kind == "word":
            last = _with_period(text, first, last, end)
            cut = _missing_apostrophe(text, first, last, end)
            if cut:
                spans += [(first, first + cut), (first + cut, last)]
            else:
                _split_word(text, first, last, spans)
        elif kind == "skip":
            pass
        elif kind in ("url", "domain"):
            last = _without_trailing(text, first, last)
            spans.append((first, last))
        elif kind == "number":
            _split_number(text, first, last, spans)
        elif kind == "mail":
            while last > first + 1 and text[last - 1] in "._-":
                last -= 1
            spans.append((first, last))
        elif kind == "joined":
            _split_word(text, first, last, spans)
        else:
            spans.append((first, last))
        position = last
    return spans


def _without_trailing(text: str, first: int, last: int) -> int:
    stop = last
    while stop > first + 1 and text[stop - 1] in _TRAILING:
        if text[stop - 1] == ")" and "(" in text[first:stop]:
            break
        stop -= 1
    return stop


def _with_period(text: str, first: int, last: int, end: int) -> int:
    """The end of the word, its period included when it is an abbreviation."""
    if last >= end or text[last] != "." or text[last + 1 : last + 3] == "..":
        return last
    word = text[first:last]
    after = text[last + 1 : last + 2]
    if after and not after.isspace() and after not in ",;:.)]'’\"”-–/":
        return last
    lower = word.lower()
    words = spelling()
    following = text[last + 1 : min(end, last + 4)].lstrip()[:1]
    if len(word) == 1:
        if lower in words["numbered"] and following.isdigit() and after.isspace():
            return last + 1
        if not word.isupper() or not word.isalpha():
            return last
        name_before = text[max(0, first - 2) : first - 1].isalpha() or text[max(0, first - 2) : first - 1] == "."
        if word == "I" and not (name_before and following.isupper()):
            return last
        return last + 1 if following.isupper() or following == "," else last
    if lower in words["titles"]:
        return last + 1 if following and (word[0].isupper() or lower in _LOWER_TITLES) else last
    if lower in words["numbered"]:
        return last + 1 if following.isdigit() else last
    if lower in words["ending"] and (not following or (lower == "etc" and following.isupper())):
        return last
    if lower in words["abbreviations"] or (lower in words["capital_abbreviations"] and word[0].isupper()):
        return last + 1
    return last


def _missing_apostrophe(text: str, first: int, last: int, end: int) -> int:
    """How long "it" is in "its a pity": no possessive stands before such a word. 0 where it may be one."""
    if last - first not in (3, 4):
        return 0
    cut: int = spelling()["verbs_glued"].get(text[first:last].lower(), 0)
    if cut and text[last : last + 1] == " ":
        following = _FOLLOWING.match(text, last + 1, end)
        if following and following[0].lower() in spelling()["after_verbs"]:
            return cut
    return 0


def _split_word(text: str, first: int, last: int, spans: list[tuple[int, int]]) -> None:
    """Adds the parts of a word: one, or two and more where it is contracted."""
    word = text[first:last]
    if word.isalpha():
        cut = spelling()["splits"].get(word.lower())
        if cut:
            spans += [(first, first + cut), (first + cut, last)]
        else:
            spans.append((first, last))
        return
    clitics: list[tuple[int, int]] = []
    while len(clitics) < _MOST_CLITICS:
        word = text[first:last]
        found = _CONTRACTED.search(word) or _PRONOUN_CONTRACTED.search(word)
        cut = found.start(found.re.groups) if found else 0
        if not cut:
            break
        clitics.append((first + cut, last))
        last = first + cut
    spans.append((first, last))
    spans += reversed(clitics)


def _split_number(text: str, first: int, last: int, spans: list[tuple[int, int]]) -> None:
    found = _NUMBER_UNIT.match(text[first:last])
    unit = found[2].lower() if found else ""
    if found and (unit in spelling()["units"] or (unit == "b" and text[first - 1 : first] in _CURRENCY)):
        spans += [(first, first + found.end(1)), (first + found.end(1), last)]
    else:
        spans.append((first, last))
