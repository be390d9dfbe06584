"""From a text to its analysis: sentences, tokens, the UD tree, mentions.

>>> from dateline.language import analyze
>>> analyze("Troops left.").sentences[0].tokens[0].lemma
'troops'
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.language.analysis import Analysis, NameMention, Sentence, Token

if TYPE_CHECKING:
    from dateline.language.model import Model

__all__ = ["Analysis", "NameMention", "Sentence", "Token", "analyze", "load_model"]


def analyze(text: str, *, model: "Model | None" = None) -> Analysis:
    """The sentences of a text with trees, features and names; offsets count in `text`. Any text will do, even none.

    Without `model` the shipped one is loaded, once per process (about a fifth of a second).
    """
    from dateline.language.analyzing import analyze as run

    return run(text, model=model)


def load_model(path: Path | None = None, *, threads: int = 1) -> "Model":
    """The language model of a folder, or the one that ships. Loaded once per folder and number of threads."""
    from dateline.language.model import load_model as load

    return load(path, threads=threads)
