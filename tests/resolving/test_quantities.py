import pytest

from dateline.records.entity import Count
from dateline.resolving.quantities import count_of

CASES = [
    # modifiers hung on the noun, min, max, approximate, the words counted as the number
    ("12/NUM/2/nummod people/NOUN/0/root", 2, 12, 12, False, "12"),
    ("At/ADP/2/case least/ADJ/3/nmod 12/NUM/4/nummod people/NOUN/0/root", 4, 12, None, False, "At least 12"),
    ("more/ADJ/3/advmod than/ADP/1/fixed 60/NUM/4/nummod people/NOUN/0/root", 4, 61, None, False, "more than 60"),
    ("fewer/ADJ/3/advmod than/ADP/1/fixed 20/NUM/4/nummod huts/NOUN/0/root", 4, None, 19, False, "fewer than 20"),
    ("about/ADV/2/advmod 30/NUM/3/nummod men/NOUN/0/root", 3, 30, 30, True, "about 30"),
    ("up/ADP/3/advmod to/ADP/1/fixed 20/NUM/4/nummod men/NOUN/0/root", 4, None, 20, False, "up to 20"),
    (
        "between/ADP/2/case 10/NUM/5/nummod and/CCONJ/4/cc 15/NUM/2/conj men/NOUN/0/root",
        5,
        10,
        15,
        False,
        "between 10 and 15",
    ),
    ("10/NUM/4/nummod to/ADP/3/case 15/NUM/1/nmod men/NOUN/0/root", 4, 10, 15, False, "10 to 15"),
    ("a/DET/2/det dozen/NOUN/3/nummod shops/NOUN/0/root", 3, 12, 12, False, "a dozen"),
    ("1.2/NUM/2/compound million/NUM/3/nummod people/NOUN/0/root", 3, 1_200_000, 1_200_000, False, "1.2 million"),
    ("several/ADJ/2/amod boats/NOUN/0/root", 2, 3, None, True, "several"),
    ("dozens/NOUN/0/root of/ADP/3/case fighters/NOUN/1/nmod", 1, 24, None, True, "dozens"),
    ("dozens/NOUN/0/root of/ADP/3/case fighters/NOUN/1/nmod", 3, 24, None, True, "dozens"),
    ("two/NUM/0/root of/ADP/4/case the/DET/4/det soldiers/NOUN/1/nmod", 1, 2, 2, False, "two"),
    ("no/DET/2/det civilians/NOUN/0/root", 2, 0, 0, False, "no"),
    ("none/PRON/0/root of/ADP/4/case the/DET/4/det men/NOUN/1/nmod", 1, 0, 0, False, "none"),
    ("35/NUM/3/nummod more/ADJ/3/amod civilians/NOUN/0/root", 3, 35, 35, False, "35"),
    ("both/DET/2/det pilots/NOUN/0/root", 2, 2, 2, False, "both"),
    (
        "2/NUM/4/compound to/ADP/3/case 3/NUM/1/nmod million/NUM/5/nummod people/NOUN/0/root",
        5,
        2_000_000,
        3_000_000,
        False,
        "2 to 3 million",
    ),
]


@pytest.mark.parametrize(("words", "head", "low", "high", "approximate", "span"), CASES)
def test_counts(tree, words, head, low, high, approximate, span):
    sentence = tree(words)
    text = " ".join(token.form for token in sentence.tokens)
    start = text.index(span)
    expected = Count(low, high, (start, start + len(span)), approximate)
    assert count_of(sentence, head - 1) == expected


@pytest.mark.parametrize(
    ("words", "head"),
    [
        ("the/DET/2/det soldiers/NOUN/0/root", 2),
        ("the/DET/3/det first/ADJ/3/amod attack/NOUN/0/root", 3),
        ("a/DET/6/det 12/NUM/4/nummod -/PUNCT/4/punct year/NOUN/5/obl old/ADJ/6/amod boy/NOUN/0/root", 6),
        ("Brigade/PROPN/0/root 55/NUM/1/nummod", 1),
        ("700/NUM/2/nummod barrels/NOUN/0/root of/ADP/4/case oil/NOUN/2/nmod", 2),
    ],
)
def test_phrases_that_state_no_number(tree, words, head):
    assert count_of(tree(words), head - 1) is None


def test_neither_nor(tree):
    sentence = tree("Neither/CCONJ/2/cc:preconj pilots/NOUN/0/root nor/CCONJ/4/cc nurses/NOUN/2/conj")
    assert count_of(sentence, 1) == Count(0, 0, (0, 7))
    assert count_of(sentence, 3) == Count(0, 0, (15, 18))


@pytest.mark.parametrize(
    ("words", "head", "words_counted"),
    [
        ("a/DET/2/det soldier/NOUN/0/root", 2, "a"),
        ("another/DET/2/det man/NOUN/0/root", 2, "another"),
        ("the/DET/2/det imam/NOUN/0/root", 2, "imam"),
    ],
)
def test_one_is_counted_on_demand(tree, words, head, words_counted):
    sentence = tree(words)
    count = count_of(sentence, head - 1, singular=True)
    assert count is not None
    assert (count.min, count.max) == (1, 1)
    assert " ".join(t.form for t in sentence.tokens)[slice(*count.span)] == words_counted


def test_the_bare_plural_is_not_one(tree):
    assert count_of(tree("the/DET/2/det soldiers/NOUN/0/root"), 1, singular=True) is None
