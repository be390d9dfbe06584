from datetime import date

import pytest

from dateline.resolving.times_absolute import Anchor, month_of, read_date, read_month, read_slashed, read_year
from dateline.resolving.times_atoms import atoms_of

PUBLISHED = date(2021, 2, 25)


def read(meaning, words, **more):
    value = meaning(atoms_of(words, 0, len(words)), Anchor(published=PUBLISHED, **more))
    return value.value if value is not None else None


@pytest.mark.parametrize(
    ("words", "more", "value"),
    [
        ("Feb. 26", {"future": True}, "2021-02-26"),
        ("Feb. 20", {"future": True}, "2022-02-20"),
        ("March 3", {}, "2021-03-03"),  # most of a year ago, or next week: next week
        ("May 3", {}, "2020-05-03"),
        ("May 3", {"carried": 2015}, "2015-05-03"),
        ("30 February 2020", {}, None),
    ],
)
def test_the_year_that_is_not_told(words, more, value):
    assert read(read_date, words, **more) == value


def test_a_month_alone_needs_a_reason():
    assert read(read_month, "April", next_capital=True) is None
    assert read(read_month, "April", before="x") is None
    assert read(read_month, "June", before="xN") == "2020-06"
    assert read(read_month, "October", before="x") == "2020-10"


def test_numbers_with_slashes_are_american_unless_they_cannot_be():
    assert read(read_slashed, "3/4/2020") == "2020-03-04"
    assert read(read_slashed, "25/4/2020") == "2020-04-25"
    assert read(read_slashed, "25/14/2020") is None


def test_a_year_before_a_plural_counts():
    assert read(read_year, "2000", after="U") is None
    assert read(read_year, "2000", before="N") == "2000"


def test_months_by_abbreviation():
    assert [month_of(a) for a in atoms_of("Sept. Sep. June", 0, 15)] == [9, 9, 6]
