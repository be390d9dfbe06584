from dateline.export.cards import cards_of
from dateline.export.field_reasons import FieldReason, claim_reasons, event_reasons
from dateline.records import CodedDocument


def fields(sample: CodedDocument, n: int) -> dict[str, FieldReason]:
    card = cards_of(sample).events[n]
    return {f.field: f for f in event_reasons(sample, sample.events[n], card)}


def test_every_field_that_holds_something_is_told(sample: CodedDocument) -> None:
    assert list(fields(sample, 0)) == [
        "event", "modes", "actors", "recipients", "objects", "place", "when", "status", "effects", "responds_to",
        "contexts", "claims", "codes", "confidence",
    ]  # fmt: skip


def test_a_reason_has_its_words_and_their_sentence(sample: CodedDocument) -> None:
    (why,) = fields(sample, 0)["place"].because
    assert (why.words, why.sentence, why.rule) == ("near Marhit", 1, "oblique of the anchor")


def test_values_are_those_of_the_card(sample: CodedDocument) -> None:
    told = fields(sample, 0)
    assert told["place"].value == "Marhit (SYR, near it)"
    assert told["status"].value == "actual"
    assert told["modes"].value == "aerial"


def test_the_publisher_speaks_where_there_is_no_claim(sample: CodedDocument) -> None:
    (why,) = fields(sample, 1)["claims"].because
    assert why.reason == "its words stand in no claim: the publisher says so itself"


def test_a_claim(sample: CodedDocument) -> None:
    told = {f.field: f for f in claim_reasons(sample, sample.claims[0], cards_of(sample).claims[0])}
    assert list(told) == ["source", "cue", "content", "style", "factuality", "events", "confidence"]
    assert told["factuality"].value == "CT+ (certain)"
    assert told["source"].because[0].words == "the coalition's spokesperson"


def test_who_is_not_named_is_told_with_where_it_was_looked_for(sample: CodedDocument) -> None:
    told = fields(sample, 0)["recipients"]
    assert told.value == "nobody"
    assert told.because[0].reason.startswith("frame assault.strike looks for people, groups and countries in: ")


def test_confidence_tells_what_speaks_for_the_record(sample: CodedDocument) -> None:
    told = fields(sample, 1)["confidence"]
    assert told.value == "0.70"
    assert [why.reason.partition(": ")[0] for why in told.because] == ["for it", "it would be surer if"]
    assert "the text gives its time" in told.because[1].reason


def test_how_often_such_a_field_is_right(sample: CodedDocument) -> None:
    share = fields(sample, 0)["when"].share
    assert share is not None
    assert 0.5 < share.right <= 1
    assert share.n >= 10
    assert fields(sample, 0)["event"].share is None
