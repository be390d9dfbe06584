from dateline.language.conllu import TreeSentence, Word
from dateline.train.segments import segments


def sentence(text: str, *, document: str = "d", new_paragraph: bool = False) -> TreeSentence:
    words = tuple(Word(form, form, "X", "X", "", 0, "root", "") for form in text.split())
    return TreeSentence(document, text, words, new_paragraph)


def test_what_no_mark_parts_stays_together() -> None:
    post = [
        sentence("The boat is late"),
        sentence("Nobody knows why."),
        sentence("We wait."),
        sentence("A heading", new_paragraph=True),
        sentence("Another post", document="e"),
        sentence("and its end", document="e"),
    ]
    assert segments(post) == [(0, 2), (2, 3), (3, 4), (4, 6)]


def test_nothing() -> None:
    assert segments([]) == []
