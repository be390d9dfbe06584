"""Bracketed examples of frames: `[Militants]actor <bombed> [a police station]object in [Mogadishu]place.`"""

import re

from msgspec import Struct

from dateline.errors import PackError
from dateline.records.span import Span

ROLES = frozenset({"actor", "recipient", "object", "instrument", "authorizer", "place"})
_MARK = re.compile(
    r"\[(?P<words>[^\[\]<>]+)\](?P<role>[a-z]+)|<(?P<anchor>[^<>\[\]]+)>"
    r"|\[(?P<outer>[^\[\]]*<[^<>]+>[^\[\]]*)\](?P<orole>[a-z]+)"
)


class Example(Struct, frozen=True):
    """The plain sentence, the spans of its anchors, and its participants as (span, role)."""

    text: str
    anchors: tuple[Span, ...]
    participants: tuple[tuple[Span, str], ...]


def parse_example(marked: str) -> Example:
    """The example without its markup. PackError names what is wrong with the brackets."""
    text = ""
    anchors: list[Span] = []
    participants: list[tuple[Span, str]] = []
    position = 0
    for match in _MARK.finditer(marked):
        text += marked[position : match.start()]
        start = len(text)
        position = match.end()
        if match["anchor"] is not None:
            text += match["anchor"]
            anchors.append((start, len(text)))
            continue
        if match["outer"] is not None:
            raise PackError(f"example {marked!r}: an anchor inside a participant")
        text += match["words"]
        if match["role"] not in ROLES:
            raise PackError(f"example {marked!r}: no role {match['role']!r} (roles: {', '.join(sorted(ROLES))})")
        participants.append(((start, len(text)), match["role"]))
    text += marked[position:]
    if not anchors:
        raise PackError(f"example {marked!r}: no <anchor>")
    if any(c in text for c in "[]<>"):
        raise PackError(f"example {marked!r}: brackets do not match")
    return Example(text, tuple(anchors), tuple(participants))
