import csv
import io

import pytest
from msgspec.structs import replace

from dateline.export.table import COLUMNS, TableWriter, header
from dateline.records import CodedDocument


def rows(*documents: CodedDocument) -> list[dict[str, str]]:
    stream = io.StringIO(newline="")
    writer = TableWriter(stream)
    for document in documents:
        writer.write(document)
    return list(csv.DictReader(io.StringIO(stream.getvalue(), newline="")))


def test_one_row_an_event(sample: CodedDocument) -> None:
    strike, fire = rows(sample)
    assert (strike["event_id"], strike["event"], strike["modes"]) == ("e1", "ASSAULT", "aerial")
    assert (strike["actors"], strike["actors_ids"], strike["actors_sectors"]) == ("Northern Coalition", "a1", "MIL")
    assert strike["actors_countries"] == ""
    assert (strike["lat"], strike["geonames_id"], strike["place_precision"]) == ("35.5", "170000", "2")
    assert (strike["from"], strike["to"], strike["when_inferred"]) == ("2024-05-13", "2024-05-14", "false")
    assert strike["effects"] == "killed: at least 3 combatant (fighters)"
    assert (strike["sources"], strike["cues"], strike["factuality"]) == ("the coalition's spokesperson", "said", "CT+")
    assert strike["sentence"].startswith("Aircraft of")
    assert sample.text[int(strike["anchor_start"]) : int(strike["anchor_end"])] == strike["anchor"] == "struck"
    assert (fire["sources"], fire["place"], fire["lat"]) == ("", "", "")


def test_the_header_stands_even_without_events() -> None:
    assert rows() == []
    assert len(set(header())) == len(COLUMNS)
    assert all(column.meaning for column in COLUMNS)


@pytest.mark.parametrize("title", ["Two\rlines", "Two\r\nlines", "Two \n\n lines", "Two\u2028lines", "Two\x0blines"])
def test_a_row_is_one_line_whatever_its_cells_hold(sample: CodedDocument, title: str) -> None:
    stream = io.StringIO(newline="")
    TableWriter(stream).write(replace(sample, title=title))
    assert len(stream.getvalue().splitlines()) == 1 + len(sample.events)
    assert [row["title"] for row in rows(replace(sample, title=title))] == ["Two lines"] * 2
