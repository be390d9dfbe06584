"""Whether what a verb tells has happened: UDS-IH2 on EWT (White et al. 2016, Rudinger et al. 2018), MEANTIME."""

from pathlib import Path

from dateline.train.examples import IGNORE, Example, blank
from dateline.train.texts import inside, locate, read_rows

_LABELS = {"happened": 1, "not_happened": 0}


def add_happened(examples: dict[str, Example], path: Path) -> int:
    """Writes the labels into the treebank's examples, given by sentence id; returns how many verbs were labeled.

    Where the two annotators disagree nothing is known.
    """
    labeled = 0
    for row in read_rows(path):
        example = examples.get(row["id"].partition(":")[2])
        words = locate(row["text"], example.forms) if example else None
        if example is None or words is None:
            continue
        values = [IGNORE] * len(words)
        for predicate in row["gold"]["predicates"]:
            for i in inside(words, [(predicate["start"], predicate["end"])])[:1]:
                values[i] = _LABELS.get(predicate["label"], IGNORE)
                labeled += values[i] != IGNORE
        example.marks["happened"] = values
    return labeled


def read_meantime(path: Path) -> list[Example]:
    """Sentences of tokenized news. Values of 2 and above count as happened, of 0 and below as not; between: unknown."""
    examples = []
    for row in read_rows(path):
        example = blank(row["text"].split(), row["id"])
        words = locate(row["text"], example.forms)
        assert words is not None
        values = [IGNORE] * len(words)
        for event in row["gold"]["events"]:
            if event["value"] >= 2 or event["value"] <= 0:
                for i in inside(words, [(event["start"], event["end"])])[-1:]:
                    values[i] = int(event["value"] >= 2)
        example.marks["happened"] = values
        examples.append(example)
    return examples
