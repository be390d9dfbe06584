import msgspec
import pytest

from dateline.records import CodedDocument, Event, When


def test_an_event_reads_back_equal(sample: CodedDocument) -> None:
    for event in sample.events:
        assert msgspec.json.decode(msgspec.json.encode(event), type=Event) == event


@pytest.mark.parametrize(
    ("field", "value"),
    [("event", "FIGHT"), ("status", "done"), ("when", {"from": None, "precision": "minute"}), ("anchor", [1])],
)
def test_a_value_outside_its_set_is_refused(sample: CodedDocument, field: str, value: object) -> None:
    raw = msgspec.to_builtins(sample.events[0]) | {field: value}
    with pytest.raises(msgspec.ValidationError):
        msgspec.convert(raw, Event)


def test_an_event_is_never_changed(sample: CodedDocument) -> None:
    with pytest.raises(AttributeError):
        sample.events[0].status = "negated"  # type: ignore[misc]


def test_without_anything_known_the_time_is_open() -> None:
    assert When() == When(from_=None, to=None, precision="unknown", time=None, inferred=False)
