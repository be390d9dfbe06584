"""Values of cues."""

import pytest

from dateline.claims.contents import Content
from dateline.claims.drafts import cue_value, draft_value
from dateline.knowledge.cues import load_cues

GROUPS = {c.id: c for c in load_cues().classes}


@pytest.mark.parametrize(
    ("group", "negated", "expected"),
    [
        ("say", False, "CT+"),
        ("say", True, "Uu"),
        ("deny", False, "CT-"),
        ("believe", True, "PR-"),
        ("ask", True, "none"),
    ],
)
def test_cue_value(group, negated, expected):
    assert cue_value(GROUPS[group], negated) == expected


def test_whether_leaves_it_open(tree):
    text = "The presidency declined to say whether the envoy had left."
    made, at = tree(text)
    content = Content(spans=((0, 1),), heads=(at("left"),), frame="clause")
    assert draft_value(made, at("say"), GROUPS["say"], content, False) == "Uu"
