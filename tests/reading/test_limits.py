import pytest

from dateline.reading.limits import MAX_DOCUMENT_BYTES, MAX_JSON_BYTES, megabytes


@pytest.mark.parametrize(("count", "words"), [(20_000_000, "20 MB"), (1_400_000, "1 MB"), (0, "0 MB")])
def test_sizes_in_words(count, words):
    assert megabytes(count) == words


def test_a_list_may_hold_many_documents():
    assert MAX_JSON_BYTES > MAX_DOCUMENT_BYTES
