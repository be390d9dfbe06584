"""Small records built by hand: every field that a test does not care about has a plain value."""

from collections.abc import Callable
from typing import Any

import pytest

from dateline.records import Claim, CodedDocument, Coder, Count, Effect, Entity, Event, Mention, Place, When


def make_entity(id_: str, name: str, *, country: str | None = None, sector: str | None = None, **more: Any) -> Entity:
    span = more.pop("span", None)
    mentions = (Mention(span, span, "name"),) if span else ()
    return Entity(id=id_, name=name, kind="other", mentions=mentions, country=country, sector=sector, **more)


def make_place(id_: str, name: str, country: str | None) -> Entity:
    place = Place(lat=None, lon=None, geonames_id=None, country=country, admin1=None, feature=None, precision=6)
    return Entity(id=id_, name=name, kind="place", mentions=(), place=place)


def make_event(id_: str, anchor: tuple[int, int], event: str = "ASSAULT", **more: Any) -> Event:
    plain: dict[str, Any] = {
        **dict.fromkeys(["modes", "contexts", "actors", "recipients", "authorizers", "instruments"], ()),
        **dict.fromkeys(["objects", "effects", "responds_to", "purpose", "claims", "why"], ()),
        "mentions": (anchor,),
        "cameo": None,
        "quad": "material conflict",
        "score": 0.0,
        "place": None,
        "when": None,
        "status": "actual",
        "historical": False,
        "confidence": 1.0,
    }
    return Event(id=id_, anchor=anchor, event=event, **{**plain, **more})  # type: ignore[arg-type]


def make_effect(kind: str, low: int | None, high: int | None) -> Effect:
    return Effect(kind=kind, what=None, entity=None, victim="unknown", count=Count(low, high, (0, 1)), span=(0, 1))  # type: ignore[arg-type]


def make_claim(id_: str, content: tuple[tuple[int, int], ...], **more: Any) -> Claim:
    plain: dict[str, Any] = {
        **dict.fromkeys(["source", "source_span", "cue", "addressee", "via"]),
        "style": "indirect",
        "factuality": "CT+",
        "events": (),
    }
    return Claim(id=id_, content=content, **{**plain, **more})


def make_document(id_: str, text: str, **more: Any) -> CodedDocument:
    plain: dict[str, Any] = {
        **dict.fromkeys(["published", "published_from", "publisher", "title", "url", "language"]),
        **dict.fromkeys(["sentences", "entities", "times", "events", "claims", "uncoded"], ()),
        "coder": Coder("test", "test", "test"),
    }
    return CodedDocument(id=id_, text=text, **{**plain, **more})


@pytest.fixture
def entity() -> Callable[..., Entity]:
    return make_entity


@pytest.fixture
def place() -> Callable[..., Entity]:
    return make_place


@pytest.fixture
def event() -> Callable[..., Event]:
    return make_event


@pytest.fixture
def effect() -> Callable[..., Effect]:
    return make_effect


@pytest.fixture
def claim() -> Callable[..., Claim]:
    return make_claim


@pytest.fixture
def document() -> Callable[..., CodedDocument]:
    return make_document


@pytest.fixture
def interval() -> Callable[[str, str], When]:
    return lambda start, end: When(from_=start, to=end, precision="day")
