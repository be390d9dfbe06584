import pytest

from dateline.language.analysis import Token
from dateline.resolving.numbers import number_in, run_at


def tokens(words):
    out, at = [], 0
    for i, form in enumerate(words.split()):
        out.append(Token(i, at, at + len(form), form, form.lower(), "NUM", "", i - 1, "dep"))
        at += len(form) + 1
    return out


@pytest.mark.parametrize(
    ("form", "value"),
    [
        ("12", 12),
        ("1,022", 1022),
        ("1.2", 1.2),
        ("twelve", 12),
        ("Twenty-four", 24),
        ("30k", 30_000),
        ("12th", None),
        ("first", None),
        ("3:20", None),
        ("2021-02-25", None),
        ("soldiers", None),
        ("¹", None),
        ("9" * 15, 10**15 - 1),
        ("9" * 400, None),
    ],
)
def test_single_words(form, value):
    assert number_in(form) == value


@pytest.mark.parametrize(
    ("words", "at", "value", "is_open"),
    [
        ("1.2 million", 0, 1_200_000, False),
        ("two hundred and fifty", 1, 250, False),
        ("half a million", 2, 500_000, False),
        ("half a dozen", 0, 6, False),
        ("twenty - five", 0, 25, False),
        ("two dozen", 1, 24, False),
        ("dozens", 0, 24, True),
        ("hundreds of thousands", 2, 200_000, True),
        ("tens of thousands", 0, 20_000, True),
    ],
)
def test_runs(words, at, value, is_open):
    run = run_at(tokens(words), at)
    assert run is not None
    assert (run.value, run.open, run.first, run.last) == (value, is_open, 0, len(words.split()))


def test_no_number_no_run():
    assert run_at(tokens("three men"), 1) is None
