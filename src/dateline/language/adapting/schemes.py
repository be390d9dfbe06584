"""Which scheme a pipeline's relations follow, and the whole way from there to ours."""

from collections.abc import Iterable

from dateline.language.adapting.clauses import turn_clauses
from dateline.language.adapting.conventions import join_fixed, rename, settle
from dateline.language.adapting.coordination import turn_coordination
from dateline.language.adapting.copulas import turn_copulas
from dateline.language.adapting.people import turn_people
from dateline.language.adapting.prepositions import turn_prepositions
from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree


def is_clear(labels: Iterable[str]) -> bool:
    """Whether labels (all that a parser knows, or those of a text) are CLEAR's rather than Universal Dependencies'."""
    schemes = tables().schemes
    found = set(labels)
    return len(found & schemes.clear) > len(found & schemes.ud)


def convert(tree: Tree, *, clear: bool) -> None:
    """Rebuilds a tree in place to the relations and the structure that the rules expect."""
    if clear:
        turn_clauses(tree)
        turn_prepositions(tree)
        turn_copulas(tree)
        turn_coordination(tree)
    rename(tree, tables().clear if clear else tables().ud)
    join_fixed(tree)
    settle(tree)
    turn_people(tree)
