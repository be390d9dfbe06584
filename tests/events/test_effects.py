import pytest

from dateline.events.effects import effects_in
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"
PEOPLE = {"kind": "population", "sector": "CVL"}
SOLDIERS = {"kind": "military", "sector": "MIL"}

CASES = {
    "object of kill": (
        f"Shells shell NOUN 2 nsubj\nkilled kill VERB 0 root {FIN}\nthree three NUM 4 nummod\nsoldiers soldier NOUN 2 obj Number=Plur",
        {"soldiers": SOLDIERS},
        [("killed", "combatant", 3, 3)],
    ),
    "passive and coordination": (
        f"Two two NUM 2 nummod\nsoldiers soldier NOUN 4 nsubj:pass Number=Plur\nwere be AUX 4 aux:pass\nwounded wound VERB 0 root {PART}",
        {"soldiers": SOLDIERS},
        [("injured", "combatant", 2, 2)],
    ),
    "damage needs a thing": (
        f"A a DET 2 det\ndrone _ NOUN 3 nsubj\ndamaged damage VERB 0 root {FIN}\na a DET 5 det\nbridge _ NOUN 3 obj Number=Sing",
        {"bridge": {"kind": "facility"}},
        [("damaged", "unknown", 1, 1)],
    ),
    "people are not damaged": (
        f"A a DET 2 det\ndrone _ NOUN 3 nsubj\ndamaged damage VERB 0 root {FIN}\nsoldiers soldier NOUN 3 obj Number=Plur",
        {"soldiers": SOLDIERS},
        [],
    ),
    "no toll": (
        f"No no DET 2 det\ncivilians civilian NOUN 4 nsubj:pass Number=Plur\nwere be AUX 4 aux:pass\nkilled kill VERB 0 root {PART}",
        {"civilians": PEOPLE},
        [("killed", "civilian", 0, 0)],
    ),
    "those who die": (
        f"Nine nine NUM 2 nummod\nvillagers villager NOUN 3 nsubj Number=Plur\ndied die VERB 0 root {FIN}",
        {"villagers": PEOPLE},
        [("killed", "civilian", 9, 9)],
    ),
}


@pytest.mark.parametrize(("table", "entities", "expected"), CASES.values(), ids=CASES)
def test_effects(by_hand, table, entities, expected):
    analysis = read_trees(table)
    resolution = by_hand(analysis, **entities)
    found = [
        (e.kind, e.victim, e.count and e.count.min, e.count and e.count.max)
        for _, group in effects_in(analysis, resolution, 0)
        for e in group
    ]
    assert found == expected
