"""Settings of a run, fixed before the first document."""

from msgspec import Struct


class Settings(Struct, frozen=True):
    """`model` is the folder of a language model or `spacy:` and a pipeline; None takes the one in the package.

    `device` is where it runs, `cpu` or `cuda`.
    """

    model: str | None = None
    device: str = "cpu"
