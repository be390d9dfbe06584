import pytest
from msgspec.structs import replace

from dateline.events.background import background_of
from dateline.language.trees import read_trees
from dateline.records import Document, Time
from dateline.resolving.resolution import FoundTime

ANALYSIS = read_trees("fought fight VERB 0 root\nthen _ ADV 1 advmod")


def background(by_hand, to, published):
    found = FoundTime(Time("0", (7, 11), "DATE", "x", None, to), 0, 1, 1, 2)
    resolution = replace(by_hand(ANALYSIS), times=(found,))
    document = Document(id="d", text=ANALYSIS.text, published=published)
    return background_of(document, ANALYSIS, resolution, 0, None, (0, "time expression"))


@pytest.mark.parametrize(
    ("to", "published", "historical"),
    [
        ("2006-08-15", "2024-05-15", True),
        ("2006", "2024-05-15", True),
        ("2006-08", "2024-05-15T10:00:00", True),
        ("2023-07-19", "2024-05-15", True),  # 301 days
        ("2023-07-20", "2024-05-15", False),  # 300 days
        ("2024-05-14T18:00:00", "2024-05-15", False),
        ("2025-01-01", "2024-05-15", False),
        (None, "2024-05-15", False),
        ("2006-08-15", None, False),
    ],
)
def test_far_before_publication_is_history(by_hand, to, published, historical):
    expected = ("time far before publication", (7, 11)) if historical else None
    assert background(by_hand, to, published) == expected


def test_without_a_time_nothing_is_history(by_hand):
    document = Document(id="d", text=ANALYSIS.text, published="2024-05-15")
    assert background_of(document, ANALYSIS, by_hand(ANALYSIS), 0, None, None) is None
