"""Finer CAMEO codes: from the words around an event, and from what a promise, a request or a refusal is about."""

from collections.abc import Set
from functools import cache
from importlib.resources import files

import msgspec
from msgspec import Struct

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack
from dateline.knowledge.ontology import load_ontology


class Rule(Struct, frozen=True, gc=False):
    """Takes each code of `codes` to its finer one, if one of `words` stands by the event or `anchor` names it."""

    codes: dict[str, str]
    words: frozenset[str]
    anchor: frozenset[str]


class Refinements(Struct, frozen=True, eq=False):
    """The pack data/cameo.toml. `content[TYPE]` maps the beginning of an intention's code."""

    content: dict[str, dict[str, str]]
    rules: tuple[Rule, ...]
    appeals: frozenset[str]

    def of_content(self, event: str, intent: str) -> str | None:
        """The code of asking for, promising, refusing or threatening an act, given the code of the intention to do it;
        None if there is none."""
        table = self.content.get(event, {})
        known = load_ontology().cameo
        for n in range(len(intent), 1, -1):
            begins = table.get(intent[:n])
            if begins is None:
                continue
            # as fine as CAMEO has it: 1056, but 106 for all kinds of talks
            return next((begins + intent[n:m] for m in (len(intent), n) if begins + intent[n:m] in known), None)
        return None

    def refine(self, code: str, *, anchor: str, words: Set[str]) -> str:
        """The code that the words give; the code itself if they add nothing."""
        for rule in self.rules:
            finer = rule.codes.get(code)
            if finer is not None and (anchor in rule.anchor or not rule.words.isdisjoint(words)):
                code = finer
        if code.startswith("10") and anchor in self.appeals:
            appeal = "02" + code[2:]
            return appeal if appeal in load_ontology().cameo else "020"
        return code


class _RawRule(Struct, forbid_unknown_fields=True):
    codes: list[str] = msgspec.field(name="from")
    gives: list[str]
    words: list[str] = []
    anchor: list[str] = []


class _Appeals(Struct, forbid_unknown_fields=True):
    anchor: list[str]


class _Raw(Struct, forbid_unknown_fields=True):
    content: dict[str, dict[str, str]]
    rule: list[_RawRule]
    appeals: _Appeals


@cache
def load_refinements() -> Refinements:
    """The built-in pack. PackError if a rule names a code that CAMEO lacks or is not told what to look for."""
    try:
        raw = msgspec.convert(read_pack(files("dateline.knowledge") / "data" / "cameo.toml"), _Raw)
    except msgspec.ValidationError as error:
        raise PackError(f"cameo.toml: {error}") from error
    ontology = load_ontology()
    for event in raw.content:
        ontology.require_type(event, where="cameo.toml")
    rules = []
    for rule in raw.rule:
        for code in (*rule.codes, *rule.gives):
            ontology.require_cameo(code, where="cameo.toml")
        if len(rule.codes) != len(rule.gives) or not (rule.words or rule.anchor):
            raise PackError(f"cameo.toml: the rule from {rule.codes} to {rule.gives} is not complete")
        rules.append(
            Rule(dict(zip(rule.codes, rule.gives, strict=True)), frozenset(rule.words), frozenset(rule.anchor))
        )
    return Refinements(raw.content, tuple(rules), frozenset(raw.appeals.anchor))
