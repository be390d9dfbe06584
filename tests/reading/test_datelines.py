import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.reading.datelines import find_dateline

REST = " Soldiers left the town before dawn."


@pytest.mark.parametrize(
    ("dateline", "place", "date"),
    [
        ("WASHINGTON, Feb. 25, 2021 —", "WASHINGTON", "2021-02-25"),
        ("KYIV, Ukraine (Agency) -", "KYIV, Ukraine", None),
        ("Geneva, 3 March 2020 –", "Geneva", "2020-03-03"),
        ("GENEVA (25 February 2021) –", "GENEVA", "2021-02-25"),
        ("NAIROBI, 12 June 2019 (Harbor News) –", "NAIROBI", "2019-06-12"),
        ("MOSCOW, Feb 25 (Harbor News) -", "MOSCOW", None),
        ("TAMPA, Fla., March 3, 2022 -", "TAMPA, Fla.", "2022-03-03"),
        ("March 3, 2022 TAMPA, Fla. -", "TAMPA, Fla.", "2022-03-03"),
        ("KABUL, Monday, March 7, 2022 —", "KABUL", "2022-03-07"),
        ("AL-HASAKAH, Syria (HN) –", "AL-HASAKAH, Syria", None),
        ("BEIRUT/DAMASCUS, March 3 (Harbor News) --", "BEIRUT/DAMASCUS", None),
        ("Wednesday, March 9, 2022 —", None, "2022-03-09"),
        ("(Harbor News) -", None, None),
        ("LONDON —", "LONDON", None),
        ("WASHINGTON D.C. --", "WASHINGTON D.C.", None),
    ],
)
def test_datelines(dateline: str, place: str | None, date: str | None) -> None:
    text = dateline + REST
    found = find_dateline(text)
    assert found is not None
    assert text[slice(*found.span)] == dateline
    assert (text[slice(*found.place)] if found.place else None) == place
    assert found.date == date


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. - led coalition withdrew.",
        "U.S. - built vehicles were seen.",
        "PRESS RELEASE - The ministry met the delegation.",
        "In March 2020 - the month of the truce - nothing moved.",
        "Fighting went on in the east - and in the south.",
        "ORVANE -",
        "",
    ],
)
def test_no_dateline(text: str) -> None:
    assert find_dateline(text) is None


def test_a_title_may_stand_before_it() -> None:
    text = "Talks resume in the capital\n\nOSLO, Norway (Harbor News) - Envoys met."
    found = find_dateline(text)
    assert found is not None
    assert text[slice(*found.span)] == "OSLO, Norway (Harbor News) -"


def test_a_line_that_is_a_date_gives_the_date() -> None:
    assert find_dateline("February 3, 2017\nEnvoys met.").date == "2017-02-03"  # type: ignore[union-attr]
    text = "February 3, 2017\nSOUTHWEST ASIA - Aircraft struck a depot."
    found = find_dateline(text)
    assert found is not None
    assert (found.date, text[slice(*found.span)]) == ("2017-02-03", "SOUTHWEST ASIA -")


@given(st.text())
def test_spans_lie_in_any_text(text: str) -> None:
    found = find_dateline(text)
    if found:
        start, end = found.span
        assert 0 <= start < end <= len(text)
