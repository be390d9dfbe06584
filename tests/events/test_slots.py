import pytest

from dateline.events.slots import verb_slots
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


def test_an_object_behind_another_phrase():
    from dateline.language.analyzing import analyze

    sentence = analyze("We deplore with heavy hearts recent raids in Gao.").sentences[0]
    words = {s.name: sentence.tokens[s.token].form for s in verb_slots(sentence, 1) if s.name in ("subj", "obj")}
    assert words == {"subj": "We", "obj": "raids"}
