from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.cleaning import clean, storable

ANY = st.text(st.characters(exclude_categories=()))


def test_storable_replaces_one_for_one() -> None:
    assert storable("a\x00b\x07c\ud800d\uffff") == "a b c\ufffdd\ufffd"
    assert storable("tab\tline\r\nCafe\u0301 \u200b") == "tab\tline\r\nCafe\u0301 \u200b"


def test_clean_settles_line_ends() -> None:
    assert clean("\ufeffone\r\ntwo\rthree\x0cfour\x85five") == "one\ntwo\nthree\nfour\nfive"


@given(ANY)
def test_offsets_survive_and_the_result_can_be_stored(text: str) -> None:
    result = storable(text)
    assert len(result) == len(text)
    assert result.encode("utf-8").decode("utf-8") == result
    assert "\x00" not in result
    assert storable(result) == result


@given(ANY)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once).removeprefix("\ufeff") == once.removeprefix("\ufeff")
    assert "\r" not in once
