"""Progress on standard error, only where a person watches and the cards do not already show it."""

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Protocol


class Progress(Protocol):
    """Told of every document that is done."""

    def __call__(self, words: int) -> None:
        """One more document of so many words."""


@contextmanager
def progress(*, wanted: bool) -> Iterator[Progress]:
    """Shows documents, words and words a second; shows nothing where standard error is no terminal."""
    if not wanted or not sys.stderr.isatty():
        yield lambda words: None
        return
    from rich.console import Console
    from rich.progress import Progress as Bar
    from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

    columns = (SpinnerColumn(), TextColumn("{task.fields[done]} documents, {task.completed:.0f} words"))
    speed = TextColumn("{task.fields[speed]}")
    with Bar(*columns, speed, TimeElapsedColumn(), console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=None, done=0, speed="")
        done = 0

        def advance(words: int) -> None:
            nonlocal done
            done += 1
            current = bar.tasks[0]
            speed = f"{current.speed:.0f} words/s" if current.speed else ""
            bar.update(task, advance=words, done=done, speed=speed)

        yield advance
