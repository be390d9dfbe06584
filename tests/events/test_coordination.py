import pytest

from dateline.events import coordination
from dateline.language.analyzing import analyze
from dateline.language.trees import read_tree

FIN = "Mood=Ind|Tense=Past|VerbForm=Fin"


def test_coordinated_nouns_and_their_first():
    sentence = read_tree(
        f"Mali _ PROPN 5 nsubj\nNiger _ PROPN 1 conj\nand _ CCONJ 4 cc\nChad _ PROPN 1 conj\nagreed agree VERB 0 root {FIN}"
    )
    assert coordination.coordinated(sentence, 0) == (0, 1, 3)
    assert coordination.coordinated(sentence, 3) == (3,)
    assert [coordination.first_conjunct(sentence, i) for i in (0, 1, 3, 4)] == [0, 0, 0, 4]


@pytest.mark.parametrize(
    ("text", "verb", "first"),
    [
        ("The crowd did not let her leave and seized her papers.", "seized", "let"),
        ("Troops will shell and burn the village.", "burn", "shell"),
        ("Troops attacked and burned the village.", "burned", "attacked"),
        ("Rebels plan to enter the town and seize the bridge.", "seize", "enter"),
    ],
)
def test_a_finite_verb_is_no_sister_of_an_infinitive(text, verb, first):
    sentence = analyze(text).sentences[0]
    i = next(t.i for t in sentence.tokens if t.form == verb)
    assert sentence.tokens[coordination.conjoined(sentence, i)].form == first
