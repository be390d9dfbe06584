"""The path of a report, from a text to its records; it reads aloud like its picture:

Document -> analyze -> resolve -> attributions -> events -> claims -> assemble -> CodedDocument
"""

from collections.abc import Iterable, Iterator
from functools import cache, partial
from typing import TYPE_CHECKING

from msgspec import Struct
from msgspec.structs import replace

from dateline.coding_error import CodingError
from dateline.errors import InputError
from dateline.reading.documents import document_from_text
from dateline.reading.read_error import ReadError
from dateline.records.document import CodedDocument, Coder, Document
from dateline.settings import Settings

if TYPE_CHECKING:
    from dateline.language.analysis import Analysis
    from dateline.resolving.resolution import Resolution

Result = CodedDocument | CodingError | ReadError


def code(
    text: str,
    *,
    published: str | None = None,
    publisher: str | None = None,
    title: str | None = None,
    url: str | None = None,
    id: str | None = None,
    model: str | None = None,
    settings: Settings | None = None,
) -> CodedDocument:
    """The records of one text. `model` is short for the one of the settings (see `Settings`).

    `published` is the date of publication (`2021-02-25`); without it only a dateline in the text can place "yesterday"
    on the calendar. Raises InputError for a text without words and SettingError for a date that is none.

    >>> coded = dateline.code("Rebels shelled the town of Marhit on Monday.", published="2024-05-15")
    >>> [(event.event, event.when.from_) for event in coded.events]
    [('ASSAULT', '2024-05-13')]
    """
    if not isinstance(text, str):
        raise InputError(f"expected a text, got {type(text).__name__}")
    document = document_from_text(text, published=published, publisher=publisher, title=title, url=url, id=id)
    return code_document(document, settings=_settled(model, settings))


class Traced(Struct, frozen=True):
    """A coded document with what its records were read from: trees, entities and times by token."""

    coded: CodedDocument
    analysis: "Analysis"
    resolution: "Resolution"


def code_document(document: Document, *, settings: Settings | None = None) -> CodedDocument:
    """The records of one document, as `read` gives it."""
    return trace_document(document, settings=settings).coded


def trace_document(document: Document, *, settings: Settings | None = None) -> Traced:
    """The records of one document with the analysis behind them, for `dateline explain`."""
    # The stages are imported here so that importing dateline stays light.
    from dateline import language
    from dateline.assembling import assemble
    from dateline.claims.attribution import find_attributions
    from dateline.claims.linking import link_claims
    from dateline.claims.speakers import resolve_first_person
    from dateline.claims.voices import give_voice
    from dateline.events import code_events
    from dateline.resolving.entities import resolve

    chosen = settings or Settings()
    model = language.choose_model(chosen.model, device=chosen.device)
    analysis = language.analyze(document.text, model=model)
    resolution = resolve(document, analysis)
    attributions = find_attributions(document, analysis, resolution)
    resolution = resolve_first_person(document, analysis, resolution, attributions)
    reported = tuple(span for attribution in attributions for span in attribution.content)
    coding = code_events(document, analysis, resolution, reported)
    claims, events = link_claims(document, analysis, resolution, attributions, coding.events)
    events = give_voice(analysis, claims, events, resolution.entities)
    coded = assemble(
        document,
        sentences=tuple((sentence.start, sentence.end) for sentence in analysis.sentences),
        entities=resolution.entities,
        times=tuple(found.time for found in resolution.times),
        events=events,
        claims=claims,
        uncoded=coding.uncoded,
        coder=Coder(version=version(), model=analysis.model, knowledge=knowledge_hash()),
    )
    return Traced(with_confidence(coded), analysis, resolution)


def with_confidence(coded: CodedDocument) -> CodedDocument:
    """The document with the calibrated confidence of every record: until then it held the score of a single rule."""
    from dateline.claims.confidence import claim_confidence
    from dateline.events.confidence import event_confidence

    entities = {entity.id: entity for entity in coded.entities}
    return replace(
        coded,
        events=tuple(replace(event, confidence=event_confidence(event, entities)) for event in coded.events),
        claims=tuple(replace(claim, confidence=claim_confidence(claim, entities)) for claim in coded.claims),
    )


def code_all(
    documents: Iterable[Document | ReadError],
    *,
    workers: int = 1,
    model: str | None = None,
    settings: Settings | None = None,
) -> Iterator[Result]:
    """The documents coded, in their order, as they are asked for; `workers` processes share the work.

    One bad document never stops a run: it comes as a CodingError in its place. Read errors pass through, so that
    `code_all(read("folder"))` accounts for every file. With several workers about four documents a worker are in
    flight; in a script, call it under `if __name__ == "__main__":`.
    """
    work = partial(try_document, settings=_settled(model, settings))
    if workers > 1:
        from dateline.parallel import in_parallel

        yield from in_parallel(documents, work, workers=workers)
        return
    for document in documents:
        yield document if isinstance(document, ReadError) else work(document)


def _settled(model: str | None, settings: Settings | None) -> Settings:
    chosen = settings or Settings()
    return chosen if model is None else replace(chosen, model=model)


def try_document(document: Document, *, settings: Settings | None = None) -> CodedDocument | CodingError:
    """The coded document, or the error in its place. A missing model or pack is raised: no document could be coded."""
    from dateline.errors import ModelError, PackError, SettingError

    try:
        return code_document(document, settings=settings)
    except (ModelError, PackError, SettingError):
        raise
    except Exception as error:
        return CodingError(document.id, document.source, f"{type(error).__name__}: {error}")


@cache
def version() -> str:
    """The version of the installed package."""
    from importlib.metadata import PackageNotFoundError
    from importlib.metadata import version as installed

    try:
        return installed("dateline")
    except PackageNotFoundError:  # run from a source tree that was never installed
        return "0"


@cache
def knowledge_hash() -> str:
    """A hash of all packs: 16 hexadecimal digits that change when any file of the knowledge does."""
    from hashlib import sha256
    from importlib.resources import files
    from importlib.resources.abc import Traversable

    digest = sha256()

    def add(folder: Traversable, prefix: str) -> None:
        for item in sorted(folder.iterdir(), key=lambda item: item.name):
            if item.is_dir():
                add(item, f"{prefix}{item.name}/")
            elif not item.name.endswith((".py", ".pyc")):
                digest.update(f"{prefix}{item.name}\0".encode())
                digest.update(item.read_bytes())

    add(files("dateline.knowledge") / "data", "")
    return digest.hexdigest()[:16]
