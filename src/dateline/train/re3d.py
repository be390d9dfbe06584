"""re3d as training sentences: mentions of people, groups, places, weapons, vehicles, times and numbers in reports."""

import json
from pathlib import Path

from msgspec import Struct

from dateline.language.sentences import paragraphs, split_sentences
from dateline.language.tokens import tokenize

KINDS = {
    "Person": "person",
    "Organisation": "organization",
    "Location": "place",
    "Nationality": "nationality",
    "Weapon": "weapon",
    "MilitaryPlatform": "vehicle",
    "Vehicle": "vehicle",
    "Temporal": "time",
    "Quantity": "quantity",
    "Money": "money",
}
NON_COMMERCIAL = "non-commercial"


class MentionSentence(Struct, frozen=True):
    """Words with their outermost mentions `(first, last, kind)`."""

    document: str
    forms: tuple[str, ...]
    mentions: tuple[tuple[int, int, str], ...]


def read_re3d(path: Path, *, confidence: float = 0.5) -> list[MentionSentence]:
    """Every sentence of the file, documents with a non-commercial licence left out."""
    result: list[MentionSentence] = []
    for line in path.read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        if NON_COMMERCIAL in row["license"]:
            continue
        spans = [
            (e["start"], e["end"], KINDS[e["type"]])
            for e in row["gold"]["entities"]
            if e["confidence"] >= confidence and e["type"] in KINDS
        ]
        result += _sentences(row["id"], row["text"], _outermost(spans))
    return result


def _outermost(spans: list[tuple[int, int, str]]) -> list[tuple[int, int, str]]:
    kept: list[tuple[int, int, str]] = []
    for span in sorted(set(spans), key=lambda s: (s[0] - s[1], s)):
        if not any(span[0] < other[1] and other[0] < span[1] for other in kept):
            kept.append(span)
    return sorted(kept)


def _sentences(document: str, text: str, spans: list[tuple[int, int, str]]) -> list[MentionSentence]:
    result = []
    for start, end in paragraphs(text):
        tokens = tokenize(text, start, end)
        for first, last in split_sentences(text, tokens):
            part = tokens[first:last]
            mentions = []
            for low, high, kind in spans:
                inside = [i for i, (a, b) in enumerate(part) if a < high and low < b]
                if inside:
                    mentions.append((inside[0], inside[-1] + 1, kind))
            result.append(MentionSentence(document, tuple(text[a:b] for a, b in part), tuple(mentions)))
    return result
