import shutil
import sys
from importlib.resources import files
from pathlib import Path

import pytest

from dateline.errors import ModelError, SettingError
from dateline.language import analyze, load_model
from dateline.language.choosing import choose_model


def test_without_a_name_the_one_in_the_package() -> None:
    assert choose_model(None) is load_model()


def test_a_folder_of_the_same_form(tmp_path: Path) -> None:
    folder = tmp_path / "copy"
    shutil.copytree(str(files("dateline.language") / "data" / "model"), folder)
    model = choose_model(str(folder))
    assert model is not load_model()
    assert analyze("Troops left Oslo.", model=model) == analyze("Troops left Oslo.")


def test_what_is_no_model(tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"model\.json is missing"):
        choose_model(str(tmp_path))
    with pytest.raises(ModelError, match=r"there is no such folder; --model takes a model folder or spacy:PIPELINE"):
        choose_model(str(tmp_path / "nowhere"))
    with pytest.raises(SettingError, match="needs the name of a pipeline"):
        choose_model("spacy:")
    with pytest.raises(SettingError, match="unknown device"):
        choose_model(None, device="tpu")


def test_spacy_is_asked_for_its_pipelines() -> None:
    pytest.importorskip("spacy")
    with pytest.raises(ModelError, match="spaCy has no pipeline en_nowhere_sm"):
        choose_model("spacy:en_nowhere_sm")


def test_without_spacy_the_extra_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    # None in sys.modules is how Python itself marks a package that cannot be imported.
    monkeypatch.setitem(sys.modules, "spacy", None)
    with pytest.raises(ModelError, match=r"spaCy is not installed: pip install 'dateline\[spacy\]'"):
        choose_model("spacy:en_missing_without_spacy")
