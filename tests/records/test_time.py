import msgspec

from dateline.records import Time


def test_the_bounds_are_written_from_and_to() -> None:
    day = Time("t1", (3, 9), "DATE", "2024-05-13", "2024-05-13", "2024-05-14", "day")
    written = msgspec.json.decode(msgspec.json.encode(day))
    assert (written["from"], written["to"], written["span"]) == ("2024-05-13", "2024-05-14", [3, 9])
    assert "from_" not in written
    assert msgspec.json.decode(msgspec.json.encode(day), type=Time) == day


def test_an_open_bound_is_null() -> None:
    assert msgspec.json.encode(Time("t1", (0, 4), "DATE", "PAST_REF")).count(b"null") == 2
