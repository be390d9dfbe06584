import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import dateline
from dateline.coding_error import CodingError
from dateline.reading import ReadError
from dateline.records import CodedDocument, Document
from dateline.records.span import Span

TEXTS = (
    "Rebels shelled the town of Marhit on Monday, killing three people, the mayor said.",
    '"We will not leave," the minister told reporters. The 🚁 landed.\r\nEnvoys from Norway met rebels in Oslo.',
    "Protesters — hundreds of them — marched in Ramallah; police fired tear gas, according to the U.N.",
)
# Words that the coder knows, joined by anything: plain random text would hardly ever reach its stages.
WORDS = st.sampled_from(
    "Rebels soldiers shelled attacked said that the ministry on Monday killing three people in Syria 12 U.S. not will "
    "condemned talks with Norway \" “ ” ' , . ; : ( ) — \n \n\n \t 🚁 e\u0301 \u200b \x00 \ud800 ... ?! Mr. 3.5 http://a.b".split(
        " "
    )
)
TEXT = st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(st.characters(exclude_categories=()), max_size=60))


def spans_of(document: CodedDocument) -> list[Span]:
    spans = [*document.sentences, *(item.span for item in document.uncoded), *(time.span for time in document.times)]
    for entity in document.entities:
        spans += [span for mention in entity.mentions for span in (mention.span, mention.head)]
        spans += [item.span for item in (*entity.roles, *entity.affiliations, entity.count) if item and item.span]
    for event in document.events:
        spans += [event.anchor, *event.mentions, *event.purpose, *(effect.span for effect in event.effects)]
        spans += [why.span for why in event.why if why.span]
    for claim in document.claims:
        spans += [*claim.content, *(span for span in (claim.cue, claim.source_span) if span)]
    return spans


def check(document: CodedDocument) -> None:
    for start, end in spans_of(document):
        assert 0 <= start < end <= len(document.text)
    known = {item.id for item in (*document.entities, *document.times, *document.events, *document.claims)}
    for event in document.events:
        used = [*event.actors, *event.recipients, *event.authorizers, *event.instruments, *event.objects]
        used += [*event.responds_to, *event.claims, *(effect.entity for effect in event.effects if effect.entity)]
        assert {*used, event.place or event.id, event.part_of or event.id} <= known
        assert 0 <= event.confidence <= 1
    for claim in document.claims:
        assert {claim.source or claim.id, claim.addressee or claim.id, claim.via or claim.id, *claim.events} <= known


@settings(max_examples=150, deadline=None)
@given(TEXT)
def test_any_text_is_coded_and_every_span_lies_in_it(text: str) -> None:
    if not text.replace("\x00", " ").strip():
        return
    try:
        document = dateline.code(text, published="2024-05-15")
    except dateline.InputError:
        assert not dateline.reading.cleaning.storable(text).strip()
        return
    assert len(document.text) == len(text)
    check(document)


@pytest.mark.parametrize("text", TEXTS)
def test_the_text_is_kept_and_the_records_hold_together(text: str) -> None:
    document = dateline.code(text, published="2024-05-15", publisher="Harbor News", id="x")
    assert document.text == text
    assert (document.id, document.publisher, document.published_from) == ("x", "Harbor News", "option")
    assert document.events
    check(document)
    assert dateline.code(text, published="2024-05-15", publisher="Harbor News", id="x") == document


def test_the_coder_is_named() -> None:
    coder = dateline.code(TEXTS[0]).coder
    assert coder.model
    assert len(coder.knowledge) == 16


@pytest.mark.parametrize("text", ["", " \n", "\x00"])
def test_a_text_without_words(text: str) -> None:
    with pytest.raises(dateline.InputError, match="empty"):
        dateline.code(text)


def test_wrong_arguments() -> None:
    with pytest.raises(dateline.SettingError):
        dateline.code("Envoys met.", published="soon")
    with pytest.raises(dateline.InputError, match="expected a text, got bytes"):
        dateline.code(b"Envoys met.")  # type: ignore[arg-type]


def test_code_all_keeps_order_and_passes_errors_through() -> None:
    error = ReadError("x.txt", "the file is empty")
    broken = Document(id="broken", text=None)  # type: ignore[arg-type]
    documents = [Document(id="a", text=TEXTS[0]), error, broken, Document(id="b", text=TEXTS[1])]
    first, second, third, fourth = dateline.code_all(documents)
    assert isinstance(first, CodedDocument)
    assert second is error
    assert isinstance(third, CodingError)
    assert str(third).startswith("document broken: could not be coded: ")
    assert isinstance(fourth, CodedDocument)
    assert fourth.id == "b"


def test_confidence_is_a_probability_and_stays_when_it_is_given_again() -> None:
    from dateline.pipeline import with_confidence

    coded = dateline.code("Rebels shelled the town of Marhit on Monday, the mayor said.", published="2024-05-15")
    assert [0 < record.confidence < 1 for record in (*coded.events, *coded.claims)] == [True, True]
    assert with_confidence(coded) == coded


def test_the_model_can_be_named_alone_or_in_the_settings() -> None:
    given = [Document(id="a", text=TEXTS[0])]
    with pytest.raises(dateline.ModelError, match="there is no such folder"):
        dateline.code(TEXTS[0], model="nowhere")
    with pytest.raises(dateline.ModelError, match="there is no such folder"):
        dateline.code(TEXTS[0], settings=dateline.Settings(model="nowhere"))
    with pytest.raises(dateline.ModelError, match="there is no such folder"):
        list(dateline.code_all(given, model="nowhere"))
    with pytest.raises(dateline.ModelError, match="there is no such folder"):
        list(dateline.code_all(given, model="nowhere", workers=2))
    with pytest.raises(dateline.SettingError, match="unknown device"):
        list(dateline.code_all(given, settings=dateline.Settings(device="tpu")))
