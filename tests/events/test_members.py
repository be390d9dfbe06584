from dateline.events.members import members_of
from dateline.language.trees import read_tree


def forms(table, word):
    sentence = read_tree(table)
    token = next(t.i for t in sentence.tokens if t.form == word)
    return [sentence.tokens[m].form for m in members_of(sentence, token)]


def test_coordination_and_including():
    table = (
        "groups group NOUN 0 root\nincluding _ ADP 3 case\nAlpha _ PROPN 1 nmod\nand _ CCONJ 5 cc\nBravo _ PROPN 3 conj"
    )
    assert forms(table, "groups") == ["groups", "Alpha", "Bravo"]


def test_the_nations_include():
    table = "nations nation NOUN 2 nsubj\ninclude _ VERB 0 root\nDenmark _ PROPN 2 obj\nand _ CCONJ 5 cc\nJordan _ PROPN 3 conj"
    assert forms(table, "nations") == ["nations", "Denmark", "Jordan"]


def test_men_and_women_of_a_force_are_the_force():
    table = "men man NOUN 0 root\nin _ ADP 4 case\nour our PRON 4 nmod:poss\nforce _ NOUN 1 nmod"
    assert forms(table, "men") == ["force"]
