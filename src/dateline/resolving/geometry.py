"""Points and areas: distances, the eastern part of a country, so many kilometers southwest of a town."""

from math import asin, atan2, cos, degrees, radians, sin, sqrt

from dateline.knowledge.gazetteer import Bounds

Point = tuple[float, float]
"""Latitude and longitude in degrees."""

_EARTH_KM = 6371.0
_BEARINGS = {
    "north": 0,
    "northeast": 45,
    "east": 90,
    "southeast": 135,
    "south": 180,
    "southwest": 225,
    "west": 270,
    "northwest": 315,
}


def distance_km(a: Point, b: Point) -> float:
    """Great-circle distance."""
    lat1, lon1, lat2, lon2 = radians(a[0]), radians(a[1]), radians(b[0]), radians(b[1])
    h = sin((lat2 - lat1) / 2) ** 2 + cos(lat1) * cos(lat2) * sin((lon2 - lon1) / 2) ** 2
    return 2 * _EARTH_KM * asin(min(1.0, sqrt(h)))


def direction_of(word: str) -> str | None:
    """The compass direction in a word: `north-eastern` -> `northeast`; `central` -> `center`; None for other words."""
    low = word.lower().replace("-", "").removesuffix("ern").removesuffix("erly")
    if low in _BEARINGS:
        return low
    return "center" if low in ("central", "mid", "middle") else None


def part_of(bounds: Bounds, direction: str) -> Point:
    """The middle of that part of an area: "eastern" is the quarter nearest to the eastern edge."""
    south, west, north, east = bounds
    lat, lon = (south + north) / 2, (west + east) / 2
    if "north" in direction:
        lat = north - (north - south) / 4
    elif "south" in direction:
        lat = south + (north - south) / 4
    if "east" in direction:
        lon = east - (east - west) / 4
    elif "west" in direction:
        lon = west + (east - west) / 4
    return round(lat, 4), round(lon, 4)


def moved(start: Point, direction: str, km: float) -> Point:
    """The point so far from the start in a compass direction."""
    bearing, reach = radians(_BEARINGS[direction]), km / _EARTH_KM
    lat, lon = radians(start[0]), radians(start[1])
    new = asin(sin(lat) * cos(reach) + cos(lat) * sin(reach) * cos(bearing))
    lon += atan2(sin(bearing) * sin(reach) * cos(lat), cos(reach) - sin(lat) * sin(new))
    return round(degrees(new), 4), round((degrees(lon) + 540) % 360 - 180, 4)
