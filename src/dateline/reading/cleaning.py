"""Cleaning, once, before the text is frozen.

Two strengths. `storable` changes code points one for one, so that offsets of other tools into the same text stay
right: it is all that happens to a text that was handed over as data. `clean` also settles line ends and is for files.
Neither normalizes Unicode: what was read is what is stored.
"""

import re

_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_BREAKS = re.compile("\r\n?|[\x0b\x0c\x85]")


def storable(text: str) -> str:
    """The text with what databases and JSON refuse (NUL, control characters, lone surrogates) replaced by as many
    spaces or U+FFFD."""
    return _FORBIDDEN.sub(_replacement, text)


def clean(text: str) -> str:
    """The text without byte-order mark, with `\\n` for every line end, and storable."""
    text = text.removeprefix("\ufeff")
    return storable(_BREAKS.sub("\n", text))


def _replacement(match: re.Match[str]) -> str:
    return "\ufffd" if match[0] >= "\ud800" else " "
