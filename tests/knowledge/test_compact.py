import tomllib
from importlib.resources import files

import pytest

from dateline.errors import PackError
from dateline.knowledge.compact import read_pack, read_quickly

DATA = files("dateline.knowledge") / "data"
PACKS = [DATA / "ontology.toml", *sorted((DATA / "frames").iterdir(), key=lambda p: p.name)]


@pytest.mark.parametrize("path", PACKS, ids=lambda p: p.name)
def test_the_quick_way_reads_built_in_packs_as_toml_does(path):
    text = path.read_text(encoding="utf-8")
    assert read_quickly(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "a = 1\n",
        "# only a comment\n\n",
        'a = ["x", "y"]\n[b]\nc = true\n',
        'a = [\n  "x",\n  # why\n  "y",\n]\n',
        'a = { b = "c", "d:e" = "f" }\n',
        "[[row]]\nn = 1\n[[row]]\nn = 2.5\n",
        "[a.b]\nc = 1\n[a.d]\nc = 2\n",
        '"a b" = "x = y"\n',
    ],
)
def test_plain_toml_is_read_quickly(text):
    assert read_quickly(text) == tomllib.loads(text)


@pytest.mark.parametrize(
    "text",
    [
        "a = 'single'\n",
        "a = 1 # with a comment\n",
        "a = 1979-05-27\n",
        'a = """\nlong\n"""\n',
        "a.b = 1\n",
        '["a b"]\nc = 1\n',
        "a=1\n",
        '  a = "indented"\n',
    ],
)
def test_other_toml_is_left_to_the_real_reader(tmp_path, text):
    assert read_quickly(text) is None
    path = tmp_path / "pack.toml"
    path.write_text(text, encoding="utf-8")
    assert read_pack(path) == tomllib.loads(text)


@pytest.mark.parametrize("text", ["a = 1\na = 2\n", "[a]\nb = 1\n[a]\nc = 1\n", "a =\n", "[[a]\n"])
def test_what_is_not_toml_is_an_error_with_the_file_name(tmp_path, text):
    path = tmp_path / "pack.toml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(PackError, match=r"pack.toml: not TOML"):
        read_pack(path)


def test_a_missing_or_binary_file_is_an_error(tmp_path):
    with pytest.raises(PackError, match="cannot be read"):
        read_pack(tmp_path / "none.toml")
    (tmp_path / "binary.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PackError, match="cannot be read"):
        read_pack(tmp_path / "binary.toml")
