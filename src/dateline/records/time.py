"""Time expressions."""

from typing import Literal

from msgspec import Struct, field

from dateline.records.span import Span

TimexType = Literal["DATE", "TIME", "DURATION", "SET"]
TimePrecision = Literal["time", "part_of_day", "day", "days", "week", "month", "season", "year", "decade", "unknown"]


class Time(Struct, frozen=True):
    """A TIMEX3 expression and the half-open interval (ISO 8601) that it resolves to; bounds are null where open."""

    id: str
    span: Span
    type: TimexType
    value: str
    from_: str | None = field(default=None, name="from")
    to: str | None = None
    precision: TimePrecision = "unknown"
