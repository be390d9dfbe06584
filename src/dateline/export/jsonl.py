"""JSON Lines: the native format, lossless. One coded document a line, in the fields of docs/records.md."""

from collections.abc import Iterator
from typing import IO

import msgspec

from dateline.errors import InputError
from dateline.records.document import CodedDocument

_encoder = msgspec.json.Encoder()
_decoder = msgspec.json.Decoder(CodedDocument)


def to_line(document: CodedDocument) -> bytes:
    """The document as one line, its line end included."""
    return _encoder.encode(document) + b"\n"


def read_coded(stream: IO[bytes], *, where: str) -> Iterator[CodedDocument]:
    """The coded documents of a JSON Lines file. Raises InputError naming the line that holds none."""
    for number, line in enumerate(stream, start=1):
        if not line.strip():
            continue
        try:
            yield _decoder.decode(line)
        except msgspec.ValidationError as error:
            message = f"not a coded document: {error}"
            raise InputError(message, where=f"{where}, line {number}") from None
        except (msgspec.DecodeError, UnicodeDecodeError) as error:
            raise InputError(f"malformed JSON: {error}", where=f"{where}, line {number}") from None
