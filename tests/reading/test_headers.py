import pytest

from dateline.reading.headers import find_headers


@pytest.mark.parametrize(
    ("text", "fields", "rest"),
    [
        ("date 2022-03-14 Forces left the base.", {"published": "2022-03-14"}, "Forces left the base."),
        (" Date: 2021-02-25T18:00 Forces left.", {"published": "2021-02-25T18:00:00"}, "Forces left."),
        (
            "Date: Feb 25, 2021\nTitle: A base\nSource: Harbor News\nURL: https://harbor.example/1\n\nThey left.",
            {
                "published": "2021-02-25",
                "title": "A base",
                "publisher": "Harbor News",
                "url": "https://harbor.example/1",
            },
            "They left.",
        ),
        ("February 25, 2021\nForces left.", {"published": "2021-02-25"}, "Forces left."),
        ("Title: First\nTitle: Second", {"title": "First"}, "Title: Second"),
    ],
)
def test_headers_are_found_and_cut(text: str, fields: dict[str, str], rest: str) -> None:
    found = find_headers(text)
    assert found.fields == fields
    assert text[found.end :] == rest


@pytest.mark.parametrize(
    "text",
    [
        "Dates for the talks are open.",
        "Date: to be announced\nThe talks are open.",
        "Envoys met.\nDate: 2021-02-25\nThey agreed.",
        "URL: none\nEnvoys met.",
        "Spokesperson: We deny it.",
        "",
    ],
)
def test_what_is_no_header(text: str) -> None:
    assert find_headers(text).fields == {}
    assert find_headers(text).end == 0
