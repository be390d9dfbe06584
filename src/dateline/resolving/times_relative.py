"""Meanings that count from another time: "two days ago", "last week", "the past 24 hours", "that night"."""

from collections.abc import Sequence
from datetime import date

from dateline.records.time import TimePrecision
from dateline.resolving import times_values as cal
from dateline.resolving.times_atoms import Atom
from dateline.resolving.times_lexicon import time_words
from dateline.resolving.times_values import TimeValue

_PRECISION: dict[str, TimePrecision] = {
    "D": "day",
    "N": "day",
    "WE": "days",
    "W": "week",
    "F": "week",
    "M": "month",
    "Q": "season",
    "Y": "year",
    "E": "decade",
    "C": "decade",
}
_DAYS = {"TS": 0, "TM": 0, "TH": 0, "D": 1, "N": 1, "WE": 7, "W": 7, "F": 14}
_MONTHS = {"M": 1, "Q": 3, "Y": 12, "E": 120, "C": 1200}


def number_of(atoms: Sequence[Atom]) -> float | None:
    """The number that stands before a unit; 1 for "a", 0.5 for "half a", None for "several" and the like."""
    words = time_words()
    kinds = "".join(atom.kind for atom in atoms)
    total: float | None = 1.0 if kinds.startswith("a") and "&ah" in kinds else None
    for atom in atoms:
        if atom.kind in "diy" and total is None:
            total = float(atom.low.replace(",", "").rstrip("sthndr"))
        elif atom.kind == "n":
            value = words.numbers[atom.low]
            total = value if total is None else total * value if value == 100 else total + value
        elif atom.kind == "f":
            return 2.0 if atom.low == "couple" else None
        elif atom.kind == "h":
            total = (total or 0) + 0.5
        elif atom.kind == "a" and total is None and not any(a.kind in "hf" for a in atoms):
            total = 1.0
        elif atom.kind in "l":
            break
    return total


def has_number(atoms: Sequence[Atom]) -> bool:
    """True if the atoms say how many units, in figures or words."""
    return any(atom.kind in "diynafh" for atom in atoms)


def unit_of(atoms: Sequence[Atom]) -> str:
    """The TIMEX letter of the last unit among the atoms."""
    units = time_words().units
    return next(units[a.low] for a in reversed(atoms) if a.kind in "uU")


def moved(day: date, unit: str, number: float) -> date:
    """The day so many units on (negative: back)."""
    if unit in _MONTHS:
        return cal.add_months(day, round(_MONTHS[unit] * number))
    return cal.add_days(day, round(_DAYS[unit] * number))


