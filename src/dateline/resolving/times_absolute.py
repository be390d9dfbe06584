"""Meanings of expressions that name a date, a month, a year or more: what is missing is filled in from the anchor."""

import re
from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from dateline.resolving import times_values as cal
from dateline.resolving.times_atoms import Atom, feast_of
from dateline.resolving.times_lexicon import time_words
from dateline.resolving.times_values import TimeValue


class Anchor(Struct, frozen=True):
    """What an expression is read against.

    `day` is the day that the same sentence names (for parts of the day), `reference` the last day, month or year that
    the text named (for "that year", "two days later"), `carried` the year of a full date shortly before.
    """

    published: date | None
    day: date | None = None
    reference: TimeValue | None = None
    carried: int | None = None
    future: bool = False
    before: str = ""
    after: str = ""
    next_capital: bool = False


def first_of(atoms: Sequence[Atom], kinds: str) -> Atom | None:
    """The first atom of one of these kinds, or None."""
    return next((atom for atom in atoms if atom.kind in kinds), None)


def read_iso(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "2021-02-25", with a clock time or without."""
    text = atoms[0].text
    day = cal.parse_day(text)
    if day is None:
        return None
    return cal.clock_value(day, int(text[11:13]), int(text[14:16])) if len(text) > 10 else cal.day_value(day)


def read_slashed(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """Month first, as American text has it, unless that is no date."""
    one, two, year = (int(part) for part in re.split(r"[/.]", atoms[0].text))
    year += (1900 if year > 50 else 2000) if year < 100 else 0
    day = _day(year, one, two) or _day(year, two, one)
    return cal.day_value(day) if day else None


def read_date(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "February 25, 2021", "25 to 27 February": one day, or the days from the first to the last."""
    month_atom, day_atoms, year_atom = first_of(atoms, "M"), [a for a in atoms if a.kind == "d"], first_of(atoms, "y")
    if month_atom is None or not day_atoms:
        return None
    clock = first_of(atoms, "cz")
    if clock is not None and clock.kind == "z":
        day_atoms = day_atoms[1:]
    month = month_of(month_atom)
    numbers = [_integer(a) for a in day_atoms]
    if year_atom is not None:
        year: int | None = int(year_atom.text)
    else:
        year = _year_of(month, numbers[0], anchor)
    if year is None:
        return TimeValue("DATE", f"XXXX-{month:02d}-{numbers[0]:02d}")
    day = _day(year, month, numbers[0])
    if day is None:
        return None
    if len(numbers) > 1:
        last = _day(year, month, numbers[1])
        return cal.span_value(day, cal.add_days(last, 1)) if last and last > day else cal.day_value(day)
    if first_of(atoms, "u") is not None:
        return cal.week_value(day)
    return at_clock(atoms, day) or narrow(atoms, cal.day_value(day))


def read_day_of_month(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "On the 12th": in the month of publication, or the one before when that is not yet there."""
    number, shift = _integer(atoms[1]), shift_of(atoms)
    ordinal = atoms[1].low.endswith(("st", "nd", "rd", "th"))
    if anchor.published is None or not ordinal or anchor.after[:1] in tuple("xuJwSd-"):
        return None
    base = cal.add_months(anchor.published.replace(day=1), shift or 0)
    day = _day(base.year, base.month, number)
    if day is not None and day > anchor.published and shift is None and not anchor.future:
        base = cal.add_months(base, -1)
        day = _day(base.year, base.month, number)
    return cal.day_value(day) if day else None


def read_month(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "February", "March 2021", "April to June"; None for a word that is no month here ("may")."""
    months = [a for a in atoms if a.kind == "M"]
    year_atom, month = first_of(atoms, "y"), month_of(months[0])
    if year_atom is not None:
        year: int | None = int(year_atom.text)
    else:
        shift = shift_of(atoms)
        if first_of(atoms, "H") is not None and first_of(atoms, "u") is not None:
            told = cal.parse_day(anchor.reference.from_) if anchor.reference else anchor.published
            year = told.year if told else None
        elif shift is not None and first_of(atoms, "u") is not None:
            year = anchor.published.year + shift if anchor.published else None
        elif shift is not None and anchor.published is not None:
            pub = anchor.published
            ahead = (month - pub.month) % 12
            year = (pub.year * 12 + pub.month - 1 + (ahead if shift >= 0 else (ahead or 12) - 12)) // 12
        elif len(atoms) == 1 and not _is_month(atoms[0], anchor):
            return None
        else:
            year = _year_of(month, None, anchor)
    if year is None:
        return TimeValue("DATE", f"XXXX-{month:02d}")
    first = cal.month_value(year, month)
    if len(months) > 1:
        last = cal.month_value(year, month_of(months[-1]))
        return TimeValue("DATE", f"{first.value}/{last.value}", first.from_, last.to, "season")
    return narrow(atoms, first)


def read_year(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "2014", "2014-15", "2014 to 2016"."""
    years = [a for a in atoms if a.kind in "ydi"]
    first = int(years[0].text)
    if len(years) > 1:
        last = int(years[1].text) + first - first % 100
        if last <= first:
            return None
        return TimeValue("DATE", f"{first}/{last}", f"{first:04d}-01-01", f"{last + 1:04d}-01-01", "year")
    if (
        len(atoms) == 1
        and (anchor.after[:1] in ("U", "%", "Z", "u") or anchor.after == "-x")
        and anchor.before[-1:] not in ("N", "r", "{")
    ):
        return None
    return narrow(atoms, cal.year_value(first))


def read_feast(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """Christmas and other days of a fixed date, of the year named or the one that fits."""
    day, year_atom = feast_of(next(a for a in atoms if a.kind == "Y").text), first_of(atoms, "y")
    if day is None:
        return None
    shift = shift_of(atoms)
    if year_atom is not None:
        year: int | None = int(year_atom.text)
    elif shift is not None and anchor.published is not None and first_of(atoms, "u") is not None:
        year = anchor.published.year + shift
    else:
        year = _year_of(*day, anchor)
    found = _day(year, *day) if year is not None else None
    return cal.day_value(found) if found else TimeValue("DATE", f"XXXX-{day[0]:02d}-{day[1]:02d}")


def read_era(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "300 BC", "AD 70"."""
    number, era = first_of(atoms, "iyd"), first_of(atoms, "!")
    if number is None or era is None or not number.text.isdecimal():
        return None
    return cal.era_value(int(number.text), before_christ=era.low[0] == "b")


def read_decade(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "the 1990s", "the '90s"."""
    digits = "".join(ch for ch in atoms[-1].low if ch.isdecimal())
    year = int(digits) + (1900 if len(digits) == 2 else 0)
    if year < 1000:
        return None
    if year % 100 == 0 and year < 2000 and len(digits) == 4:
        return narrow(atoms, cal.century_value(year // 100 + 1))
    return narrow(atoms, cal.decade_value(year))


def read_century(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "the 19th century"; None for a century that is a length."""
    number, unit = first_of(atoms, "dJ"), atoms[-1]
    if number is None or time_words().units.get(unit.low) != "C":
        return None
    count = _integer(number)
    return narrow(atoms, cal.century_value(count)) if 1 <= count <= 21 else None


def read_quarter(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "the third quarter", "the first half of 2021"."""
    number, year_atom = first_of(atoms, "JdL"), first_of(atoms, "y")
    halves = first_of(atoms, "h") is not None
    unit = first_of(atoms, "u")
    if not halves and (unit is None or unit.low != "quarter"):
        return None
    last = number is not None and number.kind == "L"
    rank = (2 if halves else 4) if last else _integer(number) if number is not None else 0
    shift = 0 if last else shift_of(atoms) or 0
    year = int(year_atom.text) if year_atom else anchor.published.year + shift if anchor.published else None
    if year is None or not 1 <= rank <= (2 if halves else 4):
        return None
    return cal.half_value(year, rank) if halves else cal.quarter_value(year, rank)


def read_season(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "summer 2014", "last winter"; None where it is part of a name."""
    season, year_atom = first_of(atoms, "S"), first_of(atoms, "y")
    assert season is not None
    if atoms[-1] is season and season.text[0].isupper() and anchor.after[:1] == "x" and anchor.next_capital:
        return None
    if season.low == "fall" and year_atom is None and not any(a.kind in "LTX" for a in atoms):
        return None
    code, first_month = time_words().seasons[season.low]
    shift = shift_of(atoms)
    if year_atom is not None:
        year = int(year_atom.text)
    elif shift is None and len(atoms) == 1 and anchor.before[-1:] not in ("N", "r"):
        return None
    elif anchor.published is None:
        return TimeValue("DATE", f"XXXX-{code}")
    else:
        pub = anchor.published
        year = pub.year - (pub.month < first_month)
        if (shift is not None and shift > 0) or (anchor.future and shift is None):
            year += 1
        elif shift == 0:
            year = pub.year
        elif pub < cal.add_months(date(year, first_month, 1), 3) and shift is not None:
            year -= 1
    return narrow(atoms, cal.season_value(year, code, first_month))


def month_of(atom: Atom) -> int:
    """The number of the month that the atom names."""
    return time_words().months[atom.low.rstrip(".")]


def _integer(atom: Atom) -> int:
    if atom.kind in "Jn":
        words = time_words()
        return words.ordinals.get(atom.low) or words.numbers.get(atom.low, 0)
    return int("".join(ch for ch in atom.low if ch.isdecimal()) or 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def shift_of(atoms: Sequence[Atom]) -> int | None:
    """-1 for last, 0 for this, 1 for next (also "this coming"); None when the expression has no such word."""
    kinds = {atom.kind for atom in atoms}
    return 1 if "X" in kinds else -1 if "L" in kinds else 0 if "T" in kinds else None


def _year_of(month: int, day: int | None, anchor: Anchor) -> int | None:
    """The year of a date without one: in the past as seen from publication, unless the clause looks ahead.

    A date that would be most of a year ago but lies just ahead is taken as ahead: an announcement seldom says so.
    """
    if anchor.carried is not None:
        return anchor.carried
    if anchor.published is None:
        return None
    pub = anchor.published
    this_year = _day(pub.year, month, day or 1)
    if this_year is None:
        return pub.year - 1
    begun = this_year <= pub
    if anchor.future:
        return pub.year + (this_year < pub if day else month < pub.month)
    if begun:
        near = _day(pub.year + 1, month, day or 1)
        return pub.year + 1 if near is not None and (near - pub).days <= 20 else pub.year
    return pub.year if (this_year - pub).days <= 45 else pub.year - 1


def _is_month(atom: Atom, anchor: Anchor) -> bool:
    """Whether a month's name that stands alone is the month, not a verb (May) or a given name (April, June)."""
    if not anchor.before and anchor.next_capital:
        return False
    if anchor.before[-1:] in tuple("NrFqbBQOoLTX12&-{~") or not anchor.before:
        return not (atom.low in ("may", "march", "mar") and not anchor.before)
    return atom.low not in ("may", "march", "april", "june", "august", "jan", "mar", "dec")


def at_clock(atoms: Sequence[Atom], day: date | None) -> TimeValue | None:
    """ "at 3:20 p.m." on that day; None for a clock that does not exist."""
    number = first_of(atoms, "c")
    half = first_of(atoms, "z")
    if number is None:
        if half is not None:
            number = first_of(atoms, "d")
        elif atoms[0].kind in "yi" and atoms[-1].kind == "Z":
            number = atoms[0]
    if number is None:
        return None
    if not re.fullmatch(r"\d{1,2}(?:[:.]?\d{2}){0,2}", number.low):  # "at 800,000"
        return None
    digits = re.split(r"[:.]", number.low)
    if len(digits) == 1 and len(number.low) == 4:
        digits = [number.low[:2], number.low[2:]]
    hour, minute = int(digits[0]), int(digits[1]) if len(digits) > 1 else 0
    if half is not None:
        if half.low[0] == "p" and hour < 12:
            hour += 12
        elif half.low[0] == "a" and hour == 12:
            hour = 0
    return cal.clock_value(day, hour, minute) if hour < 24 and minute < 60 else None


_THIRDS = {"e": (0.0, 1 / 3), "2": (0.0, 1 / 3), "m": (1 / 3, 2 / 3), "E": (2 / 3, 1.0), "1": (2 / 3, 1.0)}


def narrow(atoms: Sequence[Atom], value: TimeValue) -> TimeValue:
    """The first, middle or last third of a period that "early", "mid" or "late" stands before."""
    which = next((a.kind for a in atoms if a.kind in _THIRDS), None)
    start, end = cal.parse_day(value.from_), cal.parse_day(value.to)
    if which is None or start is None or end is None or value.type == "TIME":
        return value
    low, high = _THIRDS[which]
    if value.precision == "day":
        hours = {"e": (0, 9), "2": (0, 9), "m": (9, 17), "E": (17, 24), "1": (17, 24)}[which]
        return TimeValue("DATE", value.value, cal.at_hour(start, hours[0]), cal.at_hour(start, hours[1]), "part_of_day")
    if value.precision == "decade":
        edge = 0.5 if (end - start).days < 5000 else 0.25
        low, high = {"e": (0.0, edge), "2": (0.0, edge), "m": (0.3, 0.7)}.get(which, (1 - edge, 1.0))
        years = end.year - start.year
        first_year, last_year = (start.year + round(years * share) for share in (low, high))
        return TimeValue("DATE", value.value, f"{first_year:04d}-01-01", f"{last_year:04d}-01-01", "decade")
    days = (end - start).days
    # The thirds of a month are its first ten days, the next ten, and what is left.
    cuts = (10, 20) if value.precision == "month" else (round(days / 3), round(days * 2 / 3))
    first = start if low == 0.0 else cal.add_days(start, cuts[0] if high < 1.0 else cuts[1])
    last = end if high == 1.0 else cal.add_days(start, cuts[0] if low == 0.0 else cuts[1])
    return TimeValue("DATE", value.value, first.isoformat(), last.isoformat(), value.precision)
