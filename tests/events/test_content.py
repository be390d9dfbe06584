import pytest

from dateline.events.anchors import find_anchors
from dateline.events.content import content_mode
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
TABLE = {"AID": "assist", "RETREAT": "yield", "RETREAT.resign": "change", "comply": "yield", "default": "meet"}
NAMES = {
    "Chad": {"kind": "country", "country": "TCD"},
    "Togo": {"kind": "country", "country": "TGO"},
}


@pytest.mark.parametrize(
    ("content", "mode"),
    [
        ("help _ VERB 2 xcomp VerbForm=Inf\nMali _ PROPN 5 obj", "assist"),
        ("retreat _ VERB 2 xcomp VerbForm=Inf", "yield"),
        ("resign _ VERB 2 xcomp VerbForm=Inf", "change"),
        ("comply _ VERB 2 xcomp VerbForm=Inf", "yield"),
        ("dance _ VERB 2 xcomp VerbForm=Inf", "meet"),
    ],
)
def test_mode_by_what_is_asked_for(by_hand, content, mode):
    analysis = read_trees(
        f"Chad _ PROPN 2 nsubj\nurged urge VERB 0 root {FIN}\nTogo _ PROPN 2 obj\nto _ PART 5 mark\n{content}"
    )
    anchors, _ = find_anchors(analysis, by_hand(analysis, **NAMES), 0, load_frames())
    others = {anchor.token: anchor for anchor in anchors}
    assert content_mode(analysis.sentences[0], others[1], others, TABLE) == mode


def test_a_modal_is_about_its_verb(by_hand):
    analysis = read_trees("Togo _ PROPN 3 nsubj\nmust _ AUX 3 aux\ncomply _ VERB 0 root VerbForm=Inf")
    (anchor,) = find_anchors(analysis, by_hand(analysis, **NAMES), 0, load_frames())[0]
    assert anchor.token == 1
    assert content_mode(analysis.sentences[0], anchor, {1: anchor}, TABLE) == "yield"
    assert content_mode(analysis.sentences[0], anchor, {1: anchor}, {}) is None
