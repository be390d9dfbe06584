"""Did it happen? The status rules on every annotated verb of web text, event word or not."""

from coding import analyze
from data import Data
from figures import macro_f1

from dateline.evaluate.counting import Found
from dateline.evaluate.floors import Figure
from dateline.events.status import status_of
from dateline.language.analysis import Analysis

FILES = ("uds_factuality/dev.jsonl",)
HAPPENED, NOT = "happened", "not_happened"


def measure(data: Data) -> list[Figure]:
    """Macro F1 over happened and not happened; verbs on which the annotators disagree are left out."""
    found = {HAPPENED: Found(), NOT: Found()}
    for item in data.items(FILES[0]):
        analysis = analyze(item["text"])
        for predicate in item["gold"]["predicates"]:
            if predicate["label"] in found:
                label = status_at(analysis, predicate["start"])
                for name in found:
                    found[name] += Found(label == name == predicate["label"], label == name, predicate["label"] == name)
    return [macro_f1("uds_factuality", "macro_f1", found)]


def status_at(analysis: Analysis, offset: int) -> str:
    """`happened` for what the rules call actual or ongoing; a verb that no token starts at counts as happened."""
    for sentence in analysis.sentences:
        for token in sentence.tokens:
            if token.start <= offset < token.end:
                return HAPPENED if status_of(sentence, token.i).status in ("actual", "ongoing") else NOT
    return HAPPENED
