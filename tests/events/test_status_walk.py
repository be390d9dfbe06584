import pytest

from dateline.events.status_walk import Walk, compose
from dateline.language.analyzing import analyze


@pytest.mark.parametrize(
    ("inner", "outer", "status"),
    [
        ("hypothetical", "negated", "negated"),
        ("negated", "negated", "hypothetical"),
        ("actual", "ongoing", "ongoing"),
        ("future", "ongoing", "future"),
        ("hypothetical", "future", "hypothetical"),
        ("ongoing", "actual", "actual"),
    ],
)
def test_the_outer_operator_changes_what_the_inner_gave(inner, outer, status):
    assert compose(inner, outer) == status


def test_a_walk_keeps_the_rule_that_changed_something():
    walk = Walk(analyze("Rebels may not attack.").sentences[0])
    walk.apply("hypothetical", "modal 'may'", 1)
    walk.apply("hypothetical", "condition", 0)
    assert (walk.status, walk.rule, walk.span) == ("hypothetical", "modal 'may'", (7, 10))
    walk.apply("future", "will", 1, negated=True)
    assert (walk.status, walk.rule) == ("negated", "will, negated")
