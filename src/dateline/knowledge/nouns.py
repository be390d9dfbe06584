"""The noun lexicon: what a common noun says about whoever or whatever it names."""

import tomllib
from functools import cache
from importlib.resources import files

from msgspec import Struct

from dateline.errors import PackError
from dateline.records.entity import EntityKind
from dateline.records.event import Victim

CLASSES = frozenset(
    {"HUMAN", "GROUP", "COUNTRY", "PLACE", "FACILITY", "VEHICLE", "WEAPON", "EVENT", "MONEY", "COMPANY", "THING"}
)


class Noun(Struct, frozen=True, gc=False):
    """One noun. `thing` is its class in the frame packs, `mode` the PLOVER mode that a weapon suggests.

    `title` marks words that stand before a name; `holds` marks containers, whose phrase is about what follows "of"
    ("a number of soldiers"). A container may be a group in its own right ("the group said").
    """

    lemma: str
    kind: EntityKind
    thing: str
    sector: str | None = None
    victim: Victim | None = None
    mode: str | None = None
    title: bool = False
    holds: bool = False


class Nouns(Struct, frozen=True):
    """All nouns by lemma; two-word entries ("aid worker") by their words with one blank between."""

    by_lemma: dict[str, Noun]

    def get(self, lemma: str) -> Noun | None:
        """The noun for a lower-case lemma or a compound with its head, or None."""
        return self.by_lemma.get(lemma)

    def __len__(self) -> int:
        return len(self.by_lemma)


@cache
def load_nouns() -> Nouns:
    """The built-in noun lexicon, read once. A word that stands in two groups keeps the first, and is a container if
    either says so."""
    source = files("dateline.knowledge") / "data" / "nouns.toml"
    by_lemma: dict[str, Noun] = {}
    for group in tomllib.loads(source.read_text(encoding="utf-8"))["group"]:
        if group["class"] not in CLASSES:
            raise PackError(f"nouns.toml: class {group['class']!r} is none of {', '.join(sorted(CLASSES))}")
        holds = bool(group.get("holds", False))
        for word in group["words"].split(", "):
            noun = Noun(
                lemma=word,
                kind=group["kind"],
                thing=group["class"],
                sector=group.get("sector"),
                victim=group.get("victim"),
                mode=group.get("mode"),
                title=bool(group.get("title", False)),
                holds=holds,
            )
            known = by_lemma.get(word)
            if known is None:
                by_lemma[word] = noun
            elif holds and not known.holds:
                by_lemma[word] = Noun(
                    lemma=word,
                    kind=known.kind,
                    thing=known.thing,
                    sector=known.sector,
                    victim=known.victim,
                    mode=known.mode,
                    title=known.title,
                    holds=True,
                )
    return Nouns(by_lemma)
