import pytest

from dateline.events import grammar
from dateline.language.trees import read_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        ("because _ ADP 3 case\nof _ ADP 1 fixed\nrain _ NOUN 0 root", "because of"),
        ("Chad _ PROPN 3 nmod:poss\n~'s 's PART 1 case\nrain _ NOUN 0 root", ""),
        ("near _ ADP 3 case\nthe the DET 3 det\nport _ NOUN 0 root", "near"),
        ("ports port NOUN 3 conj\n, , PUNCT 1 punct\nrain _ NOUN 0 root", ""),
    ],
)
def test_case_of_a_noun(table, expected):
    sentence = read_tree(table)
    assert grammar.case_of(sentence, 2) == expected


def test_mark_of_a_clause():
    sentence = read_tree("in _ SCONJ 4 mark\norder _ NOUN 1 fixed\nto _ PART 1 fixed\nflee _ VERB 0 root VerbForm=Inf")
    assert grammar.mark_of(sentence, 3) == "in order to"


PASSIVES = {
    "auxiliary": (f"Men man NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\nheld hold VERB 0 root {PART}", 2, True),
    "participle of a noun": (f"posts post NOUN 0 root\nheld hold VERB 1 acl {PART}", 1, True),
    "active": (f"Men man NOUN 2 nsubj\nheld hold VERB 0 root {FIN}\nposts post NOUN 2 obj", 1, False),
    "perfect": (f"Men man NOUN 3 nsubj\nhave have AUX 3 aux\nheld hold VERB 0 root {PART}", 2, False),
    "second of two passives": (
        f"Men man NOUN 3 nsubj:pass\nwere be AUX 3 aux:pass\nheld hold VERB 0 root {PART}\nbeaten beat VERB 3 conj {PART}",
        3,
        True,
    ),
}


@pytest.mark.parametrize(("table", "token", "expected"), PASSIVES.values(), ids=PASSIVES)
def test_passive(table, token, expected):
    assert grammar.is_passive(read_tree(table), token) is expected


SUBJECTS = {
    "its own": (f"Men man NOUN 2 nsubj\nfled flee VERB 0 root {FIN}", 1, ("Men", "subject")),
    "the antecedent": (
        f"men man NOUN 0 root\nwho _ PRON 3 nsubj\nfled flee VERB 1 acl:relcl {FIN}",
        2,
        ("men", "relative clause"),
    ),
    "control by the object": (
        f"Chad _ PROPN 2 nsubj\nasked ask VERB 0 root {FIN}\nTogo _ PROPN 2 obj\nto _ PART 5 mark\npay _ VERB 2 xcomp VerbForm=Inf",
        4,
        ("Togo", "object control"),
    ),
    "control by the subject, object or not": (
        f"Chad _ PROPN 2 nsubj\nthreatened threaten VERB 0 root {FIN}\nTogo _ PROPN 2 obj\nto _ PART 5 mark\nleave _ VERB 2 xcomp VerbForm=Inf",
        4,
        ("Chad", "subject control"),
    ),
    "a purpose clause of ordering": (
        f"Chad _ PROPN 2 nsubj\nordered order VERB 0 root {FIN}\ntroops troop NOUN 2 obj\nto _ PART 5 mark\nleave _ VERB 2 advcl VerbForm=Inf",
        4,
        ("troops", "object control"),
    ),
    "coordination": (
        f"Men man NOUN 2 nsubj\nate eat VERB 0 root {FIN}\nand _ CCONJ 4 cc\nfled flee VERB 2 conj {FIN}",
        3,
        ("Men", "coordination"),
    ),
    "nobody": (f"Fled flee VERB 0 root {FIN}", 0, None),
    "another clause's own affair": (
        f"Men man NOUN 2 nsubj\nsaid say VERB 0 root {FIN}\nrained rain VERB 2 ccomp {FIN}",
        2,
        None,
    ),
}


@pytest.mark.parametrize(("table", "token", "expected"), SUBJECTS.values(), ids=SUBJECTS)
def test_subject_through_the_constructions_that_hide_it(table, token, expected):
    sentence = read_tree(table)
    found = grammar.surface_subject(sentence, token)
    assert (found if found is None else (sentence.tokens[found.token].form, found.via)) == expected


def test_governors_up_to_the_root():
    sentence = read_tree(f"old _ ADJ 2 amod\nmen man NOUN 3 nsubj\nfled flee VERB 0 root {FIN}")
    assert [t.form for t in grammar.governor_chain(sentence, 0)] == ["men", "fled"]
    assert grammar.governor_chain(sentence, 2) == ()
