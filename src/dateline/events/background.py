"""Events told as history: coded like others, but marked `historical`."""

from dateline.events.anchors import Anchor
from dateline.language.analysis import Analysis
from dateline.records.document import Document
from dateline.records.span import Span
from dateline.resolving.resolution import Resolution

FAR = 300
"""Days before publication after which an event is background, not news."""


def background_of(
    document: Document,
    analysis: Analysis,
    resolution: Resolution,
    index: int,
    anchor: Anchor,
    time: tuple[int, str] | None,
) -> tuple[str, Span] | None:
    """The rule and the words that put an event into another period; None for the news of the day, and wherever no
    date of publication says what that is."""
    if time is None or document.published is None:
        return None
    found = resolution.times[time[0]].time
    if found.to is None:
        return None
    if _days(found.to[:10], document.published[:10]) > FAR:
        return "time far before publication", found.span
    return None


def _days(earlier: str, later: str) -> int:
    from datetime import date

    try:
        a = date.fromisoformat(
            (earlier + "-01-01")[:10] if len(earlier) == 4 else (earlier + "-01")[:10] if len(earlier) == 7 else earlier
        )
        return (date.fromisoformat(later) - a).days
    except ValueError:
        return 0
