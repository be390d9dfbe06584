from dateline.export.cards import Card, cards_of, sentences_of
from dateline.records import CodedDocument


def values(card: Card, name: str) -> list[tuple[str, str]]:
    return [(value.text, value.note) for field in card.fields if field.name == name for value in field.values]


def test_an_event_card_answers_every_question(sample: CodedDocument) -> None:
    strike, fire = cards_of(sample).events
    assert strike.title == "ASSAULT aerial"
    assert strike.tags == ("actual", "military")
    assert values(strike, "event") == [("struck", ""), ("hit", "")]
    assert values(strike, "when") == [("2024-05-13, evening", "")]
    assert values(strike, "place") == [("Marhit", "SYR, near it")]
    assert values(strike, "actors") == [("Northern Coalition", "MIL")]
    assert values(strike, "objects") == [("an arms depot", "")]
    assert values(strike, "effects") == [("killed: at least 3 combatant (fighters)", "")]
    assert values(strike, "responds_to") == [("ASSAULT: rocket fire", "e2")]
    assert values(strike, "claims") == [("the coalition's spokesperson", "direct quote, certain, c1")]
    assert values(strike, "recipients") == []
    assert values(fire, "claims") == [("Harbor News", "in its own voice")]
    assert values(fire, "when") == [("before 2024-05-13", "from the date of publication")]
    assert values(fire, "actors") == [("Salt River Brigade", "SOM REB, backed by ETH")]


def test_values_carry_the_words_they_were_read_from(sample: CodedDocument) -> None:
    strike = cards_of(sample).events[0]
    words = {
        field.name: [sample.text[start:end] for value in field.values for start, end in value.spans]
        for field in strike.fields
    }
    assert words["event"] == ["struck", "hit"]
    assert words["when"] == ["Monday evening"]
    assert words["place"] == ["near Marhit"]
    assert words["responds_to"] == ["in response to"]
    assert words["claims"] == ["the coalition's spokesperson", "said"]
    assert [sample.text[start:end][:8] for start, end in strike.sentences] == ["Aircraft", '"The tar']


def test_a_claim_card(sample: CodedDocument) -> None:
    (claim,) = cards_of(sample).claims
    assert claim.title == "the coalition's spokesperson"
    assert values(claim, "source") == [("the coalition's spokesperson", "spokesperson, MIL")]
    assert values(claim, "cue") == [("said", "")]
    assert values(claim, "content") == [('"The target was hit,"', "")]
    assert values(claim, "factuality") == [("certain", "CT+")]
    assert values(claim, "events") == [("ASSAULT: struck", "e1")]


def test_sentences_by_bisection() -> None:
    sentences = ((0, 10), (11, 20), (25, 30))
    assert sentences_of([(12, 13)], sentences) == ((11, 20),)
    assert sentences_of([(9, 12)], sentences) == ((0, 10), (11, 20))
    assert sentences_of([(21, 24)], sentences) == ()
    assert sentences_of([(0, 30), (3, 4)], sentences) == sentences
    assert sentences_of([(0, 1)], ()) == ()
