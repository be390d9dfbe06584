"""Patterns of time expressions over class strings (times_atoms), each with the function that works out its meaning.

Longer forms stand before the shorter ones that they contain: the first alternative that fits wins. The letters are
explained in times.toml; `x` is any other word.
"""

import re
from collections.abc import Callable, Sequence
from datetime import date

from msgspec import Struct

from dateline.resolving import times_values as cal
from dateline.resolving.times_atoms import Atom
from dateline.resolving.times_lexicon import time_words
from dateline.resolving.times_relative import part_of_day, relative_unit, rolling
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


Meaning = Callable[[Sequence[Atom], Anchor], TimeValue | None]

_ERA = r"[iyd]!|![iyd]"
_NUM = r"(?:ha|a?fo?g?|gf|n&ah|nln|[di]l[di]|[di]|n-?n?|a)"
_CLOCK = r"(?:cz?Z?|dzZ?)"
_EARLY = r"(?:g?[eEmkK]-?|g?[12]o)"


def _first(atoms: Sequence[Atom], kinds: str) -> Atom | None:
    return next((atom for atom in atoms if atom.kind in kinds), None)


def _iso(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    text = atoms[0].text
    day = cal.parse_day(text)
    if day is None:
        return None
    return cal.clock_value(day, int(text[11:13]), int(text[14:16])) if len(text) > 10 else cal.day_value(day)


def _slashed(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """Month first, as American text has it, unless that is no date."""
    one, two, year = (int(part) for part in re.split(r"[/.]", atoms[0].text))
    year += (1900 if year > 50 else 2000) if year < 100 else 0
    day = _day(year, one, two) or _day(year, two, one)
    return cal.day_value(day) if day else None


def _date(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    month_atom, day_atoms, year_atom = _first(atoms, "M"), [a for a in atoms if a.kind == "d"], _first(atoms, "y")
    if month_atom is None or not day_atoms:
        return None
    clock = _first(atoms, "cz")
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
    return _at_clock(atoms, day) or _narrow(atoms, cal.day_value(day))


def _day_of_month(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """ "On the 12th": in the month of publication, or the one before when that is not yet there."""
    number, shift = _integer(atoms[1]), _shift(atoms)
    ordinal = atoms[1].low.endswith(("st", "nd", "rd", "th"))
    if anchor.published is None or not ordinal or anchor.after[:1] in tuple("xuJwSd-"):
        return None
    base = cal.add_months(anchor.published.replace(day=1), shift or 0)
    day = _day(base.year, base.month, number)
    if day is not None and day > anchor.published and shift is None and not anchor.future:
        base = cal.add_months(base, -1)
        day = _day(base.year, base.month, number)
    return cal.day_value(day) if day else None


def _month(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    months = [a for a in atoms if a.kind == "M"]
    year_atom, month = _first(atoms, "y"), month_of(months[0])
    if year_atom is not None:
        year: int | None = int(year_atom.text)
    else:
        shift = _shift(atoms)
        if _first(atoms, "H") is not None and _first(atoms, "u") is not None:
            told = cal.parse_day(anchor.reference.from_) if anchor.reference else anchor.published
            year = told.year if told else None
        elif shift is not None and _first(atoms, "u") is not None:
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
    return _narrow(atoms, first)


def _year(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    years = [a for a in atoms if a.kind in "ydi"]
    first = int(years[0].text)
    if len(years) > 1:
        last = int(years[1].text) + first - first % 100
        if last <= first:
            return None
        return TimeValue("DATE", f"{first}/{last}", f"{first:04d}-01-01", f"{last + 1:04d}-01-01", "year")
    if len(atoms) == 1 and anchor.after[:1] in ("U", "%", "Z", "-", "u") and anchor.before[-1:] not in ("N", "r", "{"):
        return None
    return _narrow(atoms, cal.year_value(first))


def _era(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    number, era = _first(atoms, "iyd"), _first(atoms, "!")
    if number is None or era is None or not number.text.isdigit():
        return None
    return cal.era_value(int(number.text), before_christ=era.low[0] == "b")


def _decade(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    digits = "".join(ch for ch in atoms[-1].low if ch.isdigit())
    year = int(digits) + (1900 if len(digits) == 2 else 0)
    if year < 1000:
        return None
    if year % 100 == 0 and year < 2000 and len(digits) == 4:
        return _narrow(atoms, cal.century_value(year // 100 + 1))
    return _narrow(atoms, cal.decade_value(year))


def _century(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    number, unit = _first(atoms, "dJ"), atoms[-1]
    if number is None or time_words().units.get(unit.low) != "C":
        return None
    count = _integer(number)
    return _narrow(atoms, cal.century_value(count)) if 1 <= count <= 21 else None


def _quarter(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    number, year_atom = _first(atoms, "Jd"), _first(atoms, "y")
    rank = _integer(number) if number is not None else 0
    halves = _first(atoms, "h") is not None
    unit = _first(atoms, "u")
    if not halves and (unit is None or unit.low != "quarter"):
        return None
    shift = _shift(atoms) or 0
    year = int(year_atom.text) if year_atom else anchor.published.year + shift if anchor.published else None
    if year is None or not 1 <= rank <= (2 if halves else 4):
        return None
    return cal.half_value(year, rank) if halves else cal.quarter_value(year, rank)


def _season(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    season, year_atom = _first(atoms, "S"), _first(atoms, "y")
    assert season is not None
    if atoms[-1] is season and season.text[0].isupper() and anchor.after[:1] == "x" and anchor.next_capital:
        return None
    if season.low == "fall" and year_atom is None and not any(a.kind in "LTX" for a in atoms):
        return None
    code, first_month = time_words().seasons[season.low]
    shift = _shift(atoms)
    if year_atom is not None:
        year = int(year_atom.text)
    elif shift is None and len(atoms) == 1 and anchor.before[-1:] not in ("N", "r"):
        return None
    elif anchor.published is None:
        return TimeValue("DATE", f"XXXX-{code}")
    else:
        pub = anchor.published
        year = pub.year - (pub.month < first_month)
        if shift is not None and shift > 0 or (anchor.future and shift is None):
            year += 1
        elif shift == 0:
            year = pub.year
        elif pub < cal.add_months(date(year, first_month, 1), 3) and shift is not None:
            year -= 1
    return _narrow(atoms, cal.season_value(year, code, first_month))


def _deictic(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    word = _first(atoms, "t")
    assert word is not None
    days, part = time_words().deictic[word.low]
    part_atom = _first(atoms, "p")
    part = part_atom.low if part_atom is not None else part
    if anchor.published is None:
        return TimeValue("DATE", "PRESENT_REF" if days == 0 else "XXXX-XX-XX")
    days += {"Q": 1, "B": -1}.get(next((a.kind for a in atoms if a.kind in "QB"), ""), 0)
    day = cal.add_days(anchor.published, days)
    clock = _at_clock(atoms, day)
    if clock is not None:
        return clock
    return cal.part_value(day, *time_words().parts[part]) if part else _narrow(atoms, cal.day_value(day))


def _weekday(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    name = _first(atoms, "W")
    assert name is not None
    number = time_words().weekdays[name.low.rstrip(".")]
    if not name.low.endswith(("day", ".")):
        return None
    if anchor.published is None:
        return TimeValue("DATE", f"XXXX-WXX-{number + 1}")
    pub, shift = anchor.published, _shift(atoms)
    back, ahead = (pub.weekday() - number) % 7, (number - pub.weekday()) % 7
    if shift is not None and shift > 0:
        days = ahead or 7
    elif shift is not None and shift < 0:
        days = -(back or 7)
    elif anchor.future:
        days = ahead
    else:
        days = -back
    day = cal.add_days(pub, days)
    part = _first(atoms, "p")
    if part is not None:
        return cal.part_value(day, *time_words().parts[part.low])
    return _at_clock(atoms, day) or _narrow(atoms, cal.day_value(day))


def _part(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    return part_of_day(
        atoms,
        published=anchor.published,
        day=anchor.day,
        reference=anchor.reference,
        lone=anchor.before[-1:] not in ("N", "%", "g", "O", "r", "y", "F", "q"),
    )


def _clock(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    if len(atoms) == 1 and anchor.before[-1:] not in ("%", "~", "F", "q", "b", "O", "B", "Q", "r"):
        return None
    day = anchor.day or (cal.parse_day(anchor.reference.from_) if anchor.reference else None) or anchor.published
    return _at_clock(atoms, day)


def _period(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    return relative_unit(
        atoms, published=anchor.published, reference=anchor.reference, future=anchor.future, after=anchor.after
    )


def _recent(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    end = cal.add_days(anchor.published, 1).isoformat() if anchor.published else None
    return TimeValue("DATE", "PAST_REF", None, end, "unknown")


def _soon(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    return TimeValue("DATE", "FUTURE_REF", anchor.published.isoformat() if anchor.published else None, None, "unknown")


def _now(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    if anchor.published is None:
        return TimeValue("DATE", "PRESENT_REF")
    bounds = anchor.published.isoformat(), cal.add_days(anchor.published, 1).isoformat()
    return TimeValue("DATE", "PRESENT_REF", *bounds, "unknown")


def _set(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    last = atoms[-1]
    words = time_words()
    if last.kind == "w":
        return TimeValue("SET", words.sets[last.low])
    if last.kind == "W":
        return TimeValue("SET", f"XXXX-WXX-{words.weekdays[last.low] + 1}")
    if last.kind == "P":
        return TimeValue("SET", "P1D" if last.low.rstrip("s") in words.parts else "P1W")
    if last.kind == "p":
        return TimeValue("SET", f"XXXX-XX-XXT{words.parts[last.low][0]}")
    return TimeValue("SET", f"P1{words.units[last.low]}".replace("P1T", "PT1"))


def _duration(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    if anchor.after.startswith(("-O", "y")) or anchor.before[-1:] in ("-", ",-"):
        return None
    return rolling(atoms)


RULES: tuple[tuple[str, str, Meaning], ...] = (
    ("iso", r"I", _iso),
    ("slashed", r"D", _slashed),
    ("days", r"(?:W,?)?g?d[-q&l]g?do?M(?:,?y)?|(?:W,?)?Md[-q&]d(?:,?y)?", _date),
    ("date", rf"(?:{_CLOCK}@?,?)?(?:{_EARLY}?(?:@g)?W,?@?g?)?(?:p@)?(?:g?do?M(?:,?y)?|Mg?d(?:,?y)?)(?!-?[uU]A)", _date),
    ("months", r"M[-/]M,?o?y?", _month),
    ("month_year", rf"{_EARLY}?M[,o]?(?:y|[LTX]u|g?Hu)", _month),
    ("month", rf"(?:{_EARLY}|[LTXH])?M(?![a-z]?W)", _month),
    ("decade", rf"{_EARLY}?g?s", _decade),
    ("quarter", r"g?[Jd](?:u|ho?g?u?)(?:o(?:y|[LTX]u))", _quarter),
    ("century", rf"{_EARLY}?g?[dJ]-?u(?!A)", _century),
    ("season", rf"(?:{_EARLY}?[LTXH]?|{_EARLY}|[LTXH])?g?S(?:o?y)?", _season),
    ("era", _ERA, _era),
    ("years", r"y-[di](?![-uU])", _year),
    ("year", rf"(?:{_EARLY}g?|gu)?y(?!Z)", _year),
    ("deictic", rf"(?:{_CLOCK},?)?(?:g?u[BQ]|[keEK])?tp?", _deictic),
    ("set", r"ju|jW?p|jW|W?P|w", _set),
    ("weekday", rf"(?:{_CLOCK}@?,?)?(?:{_EARLY}@?|[LTXH]|g[LX])?Wp?|gpoW", _weekday),
    ("part", r"[keEK]?[LTHX][eE]?p|g(?:[LX]|H)p|gpB|g?(?:[eE]|m-?)?p", _part),
    ("clock", rf"{_CLOCK}|[yi]Z", _clock),
    ("recent", r"v", _recent),
    ("recent_units", r"VU", _period),
    ("ago", rf"~?{_NUM}-?[uU](?:&ah)?A|UA", _period),
    ("relative", rf"~?{_NUM}-?[uU][kK]|(?:g?u)[BQ](?![gax])|{_NUM}[uU][BQ](?=[,;]|$)", _period),
    ("period", rf"(?:{_EARLY}g?|[12]o)?(?:g?T?[LX]|gH|HH|[TH]|gV)~?(?:{_NUM})?-?[uU]|g[12]og?u|u1|(?<=[O~N%@])gu", _period),
    ("day_of_month", r"(?<=@)gd(?:o[LTX]u)?", _day_of_month),
    ("now", r"R", _now),
    ("soon", r"C", _soon),
    ("duration", rf"~?{_NUM}-?[uU]", _duration),
    ("long", r"(?<=O)U", _duration),
)
PATTERN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in RULES))
MEANINGS: dict[str, Meaning] = {name: meaning for name, _, meaning in RULES}


def month_of(atom: Atom) -> int:
    """The number of the month that the atom names."""
    return time_words().months[atom.low.rstrip(".")]


def _integer(atom: Atom) -> int:
    if atom.kind in "Jn":
        words = time_words()
        return words.ordinals.get(atom.low) or words.numbers.get(atom.low, 0)
    return int("".join(ch for ch in atom.low if ch.isdigit()) or 0)


def _day(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _shift(atoms: Sequence[Atom]) -> int | None:
    """-1 for last, 0 for this, 1 for next; None when the expression has no such word."""
    for atom in atoms:
        if atom.kind in "LTX":
            return {"L": -1, "T": 0, "X": 1}[atom.kind]
    return None


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
    if anchor.before[-1:] in tuple("NrFqbBQOoLTX12&-{~") or not anchor.before:
        return not (atom.low in ("may", "march", "mar") and not anchor.before)
    return atom.low not in ("may", "march", "april", "june", "august", "jan", "mar", "dec")


def _at_clock(atoms: Sequence[Atom], day: date | None) -> TimeValue | None:
    number = _first(atoms, "c")
    half = _first(atoms, "z")
    if number is None:
        if half is not None:
            number = _first(atoms, "d")
        elif atoms[0].kind in "yi" and atoms[-1].kind == "Z":
            number = atoms[0]
    if number is None:
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


def _narrow(atoms: Sequence[Atom], value: TimeValue) -> TimeValue:
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
    days = (end - start).days
    first, last = cal.add_days(start, round(days * low)), cal.add_days(start, round(days * high))
    return TimeValue("DATE", value.value, first.isoformat(), last.isoformat(), value.precision)
