"""Attribution across genres: the attributing clause and the head unit of what it attributes."""

from coding import code
from data import Data, Item, span
from figures import f1, part

from dateline.evaluate.counting import Found, Share
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import common, one_to_one
from dateline.records import Claim

FILES = ("gum_discourse/dev.jsonl",)


def measure(data: Data) -> list[Figure]:
    """F1 of detection, and whether the source that gold names was found."""
    detected, sources = Found(), Share()
    for item in data.items(FILES[0]):
        gold, claims = item["gold"]["attributions"], code(item["text"], item["date"]).claims
        pairs = one_to_one(gold, claims, _likeness)
        detected += Found(len(pairs), len(claims), len(gold))
        named = [(gold[i], claims[j]) for i, j in pairs if gold[i]["source"]]
        sources += Share(sum(_source_found(g, c) for g, c in named), len(named))
    return [f1("gum_discourse", "attribution_f1", detected), part("gum_discourse", "source", sources)]


def _likeness(gold: Item, claim: Claim) -> int:
    """How much of the content is shared, if cue or source lie inside the attributing clause."""
    clause = span(gold["clause"])
    inside = any(s and clause[0] <= s[0] and s[1] <= clause[1] for s in (claim.cue, claim.source_span))
    return inside and sum(common(span(unit), s) for unit in gold["content_head"] for s in claim.content)


def _source_found(gold: Item, claim: Claim) -> bool:
    return bool(claim.source_span) and any(common(span(s), claim.source_span) for s in gold["source"])
