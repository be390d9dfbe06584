import pytest

from dateline.events.slots import noun_slots, verb_slots
from dateline.language.trees import read_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"

VERBS = {
    "active": (
        f"Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root {FIN}\nthe the DET 4 det\ntown _ NOUN 2 obj\n"
        "with _ ADP 6 case\nmortars mortar NOUN 2 obl",
        "shelled",
        {"subj": "Rebels", "obj": "town", "obl:with": "mortars"},
    ),
    "passive with agent": (
        f"The the DET 2 det\ntown _ NOUN 4 nsubj:pass\nwas be AUX 4 aux:pass\nshelled shell VERB 0 root {PART}\n"
        "by _ ADP 6 case\nrebels rebel NOUN 4 obl:agent",
        "shelled",
        {"obj": "town", "subj": "rebels"},
    ),
    "relative clause": (
        "The the DET 2 det\nmilitia _ NOUN 0 root\nthat that PRON 4 nsubj PronType=Rel\n"
        f"launched launch VERB 2 acl:relcl {FIN}\nrockets rocket NOUN 4 obj",
        "launched",
        {"subj": "militia", "obj": "rockets"},
    ),
    "relative clause without a pronoun": (
        f"the the DET 2 det\ndepot _ NOUN 0 root\nrebels rebel NOUN 4 nsubj\nburned burn VERB 2 acl:relcl {FIN}",
        "burned",
        {"subj": "rebels", "obj": "depot"},
    ),
    "reduced relative, passive": (
        f"a a DET 2 det\nbase _ NOUN 0 root\nused use VERB 2 acl {PART}\nby _ ADP 5 case\nmilitants militant NOUN 3 obl:agent",
        "used",
        {"obj": "base", "subj": "militants"},
    ),
    "object control": (
        f"He he PRON 2 nsubj\nordered order VERB 0 root {FIN}\nthe the DET 4 det\narmy _ NOUN 2 obj\nto _ PART 6 mark\n"
        "withdraw _ VERB 2 xcomp VerbForm=Inf",
        "withdraw",
        {"subj": "army"},
    ),
    "subject control": (
        f"Iran _ PROPN 2 nsubj\nvowed vow VERB 0 root {FIN}\nto _ PART 4 mark\nretaliate _ VERB 2 xcomp VerbForm=Inf",
        "retaliate",
        {"subj": "Iran"},
    ),
    "coordination shares the subject": (
        f"Police police NOUN 2 nsubj\nbeat _ VERB 0 root {FIN}\nand _ CCONJ 4 cc\narrested arrest VERB 2 conj {FIN}\nstudents student NOUN 4 obj",
        "arrested",
        {"subj": "Police", "obj": "students"},
    ),
    "coordination of passives": (
        f"Two two NUM 2 nummod\nmen man NOUN 4 nsubj:pass\nwere be AUX 4 aux:pass\nbeaten beat VERB 0 root {PART}\nand _ CCONJ 6 cc\n"
        f"arrested arrest VERB 4 conj {PART}",
        "arrested",
        {"obj": "men"},
    ),
    "participial clause": (
        f"Shells shell NOUN 2 nsubj\nhit hit VERB 0 root {FIN}\nhomes home NOUN 2 obj\n, , PUNCT 5 punct\nkilling kill VERB 2 advcl VerbForm=Ger\nthree three NUM 5 obj",
        "killing",
        {"subj": "Shells", "obj": "three"},
    ),
}


@pytest.mark.parametrize(("table", "verb", "expected"), VERBS.values(), ids=VERBS)
def test_slots_of_verbs(table, verb, expected):
    sentence = read_tree(table)
    anchor = next(t.i for t in sentence.tokens if t.form == verb)
    found = {s.key: sentence.tokens[s.token].form for s in verb_slots(sentence, anchor)}
    assert {k: found.get(k) for k in expected} == expected
    assert "obj" in expected or "obj" not in found


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
