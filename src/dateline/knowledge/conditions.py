"""Conditions on the slots around a word: the `needs` and `blocks` of a frame.

`obj:HUMAN|GROUP`, `obl:with:WEAPON|knife`, `!iobj`, `nmod:of:war`; `obj:amod:record|film` looks one step further, at
the dependents of the word in the slot. Alternatives in different slots are joined by ` or ` (`|` before a slot and a
colon reads the same). A test in capitals is a
class of things, `@sport` a named list of lemmas, any other is the lemma of the word that stands in the slot.
"""

import re
from collections.abc import Iterable, Mapping

from msgspec import Struct

from dateline.errors import PackError, nearest

SLOTS = frozenset(
    "subj obj iobj obl comp xcomp advcl prt advmod aux poss nmod compound amod acl undergoer det nummod".split()
)
"""Places around a verb or an event noun; docs/frames.md says what each holds."""

WITH_WORD = frozenset({"obl", "nmod", "advcl", "acl", "comp"})
"""Slots that may name their preposition or mark after a colon: `obl:with`, `advcl:if`."""

CLASSES = frozenset("HUMAN GROUP FORCE COUNTRY AGENT PLACE FACILITY VEHICLE WEAPON EVENT MONEY COMPANY THING".split())


Lists = Mapping[str, frozenset[str]]
NO_LISTS: Lists = {}

_ALTERNATIVES = re.compile(rf" or |\|(?=!?(?:{'|'.join(sorted(SLOTS))}):)")


class Condition(Struct, frozen=True):
    """One slot and what must be in it. No tests: the slot must be filled. `negated`: it must not be so.

    `preps` are the prepositions or marks that count, empty for any. With `inner`, the tests are for that dependent
    (`amod`, `compound` ...) of the word in the slot. `pairs` are tests for a head with a compound or adjective
    (`engineer:mining`).
    """

    slot: str
    preps: frozenset[str]
    words: frozenset[str]
    classes: frozenset[str]
    negated: bool
    inner: str = ""
    pairs: frozenset[str] = frozenset()

    @property
    def tests(self) -> frozenset[str]:
        """Lemmas, classes and pairs together."""
        return self.words | self.classes | self.pairs


def parse_alternatives(text: str, lists: Lists = NO_LISTS) -> tuple[Condition, ...]:
    """The conditions of one `needs` line, any of which is enough."""
    if " or " not in text and "|" not in text:
        return (parse_condition(text, lists),)
    return tuple(parse_condition(part, lists) for part in _ALTERNATIVES.split(text))


def expand(words: Iterable[str], lists: Lists) -> frozenset[str]:
    """The words with every `@name` replaced by the list of that name."""
    out: set[str] = set()
    for word in words:
        if word[:1] == "@":
            if word[1:] not in lists:
                raise PackError(f"no list {word!r}{nearest(word[1:], sorted(lists))}")
            out |= lists[word[1:]]
        else:
            out.add(word)
    return frozenset(out)


def parse_condition(text: str, lists: Lists = NO_LISTS) -> Condition:
    """A condition from its notation. PackError tells the nearest slot or class when one is unknown."""
    negated = text.startswith("!")
    slot, _, rest = text.removeprefix("!").partition(":")
    if slot not in SLOTS:
        raise PackError(f"condition {text!r}: no slot {slot!r}{nearest(slot, sorted(SLOTS))}")
    rest = rest.replace("_", " ")
    preps: frozenset[str] = frozenset()
    if slot in WITH_WORD and not (slot == "comp" and ":" not in rest):
        before, _, rest = rest.partition(":")
        preps = frozenset(before.split("|")) - {""}
    inner, _, after = rest.partition(":")
    if inner in SLOTS and after:
        # a preposition inside is only for the reader: `subj:nmod:of:opinion` tests all nmods of the subject
        rest = after.partition(":")[2] if inner in WITH_WORD and ":" in after else after
    else:
        inner = ""
    tests = frozenset(rest.split("|")) if rest else _NONE
    if "" in tests:
        raise PackError(f"condition {text!r}: an empty test")
    classes = pairs = _NONE
    if rest != rest.lower():
        classes = frozenset(t for t in tests if t != t.lower())
        for name in classes - CLASSES:
            raise PackError(f"condition {text!r}: no class {name!r}{nearest(name, sorted(CLASSES))}")
        tests -= classes
    if ":" in rest:
        pairs = frozenset(t for t in tests if ":" in t)
        for pair in pairs:
            if pair.count(":") > 1 or pair[0] == ":" or pair[-1] == ":":
                raise PackError(f"condition {text!r}: {pair!r} is not `head:modifier`")
        tests -= pairs
    words = expand(tests, lists) if "@" in rest else tests
    if "@" in rest:
        listed = frozenset(word for word in words if ":" in word)
        words, pairs = words - listed, pairs | listed
    return Condition(slot, preps, words, classes, negated, inner, pairs)


_NONE: frozenset[str] = frozenset()
