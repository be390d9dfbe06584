import pytest

from dateline.knowledge.nouns import CLASSES, load_nouns
from dateline.knowledge.ontology import load_ontology


@pytest.mark.parametrize(
    ("word", "kind", "thing", "sector", "victim"),
    [
        ("soldier", "military", "HUMAN", "MIL", "combatant"),
        ("gunman", "armed_group", "HUMAN", "REB", "combatant"),
        ("police", "organization", "GROUP", "COP", "combatant"),
        ("protester", "population", "HUMAN", "OPP", "civilian"),
        ("child", "population", "HUMAN", "CVL", "civilian"),
        ("aid worker", "person", "HUMAN", "NGO", "civilian"),
        ("air force", "military", "GROUP", "MIL", "combatant"),
        ("ministry", "government", "GROUP", "GOV", "unknown"),
        ("suspect", "population", "HUMAN", "CVL", "unknown"),
        ("hospital", "facility", "FACILITY", None, None),
        ("country", "country", "COUNTRY", None, "unknown"),
    ],
)
def test_what_a_noun_says(word, kind, thing, sector, victim):
    noun = load_nouns().get(word)
    assert (noun.kind, noun.thing, noun.sector, noun.victim) == (kind, thing, sector, victim)


@pytest.mark.parametrize(
    ("word", "mode"),
    [
        ("rocket", "heavy-weapons"),
        ("drone", "drone"),
        ("car bomb", "explosives"),
        ("rifle", "firearms"),
        ("warplane", "aerial"),
        ("tear gas", "crowd-control"),
        ("sarin", "unconventional"),
        ("weapon", None),
    ],
)
def test_the_mode_that_a_weapon_suggests(word, mode):
    assert load_nouns().get(word).mode == mode


def test_modes_are_those_of_the_ontology():
    known = set(load_ontology().types["ASSAULT"].modes)
    assert {noun.mode for noun in load_nouns().by_lemma.values() if noun.mode} <= known


def test_containers_and_titles():
    nouns = load_nouns()
    assert nouns.get("number").holds
    assert nouns.get("group").holds
    assert nouns.get("group").thing == "GROUP"
    assert nouns.get("foreign minister").title
    assert not nouns.get("militant").title


def test_the_lexicon_is_large_and_its_classes_are_known():
    nouns = load_nouns()
    assert len(nouns) > 800
    assert {noun.thing for noun in nouns.by_lemma.values()} <= CLASSES
    assert nouns.get("zzz") is None


def test_sectors_are_those_of_the_ontology():
    sectors = {noun.sector for noun in load_nouns().by_lemma.values() if noun.sector}
    assert sectors <= set(load_ontology().sectors) | {"NGO"}
