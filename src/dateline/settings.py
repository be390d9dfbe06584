"""Settings of a run, fixed before the first document."""

from msgspec import Struct


class Settings(Struct, frozen=True):
    """`model` is the folder of a language model; None takes the one that is shipped with the package."""

    model: str | None = None
