"""Reading pack files: TOML, and a quick way through the plain TOML that the built-in packs keep to.

`tomllib` takes a third of a second for the built-in packs, which is too long at the start of every command. Files with
one `key = value` a line, whose values are also JSON, are read line by line; anything else goes to `tomllib`, so a
person may write whatever TOML allows. Both ways give the same dict (tests hold the built-in packs to it).
"""

import re
import tomllib
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import Any

import msgspec

from dateline.errors import PackError

_LINE = re.compile(r'([A-Za-z0-9_-]+|"[^"\\]*") = (.+)')
_INLINE_KEY = re.compile(r'(?<=[{,]) *("[^"\\]*"|[A-Za-z0-9_-]+) = (?=["\[\dtf])')
_json = msgspec.json.Decoder()


def read_pack(path: Path | Traversable) -> dict[str, Any]:
    """The content of a pack file as a dict. PackError names the file, and the line that is not TOML."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise PackError(f"{path.name}: cannot be read: {error}") from error
    quick = read_quickly(text)
    if quick is not None:
        return quick
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise PackError(f"{path.name}: not TOML: {error}") from error


def read_quickly(text: str) -> dict[str, Any] | None:
    """The dict of plain TOML text; None where the text needs a real TOML reader."""
    root: dict[str, Any] = {}
    table = root
    lines = iter(text.splitlines())
    for line in lines:
        if not line or line[0] == "#":
            continue
        if line[0] == "[":
            opened = _open(root, line)
            if opened is None:
                return None
            table = opened
            continue
        match = _LINE.fullmatch(line)
        if match is None:
            return None
        key, value = match.groups()
        if value == "[":
            value = _rest_of_array(lines)
        elif value[0] == "{":
            value = _INLINE_KEY.sub(_as_json_key, value)
        try:
            decoded = _json.decode(value)
        except msgspec.DecodeError:
            return None
        name = key.strip('"')
        if name in table:
            return None
        table[name] = decoded
    return root


def _rest_of_array(lines: Any) -> str:
    parts: list[str] = []
    for line in lines:
        part = line.strip()
        if part == "]":
            break
        if part and part[0] != "#":
            parts.append(part)
    inner = "".join(parts)
    return f"[{inner.removesuffix(',')}]"


def _as_json_key(match: re.Match[str]) -> str:
    key = match.group(1)
    return f"{key}: " if key[0] == '"' else f'"{key}": '


def _open(root: dict[str, Any], line: str) -> dict[str, Any] | None:
    """The table that a header line opens: `[a.b]` or `[[a]]`; None for headers with quotes, comments or repeats."""
    if line.startswith("[["):
        name = line[2:-2]
        if not line.endswith("]]") or not _plain(name):
            return None
        array = root.setdefault(name, [])
        if not isinstance(array, list):
            return None
        array.append({})
        opened: dict[str, Any] = array[-1]
        return opened
    names = line[1:-1].split(".")
    if not line.endswith("]") or not all(_plain(name) for name in names):
        return None
    table = root
    for name in names[:-1]:
        table = table.setdefault(name, {})
        if not isinstance(table, dict):
            return None
    if names[-1] in table:
        return None
    table[names[-1]] = {}
    last: dict[str, Any] = table[names[-1]]
    return last


def _plain(name: str) -> bool:
    return bool(name) and all(c.isalnum() or c in "_-" for c in name)
