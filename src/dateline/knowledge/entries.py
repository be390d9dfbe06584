"""Lexicon entries: a lemma and the dependents that must stand with it.

`open obj:fire`, `blow prt:up`, `come obl:under=fire|attack`, `strike compound|amod:air`. A dependent is written
`RELATION:WORDS`; after `obl`, `nmod` and `advcl` the words are prepositions or marks, and `=` adds the words that the
dependent itself may be. An underscore stands for a blank (`obl:because_of`), `@weapons` for a named list of words. `~`
before the words, a class or a list say that the dependent is a participant (`murder obj:~judge|mayor`).
"""

from msgspec import Struct

from dateline.errors import PackError, nearest
from dateline.knowledge.conditions import CLASSES, NO_LISTS, Lists, expand

RELATIONS = frozenset(
    "prt subj obj iobj obl xcomp ccomp comp advcl advmod nmod poss compound amod acl det nummod".split()
)
WITH_WORD = frozenset({"obl", "nmod", "advcl", "acl"})


class Requirement(Struct, frozen=True):
    """A dependent that must be there: one of `relations`, with one of `preps` (if any), and if there are `words` or
    `classes`, its lemma is one of the words or it is a thing of one of the classes.

    A `part` belongs to the name of the event ("open *fire*"); the others are participants that only pick the sense
    ("capture *the town*") and still fill their role.
    """

    relations: tuple[str, ...]
    preps: frozenset[str] = frozenset()
    words: frozenset[str] = frozenset()
    classes: frozenset[str] = frozenset()
    part: bool = True


def parse_entry(text: str, lists: Lists = NO_LISTS) -> tuple[str, tuple[Requirement, ...]]:
    """Lemma and requirements of one entry. PackError tells the nearest relation when one is unknown."""
    lemma, *parts = text.split(" ")
    if not lemma or "" in parts:
        raise PackError(f"entry {text!r}: write one blank between its parts")
    if ":" in lemma or lemma != lemma.lower():
        raise PackError(f"entry {text!r}: starts with a lower-case lemma, then its dependents")
    return lemma.replace("_", " "), tuple(_requirement(part, text, lists) for part in parts)


def _requirement(part: str, entry: str, lists: Lists) -> Requirement:
    head, _, words = part.partition(":")
    relations = (head,) if head in RELATIONS else tuple(head.split("|"))
    for relation in relations:
        if relation not in RELATIONS:
            hint = nearest(relation, sorted(RELATIONS))
            raise PackError(f"entry {entry!r}: no relation {relation!r}{hint}")
    preps = ""
    if relations[0] in WITH_WORD:
        preps, _, words = words.partition("=")
    if not words:
        return Requirement(relations, _split(preps), part=False)
    participant = words[0] == "~" or "@" in words or "subj" in relations
    words = words.removeprefix("~")
    tests = _split(words)
    classes = _NONE
    if words != words.lower():
        classes = frozenset(word for word in tests if word != word.lower())
        for name in classes - CLASSES:
            raise PackError(f"entry {entry!r}: no class {name!r}{nearest(name, sorted(CLASSES))}")
        tests -= classes
    if "" in tests or ":" in words:
        raise PackError(f"entry {entry!r}: {part!r} holds something that is not a word")
    if "@" in words:
        tests = expand(tests, lists)
    return Requirement(relations, _split(preps), tests, classes, part=not (participant or classes))


_NONE: frozenset[str] = frozenset()


def _split(words: str) -> frozenset[str]:
    return frozenset(words.replace("_", " ").split("|")) if words else _NONE
