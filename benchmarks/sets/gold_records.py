"""Full records: documents coded in full by hand."""

import msgspec
from coding import code
from data import Data
from figures import f1, part

from dateline.evaluate.fields import FIELDS
from dateline.evaluate.floors import Figure
from dateline.evaluate.gold import GoldDocument
from dateline.evaluate.records import CLAIM_FIELDS, Scores, score_document

FILES = ("gold_records/dev.json",)


def measure(data: Data) -> list[Figure]:
    """Detection, whole records, and every field of what was found."""
    total = Scores()
    for item in data.items(FILES[0]):
        gold = msgspec.convert(item, GoldDocument)
        total += score_document(gold, code(gold.text, gold.date, id_=gold.id))
    return [
        f1("gold_records", "events_f1", total.events),
        part("gold_records", "records", total.records),
        *(part("gold_records", name, total.fields[name]) for name in FIELDS),
        f1("gold_records", "claims_f1", total.claims),
        *(part("gold_records", f"claim_{name}", total.fields[name]) for name in CLAIM_FIELDS),
    ]
