"""From a text to its analysis: sentences, tokens, the UD tree, mentions.

>>> from dateline.language import analyze
>>> analyze("Troops left.").sentences[0].tokens[0].lemma
'troops'
"""

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.language.analysis import Analysis, NameMention, Sentence, Token

if TYPE_CHECKING:
    from dateline.language.adapting.spacy_model import SpacyModel
    from dateline.language.model import Model

__all__ = ["Analysis", "NameMention", "Sentence", "Token", "analyze", "choose_model", "load_model"]


def analyze(text: str, *, model: "Model | SpacyModel | None" = None) -> Analysis:
    """The sentences of a text with trees, features and names; offsets count in `text`. Any text will do, even none.

    Without `model` the shipped one is loaded, once per process (about a fifth of a second).
    """
    if model is not None:
        from dateline.language.adapting.spacy_model import SpacyModel

        if isinstance(model, SpacyModel):
            return model.analyze(text)
    from dateline.language.analyzing import analyze as run

    return run(text, model=model)


def load_model(path: Path | None = None, *, threads: int = 1, device: str = "cpu") -> "Model":
    """The language model of a folder, or the one that ships. Loaded once per folder, number of threads and device."""
    from dateline.language.model import load_model as load

    return load(path, threads=threads, device=device)


def choose_model(name: str | None, *, device: str = "cpu") -> "Model | SpacyModel":
    """The model that `--model` names: a folder, `spacy:PIPELINE`, or with None the one that ships.

    Raises ModelError if it is not there or does not run on the device, SettingError for a device that is none.
    """
    from dateline.language.choosing import choose_model as choose

    return choose(name, device=device)
