import pytest

from dateline.events.noun_slots import noun_slots
from dateline.language.analyzing import analyze
from dateline.language.trees import read_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"

NOUNS = {
    "light verb": (
        f"Jets jet NOUN 2 nsubj\nlaunched launch VERB 0 root {FIN}\nairstrikes airstrike NOUN 2 obj\nagainst _ ADP 5 case\ndepots depot NOUN 2 obl",
        "airstrikes",
        {"subj": "Jets", "nmod:against": "depots"},
        "launched",
    ),
    "passive light verb": (
        f"The the DET 2 det\nraid _ NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\nconducted conduct VERB 0 root {PART}\nby _ ADP 6 case\npolice _ NOUN 4 obl:agent",
        "raid",
        {"subj": "police"},
        "conducted",
    ),
    "clause with a light verb": (
        f"attacks attack NOUN 0 root\ncarried carry VERB 1 acl {PART}\nout _ ADP 2 compound:prt\nby _ ADP 5 case\nmilitants militant NOUN 2 obl:agent",
        "attacks",
        {"subj": "militants"},
        "carried",
    ),
    "undergoing": (
        f"The the DET 2 det\nbase _ NOUN 3 nsubj\ncame come VERB 0 root {FIN}\nunder _ ADP 5 case\nattack _ NOUN 3 obl",
        "attack",
        {"undergoer": "base"},
        "came",
    ),
    "went on": (
        f"Nurses nurse NOUN 2 nsubj\nwent go VERB 0 root {FIN}\non _ ADP 4 case\nstrike _ NOUN 2 obl\nagainst _ ADP 6 case\nTogo _ PROPN 2 obl",
        "strike",
        {"subj": "Nurses", "nmod:against": "Togo"},
        "went",
    ),
    "engaged in": (
        f"Troops troop NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\nengaged engage VERB 0 root {PART}\nin _ ADP 5 case\nclashes clash NOUN 3 obl",
        "clashes",
        {"subj": "Troops"},
        "engaged",
    ),
    "container": (
        f"Gunmen gunman NOUN 2 nsubj\nstaged stage VERB 0 root {FIN}\na a DET 4 det\nseries _ NOUN 2 obj\nof _ ADP 6 case\nattacks attack NOUN 4 nmod\non _ ADP 8 case\nbanks bank NOUN 6 nmod",
        "attacks",
        {"subj": "Gunmen", "nmod:on": "banks"},
        "staged",
    ),
    "own modifiers": (
        "Israel _ PROPN 3 nmod:poss\n~'s 's PART 1 case\ninvasion _ NOUN 0 root\nof _ ADP 5 case\nLebanon _ PROPN 3 nmod",
        "invasion",
        {"poss": "Israel", "nmod:of": "Lebanon"},
        None,
    ),
}


@pytest.mark.parametrize(("table", "noun", "expected", "carrier"), NOUNS.values(), ids=NOUNS)
def test_slots_of_nouns(table, noun, expected, carrier):
    sentence = read_tree(table)
    anchor = next(t.i for t in sentence.tokens if t.form == noun)
    light = {"launch": "do", "conduct": "do", "carry": "do", "stage": "do", "come": "undergo"}
    slots, verb = noun_slots(sentence, anchor, light)
    found = {s.key: sentence.tokens[s.token].form for s in slots}
    assert {k: found.get(k) for k in expected} == expected
    assert (None if verb is None else sentence.tokens[verb].form) == carrier


@pytest.mark.parametrize(
    ("text", "noun", "slot", "words"),
    [
        ("The Government of Chad’s capture of the town was praised.", "capture", "poss", ["Government"]),
        ("The army's capture of the town was praised.", "capture", "poss", ["army"]),
        ("Unions took part in the march led by the bishop.", "march", "subj", ["bishop", "Unions"]),
        ("Unions took part in the march.", "march", "subj", ["Unions"]),
        ("Unions did not take part in the march.", "march", "subj", []),
    ],
)
def test_who_stands_around_the_noun(text, noun, slot, words):
    sentence = analyze(text).sentences[0]
    i = next(t.i for t in sentence.tokens if t.form == noun)
    slots, _ = noun_slots(sentence, i, {"lead": "do"})
    assert [sentence.tokens[s.token].form for s in slots if s.name == slot] == words
