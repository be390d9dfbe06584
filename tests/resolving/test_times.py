import pytest
from hypothesis import given
from hypothesis import strategies as st

from dateline.language.analysis import Analysis, Token, make_sentence
from dateline.resolving.times import find_times

PUBLISHED = "2021-02-25"  # a Thursday

CASES = [
    # words, the expression, type, value, from, to
    ("Rockets fell on Feb. 20, 2021.", "Feb. 20, 2021", "DATE", "2021-02-20", "2021-02-20", "2021-02-21"),
    ("On 20 February troops left.", "20 February", "DATE", "2021-02-20", "2021-02-20", "2021-02-21"),
    ("It ended on Jan. 8.", "Jan. 8", "DATE", "2021-01-08", "2021-01-08", "2021-01-09"),
    ("It ended on November 30.", "November 30", "DATE", "2020-11-30", "2020-11-30", "2020-12-01"),
    ("Dated 2021-02-03 in the log.", "2021-02-03", "DATE", "2021-02-03", "2021-02-03", "2021-02-04"),
    ("Dated 14/03/2019 in the log.", "14/03/2019", "DATE", "2019-03-14", "2019-03-14", "2019-03-15"),
    (
        "Monday, 22 February 2021 was calm.",
        "Monday, 22 February 2021",
        "DATE",
        "2021-02-22",
        "2021-02-22",
        "2021-02-23",
    ),
    ("They met in June 2014.", "June 2014", "DATE", "2014-06", "2014-06-01", "2014-07-01"),
    ("They met in March.", "March", "DATE", "2021-03", "2021-03-01", "2021-04-01"),
    ("They met in December.", "December", "DATE", "2020-12", "2020-12-01", "2021-01-01"),
    ("They met in early October 2014.", "early October 2014", "DATE", "2014-10", "2014-10-01", "2014-10-11"),
    ("War began in 2016.", "2016", "DATE", "2016", "2016-01-01", "2017-01-01"),
    ("War began in the 1990s.", "the 1990s", "DATE", "199X", "1990-01-01", "2000-01-01"),
    ("War raged in the late 1980s.", "the late 1980s", "DATE", "198X", "1985-01-01", "1990-01-01"),
    ("It was built in the 19th century.", "the 19th century", "DATE", "18", "1800-01-01", "1900-01-01"),
    (
        "Exports fell in the first quarter of 2020.",
        "the first quarter of 2020",
        "DATE",
        "2020-Q1",
        "2020-01-01",
        "2020-04-01",
    ),
    ("It began in the summer of 2010.", "the summer of 2010", "DATE", "2010-SU", "2010-06-01", "2010-09-01"),
    ("It began last summer.", "last summer", "DATE", "2020-SU", "2020-06-01", "2020-09-01"),
    ("They left yesterday.", "yesterday", "DATE", "2021-02-24", "2021-02-24", "2021-02-25"),
    (
        "They left yesterday morning.",
        "yesterday morning",
        "TIME",
        "2021-02-24TMO",
        "2021-02-24T06:00",
        "2021-02-24T12:00",
    ),
    ("They will talk tomorrow.", "tomorrow", "DATE", "2021-02-26", "2021-02-26", "2021-02-27"),
    ("They left tonight.", "tonight", "TIME", "2021-02-25TNI", "2021-02-25T18:00", "2021-02-26T06:00"),
    (
        "It hit earlier this evening.",
        "earlier this evening",
        "TIME",
        "2021-02-25TEV",
        "2021-02-25T18:00",
        "2021-02-26T00:00",
    ),
    ("It hit last night.", "last night", "TIME", "2021-02-24TNI", "2021-02-24T18:00", "2021-02-25T06:00"),
    ("They said so late Tuesday.", "late Tuesday", "DATE", "2021-02-23", "2021-02-23T17:00", "2021-02-24T00:00"),
    ("They said so on Thursday.", "Thursday", "DATE", "2021-02-25", "2021-02-25", "2021-02-26"),
    ("They said so last Thursday.", "last Thursday", "DATE", "2021-02-18", "2021-02-18", "2021-02-19"),
    (
        "They said so on Saturday night.",
        "Saturday night",
        "TIME",
        "2021-02-20TNI",
        "2021-02-20T18:00",
        "2021-02-21T06:00",
    ),
    ("They meet next Monday.", "next Monday", "DATE", "2021-03-01", "2021-03-01", "2021-03-02"),
    ("It fell last week.", "last week", "DATE", "2021-W07", "2021-02-15", "2021-02-22"),
    ("It fell over the weekend.", "the weekend", "DATE", "2021-W07-WE", "2021-02-20", "2021-02-22"),
    ("It fell this month.", "this month", "DATE", "2021-02", "2021-02-01", "2021-03-01"),
    ("It fell earlier this year.", "earlier this year", "DATE", "2021", "2021-01-01", "2021-02-26"),
    ("It fell two days ago.", "two days ago", "DATE", "2021-02-23", "2021-02-23", "2021-02-24"),
    ("It fell a decade ago.", "a decade ago", "DATE", "2011", "2011-01-01", "2012-01-01"),
    ("It rose in the past 24 hours.", "the past 24 hours", "DURATION", "PT24H", "2021-02-24", "2021-02-26"),
    ("It rose over the past week.", "the past week", "DURATION", "P1W", "2021-02-18", "2021-02-26"),
    ("It rose in the last three months.", "the last three months", "DURATION", "P3M", "2020-11-25", "2021-02-26"),
    ("They recently met.", "recently", "DATE", "PAST_REF", None, "2021-02-26"),
    ("Attacks rose in recent weeks.", "recent weeks", "DATE", "PAST_REF", None, "2021-02-26"),
    ("They fought for two weeks.", "two weeks", "DURATION", "P2W", None, None),
    ("They fought a three-month campaign.", "three-month", "DURATION", "P3M", None, None),
    ("Shells fall every day.", "every day", "SET", "P1D", None, None),
    ("They meet weekly.", "weekly", "SET", "P1W", None, None),
    (
        "They hit at 3:20 p.m. on Tuesday.",
        "3:20 p.m. on Tuesday",
        "TIME",
        "2021-02-23T15:20",
        "2021-02-23T15:20",
        "2021-02-23T15:21",
    ),
    ("They hit at 0700 GMT.", "0700 GMT", "TIME", "2021-02-25T07:00", "2021-02-25T07:00", "2021-02-25T07:01"),
    ("Talks ran from 3 to 5 February.", "3 to 5 February", "DATE", "2021-02-03/2021-02-05", "2021-02-03", "2021-02-06"),
    ("They left on the 12th.", "the 12th", "DATE", "2021-02-12", "2021-02-12", "2021-02-13"),
]


