import pytest

from dateline.events.anchors import find_anchors
from dateline.events.roles import fill_roles
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
REBELS = {"kind": "armed_group", "sector": "REB"}
ARMY = {"kind": "military", "sector": "MIL"}

CASES = {
    "thing with an owner": (
        f"Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root {FIN}\nthe the DET 5 det\narmy _ NOUN 5 compound\ndepot _ NOUN 2 obj\nwith _ ADP 7 case\nmortars mortar NOUN 2 obl",
        {"Rebels": REBELS, "army": ARMY, "depot": {"kind": "facility"}, "mortars": {"kind": "weapon"}},
        {"actor": ["Rebels"], "object": ["depot"], "recipient": ["army"], "instrument": ["mortars"]},
    ),
    "people struck": (
        f"Rebels rebel NOUN 2 nsubj\nattacked attack VERB 0 root {FIN}\nsoldiers soldier NOUN 2 obj",
        {"Rebels": REBELS, "soldiers": ARMY},
        {"actor": ["Rebels"], "recipient": ["soldiers"]},
    ),
    "those who are not told of act": (
        "The the DET 2 det\ndepot _ NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\nshelled shell VERB 0 root Tense=Past|VerbForm=Part|Voice=Pass",
        {"depot": {"kind": "facility"}},
        {"object": ["depot"]},
    ),
}


@pytest.mark.parametrize(("table", "entities", "expected"), CASES.values(), ids=CASES)
def test_roles_by_frame(by_hand, table, entities, expected):
    analysis = read_trees(table)
    resolution = by_hand(analysis, **entities)
    frames = load_frames()
    anchors, _ = find_anchors(analysis, resolution, 0, frames)
    assert len(anchors) == 1
    anchor = anchors[0]
    found: dict[str, list[str]] = {}
    for filler in fill_roles(
        analysis, resolution, 0, anchor.token, anchor.entry, anchor.slots, frames, anchor.consumed
    ):
        found.setdefault(filler.role, []).append(analysis.sentences[0].tokens[filler.key[1]].form)
    assert found == expected
