import pytest

from dateline.records.event import When
from dateline.resolving.event_time import default_when, when_of
from dateline.resolving.times import find_times

PUBLISHED = "2021-02-25"


def when(flat, line, at=0):
    analysis = flat(line)
    times = find_times(analysis, published=PUBLISHED)
    found = when_of(times[at], sentence=analysis.sentences[0], published=PUBLISHED, times=times)
    return found.from_, found.to


@pytest.mark.parametrize(
    ("line", "bounds"),
    [
        ("They fought on Monday.", ("2021-02-22", "2021-02-23")),
        ("They fought since Monday.", ("2021-02-22", "2021-02-26")),
        ("They fought until Monday.", (None, "2021-02-23")),
        ("They fought before 2016.", (None, "2016-01-01")),
        ("They fought after 2016.", ("2017-01-01", None)),
        ("They fought from 2012 to 2014.", ("2012-01-01", "2015-01-01")),
        ("They fought between June and August.", ("2020-06-01", "2020-09-01")),
    ],
)
def test_prepositions(flat, line, bounds):
    assert when(flat, line) == bounds


def test_either_end_of_a_range_gives_the_whole(flat):
    assert when(flat, "They fought between June and August.", at=1) == ("2020-06-01", "2020-09-01")


def test_without_its_sentence_a_time_is_taken_as_it_stands(flat):
    (found,) = find_times(flat("They fought since Monday."), published=PUBLISHED)
    assert when_of(found) == When("2021-02-22", "2021-02-23", "day", "0")


def test_default_is_the_day_of_publication():
    assert default_when("2020-02-28T10:00") == When("2020-02-28", "2020-02-29", "day", None, inferred=True)
    assert default_when(None) is None
