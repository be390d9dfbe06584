import pytest

from dateline.resolving.times_atoms import atoms_of
from dateline.resolving.times_rules import MEANINGS, PATTERN, RULES


@pytest.mark.parametrize(
    ("words", "rule"),
    [
        ("Tuesday, September 1, 2015", "date"),
        ("May 3-5", "days"),
        ("January-June 2016", "months"),
        ("the end of May", "month"),
        ("late 2014", "year"),
        ("347 AD", "era"),
        ("the day after tomorrow", "deictic"),
        ("Saturday mornings", "set"),
        ("the past two decades", "period"),
        ("three or four days", "duration"),
        ("two months later", "relative"),
    ],
)
def test_the_first_rule_that_fits_takes_the_whole(words, rule):
    kinds = "".join(atom.kind for atom in atoms_of(words, 0, len(words)))
    match = PATTERN.search(kinds)
    assert match is not None
    assert (match.lastgroup, match.end()) == (rule, len(kinds))


def test_every_rule_has_a_meaning():
    assert set(MEANINGS) == {name for name, _, _ in RULES}
