import pytest

from dateline.language.lemma import lemma

PAST = "Mood=Ind|Tense=Past|VerbForm=Fin"
PARTICIPLE = "Tense=Past|VerbForm=Part|Voice=Pass"
PRESENT = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin"
GERUND = "VerbForm=Ger"


@pytest.mark.parametrize(
    ("form", "upos", "feats", "expected"),
    [
        ("struck", "VERB", PAST, "strike"),
        ("stricken", "VERB", PARTICIPLE, "strike"),
        ("launched", "VERB", PAST, "launch"),
        ("targeted", "VERB", PARTICIPLE, "target"),
        ("fired", "VERB", PAST, "fire"),
        ("bombed", "VERB", PAST, "bomb"),
        ("shelled", "VERB", PAST, "shell"),
        ("shelling", "VERB", GERUND, "shell"),
        ("seized", "VERB", PAST, "seize"),
        ("planning", "VERB", GERUND, "plan"),
        ("evacuated", "VERB", PARTICIPLE, "evacuate"),
        ("destroyed", "VERB", PAST, "destroy"),
        ("denies", "VERB", PRESENT, "deny"),
        ("denied", "VERB", PAST, "deny"),
        ("announces", "VERB", PRESENT, "announce"),
        ("attacks", "VERB", PRESENT, "attack"),
        ("clashes", "VERB", PRESENT, "clash"),
        ("clashes", "NOUN", "Number=Plur", "clash"),
        ("militias", "NOUN", "Number=Plur", "militia"),
        ("men", "NOUN", "Number=Plur", "man"),
        ("policemen", "NOUN", "Number=Plur", "policeman"),
        ("children", "NOUN", "Number=Plur", "child"),
        ("people", "NOUN", "Number=Plur", "people"),
        ("Countries", "NOUN", "Number=Plur", "country"),
        ("killings", "NOUN", "Number=Plur", "killing"),
        ("crisis", "NOUN", "Number=Sing", "crisis"),
        ("series", "NOUN", "Number=Plur", "series"),
        ("was", "AUX", PAST, "be"),
        ("'s", "AUX", PRESENT, "be"),
        ("n't", "PART", "", "not"),
        ("Syria", "PROPN", "Number=Sing", "Syria"),
        ("Iranian", "ADJ", "Degree=Pos", "Iranian"),
        ("Heavy", "ADJ", "Degree=Pos", "heavy"),
        ("heavier", "ADJ", "Degree=Cmp", "heavy"),
        ("largest", "ADJ", "Degree=Sup", "large"),
        ("They", "PRON", "", "they"),
        ("1,200", "NUM", "", "1,200"),
    ],
)
def test_lemma(form: str, upos: str, feats: str, expected: str) -> None:
    assert lemma(form, upos, feats) == expected
