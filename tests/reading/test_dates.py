import pytest

from dateline.reading.dates import month_number, parse_date


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2021-02-25", "2021-02-25"),
        ("20210225", "2021-02-25"),
        ("2021-02-25T18:00:00Z", "2021-02-25T18:00:00+00:00"),
        ("2021-02-25 18:00", "2021-02-25T18:00:00"),
        ("2021-02-25T18:00:00.123+0200", "2021-02-25T18:00:00+02:00"),
        ("Feb. 25, 2021", "2021-02-25"),
        ("Thursday, February 25, 2021", "2021-02-25"),
        ("25 Feb 2021", "2021-02-25"),
        ("25th February 2021", "2021-02-25"),
        ("Thu, 25 Feb 2021 18:00:00 +0000", "2021-02-25T18:00:00+00:00"),
        ("February 25, 2021, 6:05 p.m.", "2021-02-25T18:05:00"),
        ("25-FEB-2021", "2021-02-25"),
        ("2021-Feb-25", "2021-02-25"),
        ("25/02/2021", "2021-02-25"),
        ("02/25/2021", "2021-02-25"),
        ("05/05/2021", "2021-05-05"),
        ("2021/2/5", "2021-02-05"),
    ],
)
def test_forms(words: str, value: str) -> None:
    assert parse_date(words) == value


@pytest.mark.parametrize("words", ["", "03/04/2021", "2021-02-30", "February 2021", "2021", "yesterday", "25/13/2021"])
def test_what_is_not_one_whole_date(words: str) -> None:
    assert parse_date(words) is None


def test_month_names() -> None:
    assert [month_number(name) for name in ("Jan.", "SEPT", "december", "Maybe")] == [1, 9, 12, 0]
