import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from dateline.language.sentences import dateline_end, paragraphs, split_sentences, without_capitals
from dateline.language.tokens import tokenize


def sentences(text: str) -> list[str]:
    found = []
    for start, end in paragraphs(text):
        tokens = tokenize(text, start, end)
        found += [text[tokens[a][0] : tokens[b - 1][1]] for a, b in split_sentences(text, tokens)]
    return found


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("One left. Two stayed.", ["One left.", "Two stayed."]),
        ('"We hit it." They ran.', ['"We hit it."', "They ran."]),
        ('They said: "Stop. Go back." Nobody did.', ['They said: "Stop.', 'Go back."', "Nobody did."]),
        ("“We hit it.” They ran.", ["“We hit it.”", "They ran."]),
        ('He asked "Why?" and left.', ['He asked "Why?" and left.']),
        ('"Why?" he asked.', ['"Why?" he asked.']),
        ("Gen. Lee met Mr. Ray.", ["Gen. Lee met Mr. Ray."]),
        ("He left the U.S. The rest stayed.", ["He left the U.S.", "The rest stayed."]),
        ("The U.S. Navy sailed.", ["The U.S. Navy sailed."]),
        ("J. R. Smith spoke.", ["J. R. Smith spoke."]),
        ("Sales rose 3.5 percent. Costs fell.", ["Sales rose 3.5 percent.", "Costs fell."]),
        ("It ended.[12] Then came peace.", ["It ended.[12]", "Then came peace."]),
        ("Stop! Now? Yes.", ["Stop!", "Now?", "Yes."]),
        ("It rained... and rained.", ["It rained... and rained."]),
        ("He wrote etc. and left.", ["He wrote etc. and left."]),
        ("1. The first item", ["1. The first item"]),
        ("The ships left.They came back.", ["The ships left.", "They came back."]),
        ("KABUL, Aug. 3, 2019 — The army left.", ["KABUL, Aug. 3, 2019 —", "The army left."]),
        ("GENEVA (Agency) -- Talks began.", ["GENEVA (Agency) --", "Talks began."]),
        ("UN-backed forces left.", ["UN-backed forces left."]),
        ("A Heading\n\nThe text.", ["A Heading", "The text."]),
        ("A Heading\nThe text.", ["A Heading", "The text."]),
        ("- one thing\n- another thing", ["- one thing", "- another thing"]),
        ("It was late... They left.", ["It was late...", "They left."]),
        ("It hurts. . . They left.", ["It hurts. . .", "They left."]),
        ("We won! :) They lost.", ["We won! :)", "They lost."]),
        ("Here it is :) They lost.", ["Here it is :)", "They lost."]),
        ("It is over. 2. We go on.", ["It is over.", "2. We go on."]),
        ("P.S. We go on.", ["P.S. We go on."]),
        ("Best regards, Ann Example", ["Best regards,", "Ann Example"]),
        ("Thanks, I know that you hurry.", ["Thanks, I know that you hurry."]),
        ("No, thanks, Ann said so.", ["No, thanks, Ann said so."]),
        ("Ann Example 04/12/2002 10:05 AM Here it is.", ["Ann Example", "04/12/2002 10:05 AM", "Here it is."]),
        ("He came on 04/12/2002 10:05 AM EST with it.", ["He came on 04/12/2002 10:05 AM EST with it."]),
        ("See https://example.org/a They know.", ["See https://example.org/a", "They know."]),
        ("See https://example.org/a and tell us.", ["See https://example.org/a and tell us."]),
        ("Mail: ann@example.org Groups: all", ["Mail: ann@example.org", "Groups: all"]),
        ("The end ========== From the desk", ["The end ==========", "From the desk"]),
        ("> He said so", ["> He said so"]),
        ("", []),
    ],
)
def test_sentences(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


def test_a_text_without_capitals() -> None:
    text = 'rebels attacked the u.s. embassy, gen. lopez said. "we saw it." nobody was hurt.'
    assert without_capitals(text)
    assert not without_capitals("The rebels attacked. " * 3)
    tokens = tokenize(text)
    assert [a for a, _ in split_sentences(text, tokens, lowered=True)] == [0, 10, 16]


def test_wrapped_lines_are_one_paragraph() -> None:
    text = (
        "The delegation arrived in the capital late on Monday evening\n"
        "and met the ministers of three neighboring countries before\n"
        "the summit. It left the next day.\n"
        "Second paragraph."
    )
    assert len(paragraphs(text)) == 2
    assert len(sentences(text)) == 3


def test_a_long_line_per_paragraph_is_not_wrapping() -> None:
    text = ("The first paragraph goes on and on about the harbor " * 4).strip() + "\nThe second one is short"
    assert len(paragraphs(text)) == 2


def test_a_bullet_never_continues_a_line() -> None:
    text = (
        "The delegation of the ministry arrived in the capital with\n- lists of prisoners and of the missing people\n"
    )
    assert len(paragraphs(text)) == 2


@settings(max_examples=150, deadline=None)
@given(st.text(max_size=150) | st.text("aB. !?\"'”\n-1(", max_size=80))
def test_sentences_cover_all_tokens(text: str) -> None:
    end_before = 0
    for start, end in paragraphs(text):
        assert end_before <= start < end <= len(text)
        end_before = end
        tokens = tokenize(text, start, end)
        ranges = split_sentences(text, tokens)
        assert [i for a, b in ranges for i in range(a, b)] == list(range(len(tokens)))
        assert all(a < b for a, b in ranges)


@pytest.mark.parametrize(
    ("text", "rest"),
    [
        ("KABUL, Aug. 3, 2019 — Troops left the town.", "Troops left the town."),
        ("Troops left Kabul — for now.", "Troops left Kabul — for now."),
        ("", ""),
    ],
)
def test_where_a_dateline_ends(text: str, rest: str) -> None:
    assert text[dateline_end(text, 0, len(text)) :] == rest
    padded = "x\n" + text
    assert padded[dateline_end(padded, 2, len(padded)) :] == rest
