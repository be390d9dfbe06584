import pytest

from dateline.events.instances import instance_of
from dateline.language.analyzing import analyze


@pytest.mark.parametrize(
    ("text", "word", "noun"),
    [
        ("Rebels made two raids, one in Gao and another in Ansongo.", "one", "raids"),
        ("Rebels made two raids, one in Gao and another in Ansongo.", "another", "raids"),
        ("The attacks, including one on a clinic, shocked the town.", "one", "attacks"),
        ("The mayor deplored the attack on the barracks and the one on the airport.", "one", "attack"),
        ("The ambush, one of the worst in years, killed nine.", "one", None),
        ("The raid killed one and wounded two.", "one", None),
        ("One protester was hurt in the clashes.", "One", None),
    ],
)
def test_which_plural_a_pronoun_gives_a_case_of(text, word, noun):
    sentence = analyze(text).sentences[0]
    i = next(t.i for t in sentence.tokens if t.form == word)
    found = instance_of(sentence, i)
    assert (None if found is None else sentence.tokens[found].form) == noun
