import pytest

from dateline.events.anchors import find_anchors
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
REBELS = {"rebels": {"kind": "armed_group", "sector": "REB"}, "Rebels": {"kind": "armed_group", "sector": "REB"}}

CASES = {
    "verb": (
        f"Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root {FIN}\nthe the DET 4 det\ntown _ NOUN 2 obj",
        [("shelled", "ASSAULT")],
        [],
    ),
    "noun with its light verb": (
        f"Rebels rebel NOUN 2 nsubj\nlaunched launch VERB 0 root {FIN}\nairstrikes airstrike NOUN 2 obj\n"
        "on _ ADP 6 case\nthe the DET 6 det\ntown _ NOUN 3 nmod",
        [("airstrikes", "ASSAULT")],
        [],
    ),
    "noun that only describes another": (
        f"The the DET 3 det\nairstrike _ NOUN 3 compound\nvictims victim NOUN 4 nsubj\narrived arrive VERB 0 root {FIN}",
        [],
        [("airstrike", "only describes 'victims'")],
    ),
    "another sense": (
        f"The the DET 3 det\ntwo two NUM 3 nummod\nfirms firm NOUN 4 nsubj\nstruck strike VERB 0 root {FIN}\na a DET 6 det\ndeal _ NOUN 4 obj",
        [],
        [("struck", "(assault.strike: blocked by subj)"), ("deal", "(support.treaty_noun: nmod)")],
    ),
    "what is answered was said before": (
        f"Rebels rebel NOUN 2 nsubj\nrejected reject VERB 0 root {FIN}\nthe the DET 5 det\nrebels rebel NOUN 5 nmod:poss\n"
        "demand _ NOUN 2 obj",
        [("rejected", "REJECT")],
        [],
    ),
    "what is agreed is not asked for once more": (
        f"Rebels rebel NOUN 2 nsubj\nagreed agree VERB 0 root {FIN}\nthat _ SCONJ 6 mark\nrebels rebel NOUN 6 nsubj\n"
        "should _ AUX 6 aux\nretreat _ VERB 2 ccomp VerbForm=Inf",
        [("agreed", "AGREE"), ("retreat", "RETREAT")],
        [],
    ),
    "an aim": (
        f"A a DET 2 det\nplan _ NOUN 3 nsubj\naimed aim VERB 0 root {FIN}\nto _ PART 5 mark\nbomb _ VERB 3 xcomp VerbForm=Inf\ndepots depot NOUN 5 obj",
        [],
        [("bomb", "is an aim")],
    ),
}


@pytest.mark.parametrize(("table", "expected", "refused"), CASES.values(), ids=CASES)
def test_which_words_name_events(by_hand, table, expected, refused):
    analysis = read_trees(table)
    tokens = analysis.sentences[0].tokens
    anchors, refusals = find_anchors(analysis, by_hand(analysis, **REBELS), 0, load_frames())
    assert [(tokens[a.token].form, a.entry.frame.event) for a in anchors] == expected
    reasons = [(tokens[r.token].form, r.reason) for r in refusals]
    assert bool(reasons) == bool(refused)
    assert all(any(word == w and why in reason for w, why in refused) for word, reason in reasons)


def test_the_carrier_of_a_noun_and_the_words_an_entry_consumed(by_hand):
    launched = read_trees(CASES["noun with its light verb"][0])
    (anchor,) = find_anchors(launched, by_hand(launched, **REBELS), 0, load_frames())[0]
    assert (anchor.carrier, anchor.consumed) == (1, ())
    assert {s.key: s.token for s in anchor.slots} == {"nmod:on": 5, "subj": 0}
    opened = read_trees(
        f"Rebels rebel NOUN 2 nsubj\nopened open VERB 0 root {FIN}\nfire _ NOUN 2 obj\non _ ADP 5 case\nnurses nurse NOUN 2 obl"
    )
    (anchor,) = find_anchors(opened, by_hand(opened, **REBELS), 0, load_frames())[0]
    assert (anchor.token, anchor.carrier, anchor.consumed) == (1, None, (2,))


def test_an_event_word_inside_a_name_names_no_event(by_hand):
    analysis = read_trees(
        f"Operation _ PROPN 3 nsubj\nRaid _ PROPN 1 flat\nended end VERB 0 root {FIN}\nStrike _ PROPN 5 compound\nGroup _ PROPN 3 obj"
    )
    anchors, refusals = find_anchors(analysis, by_hand(analysis), 0, load_frames())
    assert [a.token for a in anchors if a.token in (1, 3)] == []
    assert {r.token for r in refusals} >= {1, 3}
