"""From bytes to documents: `read` takes paths, folders, globs or "-" and yields documents and read errors."""

from dateline.reading.limits import MAX_DOCUMENT_BYTES
from dateline.reading.read_error import ReadError
from dateline.reading.reader import read

__all__ = ["MAX_DOCUMENT_BYTES", "ReadError", "read"]
