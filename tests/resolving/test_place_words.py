from dateline.resolving.place_words import place_words


def test_plurals_go_with_their_class_word():
    words = place_words()
    assert words.classes["counties"] == words.classes["county"]
    assert "ADM1" in words.classes["provinces"]


def test_lists_are_lower_case_where_they_are_looked_up_so():
    words = place_words()
    for name in ("modifiers", "institutions", "media", "titles", "residents", "never", "generic", "surnames", "common"):
        assert all(word == word.lower() for word in getattr(words, name)), name
