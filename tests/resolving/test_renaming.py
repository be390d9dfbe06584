from dateline.resolving.renaming import bears, stated_spots, title_spots, without_article

LINE = (
    "[person John/PROPN/9/nsubj Kirby~/PROPN/1/flat ] ,/PUNCT/7/punct the/DET/7/det Pentagon/PROPN/7/compound"
    " press/NOUN/7/compound secretary~/NOUN/1/appos ,/PUNCT/1/punct left/VERB/0/root"
)


def test_a_renaming_is_told_by_the_words_and_by_the_tree_once(parsed):
    sentence = parsed(LINE).sentences[0]
    assert title_spots(sentence, 0) == [(4, 6, 7)]
    assert stated_spots(sentence, 0) == [(4, 6, 7)]
    assert bears(sentence, 0, 6)
    assert not bears(sentence, 0, 4)


def test_the_tree_alone_tells_a_title(parsed):
    sentence = parsed(
        "the/DET/2/det king/NOUN/0/root of/ADP/4/case Jordan~/PROPN/2/nmod ;/PUNCT/6/punct Ali/PROPN/2/appos"
    )
    assert title_spots(sentence.sentences[0], 5) == [(0, 1, 4)]


def test_honorifics_are_no_titles(parsed):
    assert stated_spots(parsed("Mr./PROPN/2/nmod:desc Ruiz/PROPN/0/root").sentences[0], 1) == []


def test_without_article():
    assert without_article("The army chief", 0, 14) == (4, 14)
    assert without_article("army chief", 0, 10) == (0, 10)
