import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.adapting.schemes import convert, is_clear
from dateline.language.adapting.tables import tables
from dateline.language.adapting.tree import Tree


@pytest.mark.parametrize(
    ("labels", "clear"),
    [
        ({"nsubj", "dobj", "prep", "pobj", "ROOT"}, True),
        ({"nsubj", "obj", "obl", "case", "ROOT"}, False),
        ({"nsubj", "ROOT"}, False),
        (set(), False),
    ],
)
def test_the_scheme_is_told_by_its_labels(labels: set[str], clear: bool) -> None:
    assert is_clear(labels) is clear


CASES = [
    (
        "Three|CD|nummod|2 people|NNS|nsubjpass|4 were|VBD|auxpass|4 shot|VBN|ROOT|0 by|IN|agent|4 rebels|NNS|pobj|5"
        " ,|,|punct|4 according|VBG|prep|4 to|IN|prep|8 the|DT|det|11 mayor|NN|pobj|9",
        "Three|nummod|2 people|nsubj:pass|4 were|aux:pass|4 shot|root|0 by|case|6 rebels|obl:agent|4"
        " ,|punct|4 according|case|11 to|fixed|8 the|det|11 mayor|obl|4",
    ),
    (
        "She|PRP|nsubj|2 told|VBD|ROOT|0 reporters|NNS|dobj|2 that|IN|mark|7 they|PRP|nsubj|7 had|VBD|aux|7"
        " left|VBN|ccomp|2 because|IN|prep|7 of|IN|pcomp|8 the|DT|det|11 war|NN|pobj|8",
        "She|nsubj|2 told|root|0 reporters|iobj|2 that|mark|7 they|nsubj|7 had|aux|7"
        " left|ccomp|2 because|case|11 of|fixed|8 the|det|11 war|obl|7",
    ),
    (
        "The|DT|det|2 town|NN|nsubj|3 was|VBD|ROOT|0 quiet|JJ|acomp|3 on|IN|prep|3 Monday|NNP|pobj|5 and|CC|cc|3"
        " shops|NNS|nsubj|9 opened|VBD|conj|3",
        "The|det|2 town|nsubj|4 was|cop|4 quiet|root|0 on|case|6 Monday|obl|4 and|cc|9 shops|nsubj|9 opened|conj|4",
    ),
    (
        "More|JJR|amod|3 than|IN|quantmod|3 20|CD|nummod|4 men|NNS|nsubj|6 n't|RB|neg|6 left|VBD|ROOT|0"
        " two|CD|nummod|8 days|NNS|npadvmod|9 ago|RB|advmod|6",
        "More|advmod|3 than|fixed|1 20|nummod|4 men|nsubj|6 n't|advmod|6 left|root|0"
        " two|nummod|8 days|obl:unmarked|9 ago|advmod|6",
    ),
]


@pytest.mark.parametrize(("given", "wanted"), CASES)
def test_from_clear(tree, shown, given: str, wanted: str) -> None:
    found = tree(given)
    convert(found, clear=True)
    assert shown(found) == wanted


def test_universal_dependencies_pass_through(tree, shown) -> None:
    line = (
        "Rebels|NNS|nsubj|2 shelled|VBD|root|0 the|DT|det|4 town|NN|obj|2 in|IN|case|6 Norvania|NNP|obl|2"
        " and|CC|cc|8 left|VBD|conj|2"
    )
    found = tree(line)
    before = shown(found)
    convert(found, clear=False)
    assert shown(found) == before


LABELS = sorted(set(tables().clear) | {"nsubj", "conj", "cc", "ccomp", "xcomp", "advcl", "mark", "aux", "expl", "nmod"})
WORDS = st.tuples(
    st.sampled_from("is in of by because according to as well more than such Ada 20 left , and order".split()),
    st.sampled_from(("VERB", "AUX", "NOUN", "PROPN", "ADP", "NUM", "ADV", "PUNCT", "PRON", "PART")),
    st.sampled_from(LABELS),
    st.integers(-1, 14),
)


@given(st.lists(WORDS, min_size=1, max_size=14), st.booleans(), st.integers(0, 13), st.integers(1, 4))
def test_whatever_the_pipeline_says_a_tree_comes_out(drawn, clear: bool, first: int, length: int) -> None:
    forms, upos, rels, heads = zip(*drawn, strict=True)
    size = len(drawn)
    people = ((first, min(size, first + length)),) if first < size else ()
    found = Tree(forms, heads, rels, tags=[""] * size, upos=upos, lemmas=forms, people=people)
    convert(found, clear=clear)
    assert found.heads.count(-1) == 1
    assert sorted(found.deepest_first()) == list(range(size))
    assert [i for i, rel in enumerate(found.rels) if rel == "root"] == [found.heads.index(-1)]
    assert not set(found.rels) & {"pobj", "dobj", "prep", "nsubjpass", "attr"} or not clear
