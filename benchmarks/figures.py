"""Short ways from counts to the figures of a set."""

from collections.abc import Mapping

from dateline.evaluate.counting import Found, Share
from dateline.evaluate.floors import Figure


def f1(set_: str, measure: str, found: Found) -> Figure:
    """The F1 as a figure; `n` is the number of gold things."""
    return Figure(set_, measure, found.f1 if found.gold else None, n=found.gold)


def part(set_: str, measure: str, share: Share) -> Figure:
    """The share as a figure; `n` is the number of comparisons."""
    return Figure(set_, measure, share.value, n=share.total)


def macro_f1(set_: str, measure: str, by_class: Mapping[str, Found]) -> Figure:
    """The mean of the F1 of all classes."""
    values = [found.f1 for found in by_class.values()]
    return Figure(set_, measure, sum(values) / len(values), n=sum(found.gold for found in by_class.values()))
