import os
import time
from concurrent.futures import ThreadPoolExecutor

import pytest

from dateline.knowledge.gazetteer import Gazetteer, open_gazetteer


@pytest.mark.parametrize(
    ("name", "country", "feature"),
    [
        ("Raqqa", "SYR", "PPL"),
        ("Deir ez-Zor", "SYR", "PPL"),
        ("Dayr az Zawr", "SYR", "PPL"),
        ("Ain Issa", "SYR", "PPL"),
        ("al-Shaddadi", "SYR", "PPL"),
        ("Al Huwayjah", "IRQ", "PPL"),
        ("Tel Afar", "IRQ", "PPL"),
        ("Hodeidah", "YEM", "PPL"),
        ("Avdiivka", "UKR", "PPL"),
        ("Strait of Hormuz", None, "STRT"),
        ("Donbas", "UKR", "RGN"),
        ("the Sahel", None, "RGN"),
        ("U.S.", "USA", "PCLI"),
        ("Calif.", "USA", "ADM1"),
        ("Ivory Coast", "CIV", "PCLI"),
    ],
)
def test_spellings(name, country, feature):
    found = open_gazetteer().lookup(name.removeprefix("the "))
    assert (country, feature) in {(c.country, c.feature) for c in found}


def test_the_most_populous_place_comes_first():
    found = open_gazetteer().lookup("PARIS")
    assert [found[0].country, found[0].geonames_id] == ["FRA", 2988507]
    assert [c.population for c in found] == sorted((c.population for c in found), reverse=True)


def test_own_places_have_no_geonames_id():
    (hormuz,) = (c for c in open_gazetteer().lookup("Strait of Hormuz") if c.feature == "STRT")
    assert hormuz.geonames_id is None
    assert hormuz.bounds is not None


def test_unknown_names_and_names_without_letters():
    assert open_gazetteer().lookup("Qwxyzzy") == ()
    assert open_gazetteer().lookup("—") == ()
    assert open_gazetteer().lookup_loose("Ur") == ()


def test_transliterations_share_their_consonants():
    assert "IRQ" in {c.country for c in open_gazetteer().lookup_loose("Huweijah")}


def test_country_by_code():
    syria = open_gazetteer().country("SYR")
    assert syria is not None
    assert (syria.name, syria.feature) == ("Syria", "PCLI")
    assert open_gazetteer().country("ZZZ") is None


def test_meta_tells_the_sources():
    meta = open_gazetteer().meta
    assert int(meta["settlements"]) >= 100_000
    assert "GeoNames" in meta["sources"]


def test_opening_is_quick_and_the_file_is_small():
    path = open_gazetteer().path
    start = time.perf_counter()
    Gazetteer(path).lookup("Mosul")
    assert time.perf_counter() - start < 0.05
    assert os.path.getsize(path) <= 18_000_000


def test_threads_share_one_file():
    fresh = Gazetteer(open_gazetteer().path)
    names = ["Mosul", "Aleppo", "Kyiv", "Taiz"] * 20
    with ThreadPoolExecutor(4) as pool:
        found = list(pool.map(fresh.lookup, names))
    assert [c[0].country for c in found] == ["IRQ", "SYR", "UKR", "YEM"] * 20


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_forked_process_opens_its_own_connection():
    gazetteer = Gazetteer(open_gazetteer().path)
    gazetteer.lookup("Mosul")
    child = os.fork()
    if child == 0:
        os._exit(0 if gazetteer.lookup("Aleppo") else 1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
