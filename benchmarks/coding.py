"""The coder as the benchmarks call it: the whole path, or one stage of it."""

import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import DatelineError

if TYPE_CHECKING:
    from dateline.language.analysis import Analysis
    from dateline.records import CodedDocument, Document
    from dateline.resolving.resolution import Resolution


def as_document(text: str, published: str | None = None, *, id_: str = "") -> "Document":
    """A text as a table with a `published` column would have given it."""
    from dateline.records import Document

    return Document(id=id_, text=text, published=published, published_from="metadata" if published else None)


# The folder of another model than the one that ships; set once, before anything is measured.
model_folder: Path | None = None


# What went wrong in this process, for the end of the run: a text that breaks the coder counts as coded with nothing,
# so that a set keeps its figure, and the run fails all the same.
crashes: list[str] = []


@contextmanager
def without_marks() -> Iterator[None]:
    """Inside, the model's heads beyond tree, tags and names say nothing, as if it were a model without them."""
    from dateline.language import load_model

    model = load_model(model_folder)
    reader, model._marks = model._marks, None
    try:
        yield
    finally:
        model._marks = reader


def code(text: str, published: str | None = None, *, id_: str = "") -> "CodedDocument":
    """The records of a text; none when coding it failed, which is noted in `crashes`."""
    from dateline.pipeline import code_document
    from dateline.records import CodedDocument, Coder
    from dateline.settings import Settings

    settings = Settings(model=str(model_folder)) if model_folder else None
    try:
        return code_document(as_document(text, published, id_=id_), settings=settings)
    except DatelineError:
        raise  # a missing model or a broken pack: no text could be coded
    except Exception as error:
        note(error, text)
        nothing = dict.fromkeys(("sentences", "entities", "times", "events", "claims", "uncoded"), ())
        unknown = dict.fromkeys(("published_from", "publisher", "title", "url", "language"))
        coder = Coder(version="", model="", knowledge="")
        return CodedDocument(id=id_, text=text, published=published, coder=coder, **nothing, **unknown)


def note(error: Exception, text: str) -> None:
    """Remember a crash: the error, where it was raised, and how the text begins."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    where = f"{Path(frame.filename).name}:{frame.lineno}"
    crashes.append(f"{type(error).__name__}: {error} ({where}) on a text that begins {text[:40]!r}")


def analyze(text: str) -> "Analysis":
    """Sentences, trees and names of a text."""
    from dateline.language import analyze, load_model

    return analyze(text, model=load_model(model_folder))


def resolve(text: str, published: str | None = None) -> "Resolution":
    """All entities, places and times of a text, those included that take part in nothing."""
    from dateline.resolving.entities import resolve
    from dateline.resolving.resolution import Resolution

    try:
        return resolve(as_document(text, published), analyze(text))
    except DatelineError:
        raise
    except Exception as error:
        note(error, text)
        return Resolution(entities=(), entity_of={}, phrases={}, times=(), time_of={}, counts={})
