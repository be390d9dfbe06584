import pytest

from dateline.pipeline import code


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The union has called for new talks ever since the last round broke down in March.", {"ongoing"}),
        ("Pensioners have camped outside the treasury for three weeks now, demanding their savings.", {"ongoing"}),
        ("Rebels shell the town daily.", {"ongoing"}),
        ("Army patrols regularly arrest fishermen near the border.", {"ongoing"}),
        ("The militia claims attacks against farmers on a regular basis.", {"ongoing"}),
        ("Army patrols regularly arrested fishermen near the border.", {"actual"}),
        ("Rebels have shelled the town since Monday.", {"actual"}),
        ("Pensioners camped outside the treasury for three weeks.", {"actual"}),
    ],
)
def test_what_goes_on_by_its_time(text, status):
    assert {e.status for e in code(text, published="2024-06-03").events} == status
