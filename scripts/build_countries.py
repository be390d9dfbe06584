"""Builds src/dateline/knowledge/data/countries.jsonl from fact tables: `build_countries.py --facts DIR`.

Sources: CIA World Factbook (public domain), the datasets/country-codes table (PDDL), Natural Earth (public domain), and
scripts/country_aliases.toml (ours). Share-alike tables are not read.
"""

import argparse
import csv
import json
import re
import tomllib
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
OUT = HERE.parent / "src" / "dateline" / "knowledge" / "data" / "countries.jsonl"
JUNK = re.compile(r"[�]|\bR publique|\bnote\b|\bnone\b|\bsee\b|\bformer|\bdisputed|\bprior to", re.IGNORECASE)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def plain(name: str) -> str:
    name = re.sub(r"\s*\(.*?\)", "", name).strip(" ;,")
    name = name.rstrip(" *")
    odd = not name or JUNK.search(name) or len(name) > 60 or ", " in name or name == "NA" or not name[0].isupper()
    return "" if odd or " celebrates " in name else name


def demonyms(cell: str) -> tuple[set[str], set[str]]:
    """Singulars (adjectives of the people) and plurals of a Factbook cell ("Afghan(s)", "Thai (sing. and pl.)")."""
    single: set[str] = set()
    plural: set[str] = set()
    for part in re.split(r"[;,]| or ", cell):
        part = part.strip()
        if m := re.fullmatch(r"([A-Z][\w' -]+)\((e?s)\)", part):
            single.add(m[1].strip())
            plural.add(m[1].strip() + m[2])
        elif m := re.fullmatch(r"([A-Z][\w' -]+?)\s*\((?:sing.*|collective pl.*|singular.*)\)", part):
            single.add(m[1])
            plural.add(m[1])
    return single, plural


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, required=True)
    facts: Path = parser.parse_args().facts / "countries"
    hand = tomllib.loads((HERE / "country_aliases.toml").read_text(encoding="utf-8"))
    table: dict[str, dict[str, object]] = {}
    names: dict[str, list[str]] = defaultdict(list)
    adjectives: dict[str, list[str]] = defaultdict(list)
    people: dict[str, list[str]] = defaultdict(list)
    capitals: dict[str, list[str]] = defaultdict(list)
    for row in rows(facts / "country_codes" / "country_codes.csv"):
        iso3 = row["ISO3166-1-Alpha-3"]
        if not iso3:
            continue
        names[iso3] += [row["CLDR display name"], row["UNTERM English Short"], row["official_name_en"]]
        table[iso3] = {"iso2": row["ISO3166-1-Alpha-2"], "geonames_id": int(row["Geoname ID"] or 0) or None}
        capitals[iso3].append(row["Capital"])
    table.setdefault("XKX", {"iso2": "XK", "geonames_id": 831053})
    for row in rows(facts / "factbook_names" / "country_names.csv"):
        iso3 = {"UNK": "XKX"}.get(row["iso3"], row["iso3"])
        if iso3 not in table:
            continue
        names[iso3] += [row["short_form"], row["long_form"], row["country"]]
        single, plural = demonyms(row["demonym_nouns"])
        people[iso3] += sorted(plural | single)
        adjectives[iso3] += [a.strip() for a in re.split(r"[;,]| or ", row["adjectives"]) if a.strip()]
        capitals[iso3].append(row["capital"])
    for field, into in (("names", names), ("adjectives", adjectives), ("people", people), ("capitals", capitals)):
        for iso3, words in hand[field].items():
            into[iso3] = words + into[iso3]
    centers: dict[str, list[tuple[float, float]]] = defaultdict(list)
    for row in rows(facts.parent / "places" / "natural_earth_admin1" / "admin1_points.csv"):
        iso3 = {"KOS": "XKX"}.get(row["iso3"], row["iso3"])
        if row.get("lat") and row.get("lon"):
            centers[iso3].append((float(row["lat"]), float(row["lon"])))
    drop = set(hand["drop"]["words"]).union(*hand["parts"].values())
    # Adjectives of a mother country in the rows of its territories ("Aruban; Dutch", "French" for Saint Pierre).
    owned = {w: iso3 for iso3, words in hand["adjectives"].items() for w in words}
    owned |= {w: iso3 for iso3, words in hand["people"].items() for w in words}
    named = {w: iso3 for iso3, words in hand["names"].items() for w in words}
    taken: dict[str, str] = {}
    lines = []
    for iso3 in sorted(table, key=lambda c: (c not in hand["names"], c)):

        def clean(words: list[str], owner: dict[str, str], code: str = iso3) -> list[str]:
            seen: list[str] = []
            for word in map(plain, words):
                if word and word not in seen and word not in drop and owner.get(word, code) == code:
                    seen.append(word)
            return seen

        def first_come(words: list[str], code: str = iso3) -> list[str]:
            return [w for w in words if taken.setdefault(w, code) == code]

        own_names = first_come([n for n in clean(names[iso3], named) if n != "Washington"])
        if not own_names:
            print("no name of its own:", iso3, names[iso3])
            continue
        points = centers.get(iso3, [])
        lines.append(
            {
                "iso3": iso3,
                "name": hand["canonical"].get(iso3) or next((n for n in own_names if len(n) > 3), own_names[0]),
                "names": own_names,
                "adjectives": first_come(
                    [a for a in clean(adjectives[iso3], owned) if a not in own_names or a in owned]
                ),
                "people": clean(people[iso3], owned),
                "regional": hand["regional"].get(iso3, []),
                "parts": hand["parts"].get(iso3, []),
                "capitals": list(dict.fromkeys(c for c in map(plain, capitals[iso3]) if c)),
                "lat": round(sum(p[0] for p in points) / len(points), 2) if points else None,
                "lon": round(sum(p[1] for p in points) / len(points), 2) if points else None,
                **table[iso3],
            }
        )
    lines.sort(key=lambda line: str(line["iso3"]))
    with OUT.open("w", encoding="utf-8") as f:
        for line in lines:
            f.write(json.dumps(line, ensure_ascii=False) + "\n")
    print(f"{len(lines)} countries -> {OUT.name}, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
