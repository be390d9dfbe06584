"""Entity annotation of GUM as targets: the class of each noun phrase's head, and the proper names inside."""

import re

from dateline.language.conllu import TreeSentence
from dateline.language.names import TITLES
from dateline.train.name_lists import names_country, names_nothing

NAME_KINDS = ("person", "organization", "place")
_OPEN = re.compile(r"\((\d+)-([a-z]+)")
_PIECE = re.compile(r"\(\d+-[^()]*\)?|\d+\)")
_LINKS = frozenset("of the for and & de la al el bin ibn ben von van der - ' ’ 's ’s".split())


def spans(sentence: TreeSentence) -> list[tuple[int, int, str]]:
    """`(first, last, type)` of every entity mention, last exclusive; mentions that do not close are dropped."""
    waiting: dict[str, list[tuple[int, str]]] = {}
    found: list[tuple[int, int, str]] = []
    for i, word in enumerate(sentence.words):
        for item in word.misc.split("|"):
            if not item.startswith("Entity="):
                continue
            for piece in _PIECE.findall(item[7:]):
                opened = _OPEN.match(piece)
                if opened and piece.endswith(")"):
                    found.append((i, i + 1, opened[2]))
                elif opened:
                    waiting.setdefault(opened[1], []).append((i, opened[2]))
                elif waiting.get(piece[:-1]):
                    first, kind = waiting[piece[:-1]].pop()
                    found.append((first, i + 1, kind))
    return found


def head_of_span(sentence: TreeSentence, first: int, last: int) -> int:
    """The first token of the span whose head lies outside of it."""
    for i in range(first, last):
        if not first <= sentence.words[i].head - 1 < last:
            return i
    return first


def phrase_heads(sentence: TreeSentence) -> dict[int, tuple[int, int, str]]:
    """For every token that heads a mention, the smallest such mention."""
    heads: dict[int, tuple[int, int, str]] = {}
    for first, last, kind in spans(sentence):
        head = head_of_span(sentence, first, last)
        if head not in heads or last - first < heads[head][1] - heads[head][0]:
            heads[head] = (first, last, kind)
    return heads


def names(sentence: TreeSentence) -> list[tuple[int, int, str]]:
    """`(first, last, kind)` of the outermost proper names of people, organizations and places; no overlaps.

    A country is a place, even where it acts or plays. Peoples ("Kenyans") and offices are no names.
    """
    found = []
    for head, (first, last, kind) in phrase_heads(sentence).items():
        if kind in NAME_KINDS:
            place = head if _proper(sentence, head) else _named_beside(sentence, head, first, last)
            if place >= 0:
                left, right = _name_extent(sentence, place, first, last, kind)
                text = " ".join(w.form for w in sentence.words[left:right])
                if not names_nothing(text):
                    found.append((left, right, "place" if names_country(text) else kind))
    outermost: list[tuple[int, int, str]] = []
    for name in sorted(found, key=lambda n: (n[0] - n[1], n[0])):
        if all(w.form.lower() in TITLES for w in sentence.words[name[0] : name[1]]):
            continue
        if not any(name[0] < o[1] and o[0] < name[1] for o in outermost):
            outermost.append(name)
    return sorted(outermost)


def _named_beside(sentence: TreeSentence, head: int, first: int, last: int) -> int:
    """The name that follows a common noun without a comma: "reformer Calvin". -1 if there is none."""
    i = head + 1
    if i < last and _proper(sentence, i) and sentence.words[i].head == head + 1:
        return i if sentence.words[i].deprel in ("flat", "appos") else -1
    return -1


def _proper(sentence: TreeSentence, i: int) -> bool:
    return sentence.words[i].xpos.startswith("NNP")


def _name_extent(sentence: TreeSentence, head: int, first: int, last: int, kind: str) -> tuple[int, int]:
    links = frozenset("-'’") if kind == "person" else _LINKS
    left = head
    while left > first:
        if _proper(sentence, left - 1):
            left -= 1
        else:
            step = left - 1
            while step >= first and sentence.words[step].form.lower() in links and not _proper(sentence, step):
                step -= 1
            if step == left - 1 or step < first or not _proper(sentence, step) or left - step > 3:
                break
            left = step
    right = head
    while right < last - 1:
        if _proper(sentence, right + 1):
            right += 1
        else:
            step = right + 1
            while step < last and sentence.words[step].form.lower() in links and not _proper(sentence, step):
                step += 1
            if step == right + 1 or step >= last or not _proper(sentence, step) or step - right > 3:
                break
            right = step
    if kind == "person":
        while left < right and sentence.words[left].form.lower() in TITLES:
            left += 1
    return left, right + 1
