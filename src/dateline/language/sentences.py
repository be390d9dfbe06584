"""From tokens to sentences: paragraphs by line breaks, then sentence ends by rules.

The rules split only where they are sure. What they leave together ("... in the U.S. The ...") the model's boundary
head may still divide, so a doubtful place is better left whole here.
"""

import re

from dateline.language.tokens import spelling, tokenize

Spans = list[tuple[int, int]]

_LINE = re.compile(r"[^\n\r\u2028\u2029\x0b\x0c\x85]+")
_BULLET = re.compile(r"\s*(?:[-*•‣◦▪●–—·]\s|\(?(?:\d{1,3}|[A-Za-z])[.)]\s|#{1,6}\s|>\s)")
_CLOSING = frozenset("\"'”’»)]}」』") | {"''", "’’"}
_DOUBLE = frozenset("\"'")
_QUOTE = frozenset("\"'”’»") | {"''", "’’"}
# A wrapped text has lines of about this many characters: shorter ones are lists, longer ones are whole paragraphs.
_WRAP_LEAST, _WRAP_MOST = 50, 130


def paragraphs(text: str) -> Spans:
    """`(start, end)` of every paragraph: a heading, a list item, or wrapped lines that belong together."""
    lines = [(m.start(), m.end()) for m in _LINE.finditer(text) if not text[m.start() : m.end()].isspace()]
    widest = max((end - start for start, end in lines), default=0)
    width = widest if _WRAP_LEAST <= widest <= _WRAP_MOST else 0
    result: Spans = []
    previous = (0, 0)
    for line in lines:
        if result and _continues(text, previous, line, width):
            result[-1] = (result[-1][0], line[1])
        else:
            result.append(line)
        previous = line
    return [_strip(text, start, end) for start, end in result]


def _continues(text: str, previous: tuple[int, int], line: tuple[int, int], width: int) -> bool:
    """Whether a line is the rest of the paragraph before it, broken off by wrapping."""
    between = text[previous[1] : line[0]]
    if between.count("\n") > 1 or "\u2029" in between or "\x0c" in between or between.count("\r") > 1:
        return False
    if _BULLET.match(text, line[0], line[1]):
        return False
    before = text[previous[0] : previous[1]].rstrip()
    following = text[line[0] : line[1]].lstrip()
    first_word = following.split(None, 1)[0]
    if width and len(before) >= width * 0.55 and len(before) + 1 + len(first_word) > width:
        return True
    return first_word[0].islower() and before[-1] not in '.!?:;"”' and len(before) > 30


