from datetime import date

import pytest

from dateline.resolving import times_values as cal

DAY = date(2021, 2, 25)


@pytest.mark.parametrize(
    ("value", "timex", "start", "end"),
    [
        (cal.day_value(date(2020, 2, 28)), "2020-02-28", "2020-02-28", "2020-02-29"),
        (cal.month_value(2020, 12), "2020-12", "2020-12-01", "2021-01-01"),
        (cal.week_value(date(2021, 1, 1)), "2020-W53", "2020-12-28", "2021-01-04"),
        (cal.weekend_value(DAY), "2021-W08-WE", "2021-02-27", "2021-03-01"),
        (cal.season_value(2020, "WI", 12), "2020-WI", "2020-12-01", "2021-03-01"),
        (cal.half_value(2020, 2), "2020-H2", "2020-07-01", "2021-01-01"),
        (cal.century_value(19), "18", "1800-01-01", "1900-01-01"),
        (cal.part_value(DAY, "NI", 18, 30), "2021-02-25TNI", "2021-02-25T18:00", "2021-02-26T06:00"),
        (cal.part_value(DAY, "24:00", 0, 1), "2021-02-25T00:00", "2021-02-25T00:00", "2021-02-25T01:00"),
        (cal.clock_value(DAY, 23, 59), "2021-02-25T23:59", "2021-02-25T23:59", "2021-02-26T00:00"),
        (cal.clock_value(None, 7, 0), "T07:00", None, None),
        (cal.era_value(508, before_christ=True), "BC0508", None, None),
    ],
)
def test_values(value, timex, start, end):
    assert (value.value, value.from_, value.to) == (timex, start, end)


def test_months_keep_to_the_end_of_the_month():
    assert cal.add_months(date(2021, 1, 31), 1) == date(2021, 2, 28)
    assert cal.add_months(date(2021, 1, 31), -2) == date(2020, 11, 30)


def test_days_stay_in_the_calendar():
    assert cal.add_days(date.min, -5) == date.min
    assert cal.add_days(date.max, 5) == date.max


@pytest.mark.parametrize(("text", "day"), [("2021-02-25T18:00", DAY), ("2021", None), (None, None), ("soon", None)])
def test_parse_day(text, day):
    assert cal.parse_day(text) == day
