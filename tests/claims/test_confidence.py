import pytest

from dateline.claims.confidence import FEATURES, claim_confidence, claim_features
from dateline.knowledge.confidence import Confidence
from dateline.records import Claim, Entity, Mention, Why

MAYOR = Entity("a1", "the mayor", "person", (Mention((0, 9), (4, 9), "nominal"),), sector="GOV")
SAID = Claim("c1", "a1", (0, 9), (10, 14), ((15, 60),), "indirect", None, None, "CT+", (), (Why("content", None, "say:say/clause"),))  # fmt: skip


def changed(**fields: object) -> Claim:
    from msgspec.structs import replace

    return replace(SAID, **fields)


@pytest.mark.parametrize(
    ("fields", "lost", "won"),
    [
        ({}, set(), set()),
        ({"source": None}, {"known_source"}, set()),
        ({"cue": None}, {"cued"}, set()),
        ({"why": (Why("content", None, "believe:believe/clause"),)}, {"speech"}, set()),
        ({"style": "mixed"}, set(), {"quoted"}),
        ({"factuality": "PS+"}, {"certain"}, set()),
        ({"content": ((15, 30),)}, {"long"}, set()),
    ],
)
def test_features(fields: dict[str, object], lost: set[str], won: set[str]) -> None:
    plain = {"known_source", "cued", "speech", "certain", "long"}
    found = claim_features(changed(**fields), {"a1": MAYOR})
    assert {name for name, value in found.items() if value} == (plain - lost) | won
    assert set(found) == set(FEATURES)


def test_confidence() -> None:
    pack = Confidence(1, {"base": 0.0}, {"base": -1.0, "cued": 1.0, "quoted": 1.0}, {})
    assert claim_confidence(SAID, {}, pack=pack) == 0.5
    assert claim_confidence(changed(style="direct"), {}, pack=pack) == 0.73
