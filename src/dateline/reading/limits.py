"""How much is read at once. A document beyond the limit is an error, never a half-read text."""

MAX_DOCUMENT_BYTES = 20_000_000
"""Of one plain-text, Markdown or HTML document, and of one row of a table."""

MAX_JSON_BYTES = 256_000_000
"""Of one JSON file holding a list: it is read whole. JSON Lines and CSV have no limit, they stream."""


def megabytes(count: int) -> str:
    """The size in words: `20 MB`."""
    return f"{count / 1_000_000:.0f} MB"
