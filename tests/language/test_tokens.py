import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.tokens import tokenize


def words(text: str) -> list[str]:
    return [text[a:b] for a, b in tokenize(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Troops left.", "Troops left ."),
        ("Iranian-backed militia", "Iranian - backed militia"),
        ("a re-elected mayor", "a re-elected mayor"),
        ("to de-escalate", "to de-escalate"),
        ("anti-tank mid-1980s", "anti-tank mid-1980s"),
        ("post-9/11 laws", "post-9/11 laws"),
        ("al-Shabaab", "al - Shabaab"),
        ("a 34-year-old", "a 34 - year - old"),
        ("2014-15", "2014 - 15"),
        ("in 2014–15", "in 2014 – 15"),
        ("on 2021-02-25", "on 2021-02-25"),
        ("don't can't won't", "do n't ca n't wo n't"),
        ("couldn't've", "could n't 've"),
        ("cannot gonna", "can not gon na"),
        ("I'd, they're", "I 'd , they 're"),
        ("Iran’s army", "Iran ’s army"),
        ("the workers' union", "the workers ' union"),
        ("Sana'a and Ba'athists", "Sana'a and Ba'athists"),
        ("Kata'ib al-Iman", "Kata'ib al - Iman"),
        ("O'Brien's car", "O'Brien 's car"),
        ("U.S. bases", "U.S. bases"),
        ("the U.S.'s bases", "the U.S. 's bases"),
        ("Gen. Lee and Lt. Col. Ray", "Gen. Lee and Lt. Col. Ray"),
        ("J. R. Smith", "J. R. Smith"),
        ("No. 5 but no.", "No. 5 but no ."),
        ("at 10:30 a.m. today", "at 10:30 a.m. today"),
        ("$1,000.50 or US$5", "$ 1,000.50 or US$ 5"),
        ("60% of 3rd", "60 % of 3rd"),
        ("5km off", "5 km off"),
        ("an M4 and A64s", "an M4 and A64s"),
        ("1/2 and/or", "1/2 and / or"),
        ("(see https://example.org/a?b=c).", "( see https://example.org/a?b=c ) ."),
        ("press@example.org, example.com.", "press@example.org , example.com ."),
        ("#peace @ministry", "#peace @ministry"),
        ('He said: "Go."', 'He said : " Go . "'),
        ("“Go,” he said", "“ Go , ” he said"),
        ("Wait... what?!", "Wait ... what ?!"),
        ("one--two", "one -- two"),
        ("AT&T", "AT&T"),
        ("Call 555-0142", "Call 555-0142"),
        ("Call 3-5550 or 212/555-0142 or +44 20", "Call 3-5550 or 212/555-0142 or +44 20"),
        ("7:30pm, 10k men, $5m, $2.5b, clause 6b", "7:30 pm , 10 k men , $ 5 m , $ 2.5 b , clause 6b"),
        ("in the 1990's and '80s", "in the 1990's and '80s"),
        ("24/7 since 9/11", "24 / 7 since 9/11"),
        ("w/o water, see plan.xls or Sum.HTM", "w/o water , see plan.xls or Sum.HTM"),
        ("talk.politics.mideast, a_b and Ann Example@CORP", "talk.politics.mideast , a_b and Ann Example@CORP"),
        ("#1 and #peace, @press.office", "# 1 and #peace , @press.office"),
        ("tents, stoves, etc. They left", "tents , stoves , etc . They left"),
        ("Salt Inc. President Ann Example", "Salt Inc. President Ann Example"),
        ("tents etc. were lost", "tents etc. were lost"),
        ("Its a pity that its roof fell", "It s a pity that its roof fell"),
        ("your not alone in your tent", "you r not alone in your tent"),
        ("theyre gone and youll see", "they re gone and you ll see"),
        ("We wo- we will go", "We wo- we will go"),
        ("pre- and post-war", "pre - and post-war"),
        ("c. 1800, some .25 of it", "c. 1800 , some .25 of it"),
        ("Great :-) -- see you :)", "Great :-) -- see you :)"),
        ("What!. Yes.? ----== end", "What !. Yes .? ----== end"),
        ("\u200bzero\u00a0width\ufeff", "zero width"),
        ("", ""),
        ("  \n\t ", ""),
    ],
)
def test_words(text: str, expected: str) -> None:
    assert words(text) == expected.split()


def test_range_counts_from_the_start_of_the_text() -> None:
    assert tokenize("One two three", 4, 7) == [(4, 7)]


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=120) | st.text("ab'’.-–\" \n$1A&/@#:)", max_size=60))
def test_spans_are_inside_in_order_and_leave_no_letter_out(text: str) -> None:
    spans = tokenize(text)
    previous = 0
    for start, end in spans:
        assert previous <= start < end <= len(text)
        assert not any(c.isalnum() for c in text[previous:start])
        assert not text[start].isspace()
        previous = end
    assert not any(c.isalnum() for c in text[previous:])
