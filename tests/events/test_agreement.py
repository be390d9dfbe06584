import pytest

from dateline.events.agreement import alike, own_side, times_differ


def kinds(*pairs):
    return frozenset(pairs)


@pytest.mark.parametrize(
    ("mine", "theirs", "expected"),
    [
        (kinds(("USA", "MIL")), kinds(("USA", "MIL")), 1.3),
        (kinds(("SYR", "REB")), kinds(("SYR", "REB")), 0.7),
        (kinds(("USA", "GOV")), kinds(("USA", "MIL")), 0.5),
        (kinds((None, "MIL")), kinds(("USA", "MIL")), 0.5),
        (kinds(("USA", "MIL")), kinds(("RUS", "MIL")), 0.0),
        (kinds((None, "REB")), kinds((None, "REB")), 0.0),
    ],
)
def test_sides(mine, theirs, expected):
    assert alike(mine, theirs) == expected


def test_nobody_strikes_their_own_side():
    assert own_side(kinds(("IRQ", "REB")), kinds((None, "REB")))
    assert not own_side(kinds(("IRQ", "REB")), kinds(("SYR", "REB")))
    assert own_side(kinds(("USA", "MIL")), kinds(("USA", "MIL")))
    assert not own_side(kinds(("USA", "MIL")), kinds(("IRN", "MIL")))


@pytest.mark.parametrize(
    ("a", "b", "expected"),
    [
        (("2024-05-01", "2024-05-02"), ("2024-05-02", "2024-05-03"), True),
        (("2024-05-01", "2024-05-08"), ("2024-05-02", "2024-05-03"), False),
        (None, ("2024-05-02", "2024-05-03"), False),
        ((None, "2024-05-02"), ("2024-05-01", None), False),
    ],
)
def test_times(a, b, expected):
    assert times_differ(a, b) is expected
