"""Placeholder until the pack is written."""

from collections.abc import Iterable


def contexts_of(lemmas: Iterable[str]) -> tuple[str, ...]:
    return ()
