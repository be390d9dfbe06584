import pytest

from dateline.events.reasons import purposes_of, reasons_in
from dateline.language.trees import read_tree, text_of_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
PART = "Tense=Past|VerbForm=Part"

# table, {word: draft}, {draft: type}, expected (later, earlier)
LINKS = {
    "in response to": (
        f"Ankara _ PROPN 2 nsubj\nexpelled expel VERB 0 root {FIN}\nenvoys envoy NOUN 2 obj\nin _ ADP 5 case\nresponse _ NOUN 2 obl\n"
        "to _ ADP 8 case\nthe the DET 8 det\nraid _ NOUN 5 nmod",
        {"expelled": 0, "raid": 1},
        {0: "SANCTION", 1: "ASSAULT"},
        {(0, 1)},
    ),
    "in response, the parser's other tree": (
        f"Ankara _ PROPN 2 nsubj\nexpelled expel VERB 0 root {FIN}\nenvoys envoy NOUN 2 obj\nin _ ADP 5 case\nresponse _ NOUN 2 obl\n"
        "to _ ADP 8 case\nthe the DET 8 det\nraid _ NOUN 2 obl",
        {"expelled": 0, "raid": 1},
        {0: "SANCTION", 1: "ASSAULT"},
        {(0, 1)},
    ),
    "retaliated for": (
        f"Iran _ PROPN 2 nsubj\nretaliated retaliate VERB 0 root {FIN}\nfor _ ADP 5 case\nthe the DET 5 det\nkilling _ NOUN 2 obl",
        {"retaliated": 0, "killing": 1},
        {0: "ASSAULT", 1: "ASSAULT"},
        {(0, 1)},
    ),
    "prompted": (
        f"The the DET 2 det\nraid _ NOUN 3 nsubj\nprompted prompt VERB 0 root {FIN}\nprotests protest NOUN 3 obj",
        {"raid": 0, "protests": 1},
        {0: "ASSAULT", 1: "PROTEST"},
        {(1, 0)},
    ),
    "over": (
        f"Lima _ PROPN 2 nsubj\nrecalled recall VERB 0 root {FIN}\nits its PRON 4 nmod:poss\nenvoy _ NOUN 2 obj\nover _ ADP 7 case\nthe the DET 7 det\narrest _ NOUN 2 obl",
        {"recalled": 0, "arrest": 1},
        {0: "SANCTION", 1: "COERCE"},
        {(0, 1)},
    ),
    "citing": (
        f"Paris _ PROPN 2 nsubj\nrecalled recall VERB 0 root {FIN}\nadvisers adviser NOUN 2 obj\n, , PUNCT 5 punct\nciting cite VERB 2 advcl VerbForm=Ger\nthe the DET 7 det\ncoup _ NOUN 5 obj",
        {"recalled": 0, "coup": 1},
        {0: "SANCTION", 1: "COERCE"},
        {(0, 1)},
    ),
    "plain after is time only": (
        f"Jets jet NOUN 2 nsubj\nbombed bomb VERB 0 root {FIN}\ndepots depot NOUN 2 obj\nafter _ ADP 6 case\nthe the DET 6 det\nraid _ NOUN 2 obl",
        {"bombed": 0, "raid": 1},
        {0: "ASSAULT", 1: "ASSAULT"},
        set(),
    ),
    "what is condemned is not answered": (
        f"Berlin _ PROPN 2 nsubj\ncondemned condemn VERB 0 root {FIN}\nAnkara _ PROPN 2 obj\nfor _ ADP 6 case\nthe the DET 6 det\nraid _ NOUN 2 obl",
        {"condemned": 0, "raid": 1},
        {0: "ACCUSE", 1: "ASSAULT"},
        set(),
    ),
}


@pytest.mark.parametrize(("table", "words", "events", "expected"), LINKS.values(), ids=LINKS)
def test_stated_answers(table, words, events, expected):
    sentence = read_tree(table)
    owners = {t.i: words[t.form] for t in sentence.tokens if t.form in words}
    assert {(r.later, r.earlier) for r in reasons_in(sentence, owners, events)} == expected


def test_purpose_is_a_span():
    sentence = read_tree(
        "Police police NOUN 2 nsubj\nfired fire VERB 0 root\ngas _ NOUN 2 obj\nto _ PART 5 mark\nclear _ VERB 2 advcl VerbForm=Inf\nsquares square NOUN 5 obj"
    )
    text = text_of_tree(sentence)
    assert [text[a:b] for a, b in purposes_of(sentence, (1,))] == ["to clear squares"]
