import io
import json
import sys
from pathlib import Path

import pytest

from dateline.reading import ReadError, limits, lines, read, reader
from dateline.records import Document


def outcome(inputs: object, **options: str) -> list[str]:
    """Texts of documents and messages of errors, in order."""
    results = read(inputs, **options)  # type: ignore[arg-type]
    return [item.text if isinstance(item, Document) else str(item) for item in results]


def write(folder: Path, name: str, content: str | bytes) -> str:
    path = folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return str(path)


def test_a_folder_in_the_order_of_names(tmp_path: Path) -> None:
    write(tmp_path, "b.txt", "Second.")
    write(tmp_path, "a.md", "# First")
    write(tmp_path, "c/d.jsonl", '{"text": "Third."}\n{"text": "Fourth."}\n')
    write(tmp_path, "c/e.csv", "id,text\n1,Fifth.\n")
    write(tmp_path, "f", "Sixth.")
    write(tmp_path, "picture.png", b"\x89PNG")
    write(tmp_path, ".hidden.txt", "no")
    assert outcome(tmp_path) == ["First", "Second.", "Sixth.", "Third.", "Fourth.", "Fifth."]


def test_bad_inputs_and_good_ones(tmp_path: Path) -> None:
    good = write(tmp_path, "good.txt", "Title: T\n\nEnvoys met.\n")
    binary = write(tmp_path, "image.txt", b"\x89PNG\x00\x00")
    empty = write(tmp_path, "empty.txt", " \n")
    latin = write(tmp_path, "latin.txt", "São Tomé".encode("latin-1"))
    pdf = write(tmp_path, "with/paper.pdf", b"%PDF")
    (tmp_path / "bare").mkdir()
    missing = str(tmp_path / "goood.txt")
    results = outcome([missing, binary, empty, latin, tmp_path / "with", tmp_path / "bare", tmp_path / "*.nope", good])
    assert results[-1] == "Envoys met."
    expected = [
        (missing, "there is no such file or folder (did you mean 'good.txt'?)"),
        (binary, "this is a PNG image, not text"),
        (empty, "the file is empty"),
        (latin, "byte 1 (0xe3) is not valid UTF-8"),
        (pdf, ".pdf files are not read"),
        (str(tmp_path / "bare"), "the folder holds no texts"),
        (str(tmp_path / "*.nope"), "no file matches"),
    ]
    assert len(results) == len(expected) + 1
    for result, (where, message) in zip(results, expected, strict=False):
        assert result.startswith(f"{where}: {message}")


def test_globs(tmp_path: Path) -> None:
    write(tmp_path, "2.txt", "Two.")
    write(tmp_path, "1.txt", "One.")
    write(tmp_path, "deep/3.txt", "Three.")
    assert outcome(str(tmp_path / "*.txt")) == ["One.", "Two."]
    assert outcome(str(tmp_path / "**" / "*.txt")) == ["One.", "Two.", "Three."]


def test_malformed_line_seven(tmp_path: Path) -> None:
    rows = [json.dumps({"text": f"Number {n}."}) for n in range(1, 10)]
    rows[6] = '{"text": "Number 7."'
    results = outcome(write(tmp_path, "rows.jsonl", "\n".join(rows)))
    assert results[5] == "Number 6."
    assert "rows.jsonl, line 7: malformed JSON" in results[6]
    assert results[7:] == ["Number 8.", "Number 9."]


