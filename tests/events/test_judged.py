import pytest

from dateline.events.draft import Filler
from dateline.events.judged import with_judged

CONDEMNED = (Filler("topic", (0, 5), "obj", "object"),)


@pytest.mark.parametrize(
    ("acts", "recipients", "rule"),
    [
        ({"actors": ("2",)}, ("2",), "actor of the act that is judged"),
        ({"actors": ("1",)}, (), None),  # nobody condemns himself
        ({}, ("3",), "actor of a part of what is judged"),
    ],
)
def test_who_did_it_is_who_is_condemned(event, draft, acts, recipients, rule):
    drafts = [draft(0, 1, event="ACCUSE", fillers=CONDEMNED), draft(0, 5)]
    events = [
        event("0", (0, 1), event="ACCUSE", actors=("1",)),
        event("1", (2, 3), **acts),
        event("2", (4, 5), actors=("3",), part_of="1"),
    ]
    judged = with_judged(drafts, events, {0: 0, 1: 1})[0]
    assert judged.recipients == recipients
    assert [w.rule for w in judged.why] == ([rule] if rule else [])
