"""A span of text."""

Span = tuple[int, int]
"""Half-open Unicode code-point offsets into the document's `text`: `text[start:end]` are the words."""
