from io import BytesIO

import pytest

from dateline.errors import InputError
from dateline.reading.documents import ReadOptions
from dateline.reading.json_lines import read_json, read_json_lines
from dateline.reading.read_error import ReadError


def shown(found):
    return [(item.where, item.line, item.message) if isinstance(item, ReadError) else item.text for item in found]


def lines(data):
    return shown(read_json_lines(BytesIO(data), head=data[:4096], options=ReadOptions(), where="f.jsonl"))


def whole(data):
    return shown(read_json(BytesIO(data), options=ReadOptions(), where="f.json"))


def test_one_object_a_line_blank_lines_aside():
    assert lines(b'\xef\xbb\xbf{"text": "One."}\n\n{"text": "Two."}') == ["One.", "Two."]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        (b'{"text": ', "malformed JSON"),
        (b'["One."]', "expected an object, found a list"),
        (b"7", "expected an object, found a number"),
        (b"null", "expected an object, found null"),
        (b'{"text": 7}', "should hold text"),
        (b'{"body_text": "One."}', "text"),
        (b'{"text": "  "}', "the text is empty"),
    ],
)
def test_a_bad_line_is_reported_with_its_number(line, part):
    first, error, last = lines(b'{"text": "One."}\n' + line + b'\n{"text": "Two."}\n')
    assert (first, last) == ("One.", "Two.")
    assert error[:2] == ("f.jsonl", 2)
    assert part in error[2]


@pytest.mark.parametrize(
    "data",
    [
        b'[{"text": "One."}, {"text": "Two."}]',
        b'{"documents": [{"text": "One."}, {"text": "Two."}], "count": 2}',
        b'{"text": "One."}\n{"text": "Two."}\n',
    ],
)
def test_a_list_a_wrapped_list_or_lines_after_all(data):
    assert whole(data) == ["One.", "Two."]


def test_an_object_is_one_document_and_items_count_from_one():
    assert whole(b'{"text": "One.", "items": ["x"]}') == ["One."]
    assert whole(b'[{"text": "One."}, 3]')[1] == ("f.json, item 2", None, "expected an object, found a number")


def test_a_list_in_a_file_of_lines():
    assert lines(b'[{"text": "One."}]') == ["One."]


@pytest.mark.parametrize("data", [b"", b" \n", b"[1, 2"])
def test_nothing_to_read(data):
    with pytest.raises(InputError):
        whole(data)


def test_a_list_beyond_the_limit_says_what_to_do(monkeypatch):
    monkeypatch.setattr("dateline.reading.json_lines.MAX_JSON_BYTES", 10)
    with pytest.raises(InputError, match="write it as JSON Lines"):
        whole(b'[{"text": "One."}]')
