from dateline.resolving.times_lexicon import time_words


def test_every_word_has_one_class():
    words = time_words()
    assert words.classes["monday"] == "W"
    assert words.classes["second"] == "J"
    assert words.classes["weeks"] == "U"
    assert words.classes["saturdays"] == "P"
    assert all(len(letter) == 1 for letter in words.classes.values())


def test_tables_are_whole():
    words = time_words()
    assert sorted(set(words.months.values())) == list(range(1, 13))
    assert sorted(set(words.weekdays.values())) == list(range(7))
    assert "may" in words.capital
    assert "october" not in words.capital
