"""The PLOVER ontology as Dateline codes it: types, modes, contexts, sectors, scores, and the way to and from CAMEO.

The facts are those of PLOVER 2021; words and corrections are ours and stand in data/ontology.toml, each deviation from
the published tables with a `note`.
"""

from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec
from msgspec import Struct

from dateline.errors import PackError, nearest
from dateline.knowledge.compact import read_pack

QUADS = ("verbal cooperation", "material cooperation", "verbal conflict", "material conflict")


class Mode(Struct, frozen=True):
    """A mode of an event type: its meaning, its score (null: that of the type), its CAMEO code where it has one."""

    means: str
    score: float | None = None
    cameo: str | None = None
    note: str | None = None


class EventType(Struct, frozen=True):
    """One of the 16 types. `recipient` tells whether an event of this type must have one."""

    name: str
    means: str
    quad: str
    score: float
    recipient: bool
    cameo: str
    modes: dict[str, Mode]
    note: str | None = None


class Cameo(Struct, frozen=True):
    """A CAMEO code in PLOVER's terms. `event` is null for codes that PLOVER drops (plain statements)."""

    code: str
    label: str
    event: str | None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    note: str | None = None


class Ontology(Struct, frozen=True, eq=False):
    """Everything by name. `sectors` and `international` map codes to their meaning, `cameo` codes to their row,
    `intents` codes of acts to the code of meaning to do them."""

    types: dict[str, EventType]
    contexts: dict[str, str]
    sectors: dict[str, str]
    international: dict[str, str]
    cameo: dict[str, Cameo]
    intents: dict[str, str]

    def quad(self, type: str) -> str:
        """The quad class of a type in words: `material conflict`."""
        return self._type(type).quad

    def score(self, type: str, modes: Sequence[str] = ()) -> float:
        """The conflict-cooperation score, -10 to 10: that of the mode farthest from zero, else of the type."""
        event = self._type(type)
        scores = [s for s in (event.modes[m].score for m in modes if m in event.modes) if s is not None]
        return max(scores, key=abs) if scores else event.score

    def cameo_for(self, type: str, modes: Sequence[str] = (), frame_cameo: str | None = None) -> str:
        """The CAMEO code: the frame's unless a mode says more, else that of the first mode that has one, else the
        type's. A mode says more when its code is longer inside the frame's family: 190 with `aerial` is 195."""
        event = self._type(type)
        by_mode = next((c for c in (event.modes[m].cameo for m in modes if m in event.modes) if c), None)
        if frame_cameo is None:
            return by_mode or event.cameo
        if by_mode and by_mode != event.cameo and _is_general(frame_cameo):
            return by_mode
        return frame_cameo

    def intended(self, code: str) -> str:
        """The code of an act that is still to come: CAMEO has no status but codes of its own for the intention to
        cooperate (03) and for threats (13). The code itself where it has none, as for words, which are acts."""
        return next((i for n in (4, 3, 2) if (i := self.intents.get(code[:n])) is not None), code)

    def plover_for(self, cameo_code: str) -> Cameo | None:
        """The row of a CAMEO code; of its parent for a code that the table lacks; None if there is no such family."""
        for code in (cameo_code, cameo_code[:3], cameo_code[:2], f"0{cameo_code}"):
            if code in self.cameo:
                return self.cameo[code]
        return None

    def require_type(self, name: str, *, where: str | None = None) -> None:
        """PackError unless there is such an event type."""
        _require("event type", name, self.types, where)

    def require_mode(self, type: str, mode: str, *, where: str | None = None) -> None:
        """PackError unless the type has this mode."""
        _require(f"mode of {type}", mode, self._type(type).modes, where)

    def require_context(self, name: str, *, where: str | None = None) -> None:
        """PackError unless there is such a context."""
        _require("context", name, self.contexts, where)

    def require_cameo(self, code: str, *, where: str | None = None) -> None:
        """PackError unless there is such a CAMEO code."""
        _require("CAMEO code", code, self.cameo, where)

    def _type(self, name: str) -> EventType:
        self.require_type(name)
        return self.types[name]


def _is_general(code: str) -> bool:
    """True for a root (`19`) and for the unspecified code under it (`190`)."""
    return len(code) == 2 or (len(code) == 3 and code.endswith("0"))


def _require(what: str, name: str, choices: dict[str, Any], where: str | None) -> None:
    if name not in choices:
        message = f"no {what} {name!r}{nearest(name, list(choices))}"
        raise PackError(f"{where}: {message}" if where else message)


class _RawType(Struct, forbid_unknown_fields=True):
    means: str
    quad: str
    score: float
    recipient: bool
    cameo: str
    mode: dict[str, Mode] = {}
    note: str | None = None


class _RawOntology(Struct, forbid_unknown_fields=True):
    version: int
    type: dict[str, _RawType]
    contexts: dict[str, str]
    sectors: dict[str, str]
    international: dict[str, str]
    cameo: dict[str, list[str]]
    intents: dict[str, str] = {}
    notes: dict[str, str] = {}


@cache
def load_ontology() -> Ontology:
    """The built-in ontology."""
    return read_ontology(files("dateline.knowledge") / "data" / "ontology.toml")


def read_ontology(path: Path | Traversable) -> Ontology:
    """The ontology of a pack file. PackError names the file and the nearest valid word."""
    where = path.name
    try:
        raw = msgspec.convert(read_pack(path), _RawOntology)
    except msgspec.ValidationError as error:
        raise PackError(f"{where}: {error}") from error
    types: dict[str, EventType] = {}
    for name, type_ in raw.type.items():
        if type_.quad not in QUADS:
            raise PackError(f"{where}: type {name}: no quad class {type_.quad!r}{nearest(type_.quad, list(QUADS))}")
        types[name] = EventType(
            name=name,
            means=type_.means,
            quad=type_.quad,
            score=type_.score,
            recipient=type_.recipient,
            cameo=type_.cameo,
            modes=type_.mode,
            note=type_.note,
        )
    cameo = {code: _row(code, row, raw.notes.get(code), where) for code, row in raw.cameo.items()}
    ontology = Ontology(types, raw.contexts, raw.sectors, raw.international, cameo, raw.intents)
    _check(ontology, raw.notes, where)
    return ontology


def _row(code: str, row: list[str], note: str | None, where: str) -> Cameo:
    """`[label, TYPE, mode, contexts]`, shortened from the right; empty is null, contexts are parted by blanks."""
    if not 1 <= len(row) <= 4:
        raise PackError(f"{where}: CAMEO {code}: a row is [label, type, mode, context]")
    label, event, mode, contexts = row + [""] * (4 - len(row))
    return Cameo(code, label, event or None, mode or None, tuple(contexts.split()), note)


def _check(ontology: Ontology, notes: dict[str, str], where: str) -> None:
    for row in ontology.cameo.values():
        at = f"{where}: CAMEO {row.code}"
        if row.event is not None:
            ontology.require_type(row.event, where=at)
            if row.mode is not None:
                ontology.require_mode(row.event, row.mode, where=at)
        for context in row.contexts:
            ontology.require_context(context, where=at)
    for act, intent in ontology.intents.items():
        ontology.require_cameo(act, where=f"{where}: intents")
        ontology.require_cameo(intent, where=f"{where}: intents")
    for code in notes:
        ontology.require_cameo(code, where=f"{where}: notes")
    for event in ontology.types.values():
        ontology.require_cameo(event.cameo, where=f"{where}: type {event.name}")
        for name, mode in event.modes.items():
            if mode.cameo is not None:
                ontology.require_cameo(mode.cameo, where=f"{where}: mode {event.name} {name}")
