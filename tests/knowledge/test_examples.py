import pytest

from dateline.errors import PackError
from dateline.knowledge.examples import parse_example


def test_markup_becomes_spans_of_the_plain_text():
    example = parse_example("[Militants]actor <bombed> [a station]object in [Mogadishu]place.")
    assert example.text == "Militants bombed a station in Mogadishu."
    assert [example.text[a:b] for a, b in example.anchors] == ["bombed"]
    assert [(example.text[a:b], role) for (a, b), role in example.participants] == [
        ("Militants", "actor"),
        ("a station", "object"),
        ("Mogadishu", "place"),
    ]


@pytest.mark.parametrize(
    ("marked", "message"),
    [
        ("Militants bombed a station.", "no <anchor>"),
        ("[Militants]aktor <bombed> a station.", "no role 'aktor'"),
        ("[Militants <bombed> a station.", "brackets do not match"),
    ],
)
def test_wrong_markup_is_named(marked, message):
    with pytest.raises(PackError, match=message):
        parse_example(marked)
