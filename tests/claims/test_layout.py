"""Looking up by offset."""

TEXT = '"We hold the pass," the general said. "Nobody will leave."\nDogs barked all night.'


def test_places(reading):
    _, layout = reading(TEXT)
    dogs = TEXT.index("Dogs")
    assert [layout.sentence_at(0), layout.sentence_at(TEXT.index("Nobody")), layout.sentence_at(dogs)] == [0, 1, 2]
    assert layout.paragraph_at(dogs) == 1
    assert layout.tree(2) is layout.tree(2)
    assert list(layout.sentences_in(0, dogs)) == [0, 1]


def test_tokens_and_characters(reading):
    _, layout = reading(TEXT)
    start = TEXT.index(" the general")
    keys = layout.tokens_between(start, TEXT.index('"Nobody'))
    assert [layout.token(k).form for k in keys] == ["the", "general", "said", "."]
    assert layout.before(start, 0) == '"'
    assert layout.after(start, len(TEXT)) == "t"
    assert layout.before(0, 0) == ""
    assert layout.after(len(TEXT), len(TEXT)) == ""
