"""Builds src/dateline/knowledge/data/actors/actors.sqlite from fact tables: `build_actors.py --facts DIR`.

The hand-written overlay (data/actors/overlay.jsonl) comes first and wins; then UCDP actors, terrorist lists, parties,
international bodies and office holders. Tables under share-alike licences are not read; see NOTICE for the sources.
"""

import argparse
import csv
import json
import re
import sqlite3
import sys
from collections import defaultdict
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent / "src" / "dateline" / "knowledge"))
from names import name_key, sound_key  # type: ignore[import-not-found]  # noqa: E402

DATA = HERE.parent / "src" / "dateline" / "knowledge" / "data"
OUT = DATA / "actors" / "actors.sqlite"
EXACT, SOUND, SURNAME = 0, 1, 2
GROUP_WORDS = re.compile(
    r"army|front|brigade|movement|group|militia|force|party|union|council|organi[sz]ation|battalion|resistance|jihad|"
    r"alliance|coalition|liberation|network|cartel|gang|guard|mujahi|ansar|harakat|jaish|jaysh|lashkar|kata|liwa|jabhat|"
    r"hizb|hez|jama|rebel|command|cell|wilaya|province|state|tigers|boko|taleban|taliban|mai|al-",
    re.IGNORECASE,
)
TOP_ROLES = re.compile(
    r"^(?!.*(deputy|vice|former|shadow|ambassador|governor of|lieutenant|second|first deputy|under-?secretary))"
    r".*\b(president|prime minister|premier|chancellor|foreign|defen[cs]e|interior|king|emir|supreme leader"
    r"|home secretary)\b",
    re.IGNORECASE,
)
# Keys that are common words or that belong to the overlay alone.
STOP = frozenset(
    word.strip()
    for word in """
    is, us, un, it, pa, who, ice, state, group, force, forces, army, party, movement, union, kata, front,
    command, na, government, police, military, the group, people, may, an, as, or, on, order, unity, hope,
    future, alternative, forward, change, today, new, blue, us army, young, ok, east, west, north, south,
    justice, freedom, peace, new order, muslims, christians, students, rebels, youth, labor, greens, green,
    independents, independent, opposition, liberals, conservatives, socialists, republic, national unity,
    motherland, homeland, our home, islamic, base, the base, agency, islam, civilians
    """.split(",")
)


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as f:
        return list(csv.DictReader(f))


def split(cell: str) -> list[str]:
    return [part.strip() for part in cell.split(" ; ") if part.strip()]


def tidy(name: str) -> str:
    """A name in capitals or with a surname in capitals, as news writes it."""
    name = re.sub(r"\s*\(.*?\)", "", name).strip(" ,")

    def word(part: str) -> str:
        if len(part) > 1 and part.isupper() and "." not in part:
            return "-".join(p[:1] + p[1:].lower() for p in part.split("-"))
        return part

    return " ".join(word(part) for part in name.split())