@pytest.mark.parametrize(("line", "words", "type_", "value", "start", "end"), CASES)
def test_expressions(flat, line, words, type_, value, start, end):
    analysis = flat(line)
    (time,) = (found.time for found in find_times(analysis, published=PUBLISHED))
    assert analysis.text[time.span[0] : time.span[1]] == words
    assert (time.type, time.value, time.from_, time.to) == (type_, value, start, end)


@pytest.mark.parametrize(
    "line",
    [
        "They may leave.",
        "Troops march on.",
        "The second attack failed.",
        "A 10-year-old girl was hurt.",
        "The council adopted resolution 1701.",
        "Some 2,000 people fled.",
        "To this day they wait.",
        "They lit the night.",
    ],
)
def test_what_only_looks_like_a_time(flat, line):
    assert find_times(flat(line), published=PUBLISHED) == ()


def test_parts_of_the_day_lie_in_the_day_of_their_sentence(flat):
    dawn, friday = find_times(flat("They struck at dawn on Friday."), published=PUBLISHED)
    assert (dawn.time.value, friday.time.value) == ("2021-02-19TMO", "2021-02-19")


def test_narrative_is_carried_on(flat):
    times = find_times(
        flat(
            "They met on May 5, 2018.",
            "Two days later a truce began.",
            "It broke down in June.",
            "Few noticed that year.",
        ),
        published=PUBLISHED,
    )
    assert [found.time.value for found in times] == ["2018-05-05", "2018-05-07", "2018-06", "2018"]


def test_without_publication_only_absolute_times_have_bounds(flat):
    times = find_times(flat("They met on Tuesday and in 2014."), published=None)
    assert [(t.time.value, t.time.from_) for t in times] == [("XXXX-WXX-2", None), ("2014", "2014-01-01")]


def test_a_clause_that_looks_ahead(tree):
    sentence = tree("Envoys/NOUN/3/nsubj will/AUX/3/aux meet/VERB/0/root on/ADP/5/case Tuesday/PROPN/3/obl")
    analysis = Analysis("Envoys will meet on Tuesday", (sentence,), (), "by hand")
    assert [t.time.value for t in find_times(analysis, published=PUBLISHED)] == ["2021-03-02"]


def test_head_and_range_are_tokens_of_the_tree(tree):
    sentence = tree("Late/ADJ/2/amod Tuesday/PROPN/4/obl:unmarked they/PRON/4/nsubj left/VERB/0/root")
    (found,) = find_times(Analysis("Late Tuesday they left", (sentence,), (), "by hand"), published=PUBLISHED)
    assert (found.first, found.last, found.head) == (0, 2, 1)


def test_a_number_that_counts_is_no_year(tree):
    tokens = [
        Token(0, 0, 3, "The", "the", "DET", "", 2, "det"),
        Token(1, 4, 8, "2000", "2000", "NUM", "", 2, "nummod"),
        Token(2, 9, 17, "soldiers", "soldier", "NOUN", "Number=Plur", 3, "nsubj"),
        Token(3, 18, 22, "left", "leave", "VERB", "", -1, "root"),
    ]
    text = "All 2000 soldiers left"
    tokens[0] = Token(0, 0, 3, "All", "all", "DET", "", 2, "det")
    analysis = Analysis(text, (make_sentence(0, tokens),), (), "by hand")
    assert find_times(analysis, published=PUBLISHED) == ()


WORDS = st.sampled_from(
    "on in the last this next past 3 25 2016 1990s May June Tuesday Tues. morning night ago two three days weeks "
    "years a of early late mid - , . and to from 3:20 p.m. GMT every since summer quarter first half yesterday "
    "tonight 31 0 99".split()
)


@given(st.lists(WORDS, min_size=1, max_size=12), st.sampled_from([None, "2021-02-25", "1900-01-01", "2020-02-29"]))
def test_spans_lie_inside_the_text_and_bounds_are_in_order(words, published):
    tokens, at = [], 0
    for i, word in enumerate(words):
        tokens.append(Token(i, at, at + len(word), word, word, "X", "", i - 1, "root" if i == 0 else "dep"))
        at += len(word) + 1
    text = " ".join(words)
    for found in find_times(Analysis(text, (make_sentence(0, tokens),), (), "by hand"), published=published):
        start, end = found.time.span
        assert 0 <= start < end <= len(text)
        assert 0 <= found.first <= found.head < found.last <= len(tokens)
        assert found.time.from_ is None or found.time.to is None or found.time.from_ < found.time.to
