import codecs

import pytest

from dateline.errors import InputError
from dateline.reading.decoding import decode, encoding_by_mark, refuse_binary

TEXT = "Ministers met in São Tomé — no one left."


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_unicode_with_and_without_mark(encoding: str) -> None:
    assert decode(TEXT.encode(encoding)) == TEXT


def test_big_endian_mark() -> None:
    assert decode(codecs.BOM_UTF16_BE + TEXT.encode("utf-16-be")) == TEXT
    assert encoding_by_mark(b"plain") is None


def test_wrong_encoding_names_the_byte_and_the_likely_encoding() -> None:
    with pytest.raises(InputError, match=r"byte 18 \(0xe3\) is not valid UTF-8; it is probably windows-1252"):
        decode(TEXT.encode("windows-1252"))


def test_a_declared_encoding_is_used_when_utf8_fails() -> None:
    assert decode(TEXT.encode("windows-1252"), declared="windows-1252") == TEXT
    with pytest.raises(InputError):
        decode(TEXT.encode("windows-1252"), declared="no-such-encoding")


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"%PDF-1.7 ...", "a PDF file"),
        (b"PK\x03\x04....", "ZIP archive or an Office document"),
        (b"\x1f\x8b\x08....", "gzip"),
        (bytes(range(256)) * 4, "a binary file"),
        (TEXT.encode("utf-16-le"), "UTF-16 without a byte-order mark"),
    ],
)
def test_binary_data_is_refused(data: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        refuse_binary(data)


def test_a_stray_nul_is_not_binary() -> None:
    refuse_binary(b"Envoys met in the capital.\x00 They agreed on a date for the next round.")
