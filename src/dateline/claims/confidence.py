"""How sure a claim is: what speaks for its being one, with this content, weighed as the confidence pack says."""

from collections.abc import Mapping

from dateline.events.confidence import is_known
from dateline.knowledge.confidence import Confidence, load_confidence, probability
from dateline.records.claim import Claim
from dateline.records.entity import Entity

FEATURES = {
    "known_source": "the source has a name, a country or a sector",
    "cued": "a word says that it is said",
    "speech": "the cue is one of saying, not of thinking, knowing or calling",
    "quoted": "the content stands in quotation marks, in whole or in part",
    "certain": "the source holds it for certain",
    "long": "the content has more than 30 characters",
}
"""The features of a claim, in words. Each is 1 or 0 and a reason to trust the record."""

SPEECH = frozenset({"say", "tell", "report", "accordance", "stress", "warn", "continue", "manner", "show", "agree"})


def claim_features(claim: Claim, entities: Mapping[str, Entity]) -> dict[str, float]:
    """The features of a claim. `entities` by id."""
    source = entities.get(claim.source or "")
    rule = next((why.rule for why in claim.why if why.field == "content"), "")
    features = {
        "known_source": source is not None and is_known(source),
        "cued": claim.cue is not None,
        "speech": rule.partition(":")[0] in SPEECH,
        "quoted": claim.style != "indirect",
        "certain": claim.factuality == "CT+",
        "long": sum(end - start for start, end in claim.content) > 30,
    }
    return {name: float(value) for name, value in features.items()}


def claim_confidence(claim: Claim, entities: Mapping[str, Entity], *, pack: Confidence | None = None) -> float:
    """The probability that somebody says this, in these words."""
    return probability((pack or load_confidence()).claim, claim_features(claim, entities))