def _strip(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def without_capitals(text: str) -> bool:
    """Whether a text is written in lower case throughout, so that capitals do not show where sentences begin."""
    sample = text[:20_000]
    return sum(map(str.isupper, sample)) * 200 < sum(map(str.islower, sample))


def split_sentences(text: str, tokens: Spans, *, lowered: bool = False) -> list[tuple[int, int]]:
    """`(first, last)` token ranges of the sentences of one paragraph; together they cover all tokens.

    `lowered` takes a word in lower case for a possible beginning (see `without_capitals`).
    """
    result: list[tuple[int, int]] = []
    count = len(tokens)
    first = i = _after_dateline(text, tokens)
    if first:
        result.append((0, first))
    while i < count:
        after = _end_after(text, tokens, first, i, count, lowered) or _web_end_after(text, tokens, first, i, count)
        if after and after < count:
            result.append((first, after))
            first = after
            i = after
        else:
            i += 1
    if first < count:
        result.append((first, count))
    return result


def dateline_end(text: str, start: int, end: int) -> int:
    """Where the dateline that a paragraph begins with is over ("KABUL, Aug. 3, 2019 — "); `start` if there is none."""
    tokens = tokenize(text, start, min(end, start + 2 * _DATELINE_MOST))
    after = _after_dateline(text, tokens)
    return tokens[after][0] if after else start


_DATELINE_MOST = 100
_DATELINE = re.compile(
    r"[A-Z][A-Z'’.-]+(?:[ /][A-Z][A-Z'’.-]+){0,4}"  # the city
    r"(?:, ?[A-Z][\w.'’ -]{1,30}){0,2}(?:,? ?\(?[\w., ]{0,24}\)?)?"  # country, date, agency
    r"\s*(?:—|–|--|-)\s"
)


def _after_dateline(text: str, tokens: Spans) -> int:
    """The token after a dateline such as "KABUL, Aug. 3, 2019 — "; 0 if the paragraph begins otherwise."""
    if len(tokens) < 4 or not text[tokens[0][0] : tokens[0][1]].isupper():
        return 0
    found = _DATELINE.match(text, tokens[0][0], min(tokens[-1][1], tokens[0][0] + _DATELINE_MOST))
    if found is None or tokens[0][1] - tokens[0][0] < 3 or text[found.end() : found.end() + 40].isupper():
        return 0
    stop = next((i for i, (start, _) in enumerate(tokens) if start >= found.end()), 0)
    return stop if stop < len(tokens) - 2 else 0


def _end_after(text: str, tokens: Spans, first: int, i: int, count: int, lowered: bool) -> int:
    """The token after the sentence that ends with the mark at `i`, its closing quotes taken along; 0 for no end."""
    start, end = tokens[i]
    last = text[end - 1]
    if last not in ".!?…。！？":
        return 0
    stop = i + 1
    quoted = False
    while stop < count and (_closes(text, tokens, stop) or _follows_mark(text, tokens, stop)):
        quoted = quoted or text[tokens[stop][0] : tokens[stop][1]] in _QUOTE
        stop += 1
    stop = _skip_footnotes(text, tokens, stop, count)
    if stop >= count:
        return count
    following = text[tokens[stop][0]]
    spaced = tokens[stop][0] > tokens[stop - 1][1]
    word = end - start > 1 and last == "." and text[start] != "."
    if word:
        return stop if spaced and _ends_with_abbreviation(text, tokens, i, stop) else 0
    if not spaced:
        before = text[tokens[i - 1][0] : tokens[i - 1][1]] if i else ""
        plain = following.isupper() and len(before) > 2 and before.islower() and not quoted
        glued = last in "。！？" or (plain and text[end - 2 : end] != "..")
        return stop if glued else 0
    if following.islower() and (not lowered or (quoted and last != ".")):
        return 0
    if last == "…" or text[start:end].startswith(".."):
        return stop if following.isupper() else 0
    if quoted and last != "." and following.isupper():
        # '"Why?" Smith asked': left together, the model decides.
        return 0
    if i == first + 1 and text[tokens[first][0] : tokens[first][1]].isdigit():
        # The number of a list item: "1. The ...".
        return 0
    return stop


# A line of a mail's header: "03/27/2001 09:11 AM".
_STAMP = re.compile(r"\d{1,2}/\d{1,2}/\d{2,4} \d{1,2}:\d{2}(?::\d{2})?(?: ?[AP]M\b)?(?! ?(?:[A-Z]{2,4}\b|[a-z(,-]))")
_FACE = re.compile(r"[:;=]-?[)(DP]")
_ADDRESS = re.compile(r"https?://\S+")
# After these a capital begins a sentence: a rule of signs, the end of "<address>", a mail address.
_ENDS_ALONE = (_FACE, _ADDRESS, re.compile(r"[-=_*~#]{4,}|>>?|[^\s@]+@[^\s@]+\.\w+"))
_GREETINGS = frozenset(
    "thanks regards sincerely cheers best love yours respectfully cordially thx truly wishes care thank".split()
)
_GREETING_MOST = 3


def _web_end_after(text: str, tokens: Spans, first: int, i: int, count: int) -> int:
    """As `_end_after`, for what ends sentences in mail and posts without a mark; 0 for no end."""
    stop = i + 1
    if stop >= count:
        return 0
    start, end = tokens[i]
    following = text[tokens[stop][0]]
    if text[end] not in " \t\n\r":
        return 0
    if following.isdigit() and (text[start].isupper() or text[start] in "<>@" or "@" in text[start:end]):
        # A sender, then the date: "Ann Example 03/27/2001 09:11 AM".
        return stop if _STAMP.match(text, tokens[stop][0]) else 0
    if text[start].isdigit() or text[start:end] in ("AM", "PM"):
        return stop if _ends_stamp(text, tokens, i) else 0
    if not following.isupper():
        return stop if _ADDRESS.match(text, start, end) and _ADDRESS.match(text, tokens[stop][0]) else 0
    if any(kind.fullmatch(text, start, end) for kind in _ENDS_ALONE):
        return stop if i > first else 0
    if text[start] == "," and 0 < i - first <= _GREETING_MOST:
        words = [text[a:b].lower() for a, b in tokens[first:i]]
        following_mark = text[tokens[stop + 1][0]] if stop + 1 < count else ""
        greets = words[-1] in _GREETINGS and all(map(str.isalpha, words)) and following_mark != "."
        return stop if greets and text[tokens[stop][0] : tokens[stop][1]] not in _STARTERS else 0
    return 0


def _ends_stamp(text: str, tokens: Spans, i: int) -> bool:
    """Whether a date with a time of day, written in figures, ends at token `i`."""
    for back in (1, 2):
        if i >= back:
            found = _STAMP.match(text, tokens[i - back][0])
            if found and found.end() == tokens[i][1]:
                return True
    return False


def _closes(text: str, tokens: Spans, i: int) -> bool:
    """Whether token `i` is a quote or bracket that closes; a straight quote does if no word follows it at once."""
    start, end = tokens[i]
    mark = text[start:end]
    if mark not in _CLOSING:
        return False
    if mark in _DOUBLE:
        glued = start == tokens[i - 1][1]
        free = end >= len(text) or not text[end].isalnum()
        return glued and free
    return True


def _follows_mark(text: str, tokens: Spans, i: int) -> bool:
    """Whether token `i` is one more mark of the same end: the dots of ". . .", a smiling face."""
    start, end = tokens[i]
    return text[start:end] in (".", "?", "!") or bool(_FACE.fullmatch(text, start, end))


def _skip_footnotes(text: str, tokens: Spans, stop: int, count: int) -> int:
    """Past reference marks such as `[12]`, or `[a]` if it is glued to the period."""
    while stop + 2 < count and text[tokens[stop][0]] == "[" and text[tokens[stop + 2][0]] == "]":
        mark = text[tokens[stop + 1][0] : tokens[stop + 1][1]]
        if not mark.isdigit() and not (mark.isalnum() and tokens[stop][0] == tokens[stop - 1][1]):
            break
        stop += 3
    return stop


def _ends_with_abbreviation(text: str, tokens: Spans, i: int, stop: int) -> bool:
    """Whether an abbreviation ends its sentence; only where a word that begins sentences follows."""
    word = text[tokens[i][0] : tokens[i][1] - 1].lower()
    if word in spelling()["titles"] or word in spelling()["numbered"] or len(word) == 1:
        return False
    following = text[tokens[stop][0] : tokens[stop][1]]
    return following in _STARTERS or (stop > i + 1 and following[0].isupper())


_STARTERS = frozenset(
    "The A An This That These Those It He She They We I You There In On At After Before But And However Meanwhile For"
    " If When While As With From By His Her Their Our Its Some Many Most All One Two Earlier Later Both Last No Not"
    " According Since During Under Also Then So What Who".split()
)
