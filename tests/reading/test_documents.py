import pytest

from dateline.errors import InputError, SettingError
from dateline.reading.documents import ReadOptions, content_id, document_from_text, make_document, options_of


def test_the_option_wins_over_the_header_and_the_header_over_the_dateline() -> None:
    text = "OSLO, May 14, 2024 — Envoys met."
    header = {"published": "2024-05-15"}

    def published(fields: dict[str, str | None], options: ReadOptions) -> tuple[str | None, str | None]:
        document = make_document(text, fields, options=options, published_from="header", source=None)
        return document.published, document.published_from

    assert published(dict(header), ReadOptions(published="2024-05-16")) == ("2024-05-16", "option")
    assert published(dict(header), ReadOptions()) == ("2024-05-15", "header")
    assert published({}, ReadOptions()) == ("2024-05-14", "dateline")


def test_the_dateline_stays_in_the_text() -> None:
    document = document_from_text("OSLO, May 14, 2024 — Envoys met.")
    assert document.dateline_span is not None
    assert document.text[slice(*document.dateline_span)] == "OSLO, May 14, 2024 —"


def test_what_is_said_of_a_document_can_be_stored_as_well() -> None:
    broken = ReadOptions(publisher="Bay\ud800Post")
    fields: dict[str, str | None] = {"title": "Talks\x00", "url": "http://a/\udcff", "id": "7\x07", "language": None}
    document = make_document("Envoys met.", fields, options=broken, published_from="metadata", source="f\udcff.txt")
    assert (document.publisher, document.title, document.id, document.language) == (
        "Bay\ufffdPost",
        "Talks ",
        "7 ",
        None,
    )
    assert (document.url, document.source) == ("http://a/\ufffd", "f\ufffd.txt")


def test_identity_by_content() -> None:
    assert document_from_text("Envoys met.").id == content_id("Envoys met.") == "sha256:361747d09ec4e9bf"
    assert document_from_text("Envoys met.", id="x").id == "x"


def test_a_bad_option_is_a_setting_error() -> None:
    with pytest.raises(SettingError, match="'soon' is not a date; write it as 2021-02-25"):
        options_of(published="soon", publisher=None)


def test_an_empty_text() -> None:
    with pytest.raises(InputError, match="empty"):
        document_from_text(" \n")
