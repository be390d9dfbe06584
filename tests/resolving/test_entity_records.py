from dateline.records import Entity, Role
from dateline.resolving.entity_records import spoken_for


def test_we_is_the_body_of_the_speaker():
    we = Entity(id="3", name="We", kind="other", mentions=())
    speaker = Entity(
        id="1",
        name="Ana Ruiz",
        kind="person",
        mentions=(),
        country="CHL",
        sector="GOV",
        roles=(Role("minister", None, "Senate"),),
    )
    found = spoken_for(we, speaker)
    assert (found.id, found.name, found.kind, found.country, found.sector) == (
        "3",
        "Senate",
        "government",
        "CHL",
        "GOV",
    )


def test_we_of_an_unknown_speaker_stays_we():
    we = Entity(id="3", name="We", kind="other", mentions=())
    assert spoken_for(we, Entity(id="1", name="x", kind="person", mentions=())) == we
