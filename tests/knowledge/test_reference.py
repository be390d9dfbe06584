import pytest

from dateline.errors import PackError
from dateline.knowledge.reference import word_list


def test_a_list_is_a_set_of_words():
    assert {"say", "tell"} <= word_list("speech_verbs")


def test_an_unknown_list_is_an_error_that_names_the_nearest():
    with pytest.raises(PackError, match="speech_verbs"):
        word_list("speech_verb")
