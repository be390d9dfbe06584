import pytest

from dateline.pipeline import code


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The party has called for fresh talks ever since the old pact failed in March.", {"ongoing"}),
        ("Farmers have camped outside the ministry for two months now, demanding their land.", {"ongoing"}),
        ("Rebels shell the town daily.", {"ongoing"}),
        ("Army patrols regularly arrest fishermen near the border.", {"ongoing"}),
        ("The militia claims attacks against farmers on a regular basis.", {"ongoing"}),
        ("Army patrols regularly arrested fishermen near the border.", {"actual"}),
        ("Rebels have shelled the town since Monday.", {"actual"}),
        ("Farmers camped outside the ministry for two months.", {"actual"}),
    ],
)
def test_what_goes_on_by_its_time(text, status):
    assert {e.status for e in code(text, published="2024-06-03").events} == status
