import pytest

from dateline.pipeline import code


@pytest.mark.parametrize(
    ("text", "instruments", "recipients"),
    [
        ("A guard with an old rifle shot two soldiers.", ["an old rifle"], ["two soldiers"]),
        ("The navy carried out a raid using gunboats against the smugglers.", ["gunboats"], ["the smugglers"]),
        (
            "Allied forces conducted raids coordinated with the government using helicopters against Boko Haram camps.",
            ["helicopters"],
            ["Boko Haram"],
        ),
        ("The army hit trucks on the ridge with mortars.", ["mortars"], []),
        ("A colonel with a beard shot two soldiers.", [], ["two soldiers"]),
    ],
)
def test_means_that_stand_apart_and_whom_they_are_aimed_at(text, instruments, recipients):
    coded = code(text, published="2024-06-03")
    names = {e.id: e.name for e in coded.entities}
    event = next(e for e in coded.events if e.event == "ASSAULT")
    assert [names[i] for i in event.instruments] == instruments
    assert [names[r] for r in event.recipients] == recipients
