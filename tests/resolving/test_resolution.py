from dateline.records import Entity
from dateline.resolving.resolution import Resolution


def test_the_entity_behind_a_token():
    jos, gao = Entity("0", "Jos", "place", ()), Entity("1", "Gao", "place", ())
    resolution = Resolution((jos, gao), {(0, 3): 1, (2, 0): 0}, {}, (), {}, {})
    assert resolution.entity(0, 3) is gao
    assert resolution.entity(2, 0) is jos
    assert resolution.entity(3, 0) is None
