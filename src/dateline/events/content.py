"""The mode of a request, a refusal or a threat, by what it is about."""

from collections.abc import Iterator, Mapping

from dateline.events.anchors import Anchor
from dateline.language.analysis import Sentence

_CONTENT = ("comp", "xcomp", "advcl", "obl", "obj", "nmod", "acl")


def content_mode(
    sentence: Sentence, anchor: Anchor, others: Mapping[int, Anchor], table: Mapping[str, str]
) -> str | None:
    """The mode that the first act or word in the content gives, else the table's default; None without one.

    `table` is the pack's for the type: by the type (or `TYPE.mode`) of the act asked for, by the word that names it in
    lower case, and `default`.
    """
    for token in _contents(sentence, anchor):
        inner = others.get(token)
        if inner is not None and inner.token != anchor.token:
            frame = inner.entry.frame
            for key in (*(f"{frame.event}.{mode}" for mode in frame.modes), frame.event):
                if key in table:
                    return table[key]
        lemma = sentence.tokens[token].lemma.lower()
        if lemma in table and lemma != "default":
            return table[lemma]
    return table.get("default")


def _contents(sentence: Sentence, anchor: Anchor) -> Iterator[int]:
    """The heads of what the anchor is about; of a modal the verb it stands with, and what that verb leads to."""
    token = sentence.tokens[anchor.token]
    if token.upos == "AUX" and token.head >= 0:
        yield token.head
    for slot in anchor.slots:
        if slot.name in _CONTENT:
            yield slot.token
