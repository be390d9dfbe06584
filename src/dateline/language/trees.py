"""Trees written by hand: the smallest real input for tests and documentation."""

from dateline.errors import InputError
from dateline.language.analysis import Analysis, NameMention, Sentence, Token, make_sentence


def read_tree(table: str, *, index: int = 0, start: int = 0, names: tuple[NameMention, ...] = ()) -> Sentence:
    """A sentence from lines of `FORM LEMMA UPOS HEAD DEPREL [FEATS [SEMANTIC]]`; HEAD counts from 1, 0 is the root.

    Words are set one blank apart from `start` on; a form that begins with `~` follows without a blank ("did" "~n't").
    An underscore as lemma repeats the form in lower case; an underscore as FEATS is empty.
    """
    tokens: list[Token] = []
    position = start
    for number, line in enumerate((line for line in table.strip().splitlines() if line.strip()), start=1):
        fields = line.split()
        if len(fields) < 5:
            raise InputError(f"line {number}: {line.strip()!r} has {len(fields)} fields, needs 5 to 7")
        form, lemma, upos, head, deprel = fields[:5]
        glued = form.startswith("~")
        form = form.removeprefix("~")
        if tokens and not glued:
            position += 1
        tokens.append(
            Token(
                i=number - 1,
                start=position,
                end=position + len(form),
                form=form,
                lemma=form.lower() if lemma == "_" else lemma,
                upos=upos,
                feats="" if len(fields) < 6 or fields[5] == "_" else fields[5],
                head=int(head) - 1,
                deprel=deprel,
                semantic=fields[6] if len(fields) > 6 else "",
            )
        )
        position += len(form)
    return make_sentence(index, tokens, names)


def text_of_tree(sentence: Sentence) -> str:
    """The words of a hand-written sentence as text, blanks before it up to its start."""
    out = ""
    for token in sentence.tokens:
        out += " " * (token.start - len(out)) + token.form
    return out


def read_trees(*tables: str) -> Analysis:
    """An analysis of several hand-written sentences, one blank apart, in one paragraph."""
    sentences: list[Sentence] = []
    position = 0
    for index, table in enumerate(tables):
        sentence = read_tree(table, index=index, start=position)
        sentences.append(sentence)
        position = sentence.end + 1
    text = ""
    for sentence in sentences:
        text += text_of_tree(sentence)[len(text) :]
    return Analysis(text=text, sentences=tuple(sentences), paragraphs=((0, len(text)),), model="by hand")
