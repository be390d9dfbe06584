from dateline.coding_error import CodingError


def test_it_says_which_document_and_why() -> None:
    assert str(CodingError("7", "reports.jsonl", "too large")) == (
        "reports.jsonl, document 7: could not be coded: too large"
    )
    assert str(CodingError("7", None, "too large")) == "document 7: could not be coded: too large"
