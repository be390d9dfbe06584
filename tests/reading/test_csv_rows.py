from io import BytesIO

import pytest

from dateline.errors import InputError
from dateline.reading.csv_rows import read_csv
from dateline.reading.documents import ReadOptions
from dateline.reading.read_error import ReadError


def read(data, delimiter=None, **options):
    stream = BytesIO(data)
    found = read_csv(stream, head=data[:4096], options=ReadOptions(**options), where="t.csv", delimiter=delimiter)
    return [(item.line, item.message) if isinstance(item, ReadError) else (item.id, item.text) for item in found]


@pytest.mark.parametrize(
    "data",
    [
        b"id,text\n1,Envoys met.\n2,They left.\n",
        b"\xef\xbb\xbfid;text\r\n1;Envoys met.\r\n\r\n2;They left.\r\n",
        b"text\tid\nEnvoys met.\t1\nThey left.\t2",
    ],
)
def test_rows_become_documents(data):
    assert read(data) == [("1", "Envoys met."), ("2", "They left.")]


def test_a_quoted_field_may_hold_separators_and_line_ends():
    assert read(b'id,text\n1,"Envoys, they\nsay, met."\n') == [("1", "Envoys, they\nsay, met.")]


def test_columns_by_option():
    assert read(b"key,story\nk,Envoys met.\n", id_field="key", text_field="story") == [("k", "Envoys met.")]
    with pytest.raises(InputError, match="story"):
        read(b"id,text\n1,Envoys met.\n", text_field="story")


def test_a_bad_row_is_reported_and_the_others_go_on():
    found = read(b"id,text\n1,Envoys met.\n2,too,many,cells\n3,bro\xffken\n4,They left.\n")
    assert [item for item in found if isinstance(item[0], str)] == [("1", "Envoys met."), ("4", "They left.")]
    assert [line for line, _ in found if isinstance(line, int)] == [3, 4]


@pytest.mark.parametrize("data", [b"", b"\n", b"id,text\n", b"name,age\nx,1\n"])
def test_no_rows_or_no_column_for_the_text(data):
    with pytest.raises(InputError):
        read(data)
