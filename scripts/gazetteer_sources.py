"""Reading and sifting the open data that the gazetteer is built from."""

import csv
import struct
import zipfile
from collections.abc import Iterator
from pathlib import Path

from dateline.knowledge.place_keys import fold

OWN_IDS = 1_000_000_000  # our own places count from here, GeoNames ids are far below
# Countries that conflict news comes from: more spellings of their towns are kept.
CLOSE = frozenset(
    "SYR IRQ YEM LBN JOR EGY LBY SDN SSD SAU PSE ISR AFG PAK IRN UKR MLI NER BFA NGA TCD CMR SOM ETH ERI CAF COD "
    "TUN DZA MAR MRT TUR ARM AZE GEO MMR BGD RUS KEN UGA RWA".split()
)
# Countries of whose smallest villages GeoNames has so many that they would crowd out the rest.
CROWDED = frozenset("MEX FRA DEU ITA ESP ROU CIV IDN BRA AUT CZE CHE BEL PER POL".split())
ARABIC = frozenset("SYR IRQ YEM LBN JOR EGY LBY SDN SAU PSE AFG PAK IRN TUN DZA MAR".split())
KNOWN = 3_000_000  # stands for the fame of regions and waters, which have no population
ADMIN_WORDS = (
    "province governorate oblast region state district county parish municipality muhafazat velayat wilaya wilayat "
    "department departement prefecture canton voivodeship kraj okres rayon raion city republic respublika gemeente "
    "municipio comuna amphoe shi qu xian shahrestan"
).split()


FEATURES = {
    "sea": "SEA",
    "ocean": "OCN",
    "gulf": "GULF",
    "bay": "BAY",
    "strait": "STRT",
    "channel": "CHN",
    "sound": "SD",
    "River": "STM",
    "river": "STM",
    "Lake": "LK",
    "Reservoir": "RSV",
    "Alkaline Lake": "LK",
    "Island": "ISL",
    "island": "ISL",
    "Island group": "ISLS",
    "island group": "ISLS",
    "mountain": "MT",
    "Range/mtn": "MTS",
    "Plateau": "PLAT",
    "plateau": "PLAT",
    "Desert": "DSRT",
    "Geoarea": "RGN",
    "Pen/cape": "PEN",
    "Peninsula": "PEN",
    "cape": "CAPE",
    "Plain": "PLN",
    "Coast": "RGN",
    "Delta": "DLTA",
    "Valley": "VAL",
    "Basin": "RGN",
    "Isthmus": "RGN",
    "Lowland": "PLN",
    "lagoon": "LGN",
    "fjord": "FJD",
}
SHORT = {
    "Mts.": "Mountains",
    "Plat.": "Plateau",
    "Pen.": "Peninsula",
    "I.": "Island",
    "Is.": "Islands",
    "L.": "Lake",
    "Mt.": "Mount",
    "G.": "Gulf",
}


def rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def is_latin(name: str) -> bool:
    return bool(name) and all(ord(ch) < 0x250 or 0x1E00 <= ord(ch) < 0x1F00 or ch in "ʼʻ‘’ʿʾ”" for ch in name)


def alternates(city: dict, iso3: str) -> list[str]:
    """Spellings worth their room: of large places and of countries that conflict news comes from, nearly all."""
    out, seen = [], {fold(city["name"])}
    population = city["population"] or 0
    limit = (
        30
        if population >= 300_000
        else 14
        if iso3 in CLOSE
        else 10
        if population >= 50_000
        else 2
        if population >= 5_000
        else 0
    )
    if iso3 == "USA" and population < 100_000:
        return []
    # Plain ASCII first: the English names among them are.
    for name in sorted(city["alternatenames"], key=lambda n: not n.isascii()):
        key = fold(name)
        if not is_latin(name) or not name[0].isupper() or key in seen or len(key) < 4 or len(name) > 32:
            continue
        if name.isupper() and len(name) <= 4:
            continue
        seen.add(key)
        out.append(name)
        if len(out) >= limit:
            break
    return out


def strip_admin(name: str) -> str:
    words = [word for word in name.replace("-", " ").split() if word.lower() not in ADMIN_WORDS]
    return " ".join(words) if words else name


def spread(points: list[tuple[float, float]], share: float = 0.02) -> tuple[float, float, float, float]:
    """Bounding box without the outermost points, so that one island does not move a country."""
    lats, lons = sorted(p[0] for p in points), sorted(p[1] for p in points)
    cut = int(len(points) * share)
    return lats[cut], lons[cut], lats[-1 - cut], lons[-1 - cut]


def us_counties(wheel: Path) -> Iterator[tuple[str, str, str, tuple[float, float, float, float]]]:
    """State FIPS, county FIPS, name and bounding box from the Census shapefile."""
    base = "_plotly_geo/package_data/cb_2016_us_county_500k"
    with zipfile.ZipFile(wheel) as archive:
        dbf, shp = archive.read(base + ".dbf"), archive.read(base + ".shp")
    yield from zip_records(dbf, shp)


def zip_records(dbf: bytes, shp: bytes):
    count, header, size = struct.unpack("<IHH", dbf[4:12])
    fields, at = [], 32
    while dbf[at] != 0x0D:
        fields.append((dbf[at : at + 11].split(b"\0")[0].decode(), dbf[at + 16]))
        at += 32
    boxes, at = [], 100
    while at < len(shp):
        (length,) = struct.unpack(">I", shp[at + 4 : at + 8])
        west, south, east, north = struct.unpack("<4d", shp[at + 12 : at + 44])
        boxes.append((south, west, north, east))
        at += 8 + 2 * length
    for i in range(count):
        record, at, values = dbf[header + i * size : header + (i + 1) * size], 1, {}
        for name, width in fields:
            values[name] = record[at : at + width].decode("utf-8", "replace").strip()
            at += width
        yield values["STATEFP"], values["COUNTYFP"], values["NAME"], boxes[i]


def middle(towns: list[tuple[float, float]], labels: list[tuple[float, float]]) -> tuple[float, float] | None:
    """The label point, unless it lies far from the middle of the towns, as it does for divisions with islands."""
    if not towns:
        return labels[0] if labels else None
    south, west, north, east = spread(towns)
    center = (south + north) / 2, (west + east) / 2
    near = [
        p for p in labels if abs(p[0] - center[0]) < (north - south) / 3 and abs(p[1] - center[1]) < (east - west) / 3
    ]
    return near[0] if near else center