def period_of(day: date, unit: str) -> TimeValue:
    """The calendar period of that unit in which the day lies."""
    if unit in ("W", "F"):
        return cal.week_value(day)
    if unit == "WE":
        return cal.weekend_value(day)
    if unit == "M":
        return cal.month_value(day.year, day.month)
    if unit == "Q":
        return cal.quarter_value(day.year, (day.month + 2) // 3)
    if unit == "Y":
        return cal.year_value(day.year)
    if unit == "E":
        return cal.decade_value(day.year)
    if unit == "C":
        return cal.century_value(day.year // 100 + 1)
    return cal.day_value(day)


def rolling(atoms: Sequence[Atom]) -> TimeValue:
    """A plain length of time: `P2W`, `PT24H`, `PXD` where the number is not told."""
    unit = unit_of(atoms)
    number = number_of(atoms) if has_number(atoms) else None
    count = "X" if number is None else f"{number:g}"
    if unit in ("F", "E", "C"):
        factor, unit = {"F": (2, "W"), "E": (10, "Y"), "C": (100, "Y")}[unit]
        count = "X" if number is None else f"{number * factor:g}"
    if unit in ("N", "WE"):
        unit = "D" if unit == "N" else "W"
    return TimeValue("DURATION", f"PT{count}{unit[1]}" if unit[0] == "T" else f"P{count}{unit}")


def relative_unit(
    atoms: Sequence[Atom], *, published: date | None, reference: TimeValue | None, future: bool, after: str
) -> TimeValue | None:
    """A period named by its place before, at or after publication or the time last spoken of."""
    kinds = "".join(atom.kind for atom in atoms)
    unit = unit_of(atoms)
    if "A" in kinds:
        return _from(published, unit, atoms, -1)
    told = cal.parse_day(reference.from_) if reference else None
    back = {"k": -1, "K": 1, "B": -1, "Q": 1}.get(kinds[-1])
    if back is not None:
        return _from(told or published, unit, atoms, back)
    if "V" in kinds or (kinds.endswith("U") and not has_number(atoms)):
        if "X" in kinds:
            return TimeValue("DATE", "FUTURE_REF", published.isoformat() if published else None, None, "unknown")
        end = cal.add_days(published, 1).isoformat() if published else None
        return TimeValue("DATE", "PAST_REF", None, end, "unknown") if set(kinds) & set("LV") else None
    if kinds.endswith("u1") or "og" in kinds or kinds in ("g1ou", "g2ou"):
        return (
            _cut(atoms, period_of(published, unit), published) if published and unit in ("W", "M", "Y", "Q") else None
        )
    if kinds[:2] in ("kN", "KN"):
        base = published if unit != "D" or "H" not in kinds else told or published
        return _cut(atoms, period_of(base, unit), published) if base and unit in ("D", "W", "M", "Y") else None
    if kinds == "gu":
        return _weekend(published, future) if unit == "WE" else None
    if unit == "WE" and kinds == "Tu" and published is not None:
        return _weekend(published, future or published.weekday() > 2)
    if kinds[0] == "H" and has_number(atoms):
        return None
    told_first = (
        "H" in kinds or kinds.startswith("gX") or any(a.low in ("previous", "preceding", "following") for a in atoms)
    )
    base = (told or published) if told_first and not has_number(atoms) else published
    if base is None:
        return rolling(atoms) if has_number(atoms) else TimeValue("DATE", "PAST_REF" if "L" in kinds else "PRESENT_REF")
    if has_number(atoms) and not ("H" in kinds or ("T" in kinds and "L" not in kinds)):
        return _window(base, unit, number_of(atoms), ahead="X" in kinds, value=rolling(atoms).value)
    past = "L" in kinds and (any(a.low == "past" for a in atoms) or kinds.startswith("gL"))
    if past and not told_first and unit not in ("D", "WE", "N"):
        return _window(base, unit, 1, ahead=False, value=rolling(atoms).value.replace("X", "1"))
    if unit[0] == "T":
        return None
    shift = -1 if "L" in kinds else 1 if "X" in kinds else 0
    value = period_of(moved(base, unit, shift), unit)
    return _cut(atoms, value, published)


def _weekend(published: date | None, ahead: bool) -> TimeValue | None:
    """The weekend of now, the last one or, where the text looks ahead, the coming one."""
    if published is None:
        return None
    back = 7 if published.weekday() < 5 and not ahead else 0
    return cal.weekend_value(cal.add_days(published, -back))


def _from(base: date | None, unit: str, atoms: Sequence[Atom], sign: int) -> TimeValue | None:
    """So many units before or after a day, as precise as the unit."""
    number = number_of(atoms) if has_number(atoms) else (1.0 if "U" not in {a.kind for a in atoms} else None)
    if base is None or number is None:
        end = base.isoformat() if base else None
        return TimeValue("DATE", "PAST_REF", None, end) if sign < 0 else TimeValue("DATE", "FUTURE_REF", end)
    if unit[0] == "T":
        if sign > 0 or not any(a.kind == "A" for a in atoms):
            return None
        hours = number if unit == "TH" else 0
        day = cal.add_days(base, sign * int(hours // 24))
        return cal.day_value(day)
    if number != int(number):
        unit, number = ("M", number * 12) if unit == "Y" else ("D", number * 7) if unit == "W" else (unit, number)
    day = moved(base, unit, sign * number)
    return period_of(day, "Y" if unit in ("E", "C") else unit) if day.year > 1 else None


def _window(base: date, unit: str, number: float | None, *, ahead: bool, value: str) -> TimeValue:
    """The last or next so many units, counted from publication and closed by it."""
    if number is None:
        edge = base.isoformat() if ahead else cal.add_days(base, 1).isoformat()
        return TimeValue("DURATION", value, edge if ahead else None, None if ahead else edge, "unknown")
    if unit[0] == "T":
        days = max(1, round(number / 24)) if unit == "TH" else 0
    else:
        days = 0
    other = (
        cal.add_days(base, days if ahead else -days)
        if unit[0] == "T"
        else moved(base, unit, number if ahead else -number)
    )
    first, last = (base, other) if ahead else (other, base)
    precision: TimePrecision = "days" if unit[0] in "TDNWF" else _PRECISION[unit]
    return TimeValue("DURATION", value, first.isoformat(), cal.add_days(last, 1).isoformat(), precision)


def _cut(atoms: Sequence[Atom], value: TimeValue, published: date | None) -> TimeValue:
    """ "Earlier this year" ends at publication, "later this week" begins there, "early last month" is a third."""
    which = next((a.kind for a in atoms if a.kind in "kKeEm12"), None)
    start, end = cal.parse_day(value.from_), cal.parse_day(value.to)
    if which is None or start is None or end is None:
        return value
    days = (end - start).days
    first, last = start, end
    if which == "k" and published is not None and start < published < end:
        last = cal.add_days(published, 1)
    elif which == "K" and published is not None and start <= published < end:
        first = published
    elif which in "e2":
        last = cal.add_days(start, max(1, round(days / 3)))
    elif which in "E1":
        first = cal.add_days(start, round(days * 2 / 3))
    elif which == "m":
        first, last = cal.add_days(start, round(days / 3)), cal.add_days(start, round(days * 2 / 3))
    return TimeValue(value.type, value.value, first.isoformat(), last.isoformat(), value.precision)


def part_of_day(
    atoms: Sequence[Atom], *, published: date | None, day: date | None, reference: TimeValue | None, lone: bool
) -> TimeValue | None:
    """A part of the day by its neighbor day: the one that the sentence names, else the one last spoken of."""
    words = time_words()
    name = next(a for a in atoms if a.kind == "p")
    kinds = "".join(a.kind for a in atoms)
    shift = -1 if "L" in kinds or kinds.endswith("B") else 1 if "X" in kinds else 0
    if len(atoms) == 1 and lone and name.low not in ("overnight", "midnight", "noon"):
        return None
    told = (
        cal.parse_day(reference.from_) if reference and reference.precision in ("day", "part_of_day", "time") else None
    )
    if "T" in kinds or ("L" in kinds and not kinds.startswith("g")):
        base = published
    elif "H" in kinds or "X" in kinds or "B" in kinds or kinds.startswith("gL"):
        base = told or published
    else:
        base = day or told or published
        if day is None and told is None and name.low in ("morning", "afternoon", "evening", "night", "nighttime"):
            return None
    code, first, last = words.parts[name.low]
    if base is None:
        return TimeValue("TIME", f"XXXX-XX-XXT{code}", None, None, "part_of_day")
    if name.low == "night" and shift == 0 and "e" in kinds:
        last = 24
    return cal.part_value(cal.add_days(base, shift), code, first, last)
