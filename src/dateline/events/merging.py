"""Mentions -> one record: which drafts speak of the same happening.

First inside a sentence, by syntax ("struck ... in an airstrike", "sank a ferry, drowning forty"); then through the
document, by what agrees and what contradicts. Anything that contradicts - other actors, other places, other dates,
other counts - keeps two mentions apart whatever the words.
"""

from collections.abc import Sequence

from msgspec import Struct

from dateline.events.draft import Draft
from dateline.events.facts import Facts, facts_of
from dateline.events.likeness import antecedent, echoed, only_cause
from dateline.events.same_clause import same_clause
from dateline.language.analysis import Analysis
from dateline.resolving.resolution import Resolution


class Group(Struct, frozen=True):
    """Drafts that are one happening, in text order (indices into the drafts), and the rules that joined them."""

    members: tuple[int, ...]
    rules: tuple[str, ...]


def merge(analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft]) -> tuple[Group, ...]:
    """The happenings of a document, in the order of their first mention."""
    groups: list[Group] = []
    facts: list[Facts] = []
    position = 0
    while position < len(drafts):
        end = position
        while end < len(drafts) and drafts[end].sentence == drafts[position].sentence:
            end += 1
        for members, rules in _inside_sentence(analysis, resolution, drafts, range(position, end)):
            group = Group(members, rules)
            known = facts_of(analysis, resolution, [drafts[i] for i in group.members])
            echo = drafts[members[0]].echo
            target, rule = echoed(known, echo, facts) if echo and len(members) == 1 else antecedent(known, facts)
            if target is None and known.result and not echo:
                target, rule = only_cause(known, facts)
            if target is None and all(drafts[m].echo or _too_weak(drafts[m]) for m in members):
                continue
            if target is None:
                groups.append(group)
                facts.append(known)
            else:
                joined = Group(groups[target].members + members, groups[target].rules + rules + (rule,))
                groups[target] = joined
                facts[target] = facts_of(analysis, resolution, [drafts[i] for i in joined.members])
        position = end
    return tuple(groups)


def _too_weak(draft: Draft) -> bool:
    """An ambiguous word starts no event unless somebody acts."""
    return draft.weak and not draft.keys("actor")


def _inside_sentence(
    analysis: Analysis, resolution: Resolution, drafts: Sequence[Draft], indices: range
) -> list[tuple[tuple[int, ...], tuple[str, ...]]]:
    parent = {i: i for i in indices}
    rules: dict[int, list[str]] = {i: [] for i in indices}

    def find(i: int) -> int:
        while parent[i] != i:
            i = parent[i]
        return i

    for a in indices:
        for b in indices:
            if b <= a or find(a) == find(b):
                continue
            rule = same_clause(analysis, resolution, drafts[a], drafts[b])
            if rule:
                x, y = find(a), find(b)
                parent[max(x, y)] = min(x, y)
                rules[min(x, y)].extend([rule, *rules[max(x, y)]])
    out: dict[int, list[int]] = {}
    for i in indices:
        out.setdefault(find(i), []).append(i)
    return [(tuple(members), tuple(rules[root])) for root, members in out.items()]
