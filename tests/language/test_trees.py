import pytest

from dateline.errors import InputError
from dateline.language.trees import read_tree, read_trees, text_of_tree

TABLE = """
Rebels rebel NOUN 4 nsubj Number=Plur person
did do AUX 4 aux Tense=Past
~n't not PART 4 advmod
attack _ VERB 0 root VerbForm=Inf
. . PUNCT 4 punct
"""


def test_words_heads_and_offsets_come_back():
    sentence = read_tree(TABLE)
    assert text_of_tree(sentence) == "Rebels didn't attack ."
    assert [t.head for t in sentence.tokens] == [3, 3, 3, -1, 3]
    assert sentence.root == 3
    assert sentence.children[3] == (0, 1, 2, 4)
    assert sentence.tokens[0].semantic == "person"
    assert sentence.tokens[3].lemma == "attack"


def test_several_sentences_share_one_text():
    analysis = read_trees(TABLE, TABLE)
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            assert analysis.text[token.start : token.end] == token.form


def test_a_short_line_is_named():
    with pytest.raises(InputError, match=r"line 1: 'Rebels rebel NOUN' has 3 fields"):
        read_tree("Rebels rebel NOUN")
