import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.analysis import Token, make_sentence
from dateline.resolving.phrases import find_phrases, phrases_of


def words(sentence, phrase):
    return " ".join(token.form for token in sentence.tokens[phrase.first : phrase.last])


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        (
            "a/DET/6/det Rwandan~/ADJ/4/compound -~/PUNCT/2/punct backed/VERB/6/amod"
            " old/ADJ/6/amod militia/NOUN/0/root"
            " in/ADP/8/case Chad/PROPN/6/nmod that/PRON/10/nsubj fled/VERB/6/acl:relcl",
            ["Rwandan", "Chad", "a Rwandan - backed old militia in Chad"],
        ),
        (
            "a/DET/2/det number/NOUN/0/root of/ADP/4/case militants/NOUN/2/nmod",
            ["a number of militants", "militants"],
        ),
        (
            "France/PROPN/4/nsubj and/CCONJ/3/cc Spain/PROPN/1/conj agreed/VERB/0/root",
            ["France", "Spain"],
        ),
        (
            ("Kirby~/PROPN/5/nsubj ,/PUNCT/3/punct spokesman~/NOUN/1/appos ,/PUNCT/1/punct spoke/VERB/0/root"),
            ["Kirby", "spokesman"],
        ),
        ("They/PRON/2/nsubj shot/VERB/0/root its/PRON/4/nmod:poss dog/NOUN/2/obj", ["They", "its", "its dog"]),
        ("men/NOUN/0/root who/PRON/3/nsubj fled/VERB/1/acl:relcl", ["men"]),
        ("three/NUM/3/nsubj:pass were/AUX/3/aux:pass hurt/VERB/0/root", ["three"]),
        ("the/DET/2/det wounded/ADJ/3/nsubj fled/VERB/0/root", ["the wounded"]),
        ("It/PRON/2/expl rains/VERB/0/root", []),
        ("Syria/PROPN/3/nmod:poss 's/PART/1/case army/NOUN/0/root", ["Syria", "Syria 's army"]),
    ],
)
def test_phrases(parsed, line, expected):
    analysis = parsed(line)
    sentence = analysis.sentences[0]
    found = find_phrases(analysis)
    assert sorted(words(sentence, phrase) for phrase in found) == sorted(expected)


@given(
    st.lists(
        st.tuples(st.integers(0, 11), st.sampled_from(["nsubj", "nmod", "amod", "conj", "case", "punct", "flat"])),
        min_size=1,
        max_size=12,
    )
)
def test_a_phrase_holds_its_head(arcs):
    tokens = []
    for i, (head, rel) in enumerate(arcs):
        above = -1 if i == 0 else head % i
        upos = "NOUN" if rel in ("nsubj", "nmod", "conj") or i == 0 else "PROPN" if rel == "flat" else "ADP"
        tokens.append(Token(i, 2 * i, 2 * i + 1, "x", "x", upos, "", above, "root" if i == 0 else rel))
    for phrase in phrases_of(make_sentence(0, tokens)):
        assert 0 <= phrase.first <= phrase.head < phrase.last <= len(tokens)
