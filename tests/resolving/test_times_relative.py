from datetime import date

import pytest

from dateline.resolving.times_atoms import atoms_of
from dateline.resolving.times_relative import number_of, part_of_day, relative_unit, rolling
from dateline.resolving.times_values import day_value

PUBLISHED = date(2021, 2, 25)
TOLD = day_value(date(2018, 5, 5))


def atoms(words):
    return atoms_of(words, 0, len(words))


@pytest.mark.parametrize(
    ("words", "value", "start"),
    [
        ("last month", "2021-01", "2021-01-01"),
        ("the previous month", "2018-04", "2018-04-01"),
        ("next year", "2022", "2022-01-01"),
        ("two weeks earlier", "2018-W16", "2018-04-16"),
        ("the day before", "2018-05-04", "2018-05-04"),
        ("the following day", "2018-05-06", "2018-05-06"),
        ("that year", "2018", "2018-01-01"),
        ("the coming weeks", "FUTURE_REF", "2021-02-25"),
        ("the next two days", "P2D", "2021-02-25"),
        ("a year and a half ago", "2019-08", "2019-08-01"),
        ("half an hour", None, None),
    ],
)
def test_units(words, value, start):
    if value is None:
        assert rolling(atoms(words)).value == "PT0.5H"
        return
    found = relative_unit(atoms(words), published=PUBLISHED, reference=TOLD, future=False, after="")
    assert found is not None
    assert (found.value, found.from_) == (value, start)


@pytest.mark.parametrize(
    ("words", "number"),
    [("twenty-four hours", 24.0), ("a week", 1.0), ("a few days", None), ("a couple of days", 2.0), ("several", None)],
)
def test_numbers(words, number):
    assert number_of(atoms(words)) == number


@pytest.mark.parametrize(
    ("words", "day", "value"),
    [
        ("this morning", None, "2021-02-25TMO"),
        ("that night", None, "2018-05-05TNI"),
        ("the night before", None, "2018-05-04TNI"),
        ("dawn", date(2021, 2, 20), "2021-02-20TMO"),
    ],
)
def test_parts_of_the_day(words, day, value):
    found = part_of_day(atoms(words), published=PUBLISHED, day=day, reference=TOLD, lone=False)
    assert found is not None
    assert found.value == value
