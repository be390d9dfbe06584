import pytest

from dateline.resolving.capitals import government_of


@pytest.mark.parametrize(
    ("line", "head", "iso3"),
    [
        ("Moscow/PROPN/2/nsubj accused/VERB/0/root/accuse", 1, "RUS"),
        ("Moscow/PROPN/2/nsubj lies/VERB/0/root/lie", 1, None),
        ("Moscow/PROPN/3/nsubj:pass was/AUX/3/aux:pass hit/VERB/0/root", 1, None),
        ("urged/VERB/0/root/urge Tehran/PROPN/1/obj", 2, "IRN"),
        ("entered/VERB/0/root/enter Tehran/PROPN/1/obj", 2, None),
        ("talks/NOUN/0/root with/ADP/3/case Kyiv/PROPN/1/nmod", 3, "UKR"),
        ("talks/NOUN/0/root in/ADP/3/case Kyiv/PROPN/1/nmod", 3, None),
        ("Kyiv~/PROPN/3/nmod:poss 's/PART/1/case troops/NOUN/0/root/troop", 1, "UKR"),
        ("Kyiv~/PROPN/3/nmod:poss 's/PART/1/case streets/NOUN/0/root/street", 1, None),
        ("Mosul/PROPN/2/nsubj accused/VERB/0/root/accuse", 1, None),
    ],
)
def test_government_of(parsed, line, head, iso3):
    sentence = parsed(line).sentences[0]
    assert government_of(sentence.tokens[head - 1].form, sentence, head - 1) == iso3
