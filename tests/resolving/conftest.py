"""Sentences built by hand: flat ones for what reads words in a row, and trees written as `form/UPOS/head/deprel`."""

import re
from collections.abc import Callable

import pytest

from dateline.language.analysis import Analysis, NameMention, Sentence, Token, make_sentence

_WORD = re.compile(r"[A-Z]\.(?:[A-Z]\.)+|[A-Z][a-z]+\.(?=\s[\d,])|\w+(?:[.,:]\w+)*|\S")


def flat_analysis(*lines: str, names: dict[str, str] | None = None) -> Analysis:
    """One sentence a line, all tokens hung on the first; capitalized words are proper nouns, `names` are mentions."""
    text = "\n".join(lines)
    sentences, at = [], 0
    for index, line in enumerate(lines):
        tokens = []
        for i, match in enumerate(_WORD.finditer(line)):
            form = match.group()
            upos = "PROPN" if form[0].isupper() else "NUM" if form[0].isdigit() else "ADP" if form in _SMALL else "NOUN"
            upos = "PUNCT" if not form[0].isalnum() else upos
            start = at + match.start()
            head, rel = (-1, "root") if i == 0 else (0, "dep")
            tokens.append(Token(i, start, start + len(form), form, form.lower(), upos, "", head, rel))
        sentences.append(make_sentence(index, tokens, tuple(_mentions(tokens, names or {}))))
        at += len(line) + 1
    return Analysis(text, tuple(sentences), ((0, len(text)),), "by hand")


_SMALL = frozenset("in near of at on from to into outside around by with across".split())


def _mentions(tokens: list[Token], names: dict[str, str]) -> list[NameMention]:
    out = []
    for name, kind in names.items():
        words = [match.group() for match in _WORD.finditer(name)]
        for i in range(len(tokens) - len(words) + 1):
            if [t.form for t in tokens[i : i + len(words)]] == words:
                out.append(NameMention(i, i + len(words), kind, 0.9))
    return out


def tree_sentence(words: str, index: int = 0) -> Sentence:
    """A sentence from `form/UPOS/head/deprel` words; heads count from 1 as in CoNLL-U, 0 is the root."""
    tokens, at = [], 0
    for i, word in enumerate(words.split()):
        form, upos, head, deprel = word.split("/")
        feats = "Number=Sing" if upos in ("NOUN", "PROPN") and not form.endswith("s") else ""
        tokens.append(Token(i, at, at + len(form), form, form.lower(), upos, feats, int(head) - 1, deprel))
        at += len(form) + 1
    return make_sentence(index, tokens)


@pytest.fixture
def flat() -> Callable[..., Analysis]:
    return flat_analysis


@pytest.fixture
def tree() -> Callable[..., Sentence]:
    return tree_sentence


def parsed_analysis(*lines: str) -> Analysis:
    """One sentence a line of `form/UPOS/head/deprel[/lemma[/Plur]]` words; heads count from 1, 0 is the root.

    A form that ends in `~` stands close to the next. `[kind` before a word and `]` after one mark a name.
    """
    text, sentences = "", []
    for index, line in enumerate(lines):
        tokens: list[Token] = []
        names: list[NameMention] = []
        opened: tuple[str, int] | None = None
        close = True
        for word in line.split():
            if word.startswith("["):
                opened = (word[1:], len(tokens))
                continue
            if word == "]":
                assert opened is not None
                names.append(NameMention(opened[1], len(tokens), opened[0], 0.9))
                continue
            form, upos, head, deprel, *rest = word.split("/")
            text += "" if close else " "
            close = form.endswith("~")
            form = form.removesuffix("~")
            feats = "Number=Plur" if "Plur" in rest[1:] else ""
            lemma = rest[0] if rest and rest[0] else form if upos == "PROPN" else form.lower()
            tokens.append(
                Token(len(tokens), len(text), len(text) + len(form), form, lemma, upos, feats, int(head) - 1, deprel)
            )
            text += form
        sentences.append(make_sentence(index, tokens, tuple(names)))
        text += "\n"
    return Analysis(text, tuple(sentences), ((0, len(text)),), "by hand")


@pytest.fixture
def parsed() -> Callable[..., Analysis]:
    return parsed_analysis
