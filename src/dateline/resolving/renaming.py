"""Titles and renamings of a named person: "Secretary of State Kerry", "Kirby, the Pentagon press secretary"."""

from collections.abc import Iterator

from dateline.language.analysis import Sentence
from dateline.resolving.names import person_at
from dateline.resolving.titles import HONORIFICS, is_title, title_after, title_apart, title_before

_ARTICLES = ("the ", "a ", "an ")

TitleSpot = tuple[int, int, int]
"""First token, head token and end of a title."""


def spot_before(sentence: Sentence, head: int) -> TitleSpot | None:
    """The title right before the name with this head, honorifics ("Mr.") left out; None where there is none."""
    mention = person_at(sentence, head)
    start = mention.first if mention is not None else head
    found = title_before(sentence, start)
    if found is None or sentence.tokens[found[1]].form.lower() in HONORIFICS:
        return None
    return found[0], found[1], start


def spot_apart(sentence: Sentence, head: int) -> TitleSpot | None:
    """The title before the name and a comma, further titles between them left aside; None where there is none."""
    mention = person_at(sentence, head)
    start = mention.first if mention is not None else head
    inner = title_before(sentence, start)
    if inner is not None:
        start = inner[0]
    if start < 2 or sentence.tokens[start - 1].form != ",":
        return None
    return title_apart(sentence, start, mention.last if mention is not None else head + 1)


def spot_after(sentence: Sentence, head: int) -> TitleSpot | None:
    """The title after the name with this head and a comma; None where there is none."""
    mention = person_at(sentence, head)
    return title_after(sentence, mention.last if mention is not None else head + 1)


def title_spots(sentence: Sentence, head: int) -> list[TitleSpot]:
    """All titles of the name with this head, in text order: read from the words first, then from the tree."""
    spots: dict[int, TitleSpot] = {}
    for spot in stated_spots(sentence, head):
        spots[spot[1]] = spot
    for i in _renamings(sentence, head):
        if i not in spots:
            first, last = _range(sentence, i)
            spots[i] = (first, i, last)
    return [spots[i] for i in sorted(spots)]


def stated_spots(sentence: Sentence, head: int) -> list[TitleSpot]:
    """The titles of the name with this head that the words give, whatever the tree says."""
    spots = (spot_apart(sentence, head), spot_before(sentence, head), spot_after(sentence, head))
    return [spot for spot in spots if spot is not None]


def bears(sentence: Sentence, name: int, title: int) -> bool:
    """Whether the name has that title: it does not own it, even where the tree hangs it below."""
    return any(spot[1] == title for spot in stated_spots(sentence, name))


def without_article(text: str, start: int, end: int) -> tuple[int, int]:
    """The span of a title without its article."""
    words = text[start:end].lower()
    for article in _ARTICLES:
        if words.startswith(article):
            return start + len(article), end
    return start, end


def _renamings(sentence: Sentence, head: int) -> Iterator[int]:
    tokens = sentence.tokens
    for child in sentence.children[head]:
        token = tokens[child]
        titled = token.deprel == "nmod:desc" or (token.rel == "compound" and is_title(sentence, child))
        renamed = token.rel == "appos" and token.upos in ("NOUN", "PROPN")
        if (child < head and titled) or (child > head and renamed):
            yield child
    above = tokens[head].head
    if tokens[head].rel == "appos" and above >= 0 and tokens[above].upos in ("NOUN", "PROPN"):
        yield above
    if is_title(sentence, head) and any(tokens[c].rel == "flat" for c in sentence.children[head]):
        yield head


def _range(sentence: Sentence, i: int) -> tuple[int, int]:
    """A title's modifiers before its head and its complement after it, without renamings and clauses."""
    tokens = sentence.tokens
    first, last = i, i + 1
    for child in sorted(sentence.children[i], reverse=True):
        if child < i and tokens[child].rel in ("compound", "amod", "det", "nmod", "flat") and child >= first - 2:
            first = min([child, *[c for c in sentence.children[child] if c < child and tokens[c].rel != "punct"]])
    for child in sentence.children[i]:
        if child > i and tokens[child].rel == "nmod":
            below = [child]
            for node in below:
                below += [
                    c for c in sentence.children[node] if tokens[c].rel not in ("acl", "appos", "parataxis", "punct")
                ]
            if min(below) <= last:
                last = max(last, max(below) + 1)
    return first, last
