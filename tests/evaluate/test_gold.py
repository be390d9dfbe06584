from pathlib import Path

import pytest

from dateline.errors import InputError
from dateline.evaluate.gold import GoldCount, GoldDocument, read_gold, read_structs

ONE = (
    '{"id": "a", "date": null, "text": "Troops left.", "gold": {"events": [{"id": "e1", "anchors": [[7, 11]], '
    '"event": "RETREAT", "effects": [{"kind": "killed", "count": {"min": 3, "max": null}}], "sources": []}]}}'
)


@pytest.mark.parametrize(
    "form", ["{0}", "[{0}]", "[\n{0},\n{0}\n]\n", "{0}\n\n{0}\n"], ids=["one", "array", "two", "lines"]
)
def test_reads_arrays_and_lines(tmp_path: Path, form: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(form.format(ONE))
    gold = read_gold(path)
    assert len(gold) == form.count("{0}")
    event = gold[-1].gold.events[0]
    assert event.anchors == ((7, 11),)
    assert event.status == "actual"
    assert event.effects[0].count == GoldCount(3, None)
    assert gold[0].gold.claims == ()


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (f"{ONE}\n" + '{"id": "b", "text": 5}', r"gold.json:2: .*str"),
        ("", "empty"),
        ('[{"id": "a"}]', "missing required field"),
        ("not json", r"gold.json:1: "),
    ],
)
def test_says_what_does_not_fit_and_where(tmp_path: Path, content: str, message: str) -> None:
    path = tmp_path / "gold.json"
    path.write_text(content)
    with pytest.raises(InputError, match=message):
        read_structs(path, GoldDocument)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"nothing\.json: No such file"):
        read_gold(tmp_path / "nothing.json")


def test_the_example_of_the_docs_is_gold(tmp_path: Path) -> None:
    page = (Path(__file__).parents[2] / "docs" / "measuring.md").read_text(encoding="utf-8")
    path = tmp_path / "gold.json"
    path.write_text(page.partition("```json\n")[2].partition("```")[0])
    [document] = read_gold(path)
    event, claim = document.gold.events[0], document.gold.claims[0]
    assert [document.text[a:b] for a, b in event.anchors] == ["shelled"]
    assert document.text[slice(*claim.source_span)] == "the governor"
    assert document.text[slice(*claim.content[0])].endswith("three people")
