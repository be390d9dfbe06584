"""The development sets, in the order of the path of a report."""

from collections.abc import Callable
from importlib import import_module
from types import ModuleType

from data import Data

from dateline.evaluate.floors import Figure

Measure = Callable[[Data], list[Figure]]

SETS = (
    "language",
    "marks",
    "names",
    "timex",
    "geo",
    "uds",
    "plover",
    "petrarch",
    "wikievents",
    "polnear",
    "gum_discourse",
    "probes",
    "gold_records",
    "learned",
)


def load(name: str) -> ModuleType:
    """The module of a set: `measure(data)` and the `FILES` that it is measured on. Imported late, because one that
    does not import must not keep the others from being measured."""
    return import_module(f"sets.{name}")
