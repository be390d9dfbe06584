import io
import json

import pytest

from dateline.errors import InputError
from dateline.export.jsonl import read_coded, to_line
from dateline.records import CodedDocument


def test_there_and_back(sample: CodedDocument) -> None:
    line = to_line(sample)
    assert line.count(b"\n") == 1
    assert list(read_coded(io.BytesIO(line + b"\n" + line), where="x")) == [sample, sample]


def test_the_contract_names(sample: CodedDocument) -> None:
    record = json.loads(to_line(sample))
    event = record["events"][0]
    assert event["when"] == {
        "from": "2024-05-13",
        "to": "2024-05-14",
        "precision": "part_of_day",
        "time": "t1",
        "inferred": False,
    }
    start, end = event["anchor"]
    assert record["text"][start:end] == "struck"
    assert {"entities", "times", "claims", "sentences", "coder"} <= record.keys()


@pytest.mark.parametrize(
    ("line", "message"),
    [(b'{"id": 1}', "x, line 2: not a coded document"), (b"{", "x, line 2: malformed JSON"), (b"\xff", "line 2")],
)
def test_a_bad_line_is_named(sample: CodedDocument, line: bytes, message: str) -> None:
    with pytest.raises(InputError, match=message):
        list(read_coded(io.BytesIO(to_line(sample) + line), where="x"))
