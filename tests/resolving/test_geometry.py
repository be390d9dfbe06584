import pytest

from dateline.resolving.geometry import direction_of, distance_km, moved, part_of

SYRIA = (32.3, 35.7, 37.3, 42.4)


@pytest.mark.parametrize(
    ("word", "direction"),
    [
        ("eastern", "east"),
        ("north-eastern", "northeast"),
        ("Southwest", "southwest"),
        ("central", "center"),
        ("big", None),
    ],
)
def test_directions(word, direction):
    assert direction_of(word) == direction


def test_distance():
    assert distance_km((36.34, 43.12), (33.34, 44.4)) == pytest.approx(353, abs=2)
    assert distance_km((10.0, 10.0), (10.0, 10.0)) == 0


def test_part_of_an_area():
    assert part_of(SYRIA, "east") == (34.8, 40.725)
    assert part_of(SYRIA, "northwest") == (36.05, 37.375)


@pytest.mark.parametrize("direction", ["north", "east", "southwest"])
def test_moving_covers_the_distance(direction):
    assert distance_km((36.0, 43.0), moved((36.0, 43.0), direction, 24.0)) == pytest.approx(24.0, abs=0.1)


def test_moving_over_the_date_line():
    lat, lon = moved((0.0, 179.9), "east", 50.0)
    assert (lat, -180 <= lon < -179) == (pytest.approx(0, abs=0.01), True)
