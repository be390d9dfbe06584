"""Attribution in political news: source and content by their tokens. Gold counts intentions and beliefs too."""

import re

from coding import code
from data import Data, Item, span
from figures import f1, part

from dateline.evaluate.counting import Found, Share
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import one_to_one

FILES = ("polnear/dev.jsonl",)
TOKEN = re.compile(r"\w+|[^\w\s]")
ENOUGH = 0.5

Tokens = frozenset[int]


def measure(data: Data) -> list[Figure]:
    """Soft attribution F1 (contents alike by half, sources share a token), its recall on direct quotations, and the
    token F1 of each role."""
    soft, direct = Found(), Share()
    roles = {"source": Found(), "cue": Found(), "content": Found()}
    for item in data.items(FILES[0]):
        text = item["text"]
        starts = [m.start() for m in TOKEN.finditer(text)]
        gold = [attribution(a, starts) for a in item["gold"]["attributions"]]
        coded = [
            {
                "source": tokens([c.source_span] if c.source_span else [], starts),
                "cue": tokens([c.cue] if c.cue else [], starts),
                "content": tokens(list(c.content), starts),
            }
            for c in code(text, item["date"]).claims
        ]
        pairs = one_to_one(gold, coded, _likeness)
        right = {i for i, j in pairs if _same(gold[i], coded[j])}
        soft += Found(len(right), len(coded), len(gold))
        kinds = [a["quote"] for a in item["gold"]["attributions"]]
        direct += Share(sum(kinds[i] == "direct" for i in right), kinds.count("direct"))
        for role in roles:
            roles[role] += token_found([g[role] for g in gold], [c[role] for c in coded])
    return [
        f1("polnear", "soft_f1", soft),
        Figure("polnear", "soft_precision", soft.precision, n=soft.predicted),
        Figure("polnear", "soft_recall", soft.recall, n=soft.gold),
        part("polnear", "direct_recall", direct),
        *(f1("polnear", f"{role}_token_f1", found) for role, found in roles.items()),
    ]


def attribution(item: Item, starts: list[int]) -> dict[str, Tokens]:
    """The tokens of each role of a gold attribution."""
    return {role: tokens([span(s) for s in item[role]], starts) for role in ("source", "cue", "content")}


def tokens(spans: list[tuple[int, int]], starts: list[int]) -> Tokens:
    """The start offsets of the tokens inside the spans."""
    from bisect import bisect_left

    return frozenset(s for a, b in spans for s in starts[bisect_left(starts, a) : bisect_left(starts, b)])


def token_found(gold: list[Tokens], coded: list[Tokens]) -> Found:
    """Tokens of one role over the whole document."""
    wanted, predicted = frozenset().union(*gold), frozenset().union(*coded)
    return Found(len(wanted & predicted), len(predicted), len(wanted))


def _likeness(gold: dict[str, Tokens], coded: dict[str, Tokens]) -> float:
    shared = len(gold["content"] & coded["content"])
    return shared / len(gold["content"] | coded["content"]) if shared else 0.0


def _same(gold: dict[str, Tokens], coded: dict[str, Tokens]) -> bool:
    one, other = gold["source"], coded["source"]
    return _likeness(gold, coded) >= ENOUGH and (bool(one & other) or not (one or other))
