"""Attributions as targets: PolNeAR (source, cue, content in political news) and GUM's attribution relations.

The head word of a cue stands for it; to that word every other word of the sentence is source, content, cue or none.
PolNeAR counts attitudes and intentions too, GUM what is said, thought and known: so each has a cue target of its own.
"""

from pathlib import Path

from dateline.language.sentences import Spans
from dateline.train.examples import IGNORE, ROLES, Example, Role, blank
from dateline.train.texts import inside, locate, marked, read_rows, sentences_of

_NONE, _SOURCE, _CONTENT, _CUE = range(len(ROLES))
# Words that a cue may begin with and that do not carry it: "has also been saying", "did not say".
_LIGHT = frozenset(
    "am is are was were be been being has have had having do does did will would can could may might shall should must"
    " 's 'd 've 're 'll ’s ’d ’ve ’re ’ll n't n’t not never also later then now still just often even only to as a an"
    " the who which that he she it they we i you his her their its my our your \" “ ” ' ‘ ’ , so".split()
)
_VERBS_IN_LY = frozenset("reply imply rely apply supply".split())


def read_polnear(path: Path) -> list[Example]:
    """Every sentence of the articles, cut as the program cuts raw text. A content that goes on in the next sentence
    ends with the cue's own."""
    examples: list[Example] = []
    for row in read_rows(path):
        text, marks = row["text"], row["gold"]["attributions"]
        for words in sentences_of(text):
            forms = [text[a:b] for a, b in words]
            example = blank(forms, row["id"])
            cues = [0] * len(forms)
            low, high = words[0][0], words[-1][1]
            for mark in marks:
                cue = marked(mark["cue"])
                if not cue or not low <= cue[0][0] < high:
                    continue
                head = _head(forms, inside(words, cue))
                if head is None:
                    continue
                cues[head] = 1
                example.roles.append(
                    _role(words, head, cue, marked(mark["source"]), marked(mark["content"]), otherwise=_NONE)
                )
            example.marks["cue"] = cues
            examples.append(example)
    return examples


def add_discourse(examples: list[Example], path: Path) -> int:
    """Writes GUM's attributions into the examples of its treebank; returns how many found their place.

    GUM marks only the head unit of a content, so the words outside of all units are unknown, not "none".
    """
    by_document: dict[str, list[Example]] = {}
    for example in examples:
        by_document.setdefault(example.document, []).append(example)
    placed = 0
    for row in read_rows(path):
        position, text = 0, row["text"]
        for example in by_document.get(row["id"].partition(":")[2], []):
            words = locate(text, example.forms, position)
            if words is None:
                continue
            position = words[-1][1]
            example.marks["speech"] = [0] * len(words)
            for mark in row["gold"]["attributions"]:
                placed += _add_clause(example, words, mark)
    return placed


def _add_clause(example: Example, words: Spans, mark: dict[str, list[dict[str, int]]]) -> bool:
    clause = marked([mark["clause"]])  # type: ignore[list-item]
    units = inside(words, clause)
    if not units or not words[0][0] <= clause[0][0] < words[-1][1]:
        return False
    cue = marked(mark["cue"]) or clause
    head = _head(example.forms, inside(words, cue))
    if head is None:
        return False
    if not mark["cue"]:
        # Somewhere in this clause, but not told where.
        for i in units:
            example.marks["speech"][i] = IGNORE
        return False
    example.marks["speech"][head] = 1
    role = _role(words, head, cue, marked(mark["source"]), marked(mark["content_head"]), otherwise=IGNORE)
    for i in units:
        if role.values[i] == IGNORE:
            role.values[i] = _NONE if mark["source"] else IGNORE
    example.roles.append(role)
    return True


def _role(words: Spans, head: int, cue: Spans, source: Spans, content: Spans, *, otherwise: int) -> Role:
    values = [otherwise] * len(words)
    for kind, spans in ((_CONTENT, content), (_SOURCE, source), (_CUE, cue)):
        for i in inside(words, spans):
            values[i] = kind
    return Role(head, values)


def _head(forms: list[str], cue: list[int]) -> int | None:
    """The word of a cue that carries it: the first that is no auxiliary, no adverb or the like."""
    return next((i for i in cue if not _is_light(forms[i].lower())), cue[0] if cue else None)


def _is_light(form: str) -> bool:
    return form in _LIGHT or (form.endswith("ly") and form not in _VERBS_IN_LY)
