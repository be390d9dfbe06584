"""From bytes to characters, or an error that says which byte is wrong and what the file probably is."""

import codecs

from dateline.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)

_CONTROLS = bytes(code for code in range(32) if code not in b"\t\n\r\x0b\x0c\x1b") + b"\x7f"

_SIGNATURES = (
    (b"%PDF", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or an Office document"),
    (b"\x1f\x8b", "gzip-compressed"),
    (b"BZh", "bzip2-compressed"),
    (b"\xfd7zXZ", "xz-compressed"),
    (b"\x28\xb5\x2f\xfd", "zstd-compressed"),
    (b"\xd0\xcf\x11\xe0", "an old Office document"),
    (b"{\\rtf", "an RTF document"),
    (b"\x89PNG", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF8", "a GIF image"),
    (b"SQLite format 3", "a SQLite database"),
    (b"PAR1", "a Parquet file"),
    (b"\x7fELF", "a program"),
)


def decode(data: bytes, *, declared: str | None = None) -> str:
    """The text of `data`: by its byte-order mark, else UTF-8, else the encoding that the file declares.

    Raises InputError for binary data and for other encodings; nothing is guessed silently.
    """
    mark = encoding_by_mark(data)
    try:
        return data.decode(mark or "utf-8")
    except UnicodeDecodeError as error:
        refuse_binary(data)
        if declared and not mark:
            try:
                return data.decode(declared)
            except (LookupError, UnicodeDecodeError):
                pass
        raise InputError(wrong_encoding(data, error.start, mark or "utf-8")) from None


def encoding_by_mark(data: bytes) -> str | None:
    """The encoding that a byte-order mark states, or None."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), None)


def refuse_binary(data: bytes) -> None:
    """Raises InputError if the data is evidently not text. UTF-16 with its mark is text."""
    head = data[:4096]
    kind = next((kind for signature, kind in _SIGNATURES if head.startswith(signature)), None)
    if kind:
        raise InputError(f"this is {kind}, not text; convert it to text or HTML first")
    if b"\x00" in head and encoding_by_mark(data) is None:
        zeros = head.count(b"\x00")
        if zeros > len(head) * 0.3 and zeros in (head[::2].count(0), head[1::2].count(0)):
            raise InputError("this looks like UTF-16 without a byte-order mark; save it as UTF-8")
        if len(head.translate(None, _CONTROLS)) < len(head) * 0.95:
            raise InputError("this is a binary file, not text")


def wrong_encoding(data: bytes, offset: int, tried: str) -> str:
    """The message for a text that is not in the encoding it should be in."""
    likely = likely_encoding(data, offset)
    advice = f"; it is probably {likely}: iconv -f {likely} -t utf-8" if likely else ""
    return f"byte {offset} (0x{data[offset]:02x}) is not valid {tried.removesuffix('-sig').upper()}{advice}"


def likely_encoding(data: bytes, offset: int) -> str | None:
    """The encoding that the data around the offending byte is most probably in, or None."""
    window = data[max(0, offset - 2000) : offset + 2000]
    from charset_normalizer import from_bytes

    best = from_bytes(window).best()
    name = best.encoding if best else None
    western = all(byte < 0x80 or 0x91 <= byte <= 0x97 or byte >= 0xA0 for byte in window)
    high = sum(byte >= 0x80 for byte in window)
    if western and high * 10 < len(window):
        return "windows-1252"
    return name.replace("_", "-") if name and name not in ("ascii", "utf_8") else None
