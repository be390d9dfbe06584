"""Pinned scores: a measure may not fall below what was reached once, unless somebody lowers its floor by name."""

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path

import msgspec
from msgspec import Struct

from dateline.errors import InputError, SettingError, nearest

# Dynamic int8 inference rounds differently on processors with and without VNNI: the same model and text may differ by
# a few sentences. A fall smaller than this is not told from that.
TOLERANCE = 0.005


class Figure(Struct, frozen=True):
    """One measured value of one set. `value` is null when it could not be measured; `n` says how many things were
    compared; `digest` names the gold data it was measured on. A figure whose `floor` is off is shown and never pinned:
    an error in kilometers, which is better when it is lower."""

    set: str
    measure: str
    value: float | None
    n: int
    digest: str = ""
    floor: bool = True

    @property
    def name(self) -> str:
        """The name of the floor, `set/measure`."""
        return f"{self.set}/{self.measure}"


class Floor(Struct, frozen=True):
    """The pinned value of one measure and the gold data it was pinned on."""

    value: float
    digest: str


Floors = Mapping[str, Floor]


def read_floors(path: Path) -> dict[str, Floor]:
    """The floors of a file; none when the file is not there yet."""
    if not path.exists():
        return {}
    try:
        return msgspec.json.decode(path.read_bytes(), type=dict[str, Floor])
    except msgspec.DecodeError as error:
        raise InputError(str(error), where=str(path)) from error


def write_floors(path: Path, floors: Floors) -> None:
    """Write the floors, sorted by name and one to a line, so that a change is one line in a diff."""
    lines = [
        f"{msgspec.json.encode(name).decode()}: {msgspec.json.encode(floors[name]).decode()}" for name in sorted(floors)
    ]
    path.write_text("{\n" + ",\n".join(lines) + "\n}\n", encoding="utf-8")


def falls(figures: Iterable[Figure], floors: Floors, *, tolerance: float = TOLERANCE) -> list[str]:
    """A sentence for every figure that is below its floor, that could not be measured, or whose gold data changed.
    A figure without a floor is no fall; neither is a floor whose set was not run."""
    sentences = []
    for figure in figures:
        floor = floors.get(figure.name)
        if floor is None:
            continue
        if figure.value is None:
            sentences.append(f"{figure.name} could not be measured; its floor is {floor.value:.4f}")
        elif figure.digest != floor.digest:
            sentences.append(f"{figure.name} was pinned on other gold data: look at the change, then pin it again")
        elif figure.value < floor.value - tolerance:
            sentences.append(f"{figure.name} fell to {figure.value:.4f}; its floor is {floor.value:.4f}")
    return sentences


def pinned(figures: Iterable[Figure], floors: Floors) -> dict[str, Floor]:
    """The floors with every figure that is higher, new, or measured on other gold data pinned. Nothing is lowered on
    the same gold data."""
    result = dict(floors)
    for figure in figures:
        if figure.value is None or not figure.floor:
            continue
        old = floors.get(figure.name)
        if old is None or old.digest != figure.digest or figure.value > old.value:
            result[figure.name] = Floor(round(figure.value, 4), figure.digest)
    return result


def lowered(figures: Iterable[Figure], floors: Floors, name: str) -> dict[str, Floor]:
    """The floors with this one set to what was measured now, be it lower: the explicit act."""
    if name not in floors:
        raise SettingError(f"there is no floor named {name!r}{nearest(name, sorted(floors))}")
    for figure in figures:
        if figure.name == name and figure.value is not None:
            return {**floors, name: Floor(round(figure.value, 4), figure.digest)}
    raise SettingError(f"{name} was not measured in this run: its floor stays")


def digest_of(*paths: Path) -> str:
    """A short digest of the bytes of the given files, in the given order."""
    digest = sha256()
    for path in paths:
        digest.update(path.read_bytes())
    return digest.hexdigest()[:16]
