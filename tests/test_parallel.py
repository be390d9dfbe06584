import os
from collections.abc import Iterator

from dateline.coding_error import CodingError
from dateline.parallel import IN_FLIGHT_PER_WORKER, in_parallel
from dateline.pipeline import try_document
from dateline.reading import ReadError
from dateline.records import CodedDocument, Document


class Deadly:
    """A document that ends the process that unpacks it, as one beyond memory would."""

    id = "deadly"
    source = "deadly.txt"

    def __reduce__(self) -> tuple[object, ...]:
        return os._exit, (1,)


def documents(count: int) -> list[Document]:
    return [Document(id=str(n), text=f"Envoys met in Oslo for round {n}.") for n in range(count)]


def test_a_dying_process_costs_one_document() -> None:
    first, second, third, fourth = documents(4)
    error = ReadError("x.txt", "the file is empty")
    given = [first, error, second, Deadly(), third, fourth]
    results = list(in_parallel(given, try_document, workers=2))  # type: ignore[arg-type]
    assert results[1] is error
    lost = results[3]
    assert isinstance(lost, CodingError)
    assert str(lost) == (
        "deadly.txt, document deadly: could not be coded: the process that coded it died (out of memory?)"
    )
    coded = [result for result in results if isinstance(result, CodedDocument)]
    assert [document.id for document in coded] == ["0", "1", "2", "3"]


def test_few_documents_are_in_flight() -> None:
    taken = 0

    def source() -> Iterator[Document]:
        nonlocal taken
        for document in documents(40):
            taken += 1
            yield document

    results = in_parallel(source(), try_document, workers=2)
    next(results)
    assert taken <= 2 * IN_FLIGHT_PER_WORKER
    results.close()  # type: ignore[attr-defined]
