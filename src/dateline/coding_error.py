"""A document that could not be coded."""

from msgspec import Struct


class CodingError(Struct, frozen=True):
    """What comes instead of a coded document when coding it failed: a fault of ours, or a document beyond memory."""

    id: str
    where: str | None
    message: str

    def __str__(self) -> str:
        name = f"{self.where}, document {self.id}" if self.where else f"document {self.id}"
        return f"{name}: could not be coded: {self.message}"
