"""Patterns of time expressions over class strings (times_atoms), each with the function that works out its meaning.

Longer forms stand before the shorter ones that they contain: the first alternative that fits wins. The letters are
explained in times.toml; `x` is any other word.
"""

import re
from collections.abc import Callable, Sequence

from dateline.resolving import times_values as cal
from dateline.resolving.times_absolute import (
    Anchor,
    at_clock,
    first_of,
    narrow,
    read_century,
    read_date,
    read_day_of_month,
    read_decade,
    read_era,
    read_feast,
    read_iso,
    read_month,
    read_quarter,
    read_season,
    read_slashed,
    read_year,
    shift_of,
)
from dateline.resolving.times_atoms import Atom
from dateline.resolving.times_lexicon import time_words
from dateline.resolving.times_relative import part_of_day, relative_unit, rolling
from dateline.resolving.times_values import TimeValue

Meaning = Callable[[Sequence[Atom], Anchor], TimeValue | None]

_ERA = r"[iyd]!|![iyd]"
_NUM = r"(?:ha|a?fo?g?|gf|n&ah|nln|[di]l[di]|[di]|n-?n?|a)"
_CLOCK = r"(?:cz?Z?|dzZ?)"
_EARLY = r"(?:g?[eEmkK]-?|g?[12]o)"


def _deictic(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    word = first_of(atoms, "t")
    assert word is not None
    days, part = time_words().deictic[word.low]
    part_atom = first_of(atoms, "p")
    part = part_atom.low if part_atom is not None else part
    if anchor.published is None:
        return TimeValue("DATE", "PRESENT_REF" if days == 0 else "XXXX-XX-XX")
    days += {"Q": 1, "B": -1}.get(next((a.kind for a in atoms if a.kind in "QB"), ""), 0)
    day = cal.add_days(anchor.published, days)
    clock = at_clock(atoms, day)
    if clock is not None:
        return clock
    return cal.part_value(day, *time_words().parts[part]) if part else narrow(atoms, cal.day_value(day))


def _weekday(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    name = first_of(atoms, "W")
    assert name is not None
    number = time_words().weekdays[name.low.rstrip(".")]
    if not name.low.endswith(("day", ".")):
        return None
    if anchor.published is None:
        return TimeValue("DATE", f"XXXX-WXX-{number + 1}")
    pub, shift = anchor.published, shift_of(atoms)
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
    part = first_of(atoms, "p")
    if part is not None:
        return cal.part_value(day, *time_words().parts[part.low])
    return at_clock(atoms, day) or narrow(atoms, cal.day_value(day))


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
    return at_clock(atoms, day)


def _period(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    return relative_unit(
        atoms, published=anchor.published, reference=anchor.reference, future=anchor.future, after=anchor.after
    )


def _war(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    """A war that everybody dates by."""
    for pattern, (first, last) in time_words().periods.items():
        if re.fullmatch(pattern, atoms[-1].text):
            return TimeValue("DATE", f"{first}/{last}", first, last, "year")
    return None


def _recent(atoms: Sequence[Atom], anchor: Anchor) -> TimeValue | None:
    end = cal.add_days(anchor.published, 1).isoformat() if anchor.published else None
    return TimeValue("DATE", "PAST_REF", None, end, "unknown")


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
    ("iso", r"I", read_iso),
    ("war", r"g?=", _war),
    ("slashed", r"D", read_slashed),
    ("feast", r"[LTX]?Y(?:,?o?y|[LTX]u)?", read_feast),
    ("week_of", r"g?uog?(?:do?M(?:,?y)?|Mg?d(?:,?y)?)", read_date),
    ("days", r"(?:W,?)?g?d[-q&l]g?do?M(?:,?y)?|(?:W,?)?Md[-q&]d(?:,?y)?", read_date),
    (
        "date",
        rf"(?:{_CLOCK}@?,?)?(?:{_EARLY}?(?:@g)?W,?@?g?)?(?:p@)?(?:g?do?M(?:,?y)?|Mg?d(?:,?y)?)(?!-?[uU]A)",
        read_date,
    ),
    ("months", r"M[-/]M,?o?y?", read_month),
    ("month_year", rf"{_EARLY}?M[,o]?(?:y|[LTX]u|g?Hu)", read_month),
    ("month", rf"(?:{_EARLY}|[LTXH])?M(?![a-z]?W)", read_month),
    ("decade", rf"{_EARLY}?g?s", read_decade),
    ("quarter", r"g?[JdL](?:u|ho?g?u?)(?:o(?:y|[LTX]u))", read_quarter),
    ("century", rf"{_EARLY}?g?[dJ]-?u(?!A)", read_century),
    ("season", rf"(?:{_EARLY}?[LTXH]?|{_EARLY}|[LTXH])?g?S(?:o?y)?", read_season),
    ("era", _ERA, read_era),
    ("years", r"y-[di](?![-uU])", read_year),
    ("year", rf"(?:{_EARLY}g?|gu)?y(?!Z)", read_year),
    ("deictic", rf"(?:{_CLOCK},?)?(?:g?u[BQ]|[keEK])?tp?", _deictic),
    ("set", r"ju|jW?p|jW|W?P|w", _set),
    ("weekday", rf"(?:{_CLOCK}@?,?)?(?:{_EARLY}@?|T?X|[LTH]|g[LX])?Wp?|gpoW", _weekday),
    ("part", r"[keEK]?[LTHX][eE]?p|g(?:[LX]|H)p|gpB|g?(?:[eE]|m-?)?p", _part),
    ("clock", rf"{_CLOCK}|[yi]Z", _clock),
    ("recent", r"v", _recent),
    ("recent_units", r"VU", _period),
    ("ago", rf"~?{_NUM}-?[uU](?:&ah)?A|UA", _period),
    ("relative", rf"~?{_NUM}-?[uU][kK]|(?:g?u)[BQ](?![gax])|{_NUM}[uU][BQ](?=[,;]|$)", _period),
    (
        "period",
        rf"(?:{_EARLY}g?|[12]o)?(?:g?T?[LX]|gH|HH|[TH]|gV)~?(?:{_NUM})?-?[uU]|g[12]og?u|u1|[kK]Ng(?:Hu|u)|(?<=[O~N%@])gu",
        _period,
    ),
    ("day_of_month", r"(?<=@)gd(?:o[LTX]u)?", read_day_of_month),
    ("duration", rf"~?{_NUM}-?[uU]", _duration),
    ("long", r"(?<=O)U", _duration),
)
PATTERN = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern, _ in RULES))
MEANINGS: dict[str, Meaning] = {name: meaning for name, _, meaning in RULES}
