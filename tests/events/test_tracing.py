import pytest

from dateline.events.tracing import WordTrace, trace_words
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
REBELS = {"Rebels": {"kind": "armed_group", "sector": "REB"}}


def trace(by_hand, table, word) -> WordTrace:
    analysis = read_trees(table)
    return next(t for t in trace_words(analysis, by_hand(analysis, **REBELS), 0) if t.form == word)


def verdicts(found: WordTrace) -> set[str]:
    return {c.verdict for c in found.candidates}


SHELLED = f"Rebels rebel NOUN 2 nsubj\nshelled shell VERB 0 root {FIN}\nthe the DET 4 det\ntown _ NOUN 2 obj"
DEAL = (
    f"The the DET 3 det\ntwo two NUM 3 nummod\nfirms firm NOUN 4 nsubj\nstruck strike VERB 0 root {FIN}\n"
    "a a DET 6 det\nbid _ NOUN 4 obj"
)
LAUNCHED = (
    f"Rebels rebel NOUN 2 nsubj\nlaunched launch VERB 0 root {FIN}\nairstrikes airstrike NOUN 2 obj\n"
    "on _ ADP 6 case\nthe the DET 6 det\ntown _ NOUN 3 nmod"
)
FIRE = f"Rebels rebel NOUN 2 nsubj\nopened open VERB 0 root {FIN}\nfire _ NOUN 2 obj"
VICTIMS = (
    f"The the DET 3 det\nairstrike _ NOUN 3 compound\nvictims victim NOUN 4 nsubj\narrived arrive VERB 0 root {FIN}"
)
MATCH = (
    f"The the DET 2 det\nguests guest NOUN 3 nsubj\nattacked attack VERB 0 root {FIN}\nthem they PRON 3 obj\n"
    "after _ ADP 7 case\nthe the DET 7 det\nmatch _ NOUN 3 obl"
)


def test_the_entry_that_matched(by_hand):
    found = trace(by_hand, SHELLED, "shelled")
    (matched,) = [c for c in found.candidates if c.verdict == "matched"]
    assert found.anchor
    assert (matched.event, matched.frame, matched.reason) == ("ASSAULT", "assault.shell", "")


def test_an_entry_of_several_words_names_those_it_found(by_hand):
    found = trace(by_hand, FIRE, "opened")
    (matched,) = [c for c in found.candidates if c.verdict == "matched"]
    assert matched.words == "open + object 'fire'"
    asked = [c.reason for c in found.candidates if c.verdict == "missing"]
    assert asked
    assert all(reason.startswith("no ") for reason in asked)


def test_one_match_a_word(by_hand):
    for table, word in ((SHELLED, "shelled"), (FIRE, "opened"), (LAUNCHED, "airstrikes")):
        found = trace(by_hand, table, word)
        assert [c.verdict for c in found.candidates].count("matched") == 1


def test_what_another_sense_is_ruled_out_by(by_hand):
    found = trace(by_hand, DEAL, "struck")
    assert not found.anchor
    assert "matched" not in verdicts(found)
    assert any("'firms'" in c.reason for c in found.candidates if c.verdict in ("blocked", "unmet"))


def test_the_light_verb_is_told(by_hand):
    assert trace(by_hand, LAUNCHED, "airstrikes").carrier == "launched"


@pytest.mark.parametrize(
    ("table", "word", "reason"),
    [
        (VICTIMS, "airstrike", "'airstrike' only describes 'victims'"),
        (MATCH, "attacked", "'attacked' in a sentence about sport ('match')"),
    ],
)
def test_words_that_name_nothing(by_hand, table, word, reason):
    found = trace(by_hand, table, word)
    assert not found.anchor
    assert found.reason == reason


def test_a_barred_word_is_not_tried(by_hand):
    assert verdicts(trace(by_hand, VICTIMS, "airstrike")) == {"untried"}


def test_a_screened_word_keeps_the_entry_that_fits(by_hand):
    assert "matched" in verdicts(trace(by_hand, MATCH, "attacked"))