class Builder:
    def __init__(self) -> None:
        self.actors: list[dict[str, object]] = []
        self.keys: set[tuple[str, int, int]] = set()
        self.reverse: set[tuple[int, str]] = set()
        self.by_key: dict[tuple[str, int], set[int]] = defaultdict(set)

    def add(
        self,
        name: str,
        *,
        kind: str,
        sector: str | None,
        country: str | None,
        aliases: list[str] | None = None,
        backed_by: list[str] | None = None,
        roles: list[tuple[str, str | None, str, str]] | None = None,
        surname: str | None = None,
        rough: bool = True,
        rank: int = 5,
    ) -> None:
        key = name_key(name)
        if len(key) < 2 or (rank > 0 and (key in STOP or key.isdigit())):
            return
        found = self._known(key, kind, country, rank)
        if found is None:
            found = len(self.actors)
            self.actors.append(
                {
                    "name": name,
                    "kind": kind,
                    "sector": sector,
                    "country": country,
                    "backed": backed_by or [],
                    "roles": [],
                    "rank": rank,
                }
            )
        held: list[tuple[str, str | None, str, str]] = self.actors[found]["roles"]  # type: ignore[assignment]
        for role in roles or []:
            self._hold(held, role)
        for alias in [name, *(aliases or [])]:
            self._key(alias, found, rank=rank, kind=kind, rough=rough)
        if surname:
            self.keys.add((name_key(surname), SURNAME, found))

    def _known(self, key: str, kind: str, country: str | None, rank: int) -> int | None:
        for index in sorted(self.by_key.get((key, EXACT), ())):
            actor = self.actors[index]
            if kind == "person" and actor["kind"] == "person" and (actor["country"] == country or not country):
                return index
            # A group that the overlay already has, or the same party in the same country.
            same = (actor["rank"] == 0 and kind == "armed_group") or actor["country"] == country or rank == 0
            if kind != "person" and actor["kind"] != "person" and same:
                return index
        return None

    def _key(self, alias: str, index: int, *, rank: int, kind: str, rough: bool) -> None:
        key = name_key(alias)
        if len(key) < 2 or (rank > 0 and (key in STOP or len(key) < 3 or key.isdigit())):
            return
        if kind == "person" and " " not in key:
            self.keys.add((key, SURNAME, index))
            return
        owners = self.by_key[(key, EXACT)]
        if rank > 0 and kind != "person" and any(self.actors[o]["rank"] == 0 for o in owners):
            return
        owners.add(index)
        self.keys.add((key, EXACT, index))
        rough_key = sound_key(alias)
        if rough and rough_key and " " in rough_key:
            self.keys.add((rough_key, SOUND, index))
            self.reverse.add((index, key))

    def _hold(self, held: list[tuple[str, str | None, str, str]], role: tuple[str, str | None, str, str]) -> None:
        for i, (title, organization, start, end) in enumerate(held):
            if (
                title.lower() == role[0].lower()
                and role[2][:4] <= (end[:4] or "9999")
                and start[:4] <= (role[3][:4] or "9999")
            ):
                # The same spell from two sources: the finer date is kept.
                better = max(start, role[2], key=len)
                held[i] = (title, organization or role[1], better, max(end, role[3]) if end and role[3] else "")
                return
        held.append(role)

    def write(self, path: Path) -> None:
        path.unlink(missing_ok=True)
        db = sqlite3.connect(path)
        db.executescript(
            "PRAGMA page_size=4096;"
            "CREATE TABLE actor (id INTEGER PRIMARY KEY, name TEXT, kind TEXT, sector TEXT, country TEXT, backed TEXT,"
            " roles TEXT, rank INT);"
            "CREATE TABLE key_of (actor INT, key TEXT, PRIMARY KEY (actor, key)) WITHOUT ROWID;"
            "CREATE TABLE key (key TEXT, sort INT, actor INT, PRIMARY KEY (key, sort, actor)) WITHOUT ROWID;"
        )
        db.executemany(
            "INSERT INTO actor VALUES (?,?,?,?,?,?,?,?)",
            [
                (
                    i,
                    a["name"],
                    a["kind"],
                    a["sector"],
                    a["country"],
                    " ".join(a["backed"]) or None,  # type: ignore[arg-type]
                    "\n".join("|".join((t, o or "", s, e)) for t, o, s, e in a["roles"]) or None,  # type: ignore[attr-defined]
                    a["rank"],
                )
                for i, a in enumerate(self.actors)
            ],
        )
        db.executemany("INSERT INTO key VALUES (?,?,?)", sorted(self.keys))
        db.executemany("INSERT INTO key_of VALUES (?,?)", sorted(self.reverse))
        db.commit()
        db.execute("VACUUM")
        db.close()


