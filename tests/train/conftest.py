"""Small treebank sentences written by hand."""

import pytest

from dateline.language.conllu import TreeSentence, Word
from dateline.train.examples import Labels, learn_labels


def make(rows: str, document: str = "d") -> TreeSentence:
    """One sentence from lines of `form lemma upos xpos head deprel [feats] [misc]`."""
    words = []
    for line in rows.strip().splitlines():
        form, lemma, upos, xpos, head, deprel, *more = line.split()
        feats, misc = (*more, "_", "_")[:2]
        words.append(Word(form, lemma, upos, xpos, "" if feats == "_" else feats, int(head), deprel, misc))
    return TreeSentence(document, " ".join(w.form for w in words), tuple(words))


@pytest.fixture
def visit() -> TreeSentence:
    return make(
        """
        President president PROPN NNP 2 nmod:desc Number=Sing Entity=(1-person-new
        Ana Ana PROPN NNP 4 nsubj Number=Sing
        Ruiz Ruiz PROPN NNP 2 flat Number=Sing Entity=1)
        visited visit VERB VBD 0 root Mood=Ind|Tense=Past|VerbForm=Fin
        the the DET DT 6 det Definite=Def|PronType=Art Entity=(2-organization-new
        University university PROPN NNP 4 obj Number=Sing
        of of ADP IN 8 case
        Porto Porto PROPN NNP 6 nmod Number=Sing Entity=(3-place-new)2)
        . . PUNCT . 4 punct
        """
    )


@pytest.fixture
def flight() -> TreeSentence:
    return make(
        """
        The the DET DT 2 det Definite=Def|PronType=Art
        troops troop NOUN NNS 3 nsubj Number=Plur
        left leave VERB VBD 0 root Mood=Ind|Tense=Past|VerbForm=Fin
        the the DET DT 5 det Definite=Def|PronType=Art
        towns town NOUN NNS 3 obj Number=Plur
        . . PUNCT . 3 punct
        """
    )


@pytest.fixture
def speech() -> TreeSentence:
    """Gives the label inventories what quotations need."""
    return make(
        """
        He he PRON PRP 2 nsubj
        told tell VERB VBD 0 root Mood=Ind|Tense=Past|VerbForm=Fin
        us we PRON PRP 2 iobj
        that that SCONJ IN 6 mark
        one one NUM CD 6 nummod
        fell fall VERB VBD 2 ccomp Mood=Ind|Tense=Past|VerbForm=Fin
        in in ADP IN 9 case
        red red ADJ JJ 9 amod
        sand sand NOUN NN 6 obl Number=Sing
        lying lie VERB VBG 9 acl VerbForm=Ger
        today today NOUN NN 6 obl:unmarked Number=Sing
        oil oil NOUN NN 13 compound Number=Sing
        land land NOUN NN 9 nmod Number=Sing
        . . PUNCT . 2 punct
        """
    )


@pytest.fixture
def labels(visit: TreeSentence, flight: TreeSentence, speech: TreeSentence) -> Labels:
    return learn_labels([visit, flight, speech] * 20)
