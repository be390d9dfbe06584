"""How many: the count of a phrase, read from its number words and the words that say how exact they are."""

from dateline.language.analysis import Sentence, Token
from dateline.records.entity import Count
from dateline.resolving.numbers import Run, number_words, phrase_after, phrase_before, run_at

_SKIPPED = frozenset({"other", "more", "further", "additional", "another", "the", "a", "an", "all", "these", "those"})


def count_of(sentence: Sentence, head: int, *, singular: bool = False) -> Count | None:
    """The count of the phrase with this head, `None` when it states none.

    The head may be what is counted ("about 40 sailors"), the number itself ("nine were hurt", "dozens of them"), or
    the noun inside an `of`-phrase of a number ("dozens of protesters": `protesters`). Measures ("700 barrels") count
    nothing. With `singular`, a noun in the
    singular or with "a" counts as one; ask for it only where the thing counted is known to be a victim or an object.
    """
    tokens = sentence.tokens
    token = tokens[head]
    if token.form.lower() in number_words().none_pronouns:
        return Count(0, 0, (token.start, token.end))
    if token.form.lower() in number_words().measures:
        return None
    run = run_at(tokens, head)
    if run is None:
        run = _number_of(sentence, head)
    if run is not None:
        return _count(tokens, run)
    none = _negated(sentence, head)
    if none is not None:
        return Count(0, 0, (none.start, none.end))
    above = _counted_by(sentence, head)
    if above is not None:
        return _count(tokens, above)
    return _one(sentence, head) if singular else None


def _number_of(sentence: Sentence, head: int) -> Run | None:
    """The number before the head that belongs to it: its numeral, or a quantity word as determiner or adjective."""
    tokens = sentence.tokens
    words = number_words()
    for child in sentence.children[head]:
        token = tokens[child]
        if child >= head:
            break
        if token.rel == "nummod" or token.upos == "NUM" or token.form.lower() in words.vague:
            run = run_at(tokens, child)
            if run is not None and run.first <= head:
                return run
    return None


def _counted_by(sentence: Sentence, head: int) -> Run | None:
    """The number above an `of`-phrase: "dozens of protesters", "two of the soldiers"."""
    tokens = sentence.tokens
    token = tokens[head]
    if token.rel != "nmod" or token.head < 0 or token.head >= head:
        return None
    if not any(tokens[c].form.lower() == "of" and tokens[c].rel == "case" for c in sentence.children[head]):
        return None
    above = tokens[token.head]
    if above.upos == "NUM" or above.form.lower() in number_words().vague or above.form.lower() in number_words().scales:
        return run_at(tokens, token.head)
    return None


def _negated(sentence: Sentence, head: int) -> Token | None:
    words = number_words()
    for child in sentence.children[head]:
        token = sentence.tokens[child]
        low = token.form.lower()
        if child < head and (
            (low in words.none and token.rel in ("det", "nummod", "advmod", "dep")) or low in words.none_pairs
        ):
            return token
    return None


def _one(sentence: Sentence, head: int) -> Count | None:
    token = sentence.tokens[head]
    for child in sentence.children[head]:
        other = sentence.tokens[child]
        if other.rel == "det" and other.form.lower() in ("a", "an", "another") and child < head:
            return Count(1, 1, (other.start, other.end))
    if token.upos in ("NOUN", "PROPN") and "Number=Sing" in token.feats:
        return Count(1, 1, (token.start, token.end))
    return None


def _count(tokens: tuple[Token, ...], run: Run) -> Count:
    """The count of a number run, widened by a second number ("10 to 15") and by "at least", "about" and the like."""
    low: int | None = round(run.value)
    high: int | None = None if run.open else low
    first, last = run.first, run.last
    approximate = run.open
    other = _range_partner(tokens, run)
    if other is not None:
        pair = sorted((run, other), key=lambda r: r.first)
        ends = _ends(tokens, pair[0], pair[1])
        low, high, first, last = ends[0], ends[1], pair[0].first, pair[1].last
        if first and tokens[first - 1].form.lower() in ("between", "from"):
            first -= 1
        approximate = False
    words = number_words()
    while first and tokens[first - 1].form.lower() in ("a", "another", "the") and tokens[first].form.lower() in _NOUNS:
        first -= 1
    before = phrase_before(tokens, first, words.before)
    if before is None and first and tokens[first - 1].form.lower() in _SKIPPED:
        before = phrase_before(tokens, first - 1, words.before)
    how = None
    if before is not None:
        how, first = before
    else:
        after = phrase_after(tokens, last, words.after)
        if after is not None:
            how, last = after
    if tokens[run.last - 1].form.endswith("+"):
        how = "at_least"
    span = (tokens[first].start, tokens[last - 1].end)
    if how == "at_least":
        return Count(low, None, span, approximate)
    if how == "more_than":
        return Count(None if low is None else low + (0 if run.open else 1), None, span, approximate)
    if how == "at_most":
        return Count(None, low if run.open else high, span, approximate)
    if how == "less_than":
        return Count(None, None if low is None else low - 1, span, approximate)
    return Count(low, high, span, approximate or how == "about")


_NOUNS = frozenset(
    {"dozen", "score", "hundred", "thousand", "million", "couple", "few", "pair", "handful", "trio", "half"}
)


def _range_partner(tokens: tuple[Token, ...], run: Run) -> Run | None:
    """The other number of "10 to 15", "10-15" or "between 10 and 15"."""
    for link, other_at in ((run.last, run.last + 1), (run.first - 1, run.first - 2)):
        if not (0 < link < len(tokens) - 1 and 0 <= other_at < len(tokens)):
            continue
        word = tokens[link].form.lower()
        if word in ("to", "-", "–", "or") or (word == "and" and _opened(tokens, min(run.first, other_at))):
            other = run_at(tokens, other_at)
            if other is not None and not other.open and not run.open:
                return other
    return None


def _opened(tokens: tuple[Token, ...], first: int) -> bool:
    return first > 0 and tokens[first - 1].form.lower() == "between"


def _ends(tokens: tuple[Token, ...], first: Run, last: Run) -> tuple[int, int]:
    """Bounds of a range; "2 to 3 million" lends its scale to the first number."""
    low, high = first.value, last.value
    scale = number_words().scales.get(tokens[last.last - 1].form.lower())
    if scale is not None and scale >= 100 and low < high / scale * 10 and low < scale:
        low *= scale
    return (round(low), round(high)) if low <= high else (round(high), round(low))