def overlay(b: Builder) -> None:
    for line in (DATA / "actors" / "overlay.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        aliases = row.get("aliases", [])
        b.add(
            row["name"],
            kind=row["kind"],
            sector=row["sector"],
            country=row["country"],
            aliases=aliases,
            backed_by=row.get("backed_by"),
            roles=[tuple(r) for r in row.get("roles", [])],
            rank=0,
        )


def groups(b: Builder, facts: Path) -> None:
    base = facts / "armed_groups"
    for row in rows(base / "ucdp_actors" / "actors.csv"):
        if row["org_level"] != "1" or row["name"].startswith(("Government of", "Supporters of", "Forces of")):
            continue
        countries = [c for c in row["location_iso3"].split() if not c.startswith("gw")]
        aliases = [a for a in split(row["aliases"]) if "," not in a and len(a) < 70]
        long_name = (
            next((a for a in aliases if " " in a), None) if row["name"].isupper() and len(row["name"]) < 7 else None
        )
        b.add(
            long_name or row["name"],
            kind="armed_group",
            sector="REB",
            country=countries[0] if len(countries) in (1, 2) else None,
            aliases=[row["name"], *aliases],
            rank=2,
        )
    for row in rows(base / "factbook_terrorist_groups" / "groups.csv"):
        name = row["name"].replace("Kata ib", "Kata'ib")
        if "Islamic Revolutionary Guard" in name or len(name) > 70:
            continue
        b.add(name, kind="armed_group", sector="REB", country=None, aliases=split(row["acronym"]), rank=3)
    for row in rows(base / "ofac_sdn" / "groups.csv"):
        if row["fto"] == "1" or GROUP_WORDS.search(row["name"]):
            if not row["fto"] and re.search(
                r"fund|foundation|trust|bank|company|society|charit|relief|ltd|university|exchange", row["name"], re.I
            ):
                continue
            if re.search(r"quds force|guard corps", row["name"], re.I):
                continue
            aliases = [tidy(a) for a in split(row["aliases"]) if len(a) > 4]
            b.add(tidy(row["name"]), kind="armed_group", sector="REB", country=None, aliases=aliases, rank=3)
    for row in rows(base / "un_sc_list" / "entities.csv"):
        name = re.sub(r"\s*\(.*?\)", "", row["name"])
        if GROUP_WORDS.search(name) and not re.search(
            r"foundation|trust|relief|bank|company|corporation|committee|society|ltd|trading|agency|enterprise"
            r"|bureau|shipping|exchange|group corporation|general",
            name,
            re.I,
        ):
            countries = split(row["address_countries"])
            b.add(
                tidy(name),
                kind="armed_group",
                sector="REB",
                country=None,
                aliases=[tidy(a) for a in split(row["aliases"]) if " " in a],
                rank=3,
            )
            _ = countries
    for row in rows(base / "oeda_phoenix" / "nonstate_armed_actors.csv"):
        code = row["cameo_code"]
        country = (
            code[:3]
            if code[:3] not in ("IMG", "INS", "REB", "IGO", "NGO", "UNR", "CRM") and "REB" in code[3:]
            else None
        )
        if "REB" not in code or len(row["name"]) > 60:
            continue
        aliases = [tidy(s) for s in split(row["synonyms"]) if " " in s]
        b.add(tidy(row["name"]), kind="armed_group", sector="REB", country=country, aliases=aliases, rank=4)


def parties(b: Builder, facts: Path) -> None:
    for row in rows(facts / "armed_groups" / "party_facts" / "parties.csv"):
        if row["year_last"] and int(row["year_last"]) < 1990:
            continue
        others = [re.sub(r"\s*\(.*?\)", "", a) for a in split(row["other_names"])]
        aliases = [a for a in others if a.isascii() and " " in a and len(a) < 60]
        aliases += [a for a in split(row["acronyms"]) if len(a) > 3 and a.isupper()]
        if " " in row["name"]:
            b.add(
                row["name"],
                kind="organization",
                sector="PTY",
                country=row["iso3"],
                aliases=aliases[:4],
                rough=False,
                rank=4,
            )


def bodies(b: Builder, facts: Path) -> None:
    base = facts / "organizations"
    for row in rows(base / "cow_igo" / "igos.csv"):
        if len(row["name"].split()) > 2:
            b.add(row["name"], kind="organization", sector=None, country="IGO", rough=False, rank=4)
    for row in rows(base / "oeda_phoenix" / "international_actors.csv"):
        code, name = row["cameo_code"], row["name"]
        if row["start"] or row["end"] or " " not in name or len(name) > 60:
            continue
        synonyms = [tidy(s) for s in split(row["synonyms"]) if " " in s][:4]
        if code.startswith("IGO"):
            b.add(tidy(name), kind="organization", sector=None, country="IGO", aliases=synonyms, rough=False, rank=5)
        elif code.startswith("NGO"):
            b.add(tidy(name), kind="organization", sector="NGO", country="NGO", aliases=synonyms, rough=False, rank=5)
        elif code.startswith("MNC"):
            home = code[3:6] if len(code) >= 6 and code[3:6] not in ("BUS", "HLH", "AGR", "MED", "ENV", "EDU") else None
            b.add(tidy(name), kind="organization", sector="BUS", country=home, rough=False, rank=5)


def holders(b: Builder, facts: Path) -> None:
    base = facts / "office_holders"

    def person(
        name: str,
        iso3: str,
        title: str,
        start: str,
        end: str,
        *,
        surname: str | None = None,
        sector: str = "GOV",
        rough: bool = True,
        rank: int = 3,
        aliases: list[str] | None = None,
    ) -> None:
        name = tidy(name)
        if iso3 == "USA":
            home = {
                "foreign minister": "secretary of state",
                "defense minister": "secretary of defense",
                "interior minister": "",
            }
            title = home.get(title, title)
        title = re.sub(r"\s+(of the|of|and|the)$", "", title.strip())
        if (
            " " not in name
            or not iso3
            or re.search(r"\d|vacant|council|cochair|since|elected", name, re.I)
            or len(name) > 45
        ):
            return
        top = bool(title and TOP_ROLES.search(title))
        last = surname or (name.split()[-1] if top else None)
        b.add(
            name,
            kind="person",
            sector=sector,
            country=iso3,
            aliases=aliases,
            roles=[(title, None, start, end)] if title else None,
            surname=last if top else None,
            rough=rough,
            rank=rank,
        )

    for row in rows(base / "factbook_executives" / "executives.csv"):
        if row["entity_type"] != "sovereign":
            continue
        start = row["in_office_since"] or row["first_edition"]
        end = "" if row["last_edition"] == "2025" else str(int(row["last_edition"]) + 1)
        title = row["title"] or {"head_of_state": "President", "head_of_government": "Prime Minister"}.get(
            row["role"], ""
        )
        if "HEIR" in title.upper():
            continue
        aliases = [tidy(v) for v in split(row["name_variants"])] if row["name_variants"] else []
        person(row["name"], row["iso3"], title, start, end, surname=tidy(row["surname_caps"]), aliases=aliases)
    for row in rows(base / "reign_leaders" / "leaders.csv"):
        if row["start"] >= "2011" and " " in row["leader"]:
            person(
                row["leader"], row["iso3"], "leader", row["start"], row["end_month"], surname=row["leader"].split()[-1]
            )
    for row in rows(base / "wikidata_leaders_2021_2022" / "leaders.csv"):
        title = re.sub(r" of .*", "", row["position"])
        person(row["name"], row["iso3"], title, row["start_year"], row["end_year"])
    for row in rows(base / "wikidata_foreign_ministers_2023" / "foreign_ministers.csv"):
        start = row["start"]
        person(
            row["name"], row["iso3"], "foreign minister", start, str(int(start[:4] or 2022) + 3) if start else "2024"
        )
    office = {
        "foreign_minister": "foreign minister",
        "defense_minister": "defense minister",
        "interior_minister": "interior minister",
    }
    for row in rows(base / "wikidata_cabinets" / "cabinets.csv"):
        title = office.get(row["role"], row["position"])
        if not row["name"].isascii() and not re.search(r"[a-z]", row["name"]):
            continue
        if not re.search(
            r"minist|secretary|president|premier|governor|director|attorney|chancellor|chief|commander|ambassador|speaker",
            title,
            re.I,
        ):
            title = "minister"
        start = row["start"]
        person(
            row["name"],
            row["iso3"],
            title,
            start,
            row["end"] or (str(int(start[:4]) + 4) if start else "2024"),
            rough=False,
        )
    for row in rows(base / "wikidata_cabinets" / "office_histories.csv"):
        slug = re.sub(r" \w*wiki$| \d+$", "", row["office_slug"])
        title = office.get(row["role"], slug)
        if re.search(r"speaker|mazhilis|justice|court|bank|senate|parliament|legislat", title):
            continue
        sector = "MIL" if re.search(r"cogs|army|navy|air force|chief of staff|chief of defen", title) else "GOV"
        title = "chief of the general staff" if title == "cogs" else title
        if re.search(r"[a-z]", row["name"]):
            person(row["name"], row["iso3"], title, row["start"], row["end"], sector=sector, rough=False)
    for row in rows(base / "cia_world_leaders_2019" / "cabinets_2019.csv"):
        office_name = row["office"]
        if not row["iso3"] or not re.search(
            r"^(Min\w*\.? |President|Prime|Premier|Chancellor|Sec\w*\.? |King|Emir|Vice Pres"
            r"|Ambassador to the US|Permanent Rep|Foreign|Governor, Central)",
            office_name,
        ):
            continue
        sector = "GOV"
        title = {
            "foreign_minister": "foreign minister",
            "defense_minister": "defense minister",
            "interior_minister": "interior minister",
        }.get(row["role"], office_name)
        surname = " ".join(w for w in row["name_surname_caps"].split() if w.isupper() and len(w) > 2)
        person(
            row["name_surname_caps"],
            row["iso3"],
            title,
            "2018-06",
            "2020-06",
            surname=tidy(surname) or None,
            sector=sector,
            rough=False,
        )
    for row in rows(base / "ifg_uk_ministers" / "uk_ministers.csv"):
        if row["rank"] in ("Parl.",) or (row["end"] and row["end"] < "1990"):
            continue
        title = row["post"]
        if title.startswith("Secretary of State for Foreign"):
            title = "foreign secretary"
        elif title.startswith("Secretary of State for Def"):
            title = "defence secretary"
        elif title.startswith("Secretary of State for the Home"):
            title = "home secretary"
        person(row["name"], "GBR", title, row["start"], row["end"], rough=False, aliases=split(row["other_names"]))
    for row in rows(base / "chile_ministers" / "chile_ministers.csv"):
        parts = [p.strip() for p in row["name"].split(",")]
        if len(parts) == 2:
            person(
                f"{parts[1]} {parts[0].split()[0]}",
                "CHL",
                f"minister of {row['ministry']}",
                row["start"],
                row["end"],
                rough=False,
            )
    for row in rows(base / "igo_heads" / "igo_heads.csv"):
        if not row["position"].startswith(("Judge", "Permanent", "Vice")):
            person(row["name"], "IGO", row["position"], row["start"], row["end"], rough=False)
    for row in rows(base / "oeda_phoenix" / "country_actors.csv"):
        code = row["cameo_code"]
        if (
            not row["start"]
            or row["start"] < "1985"
            or code[3:6] not in ("GOV", "MIL")
            or not 2 <= len(row["name"].split()) <= 4
        ):
            continue
        sector = "MIL" if code[3:6] == "MIL" else "GOV"
        person(row["name"], code[:3], "", row["start"], row["end"], sector=sector, rough=False, rank=5)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--facts", type=Path, required=True)
    facts: Path = parser.parse_args().facts
    builder = Builder()
    overlay(builder)
    groups(builder, facts)
    parties(builder, facts)
    bodies(builder, facts)
    holders(builder, facts)
    builder.write(OUT)
    print(f"{len(builder.actors)} actors, {len(builder.keys)} keys -> {OUT.name}, {OUT.stat().st_size} bytes")


if __name__ == "__main__":
    main()
