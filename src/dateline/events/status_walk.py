"""The status of an event while the coder climbs from its word: each operator met changes what the inner ones gave."""

from msgspec import Struct

from dateline.language.analysis import Sentence
from dateline.records.event import Status
from dateline.records.span import Span


class StatusReading(Struct, frozen=True):
    """The status, the rule that decided last, its words, and governing words that name the event too
    ("the strike was *averted*", "shelling *continued*"); `process` if only the nature of the word decides."""

    status: Status
    rule: str
    span: Span | None
    words: tuple[int, ...] = ()
    process: bool = False


class Walk:
    """Collects operators from the anchor outwards. It never leaves `status_of`."""

    def __init__(self, sentence: Sentence) -> None:
        self.sentence = sentence
        self.status: Status = "actual"
        self.rule = "no operator"
        self.span: Span | None = None
        self.words: list[int] = []

    def apply(self, gives: Status, rule: str, token: int, *, negated: bool = False, names_it: bool = False) -> None:
        t = self.sentence.tokens[token]
        if negated:
            gives = "hypothetical" if gives in ("negated", "hypothetical") else "negated"
            rule += ", negated"
        before = self.status
        after = compose(before, gives)
        if after != before:
            self.status, self.rule, self.span = after, rule, (t.start, t.end)
        if names_it:
            self.words.append(token)


def compose(inner: Status, outer: Status) -> Status:
    """What an outer operator makes of the status so far."""
    if outer == "actual":
        return "actual" if inner == "ongoing" else inner
    if inner == "negated":
        return "negated" if outer != "negated" else "hypothetical"
    if outer == "negated":
        return "negated"
    if outer == "hypothetical":
        return "hypothetical"
    if outer == "future":
        return inner if inner == "hypothetical" else "future"
    return "ongoing" if inner == "actual" else inner  # outer == ongoing
