"""Event anchors that the packs find on treebank sentences."""

from dateline.language.conllu import TreeSentence, Word
from dateline.train.examples import ANCHORS, IGNORE, blank
from dateline.train.silver_anchors import add_anchors, analysis_of


def sentence(rows: str) -> TreeSentence:
    words = []
    for line in rows.strip().splitlines():
        form, lemma, upos, head, deprel, feats = line.split()
        words.append(Word(form, lemma, upos, "_", "" if feats == "_" else feats, int(head), deprel, "_"))
    return TreeSentence("d", " ".join(w.form for w in words), tuple(words))


BOMBED = sentence(
    """
    Rebels rebel NOUN 3 nsubj Number=Plur
    have have AUX 3 aux _
    bombed bomb VERB 0 root Tense=Past|VerbForm=Part
    the the DET 5 det _
    port port NOUN 3 obj Number=Sing
    . . PUNCT 3 punct _
    """
)
SLEPT = sentence(
    """
    Children child NOUN 2 nsubj Number=Plur
    slept sleep VERB 0 root Tense=Past|VerbForm=Fin
    . . PUNCT 2 punct _
    """
)


def test_every_word_is_known_save_auxiliaries() -> None:
    first, second = blank([w.form for w in BOMBED.words]), blank([w.form for w in SLEPT.words])
    add_anchors([(BOMBED, first), (SLEPT, second)])
    assert first.marks["anchor"] == [0, IGNORE, ANCHORS.index("ASSAULT"), 0, 0, 0]
    assert second.marks["anchor"] == [0, 0, 0]


def test_the_analysis_counts_in_its_own_text() -> None:
    analysis = analysis_of([BOMBED, SLEPT])
    assert all(analysis.text[t.start : t.end] == t.form for s in analysis.sentences for t in s.tokens)
    assert [s.root for s in analysis.sentences] == [2, 1]
    assert analysis.sentences[1].index == 1
