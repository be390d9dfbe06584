"""FactBank values from cue and content."""

import pytest

from dateline.claims.factuality import value_of


@pytest.mark.parametrize(
    ("text", "head", "cue", "expected"),
    [
        ("The militia may have used gas, inspectors said.", "used", "CT+", "PS+"),
        ("The militia may have used gas, inspectors said.", "used", "CT-", "PS-"),
        ("The talks are likely to fail, diplomats said.", "likely", "CT+", "PR+"),
        ("The envoy thinks the truce could hold.", "hold", "PR+", "PS+"),
        ("The envoy thinks the truce could hold.", "hold", "Uu", "Uu"),
        ("Rebels shelled the town.", "shelled", "CT+", "CT+"),
        ("The spokesman wouldn't confirm the strike.", "confirm", "CT+", "CT+"),
    ],
)
def test_value(tree, text, head, cue, expected):
    made, at = tree(text)
    assert value_of(cue, made, at(head)) == expected


def test_without_a_content_head_the_cue_decides():
    assert value_of("PR-", None, None) == "PR-"
