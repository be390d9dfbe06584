"""Everything that Dateline raises on purpose.

DatelineError
├── InputError          a document that cannot be read (file, line and the nearest right thing are in the message)
├── PackError           a knowledge pack that does not hold together (file, line, nearest valid word)
├── ModelError          a language model folder that is missing, incomplete or of another version
├── SettingError        an option or argument that does not fit
└── TrainingError       training data or a checkpoint that cannot be used
"""

from difflib import get_close_matches


class DatelineError(Exception):
    """Base of all errors raised on purpose; the message is written for the person at the terminal."""


class InputError(DatelineError):
    """A document could not be read. `where` names the file (and line) it came from."""

    def __init__(self, message: str, *, where: str | None = None) -> None:
        self.where = where
        super().__init__(f"{where}: {message}" if where else message)


class PackError(DatelineError):
    """A knowledge pack does not hold together. The message names file, line or id and what would be right."""


class ModelError(DatelineError):
    """A language model folder is missing, incomplete or of another version."""


class SettingError(DatelineError):
    """An option or argument does not fit."""


class TrainingError(DatelineError):
    """Training data or a checkpoint cannot be used."""


def nearest(word: str, choices: list[str]) -> str:
    """` (did you mean 'x'?)`, or an empty string when nothing is close."""
    close = get_close_matches(word, choices, n=1)
    return f" (did you mean {close[0]!r}?)" if close else ""
