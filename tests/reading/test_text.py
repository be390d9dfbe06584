import pytest

from dateline.errors import InputError
from dateline.reading.documents import ReadOptions
from dateline.reading.text import read_text


def read(data, **options):
    return read_text(data, options=ReadOptions(**options), source="a.txt")


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"Envoys met.\n", "Envoys met."),
        (b"\xef\xbb\xbf\r\n\r\nEnvoys met.\r\nThey left.  ", "Envoys met.\nThey left."),
        ("Das Schloß.".encode("utf-16"), "Das Schloß."),
        (b"Title: Talks\nSource: Harbor News\n\nEnvoys met.", "Envoys met."),
    ],
)
def test_the_text_without_headers_and_blank_space(data, text):
    assert read(data).text == text


def test_what_the_headers_say():
    document = read(b"Date: 2022-03-14\nTitle: Talks\nSource: Harbor News\n\nEnvoys met.")
    assert (document.published, document.published_from) == ("2022-03-14", "header")
    assert (document.title, document.publisher, document.source) == ("Talks", "Harbor News", "a.txt")


def test_an_option_wins_over_a_header():
    document = read(b"Date: 2022-03-14\n\nEnvoys met.", published="2024-01-01", publisher="Bay Post")
    assert (document.published, document.published_from, document.publisher) == ("2024-01-01", "option", "Bay Post")


@pytest.mark.parametrize("data", [b"", b" \n\t\n", b"Title: Talks\n\n", b"\x00\x01\x02\x00" * 50])
def test_no_text(data):
    with pytest.raises(InputError):
        read(data)
