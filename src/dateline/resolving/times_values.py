"""Calendar arithmetic: periods of every granularity with their TIMEX value, half-open interval and precision."""

from calendar import monthrange
from datetime import date, timedelta

from msgspec import Struct

from dateline.records.time import TimePrecision, TimexType


class TimeValue(Struct, frozen=True):
    """What a time expression means: TIMEX3 type and value, half-open ISO bounds (null where open), precision."""

    type: TimexType
    value: str
    from_: str | None = None
    to: str | None = None
    precision: TimePrecision = "unknown"


def day_value(day: date) -> TimeValue:
    """The day."""
    return TimeValue("DATE", day.isoformat(), day.isoformat(), add_days(day, 1).isoformat(), "day")


def month_value(year: int, month: int) -> TimeValue:
    """The month."""
    first = date(year, month, 1)
    return TimeValue("DATE", f"{year:04d}-{month:02d}", first.isoformat(), add_months(first, 1).isoformat(), "month")


def year_value(year: int) -> TimeValue:
    """The year."""
    return TimeValue("DATE", f"{year:04d}", f"{year:04d}-01-01", f"{year + 1:04d}-01-01", "year")


def decade_value(year: int) -> TimeValue:
    """The ten years that the year lies in."""
    first = year - year % 10
    return TimeValue("DATE", f"{first // 10:03d}X", f"{first:04d}-01-01", f"{first + 10:04d}-01-01", "decade")


def era_value(number: int, *, before_christ: bool) -> TimeValue:
    """A year with its era; ISO dates end at the year 1, so years before Christ have no bounds."""
    if before_christ or not 1 <= number < 9999:
        return TimeValue("DATE", f"BC{number:04d}", None, None, "year")
    return year_value(number)


def century_value(number: int) -> TimeValue:
    """The 19th century is 1800 to 1900, as news and TIMEX write it, not 1801 to 1901."""
    first = (number - 1) * 100
    return TimeValue("DATE", f"{number - 1:02d}", f"{max(first, 1):04d}-01-01", f"{first + 100:04d}-01-01", "decade")


def week_value(day: date) -> TimeValue:
    """The week from Monday to Sunday in which the day lies."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    return TimeValue("DATE", f"{year:04d}-W{week:02d}", monday.isoformat(), add_days(monday, 7).isoformat(), "week")


def weekend_value(day: date) -> TimeValue:
    """Saturday and Sunday of the week in which the day lies."""
    monday = day - timedelta(days=day.weekday())
    year, week, _ = monday.isocalendar()
    saturday = add_days(monday, 5)
    bounds = saturday.isoformat(), add_days(monday, 7).isoformat()
    return TimeValue("DATE", f"{year:04d}-W{week:02d}-WE", *bounds, "days")


def quarter_value(year: int, quarter: int) -> TimeValue:
    """The three months, counted from 1."""
    first = date(year, 3 * quarter - 2, 1)
    return TimeValue("DATE", f"{year:04d}-Q{quarter}", first.isoformat(), add_months(first, 3).isoformat(), "season")


def half_value(year: int, half: int) -> TimeValue:
    """The half of the year, counted from 1."""
    first = date(year, 6 * half - 5, 1)
    return TimeValue("DATE", f"{year:04d}-H{half}", first.isoformat(), add_months(first, 6).isoformat(), "season")


def season_value(year: int, code: str, first_month: int) -> TimeValue:
    """Three whole months; the winter of a year begins in its December."""
    first = date(year, first_month, 1)
    return TimeValue("DATE", f"{year:04d}-{code}", first.isoformat(), add_months(first, 3).isoformat(), "season")


def part_value(day: date, code: str, first: int, last: int) -> TimeValue:
    """A part of a day, `code` being its TIMEX letters or a clock time (noon)."""
    value = f"{day.isoformat()}T{code}" if code != "24:00" else f"{day.isoformat()}T00:00"
    return TimeValue("TIME", value, at_hour(day, first), at_hour(day, last), "part_of_day")


def clock_value(day: date | None, hour: int, minute: int) -> TimeValue:
    """A clock time; without a day only the TIMEX value is known."""
    if day is None:
        return TimeValue("TIME", f"T{hour:02d}:{minute:02d}", None, None, "time")
    following = add_days(day, 1).isoformat() + "T00:00" if (hour, minute) == (23, 59) else None
    end = following or f"{day.isoformat()}T{hour + (minute == 59):02d}:{(minute + 1) % 60:02d}"
    start = f"{day.isoformat()}T{hour:02d}:{minute:02d}"
    return TimeValue("TIME", start, start, end, "time")


def span_value(first: date, last: date, precision: TimePrecision = "days") -> TimeValue:
    """The days from `first` up to and without `last`."""
    return TimeValue(
        "DATE", f"{first.isoformat()}/{add_days(last, -1).isoformat()}", first.isoformat(), last.isoformat(), precision
    )


def at_hour(day: date, hour: int) -> str:
    """`2021-02-25T18:00`; hours from 24 on lie in the next day."""
    day = add_days(day, hour // 24)
    return f"{day.isoformat()}T{hour % 24:02d}:00"


def add_days(day: date, days: int) -> date:
    """The day so many days on, held inside the calendar's years 1 to 9999."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def add_months(day: date, months: int) -> date:
    """The same day of another month, or that month's last day."""
    month = day.month - 1 + months
    year = min(max(day.year + month // 12, 1), 9999)
    month = month % 12 + 1
    return date(year, month, min(day.day, monthrange(year, month)[1]))


def parse_day(text: str | None) -> date | None:
    """The day of an ISO date or date-time; None for none or for what is no date."""
    if not text:
        return None
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return None
