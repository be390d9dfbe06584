import pytest

from dateline.events.deep_slots import deep_fillers
from dateline.events.slots import verb_slots
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
ACTORS = {
    "Chad": {"kind": "country", "country": "TCD"},
    "Togo": {"kind": "country", "country": "TGO"},
    "navy": {"kind": "military", "sector": "MIL"},
}

CASES = {
    "the doer of a condemned act": (
        f"Chad _ PROPN 2 nsubj\ncondemned condemn VERB 0 root {FIN}\nthe the DET 4 det\nraid _ NOUN 2 obj\nby _ ADP 7 case\nthe the DET 7 det\nnavy _ NOUN 4 nmod",
        "obj.owner",
        ["navy"],
    ),
    "the possessor of it": (
        f"Chad _ PROPN 2 nsubj\npraised praise VERB 0 root {FIN}\nTogo _ PROPN 5 nmod:poss\n~'s 's PART 3 case\nreform _ NOUN 2 obj",
        "obj.owner",
        ["Togo"],
    ),
    "somebody is nobody's act": (
        f"Chad _ PROPN 2 nsubj\npraised praise VERB 0 root {FIN}\nTogo _ PROPN 2 obj",
        "obj.owner",
        [],
    ),
    "the subject of a demanded act": (
        f"Chad _ PROPN 2 nsubj\ndemanded demand VERB 0 root {FIN}\nthat _ SCONJ 5 mark\nTogo _ PROPN 5 nsubj\npay _ VERB 2 ccomp VerbForm=Fin",
        "comp.subj",
        ["Togo"],
    ),
    "whoever is reached by a promised act": (
        f"Chad _ PROPN 2 nsubj\npromised promise VERB 0 root {FIN}\nto _ PART 4 mark\nhelp _ VERB 2 xcomp VerbForm=Inf\nTogo _ PROPN 4 obj",
        "comp.any",
        ["Togo"],
    ),
    "also through its object": (
        f"Chad _ PROPN 2 nsubj\npromised promise VERB 0 root {FIN}\nto _ PART 4 mark\nsend _ VERB 2 xcomp VerbForm=Inf\nrice _ NOUN 4 obj\nto _ ADP 7 case\nTogo _ PROPN 5 nmod",
        "comp.any",
        ["Togo"],
    ),
}


@pytest.mark.parametrize(("table", "key", "expected"), CASES.values(), ids=CASES)
def test_participants_inside_another_slot(by_hand, table, key, expected):
    analysis = read_trees(table)
    slots = verb_slots(analysis.sentences[0], 1)
    found = deep_fillers(analysis, by_hand(analysis, **ACTORS), 0, slots, {key: "recipient"}, load_frames())
    assert [(f.role, analysis.sentences[0].tokens[f.key[1]].form) for f in found] == [
        ("recipient", w) for w in expected
    ]


def test_the_first_deep_key_that_finds_somebody_fills_the_role(by_hand):
    analysis = read_trees(CASES["the possessor of it"][0])
    slots = verb_slots(analysis.sentences[0], 1)
    table = {"comp.subj": "recipient", "obj.owner": "recipient", "subj.owner": "none"}
    found = deep_fillers(analysis, by_hand(analysis, **ACTORS), 0, slots, table, load_frames())
    assert [f.slot for f in found] == ["obj.owner"]
