"""What comes instead of a document that could not be read."""

from msgspec import Struct


class ReadError(Struct, frozen=True):
    """Something that could not be read, and where. The reading goes on after it.

    `where` is the path as it was given ("-" for standard input), `line` counts from 1 and is null where the whole file
    is meant.
    """

    where: str
    message: str
    line: int | None = None

    def __str__(self) -> str:
        place = f"{self.where}, line {self.line}" if self.line else self.where
        return f"{place}: {self.message}"
