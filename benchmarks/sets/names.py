"""Names as the language model sees them: exact on web text, by overlap on conflict reports."""

from collections.abc import Iterable

from coding import analyze
from data import Data, span
from figures import f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import exact, one_to_one
from dateline.language.analysis import Analysis

FILES = ("uner_ewt/dev.jsonl", "re3d/dev.jsonl")
# Other kinds of the model are not in this gold.
UNER_KINDS = {"person": "PER", "organization": "ORG", "place": "LOC", "PER": "PER", "ORG": "ORG", "LOC": "LOC"}
RE3D_KINDS = {"Person": "PER", "Organisation": "ORG", "Location": "LOC"}
SURE = 0.5

Name = tuple[int, int, str]


def measure(data: Data) -> list[Figure]:
    """UNER: span and type equal. re3d: spans that overlap with the same type; predictions on doubtful gold ignored."""
    uner, typed = Found(), Found()
    for item in data.items(FILES[0]):
        gold = [(*span(e), e["type"]) for e in item["gold"]["entities"]]
        uner += exact(gold, list(names_in(analyze(item["text"]))))
    for item in data.items(FILES[1]):
        typed += overlapping_names(item["gold"]["entities"], list(names_in(analyze(item["text"]))))
    return [f1("names", "uner_exact_f1", uner), f1("names", "re3d_overlap_f1", typed)]


def names_in(analysis: Analysis) -> Iterable[Name]:
    """The names of the three types, with their offsets."""
    for sentence in analysis.sentences:
        for name in sentence.names:
            kind = UNER_KINDS.get(name.kind)
            if kind:
                yield sentence.tokens[name.first].start, sentence.tokens[name.last - 1].end, kind


def overlapping_names(entities: list[dict], predicted: list[Name]) -> Found:
    """One to one, the longest common part first. Gold of a crowd that was not sure is neither wanted nor wrong."""
    kinds = [(*span(e), RE3D_KINDS.get(e["type"]), e["confidence"] >= SURE) for e in entities]
    gold = [(a, b, kind) for a, b, kind, sure in kinds if sure and kind]
    doubtful = [(a, b) for a, b, kind, sure in kinds if not sure]
    pairs = one_to_one(gold, predicted, _likeness)
    hit = {j for _, j in pairs}
    wrong = [p for j, p in enumerate(predicted) if j not in hit and p[:2] not in doubtful]
    return Found(len(pairs), len(pairs) + len(wrong), len(gold))


def _likeness(one: Name, other: Name) -> int:
    return max(0, min(one[1], other[1]) - max(one[0], other[0])) if one[2] == other[2] else 0
