"""The language model's own heads, without the coder: attribution, happenings, causes, event types."""

from coding import analyze
from data import Data, Item, span
from figures import f1, macro_f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.evaluate.spans import common, one_to_one
from dateline.language.analysis import Analysis, AttributionMark, Sentence
from sets import polnear

FILES = (
    "polnear/dev.jsonl",
    "gum_discourse/dev.jsonl",
    "uds_factuality/dev.jsonl",
    "causal_news/dev.jsonl",
    "plover_gsr/dev.jsonl",
)
SURE = 0.5


def measure(data: Data) -> list[Figure]:
    """F1 of each head where its chance is at least one half."""
    return [
        f1("marks", "polnear_soft_f1", _polnear(data)),
        f1("marks", "gum_attribution_f1", _gum(data)),
        macro_f1("marks", "uds_happened_macro_f1", _happened(data)),
        f1("marks", "causal_news_f1", _causal(data)),
        f1("marks", "plover_type_f1", _types(data)),
    ]


def attributions(analysis: Analysis, *, speech: bool) -> list[tuple[Sentence, AttributionMark]]:
    """What the model is sure of, in the narrow or the broad sense."""
    return [
        (sentence, mark)
        for sentence in analysis.sentences
        if sentence.marks
        for mark in sentence.marks.attributions
        if (mark.speech if speech else mark.score) >= SURE and mark.content
    ]


def spans(sentence: Sentence, tokens: tuple[int, ...]) -> list[tuple[int, int]]:
    return [(sentence.tokens[i].start, sentence.tokens[i].end) for i in tokens]


def _polnear(data: Data) -> Found:
    total = Found()
    for item in data.items(FILES[0]):
        starts = [m.start() for m in polnear.TOKEN.finditer(item["text"])]
        gold = [polnear.attribution(a, starts) for a in item["gold"]["attributions"]]
        found = [
            {
                "source": polnear.tokens(spans(sentence, mark.source), starts),
                "content": polnear.tokens(spans(sentence, mark.content), starts),
            }
            for sentence, mark in attributions(analyze(item["text"]), speech=False)
        ]
        pairs = one_to_one(gold, found, polnear._likeness)
        total += Found(sum(polnear._same(gold[i], found[j]) for i, j in pairs), len(found), len(gold))
    return total


def _gum(data: Data) -> Found:
    total = Found()
    for item in data.items(FILES[1]):
        gold = item["gold"]["attributions"]
        found = attributions(analyze(item["text"]), speech=True)
        total += Found(len(one_to_one(gold, found, _in_clause)), len(found), len(gold))
    return total


def _in_clause(gold: Item, found: tuple[Sentence, AttributionMark]) -> int:
    sentence, mark = found
    clause = span(gold["clause"])
    cue = spans(sentence, (mark.head,))[0]
    inside = clause[0] <= cue[0] and cue[1] <= clause[1]
    units = [span(unit) for unit in gold["content_head"]]
    return inside and sum(common(unit, s) for unit in units for s in spans(sentence, mark.content))


def _happened(data: Data) -> dict[str, Found]:
    found = {"happened": Found(), "not_happened": Found()}
    for item in data.items(FILES[2]):
        analysis = analyze(item["text"])
        for predicate in item["gold"]["predicates"]:
            if predicate["label"] in found:
                label = "happened" if _chance(analysis, predicate["start"]) >= SURE else "not_happened"
                for name in found:
                    found[name] += Found(label == name == predicate["label"], label == name, predicate["label"] == name)
    return found


def _chance(analysis: Analysis, offset: int) -> float:
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.start <= offset < token.end and sentence.marks:
                return sentence.marks.happened[token.i]
    return 1.0


def _causal(data: Data) -> Found:
    total = Found()
    for item in data.items(FILES[3]):
        said = any(s.marks and s.marks.causal >= SURE for s in analyze(item["text"]).sentences)
        total += Found(said and item["gold"]["causal"] == 1, said, item["gold"]["causal"] == 1)
    return total


def _types(data: Data) -> Found:
    total = Found()
    for item in data.items(FILES[4]):
        marks = [s.marks for s in analyze(item["text"]).sentences if s.marks]
        found = {anchor.event for mark in marks for anchor in mark.anchors if anchor.score >= SURE}
        total += Found(item["gold"]["event_type_2021"] in found, len(found), 1)
    return total
