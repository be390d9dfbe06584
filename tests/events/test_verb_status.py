import pytest

from dateline.events.verb_status import opens_with_condition
from dateline.language.analyzing import analyze
from dateline.pipeline import code


def statuses(text):
    return {e.status for e in code(text, published="2024-06-03").events}


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Drivers without a permit are to be arrested.", "future"),
        ("A walkout starts at noon on Monday.", "future"),
        ("A walkout started at noon on Monday.", "ongoing"),
        ("Were the border to be closed, traders would halt work.", "hypothetical"),
        ("Should the rebels attack the capital, the port would close.", "hypothetical"),
        ("Rebels had planned to attack the port on Monday.", "negated"),
        ("Rebels hoped to attack the port on Monday.", "hypothetical"),
        ("The governor decreed that the editors be detained.", "future"),
    ],
)
def test_what_verbs_say_of_their_status(text, status):
    assert statuses(text) == {status}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Were the border to be closed, traders would halt work.", True),
        ("Had the army known, it would have stayed.", True),
        ("Had the army known?", False),
        ("The army had known, it said.", False),
    ],
)
def test_a_clause_that_opens_with_its_auxiliary(text, expected):
    assert opens_with_condition(analyze(text).sentences[0], 3) is expected
