"""The coder as the benchmarks call it: the whole path, or one stage of it."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dateline.language.analysis import Analysis
    from dateline.records import CodedDocument, Document
    from dateline.resolving.resolution import Resolution


def as_document(text: str, published: str | None = None, *, id_: str = "") -> "Document":
    """A text as a table with a `published` column would have given it."""
    from dateline.records import Document

    return Document(id=id_, text=text, published=published, published_from="metadata" if published else None)


def code(text: str, published: str | None = None, *, id_: str = "") -> "CodedDocument":
    """The records of a text."""
    from dateline.pipeline import code_document

    return code_document(as_document(text, published, id_=id_))


def analyze(text: str) -> "Analysis":
    """Sentences, trees and names of a text."""
    from dateline.language import analyze

    return analyze(text)


def resolve(text: str, published: str | None = None) -> "Resolution":
    """All entities, places and times of a text, those included that take part in nothing."""
    from dateline.resolving.entities import resolve

    return resolve(as_document(text, published), analyze(text))
