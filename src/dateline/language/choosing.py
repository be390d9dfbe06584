"""Which model reads the texts: the one that ships, a folder like it, or another tool's pipeline."""

from pathlib import Path
from typing import TYPE_CHECKING

from dateline.errors import ModelError, SettingError, nearest
from dateline.language.devices import DEVICES

if TYPE_CHECKING:
    from dateline.language.adapting.spacy_model import SpacyModel
    from dateline.language.model import Model

SPACY = "spacy:"


def choose_model(name: str | None, *, device: str = "cpu") -> "Model | SpacyModel":
    """The model that `--model` names: a folder, `spacy:PIPELINE`, or with None the one that ships.

    Raises ModelError if it is not there or does not run on the device, SettingError for a device that is none.
    """
    if device not in DEVICES:
        raise SettingError(f"unknown device {device!r}{nearest(device, list(DEVICES))}: one of {', '.join(DEVICES)}")
    if name is not None and name.startswith(SPACY):
        from dateline.language.adapting.spacy_model import load_pipeline

        wanted = name.removeprefix(SPACY)
        if not wanted:
            raise SettingError("--model spacy: needs the name of a pipeline behind it, such as spacy:en_core_web_sm")
        return load_pipeline(wanted, device=device)
    from dateline.language.model import load_model

    if name is None:
        return load_model(device=device)
    folder = Path(name)
    if not folder.is_dir():
        raise ModelError(f"{name}: there is no such folder; --model takes a model folder or spacy:PIPELINE")
    return load_model(folder, device=device)
