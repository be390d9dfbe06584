"""Quotations without a cue."""

import pytest

from dateline.claims.quoting import attach_quotations


@pytest.mark.parametrize(
    ("text", "source"),
    [
        ('Residents are angry. "They promised us houses."', "Residents"),
        ('"We stay." - Ana Baran, nurse', "Ana Baran"),
        ('The foreign minister was blunt: "We lost."', "The foreign minister"),
        ('Dogs barked all night.\n"We stay." - Ana Baran, nurse', "Ana Baran"),
    ],
)
def test_source(reading, text, source):
    reader, layout = reading(text)
    (draft,) = attach_quotations(reader, layout, [])
    assert draft.cue_span is None
    assert text[slice(*draft.source_span)] == source


def test_what_cannot_think_says_nothing(reading):
    text = 'The speech was short: "We lost."'
    reader, layout = reading(text, [{"words": ["speech"], "kind": "other"}])
    assert attach_quotations(reader, layout, []) == []
