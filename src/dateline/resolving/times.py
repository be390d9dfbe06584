"""Time expressions of a text: where they stand, what they are (TIMEX3), and the interval that they resolve to."""

from bisect import bisect_right
from datetime import date

from dateline.language.analysis import Analysis, Sentence
from dateline.records.time import Time
from dateline.resolving.resolution import FoundTime
from dateline.resolving.times_absolute import Anchor
from dateline.resolving.times_atoms import Atom, atoms_of
from dateline.resolving.times_lexicon import time_words
from dateline.resolving.times_rules import MEANINGS, PATTERN
from dateline.resolving.times_values import TimeValue, parse_day

_LATE_RULES = ("part", "clock")
_EMPTY = "x',-.;_/{}"


def find_times(analysis: Analysis, *, published: str | None) -> tuple[FoundTime, ...]:
    """Every time expression in text order, resolved against the day of publication and the narrative.

    Without `published` only absolute expressions get bounds. Ids are provisional: `"0"`, `"1"` ... in text order.
    """
    pub = parse_day(published)
    found: list[FoundTime] = []
    told: TimeValue | None = None
    told_at = -9
    carried: int | None = None
    carried_at = -9
    for sentence in analysis.sentences:
        atoms = atoms_of(analysis.text, sentence.start, sentence.end)
        kinds = "".join([atom.kind for atom in atoms])
        if not kinds.strip(_EMPTY):
            continue
        anchor = Anchor(
            published=pub,
            reference=told if sentence.index - told_at <= 3 else None,
            carried=carried if sentence.index - carried_at <= 4 else None,
        )
        for item, value, is_full in _of_sentence(sentence, atoms, kinds, anchor, len(found)):
            found.append(item)
            if value.type != "SET" and value.from_ is not None and value.precision != "unknown":
                told, told_at = value, sentence.index
                if is_full:
                    year = int(value.from_[:4])
                    carried, carried_at = (None if pub and year == pub.year else year), sentence.index
    return tuple(found)


def _of_sentence(
    sentence: Sentence, atoms: list[Atom], kinds: str, anchor: Anchor, count: int
) -> list[tuple[FoundTime, TimeValue, bool]]:
    """The expressions of one sentence; parts of the day and clock times are read last, against its days."""
    matches = []
    at = 0
    while (match := PATTERN.search(kinds, at)) is not None:
        rule = match.lastgroup or ""
        matches.append((rule, match.start(), match.end()))
        at = match.end()
    if not matches:
        return []
    starts = [token.start for token in sentence.tokens]
    read: dict[int, TimeValue] = {}
    reference, carried = anchor.reference, anchor.carried
    for late in (False, True):
        for rule, first, last in matches:
            if (rule in _LATE_RULES) != late:
                continue
            piece = atoms[first:last]
            here = Anchor(
                published=anchor.published,
                day=_nearest_day(read, first) if late else None,
                reference=reference,
                carried=carried,
                future=_looks_ahead(sentence, bisect_right(starts, piece[0].start) - 1),
                before=kinds[:first][-2:],
                after=kinds[last : last + 2],
                next_capital=last < len(atoms) and atoms[last].text[0].isupper(),
            )
            value = MEANINGS[rule](piece, here) if _is_time(rule, piece, sentence, starts, here) else None
            if value is None:
                continue
            read[first] = value
            if not late and value.type == "DATE" and value.from_ is not None and value.precision != "unknown":
                reference = value
                if rule in ("date", "month_year", "year") and any(a.kind == "y" for a in piece):
                    carried = int(value.from_[:4])
    out: list[tuple[FoundTime, TimeValue, bool]] = []
    for rule, first, last in matches:
        if first in read:
            piece = atoms[first:last]
            is_full = rule in ("date", "month_year", "months", "days") and any(a.kind == "y" for a in piece)
            out.append((_found(sentence, starts, piece, read[first], count + len(out)), read[first], is_full))
    return out


def _found(sentence: Sentence, starts: list[int], piece: list[Atom], value: TimeValue, number: int) -> FoundTime:
    start, end = piece[0].start, piece[-1].end
    first = max(0, bisect_right(starts, start) - 1)
    last = bisect_right(starts, end - 1)
    head = next((t.i for t in sentence.tokens[first:last] if not first <= t.head < last), first)
    time = Time(str(number), (start, end), value.type, value.value, value.from_, value.to, value.precision)
    return FoundTime(time=time, sentence=sentence.index, head=head, first=first, last=last)


def _nearest_day(read: dict[int, TimeValue], at: int) -> date | None:
    """The day named nearest in the sentence, for parts of the day and clock times."""
    days = [(abs(i - at), v.from_) for i, v in read.items() if v.precision in ("day", "part_of_day") and v.from_]
    return parse_day(min(days)[1]) if days else None


def _looks_ahead(sentence: Sentence, index: int) -> bool:
    """Whether the clause that holds the token speaks of what lies ahead: "will", "plans to", "is scheduled"."""
    words = time_words()
    tokens, children = sentence.tokens, sentence.children
    token = tokens[max(index, 0)]
    if token.deprel in ("nmod:poss", "compound"):
        return False
    for _ in range(12):
        if token.upos in ("VERB", "AUX") or token.head < 0:
            for child in children[token.i]:
                low = tokens[child].form.lower()
                if low in words.auxiliaries:
                    return True
            governor = tokens[token.head] if token.head >= 0 else None
            infinitive = "VerbForm=Inf" in token.feats or any(tokens[c].form == "to" for c in children[token.i])
            if infinitive and governor is not None and governor.lemma in words.governors:
                return True
            return token.lemma in ("schedule", "slate", "plan", "due") and "Tense=Past" in token.feats
        token = tokens[token.head]
    return False


def _is_time(rule: str, piece: list[Atom], sentence: Sentence, starts: list[int], anchor: Anchor) -> bool:
    """Sorts out what only looks like a time: counts of four digits, "May" the verb, "march", "second"."""
    index = max(0, bisect_right(starts, piece[0].start) - 1)
    token = sentence.tokens[index]
    if rule == "month" and len(piece) == 1 and token.upos in ("AUX", "VERB"):
        return False
    if rule == "year" and len(piece) == 1:
        return _is_year(piece[0], sentence, index, anchor)
    if rule == "period" and piece[-1].low == "day" and anchor.before[-1:] == "q":
        return False
    return not (rule == "season" and len(piece) == 1 and token.upos == "VERB")


_YEAR_CASES = frozenset("NrFqbBQO&o,{-l;")
_PLURALS = ("s", "people", "children", "men", "women")
_NUMBERED = frozenset(
    "$ £ € # no. no rule section article resolution resolutions flight highway route room box unit number code channel "
    "order paragraph page chapter regulation directive model".split()
)


def _is_year(atom: Atom, sentence: Sentence, index: int, anchor: Anchor) -> bool:
    """A bare number of four digits is a year unless it counts something or is too early to be one without "in"."""
    token = sentence.tokens[index]
    before = anchor.before[-1:]
    if token.end - token.start != 4 and not set("-–/(~") & set(token.form):
        return False
    year = int(atom.text)
    if year > 2100 or (
        year < 1800 and not (before in ("N", "r", "F", "b") or (year >= 1400 and before in _YEAR_CASES))
    ):
        return False
    if token.head >= 0 and token.rel == "nummod" and before != "g":
        counted = sentence.tokens[token.head]
        if counted.i > token.i and ("Number=Plur" in counted.feats or counted.form.lower().endswith(_PLURALS)):
            return False
    return not index or sentence.tokens[index - 1].form.lower() not in _NUMBERED
