import pytest

from dateline.language.adapting.words import class_of, complete, features, lemma_of


@pytest.mark.parametrize(
    ("pos", "tag", "form", "wanted"),
    [("VERB", "NN", "run", "VERB"), ("", "NNP", "Oslo", "PROPN"), ("", "", "Oslo", "X"), ("", "ODD", "!", "PUNCT")],
)
def test_the_class_of_a_word(pos: str, tag: str, form: str, wanted: str) -> None:
    assert class_of(pos, tag, form) == wanted


@pytest.mark.parametrize(
    ("morph", "tag", "wanted"),
    [
        ({"Tense": "Past", "VerbForm": "Fin", "Aspect": "Perf"}, "", {"Tense": "Past", "VerbForm": "Fin"}),
        ({}, "VBD", {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}),
        ({"Tense": "Pres"}, "VBG", {"Tense": "Pres", "VerbForm": "Part"}),
        ({}, "", {}),
    ],
)
def test_features(morph: dict[str, str], tag: str, wanted: dict[str, str]) -> None:
    assert features(morph, tag) == wanted


@pytest.mark.parametrize(
    ("line", "i", "wanted"),
    [
        ("Stop|VB|root|0 now|RB|advmod|1", 0, "Mood=Imp|VerbForm=Fin"),
        ("to|TO|mark|2 stop|VB|root|0", 1, "VerbForm=Inf"),
        ("were|VBD|aux:pass|2 shot|VBN|root|0", 1, "Tense=Past|VerbForm=Part|Voice=Pass"),
        ("had|VBD|aux|2 shot|VBN|root|0", 1, "Tense=Past|VerbForm=Part"),
        ("left|VBD|root|0", 0, "Mood=Ind|Tense=Past|VerbForm=Fin"),
        ("boys|NNS|root|0", 0, "Number=Plur"),
    ],
)
def test_the_tree_completes_the_features(tree, line: str, i: int, wanted: str) -> None:
    found = tree(line)
    assert complete(found, i, features({}, found.tags[i])) == wanted


@pytest.mark.parametrize(
    ("form", "upos", "feats", "given", "wanted"),
    [
        ("shot", "VERB", "", "shoot", "shoot"),
        ("Envoys", "NOUN", "Number=Plur", "Envoy", "envoy"),
        ("Norvanian", "ADJ", "Degree=Pos", "norvanian", "Norvanian"),
        ("Forces", "PROPN", "Number=Plur", "force", "Forces"),
        ("people", "NOUN", "Number=Plur", "person", "people"),
        ("shelled", "VERB", "Mood=Ind|Tense=Past|VerbForm=Fin", "", "shell"),
        ("They", "PRON", "", "-PRON-", "they"),
    ],
)
def test_lemmas(form: str, upos: str, feats: str, given: str, wanted: str) -> None:
    assert lemma_of(form, upos, feats, given) == wanted
