import pytest

from dateline.events.anchors import find_anchors
from dateline.events.cameo import cameo_of
from dateline.knowledge.frames import load_frames
from dateline.language.trees import read_trees

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"
NAMES = {
    "Chad": {"kind": "country", "country": "TCD"},
    "Togo": {"kind": "country", "country": "TGO"},
}


def codes(by_hand, table):
    analysis = read_trees(table)
    anchors, _ = find_anchors(analysis, by_hand(analysis, **NAMES), 0, load_frames())
    others = {anchor.token: anchor for anchor in anchors}
    return {
        anchor.entry.lemma: cameo_of(analysis.sentences[0], anchor, anchor.entry.frame.modes, others)
        for anchor in anchors
    }


@pytest.mark.parametrize(
    ("table", "lemma", "code"),
    [
        (
            f"Chad _ PROPN 2 nsubj\nagreed agree VERB 0 root {FIN}\nto _ PART 4 mark\nwithdraw _ VERB 2 xcomp VerbForm=Inf\n"
            "troops troop NOUN 4 obj",
            "agree",
            "0356",
        ),
        (
            f"Chad _ PROPN 2 nsubj\naccused accuse VERB 0 root {FIN}\nTogo _ PROPN 2 obj\nof _ ADP 6 case\nwar _ NOUN 6 compound\n"
            "crimes crime NOUN 2 obl",
            "accuse",
            "1124",
        ),
        (
            f"Chad _ PROPN 2 nsubj\naccused accuse VERB 0 root {FIN}\nTogo _ PROPN 2 obj\nof _ ADP 5 case\nsloth _ NOUN 2 obl",
            "accuse",
            "112",
        ),
        (
            f"Chad _ PROPN 2 nsubj\nurged urge VERB 0 root {FIN}\nTogo _ PROPN 2 obj\nto _ PART 5 mark\nnegotiate _ VERB 2 xcomp VerbForm=Inf",
            "urge",
            "026",
        ),
    ],
)
def test_code_by_content_and_words(by_hand, table, lemma, code):
    assert codes(by_hand, table)[lemma] == code
