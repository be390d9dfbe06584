"""What entries and frames ask for, in words: requirements, conditions, and the word that decided one."""

from collections.abc import Iterable

from msgspec.structs import replace

from dateline.events.senses import ClassesOf, holds, in_slot
from dateline.events.slots import Slot
from dateline.knowledge.conditions import Condition
from dateline.knowledge.entries import Requirement
from dateline.language.analysis import Sentence

SLOT_WORDS = {
    "subj": "subject",
    "undergoer": "undergoer",
    "obj": "object",
    "iobj": "indirect object",
    "obl": "prepositional phrase",
    "nmod": "prepositional phrase",
    "comp": "clause",
    "ccomp": "clause",
    "xcomp": "infinitive",
    "advcl": "adverbial clause",
    "acl": "clause on the noun",
    "prt": "particle",
    "advmod": "adverb",
    "poss": "possessor",
    "compound": "noun before it",
    "amod": "adjective",
    "det": "determiner",
    "nummod": "number",
}
"""Slots and the relations of entries as a reader would call them."""

CLASS_WORDS = {
    "HUMAN": "a person",
    "GROUP": "a group",
    "FORCE": "an armed force",
    "COUNTRY": "a country",
    "AGENT": "somebody who acts",
    "PLACE": "a place",
    "FACILITY": "a facility",
    "VEHICLE": "a vehicle",
    "WEAPON": "a weapon",
    "EVENT": "an event",
    "MONEY": "money",
    "COMPANY": "a company",
    "THING": "a thing",
}

_SHOWN = 4
"""Alternatives that are spelled out; the rest is counted."""


def slot_words(slot: str, preps: Iterable[str] = ()) -> str:
    """`object`, `'with' phrase`, `'if' clause`."""
    named = "/".join(sorted(preps))
    if not named:
        return SLOT_WORDS.get(slot, slot)
    kind = "clause" if slot in ("advcl", "acl", "comp", "ccomp", "xcomp") else "phrase"
    return f"'{named}' {kind}"


def requirement_words(requirement: Requirement, found: str = "") -> str:
    """`object 'fire'`; `found` is the word that fulfilled it, else some of those that would."""
    relations = " or ".join(dict.fromkeys(slot_words(r, requirement.preps) for r in requirement.relations))
    joint = " with " if requirement.preps else " "
    if found:
        return f"{relations}{joint}'{found}'"
    tests = _tests(requirement.words, requirement.classes, frozenset())
    if not tests:
        return relations
    single = len(requirement.words) == 1 and not requirement.classes
    return f"{relations}{joint}{tests}" if single or requirement.preps else f"{relations} ({tests})"


def condition_words(condition: Condition) -> str:
    """`object is a person, a group or 'x'`; `no object` for a negated one without tests."""
    slot = slot_words(condition.slot, condition.preps)
    tests = _tests(condition.words, condition.classes, condition.pairs)
    if not tests:
        return f"no {slot}" if condition.negated else f"some {slot}"
    inner = f" with {SLOT_WORDS.get(condition.inner, condition.inner)}" if condition.inner else ""
    return f"{slot}{inner} {'not ' if condition.negated else ''}{tests}"


def need_words(need: Iterable[Condition]) -> str:
    """A need with all its alternatives, those that ask for the same thing together: `somebody who acts as subject or
    possessor; or 'x' as object`."""
    by_tests: dict[str, list[str]] = {}
    plain: list[str] = []
    for condition in need:
        slot = slot_words(condition.slot, condition.preps)
        tests = _tests(condition.words, condition.classes, condition.pairs)
        if not tests or condition.negated or condition.inner:
            plain.append(condition_words(condition))
        else:
            by_tests.setdefault(tests, []).append(slot)
    grouped = [f"{tests} as {_alternatives(slots)}" for tests, slots in by_tests.items()]
    return "; or ".join(grouped + plain)


def _alternatives(slots: list[str]) -> str:
    shown = list(dict.fromkeys(slots))
    if len(shown) > _SHOWN + 1:
        return f"{', '.join(shown[:_SHOWN])} ({len(shown) - _SHOWN} more)"
    return " or ".join((", ".join(shown[:-1]), shown[-1])) if len(shown) > 1 else shown[0]


def _tests(words: frozenset[str], classes: frozenset[str], pairs: frozenset[str]) -> str:
    listed = [CLASS_WORDS.get(name, name) for name in sorted(classes)]
    spelled = [f"'{word}'" for word in sorted(words)]
    spelled += [f"'{' '.join(reversed(pair.split(':')))}'" for pair in sorted(pairs)]
    listed += spelled[:_SHOWN]
    more = len(spelled) - _SHOWN
    if more > 0:
        return f"{', '.join(listed)} ({more} more)"
    return " or ".join((", ".join(listed[:-1]), listed[-1])) if len(listed) > 1 else "".join(listed)


def deciding_word(
    condition: Condition, slots: tuple[Slot, ...], sentence: Sentence, anchor: int, classes: ClassesOf
) -> int | None:
    """The word that makes a condition hold (its negation aside), or None when nothing stands in the slot."""
    plain = replace(condition, negated=False)
    for token in in_slot(plain, slots, sentence, anchor):
        prep = next(iter(plain.preps), "")
        if holds(plain, (Slot(plain.slot, prep, token, ""),), sentence, anchor, classes):
            return token
    return None


def standing_words(condition: Condition, slots: tuple[Slot, ...], sentence: Sentence, anchor: int) -> tuple[str, ...]:
    """The words that stand where the condition looks, fit or not."""
    return tuple(dict.fromkeys(sentence.tokens[t].form for t in in_slot(condition, slots, sentence, anchor)))
