import pytest

from dateline.reading.documents import ReadOptions
from dateline.reading.read_error import ReadError
from dateline.reading.rows import documents_of_row
from dateline.records import Document


def rows(row: dict[str, object], **options: str) -> list[Document | ReadError]:
    return list(documents_of_row(row, options=ReadOptions(**options), where="t.jsonl", line=7))


def one(row: dict[str, object], **options: str) -> Document:
    (document,) = rows(row, **options)
    assert isinstance(document, Document)
    return document


def test_fields_are_understood() -> None:
    row = {"ID": 12, "Text": " Envoys met.\r\n", "date": "15 May 2024", "source": "Harbor News", "headline": "Talks"}
    document = one(row)
    assert document.id == "12"
    assert document.text == " Envoys met.\r\n", "the text of a row is kept to the last code point"
    assert (document.published, document.published_from) == ("2024-05-15", "metadata")
    assert (document.publisher, document.title) == ("Harbor News", "Talks")


def test_the_first_name_that_holds_something_wins() -> None:
    assert one({"text": "Envoys met.", "published": "", "date": "2024-05-15"}).published == "2024-05-15"


def test_named_fields() -> None:
    document = one({"key": "k1", "story": "Envoys met.", "text": "no"}, id_field="key", text_field="story")
    assert (document.id, document.text) == ("k1", "Envoys met.")


def test_forbidden_characters_keep_their_place() -> None:
    assert one({"text": "Envoys\x00met."}).text == "Envoys met."


@pytest.mark.parametrize(
    ("row", "options", "message"),
    [
        ({"txet": "Envoys met."}, {}, "there is no field 'text' (did you mean 'txet'?); there are 'txet'"),
        ({"story": "x"}, {"text_field": "storey"}, "there is no field 'storey' (did you mean 'story'?)"),
        ({"text": None}, {}, "the field 'text' should hold text, it holds null"),
        ({"text": "  "}, {}, "the text is empty"),
        ({"text": "x"}, {"id_field": "key"}, "there is no field 'key'"),
    ],
)
def test_errors_name_the_field(row: dict[str, object], options: dict[str, str], message: str) -> None:
    (error,) = rows(row, **options)
    assert isinstance(error, ReadError)
    assert message in error.message
    assert str(error).startswith("t.jsonl, line 7: ")


def test_a_bad_date_is_reported_and_the_text_still_read() -> None:
    error, document = rows({"text": "Envoys met.", "date": "03/04/2021"})
    assert isinstance(error, ReadError)
    assert "'03/04/2021' is not a date" in error.message
    assert isinstance(document, Document)
    assert document.published is None
