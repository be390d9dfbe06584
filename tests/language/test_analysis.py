import pytest

from dateline.language.analysis import make_sentence
from dateline.language.trees import read_tree


def test_children_in_text_order_and_the_root():
    sentence = read_tree("old _ ADJ 2 amod\nmen man NOUN 3 nsubj\nfled flee VERB 0 root\nhome _ ADV 3 advmod", start=5)
    assert (sentence.start, sentence.end, sentence.root) == (5, 22, 2)
    assert sentence.children == ((), (0,), (1, 3), ())
    assert make_sentence(0, sentence.tokens) == sentence


@pytest.mark.parametrize(("deprel", "rel"), [("nsubj:pass", "nsubj"), ("obj", "obj"), ("acl:relcl", "acl")])
def test_a_relation_without_its_subtype(deprel, rel):
    assert read_tree(f"men man NOUN 0 {deprel}").tokens[0].rel == rel
