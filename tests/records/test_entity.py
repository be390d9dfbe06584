import msgspec
import pytest

from dateline.records import CodedDocument, Count, Entity, Mention


def test_an_entity_reads_back_equal(sample: CodedDocument) -> None:
    for entity in sample.entities:
        assert msgspec.json.decode(msgspec.json.encode(entity), type=Entity) == entity


def test_two_entities_never_share_their_ids() -> None:
    first, second = Entity("a1", "Jos", "place", ()), Entity("a2", "Gao", "place", ())
    assert first.ids == {}
    assert first.ids is not second.ids


@pytest.mark.parametrize(("field", "value"), [("kind", "robot"), ("mentions", [{"span": [0, 3]}])])
def test_a_value_outside_its_set_is_refused(field: str, value: object) -> None:
    raw = {"id": "a1", "name": "Jos", "kind": "place", "mentions": [], field: value}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw, Entity)


def test_spans_and_counts_compare_by_value() -> None:
    assert Mention((0, 3), (0, 3), "name") == Mention((0, 3), (0, 3), "name")
    assert Count(12, None, (0, 5)) != Count(12, 12, (0, 5))
