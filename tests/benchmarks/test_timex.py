import pytest
from sets.timex import coded_days, first_day, gold_days, last_day

from dateline.records import Time


@pytest.mark.parametrize(
    ("value", "first", "last"),
    [
        ("2016", "2016-01-01", "2016-12-31"),
        ("2016-02", "2016-02-01", "2016-02-29"),
        ("2015-02", "2015-02-01", "2015-02-28"),
        ("2016-10-05", "2016-10-05", "2016-10-05"),
        ("2016-10-05T14:30:00", "2016-10-05", "2016-10-05"),
        ("20:00:00", None, None),
        ("--05", None, None),
        ("-0300", None, None),
        (None, None, None),
    ],
)
def test_first_and_last_day(value: str | None, first: str | None, last: str | None) -> None:
    assert (first_day(value), last_day(value)) == (first, last)


@pytest.mark.parametrize(
    ("gold", "days"),
    [
        ({"when": "2016-10"}, ("2016-10-01", "2016-10-31")),
        ({"from": "1970-01-01", "to": "1979-12-31"}, ("1970-01-01", "1979-12-31")),
        ({"notBefore": "2015"}, ("2015-01-01", None)),
        ({"notAfter": "2016-03-02"}, (None, "2016-03-02")),
        ({"when": "--05"}, None),
    ],
)
def test_gold_days(gold: dict[str, str], days: tuple[str | None, str | None] | None) -> None:
    assert gold_days(gold) == days


@pytest.mark.parametrize(
    ("start", "end", "days"),
    [
        ("2016-10-05", "2016-10-06", ("2016-10-05", "2016-10-05")),
        ("2016-01-01", "2017-01-01", ("2016-01-01", "2016-12-31")),
        ("2016-10-05T18:00", "2016-10-06T00:00", ("2016-10-05", "2016-10-05")),
        ("2016-10-05", None, ("2016-10-05", None)),
        (None, "2016-10-06", (None, "2016-10-05")),
    ],
)
def test_coded_days_end_before_the_open_end(
    start: str | None, end: str | None, days: tuple[str | None, str | None]
) -> None:
    assert coded_days(Time(id="t1", span=(0, 1), type="DATE", value="", from_=start, to=end)) == days
