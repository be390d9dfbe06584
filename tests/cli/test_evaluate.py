import json
from pathlib import Path

import msgspec
import pytest
from click.testing import CliRunner

from dateline.cli.evaluate import as_document, evaluate_command
from dateline.errors import InputError
from dateline.evaluate.gold import GoldDocument
from dateline.records import CodedDocument, Coder, Event

TEXT = "Soldiers shelled the port. Talks resumed in Doha."
GOLD = {
    "id": "d1",
    "date": "2024-05-02",
    "text": TEXT,
    "gold": {
        "events": [
            {"id": "g1", "anchors": [[9, 16]], "event": "ASSAULT"},
            {"id": "g2", "anchors": [[27, 32]], "event": "CONSULT"},
        ]
    },
}


@pytest.fixture
def files(tmp_path: Path) -> tuple[str, str]:
    """Gold of two events, and a coding that found the first with the wrong type."""
    nothing = dict.fromkeys(["modes", "contexts", "actors", "recipients", "authorizers", "instruments", "objects"], ())
    event = Event(
        id="e1",
        anchor=(9, 16),
        mentions=((9, 16),),
        event="COERCE",
        cameo=None,
        quad="material conflict",
        score=0.0,
        place=None,
        when=None,
        status="actual",
        historical=False,
        confidence=1.0,
        **nothing,
        **dict.fromkeys(["effects", "responds_to", "purpose", "claims", "why"], ()),
    )
    coded = CodedDocument(
        id="d1",
        text=TEXT,
        events=(event,),
        coder=Coder("0", "0", "0"),
        **dict.fromkeys(["published", "published_from", "publisher", "title", "url", "language"]),
        **dict.fromkeys(["sentences", "entities", "times", "claims", "uncoded"], ()),
    )
    gold, predicted = tmp_path / "gold.json", tmp_path / "coded.jsonl"
    gold.write_text(json.dumps([GOLD]))
    predicted.write_bytes(msgspec.json.encode(coded) + b"\n")
    return str(gold), str(predicted)


def test_prints_the_scores(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(evaluate_command, [*files])
    assert result.exit_code == 0, result.output
    assert "events    P 1.000  R 0.500  F1 0.667   (gold 2, predicted 1)" in result.output
    assert "event          0/1 = 0.000" in result.output
    assert "MISSED" not in result.output.upper()


def test_show_lists_what_is_wrong(files: tuple[str, str]) -> None:
    output = CliRunner().invoke(evaluate_command, [*files, "--show"]).output
    assert "d1 g1 event: gold ASSAULT | coded COERCE" in output
    assert "d1 g2 missed: CONSULT Talks" in output


def test_json_prints_one_object_and_nothing_else(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(evaluate_command, [*files, "--json", "--show"])
    figures = json.loads(result.stdout)
    assert figures["events_f1"] == 0.6667
    assert figures["actors"] is None
    assert "d1 g2 missed" in result.stderr


def test_a_missing_file_is_an_input_error(files: tuple[str, str]) -> None:
    result = CliRunner().invoke(evaluate_command, [files[0], "nowhere.jsonl"])
    assert isinstance(result.exception, InputError)
    assert "nowhere.jsonl" in str(result.exception)


def test_gold_texts_are_coded_with_their_date() -> None:
    document = as_document(msgspec.convert(GOLD, GoldDocument))
    assert (document.id, document.text, document.published) == ("d1", TEXT, "2024-05-02")
    assert document.published_from == "metadata"