@pytest.mark.parametrize(
    ("name", "content", "expected"),
    [
        (
            "list.json",
            '[{"text": "One."}, 3, {"text": ""}]',
            ["One.", "item 2: expected an object", "item 3: the text"],
        ),
        ("wrapped.json", '{"documents": [{"text": "One."}]}', ["One."]),
        ("single.json", '{"text": "One.", "data": [1]}', ["One."]),
        ("lines.json", '{"text": "One."}\n{"text": "Two."}\n', ["One.", "Two."]),
        ("broken.json", '[{"text": "One."}', ["malformed JSON"]),
        ("list.jsonl", '[{"text": "One."}]', ["One."]),
        ("mark.jsonl", '\ufeff{"text": "One."}\r\n\r\n{"text": "Two."}', ["One.", "Two."]),
        ("bytes.jsonl", b'{"text": "One."}\n{"text": "S\xe3o"}\n{"text": "Two."}', ["One.", "byte 11 (0xe3)", "Two."]),
        ("other.jsonl", '"text"\n', ["line 1: expected an object, found a string"]),
        ("none.jsonl", "\n\n", ["the file is empty"]),
        ("semicolon.csv", "id;text\n1;One, two.\n", ["One, two."]),
        ("tab.tsv", "text\tid\nOne.\t1\n", ["One."]),
        ("quoted.csv", 'text,id\n"One\nand ""two"".",1\nThree.,2\n', ['One\nand "two".', "Three."]),
        ("long.csv", "id,text\n1,a,b\n2,Two.\n", ["line 2: the row has 3 fields, the header 2", "Two."]),
        ("bytes.csv", b"id,text\n1,S\xe3o\n2,Two.\n", ["line 2: byte 3 (0xe3)", "Two."]),
        ("columns.csv", "id,story\n1,One.\n", ["there is no field 'text'; there are 'id', 'story'"]),
        ("header.csv", "id,text\n", ["a header and no rows"]),
        ("wide.csv", "id,text\n1,One.\n".encode("utf-16"), ["One."]),
    ],
)
def test_tables(tmp_path: Path, name: str, content: str | bytes, expected: list[str]) -> None:
    results = outcome(write(tmp_path, name, content))
    assert len(results) == len(expected)
    for result, words in zip(results, expected, strict=True):
        assert words in result


def test_too_long_is_an_error_and_the_rest_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(lines, "MAX_DOCUMENT_BYTES", 1000)
    monkeypatch.setattr(reader, "MAX_DOCUMENT_BYTES", 1000)
    content = '{"text": "One."}\n{"text": "' + "x" * 5000 + '"}\n{"text": "Two."}\n'
    results = outcome([write(tmp_path, "a.jsonl", content), write(tmp_path, "b.txt", "word " * 300)])
    assert [results[0], results[2]] == ["One.", "Two."]
    assert "a.jsonl, line 2: the line is longer than" in results[1]
    assert "b.txt: the document is longer than" in results[3]
    assert limits.megabytes(20_000_000) == "20 MB"


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        ("date 2022-03-14 Envoys met.", [("Envoys met.", "2022-03-14")]),
        ('{"text": "One."}\n{"text": "Two."}', [("One.", None), ("Two.", None)]),
        ("<html><body><p>" + "Envoys met in the capital on Tuesday. " * 4 + "</p></body></html>", None),
    ],
)
def test_standard_input(
    monkeypatch: pytest.MonkeyPatch, content: str, expected: list[tuple[str, str | None]] | None
) -> None:
    stream = io.TextIOWrapper(io.BufferedReader(io.BytesIO(content.encode())))  # type: ignore[arg-type]
    monkeypatch.setattr(sys, "stdin", stream)
    documents = [item for item in read("-") if isinstance(item, Document)]
    if expected is None:
        assert documents[0].text.startswith("Envoys met in the capital")
    else:
        assert [(document.text, document.published) for document in documents] == expected
    assert all(document.source == "-" for document in documents)


def test_reading_is_lazy(tmp_path: Path) -> None:
    first = write(tmp_path, "first.txt", "One.")
    results = read([first, tmp_path / "second.txt"])
    assert isinstance(next(results), Document)
    write(tmp_path, "second.txt", "Two.")
    second = next(results)
    assert not isinstance(second, ReadError)
    assert second.text == "Two."


def test_options_hold_for_all(tmp_path: Path) -> None:
    path = write(tmp_path, "a.txt", "date 2022-03-14 Envoys met.")
    (document,) = read(path, published="2021-03-01", publisher="Harbor News")
    assert isinstance(document, Document)
    assert (document.published, document.published_from, document.publisher) == ("2021-03-01", "option", "Harbor News")
