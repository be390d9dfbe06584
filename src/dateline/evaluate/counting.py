"""What a score is made of: counts that add up over documents."""

from msgspec import Struct


class Found(Struct, frozen=True):
    """How many of the gold things were found, and how many things were predicted to find them."""

    right: int = 0
    predicted: int = 0
    gold: int = 0

    def __add__(self, other: "Found") -> "Found":
        return Found(self.right + other.right, self.predicted + other.predicted, self.gold + other.gold)

    @property
    def precision(self) -> float:
        """Share of the predicted that is right; 0 when nothing was predicted."""
        return self.right / self.predicted if self.predicted else 0.0

    @property
    def recall(self) -> float:
        """Share of the gold that was found; 0 when there is no gold."""
        return self.right / self.gold if self.gold else 0.0

    @property
    def f1(self) -> float:
        """Harmonic mean of precision and recall; 0 when nothing is right."""
        total = self.predicted + self.gold
        return 2 * self.right / total if self.right and total else 0.0


class Share(Struct, frozen=True):
    """How many of `total` comparisons came out right."""

    right: int = 0
    total: int = 0

    def __add__(self, other: "Share") -> "Share":
        return Share(self.right + other.right, self.total + other.total)

    @property
    def value(self) -> float | None:
        """The share, or None when nothing was compared: no figure is not a figure of 0."""
        return self.right / self.total if self.total else None


def share(outcomes: list[bool]) -> Share:
    """The share of true outcomes."""
    return Share(sum(outcomes), len(outcomes))
