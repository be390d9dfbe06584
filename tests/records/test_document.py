import msgspec
import pytest

from dateline.records import CodedDocument, Document


def test_a_coded_document_reads_back_equal(sample: CodedDocument) -> None:
    line = msgspec.json.encode(sample)
    assert msgspec.json.decode(line, type=CodedDocument) == sample
    assert b"\n" not in line


def test_a_document_needs_an_id_and_a_text_only() -> None:
    document = Document(id="d", text="Envoys met.")
    assert {name for name in Document.__struct_fields__ if getattr(document, name) is not None} == {"id", "text"}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": "d"}, Document)


def test_where_the_date_came_from_is_one_of_four() -> None:
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert({"id": "d", "text": "x", "published_from": "guess"}, Document)
