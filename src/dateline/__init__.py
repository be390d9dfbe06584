"""Dateline reads reports and official statements and writes down who did what to whom, when, where, and according to
whom. `code` codes a text, `code_all` many documents, `read` reads files into documents.

Importing this package loads the records and nothing heavier; models and readers load when they are first needed.
"""

from dateline.coding_error import CodingError
from dateline.errors import DatelineError, InputError, ModelError, PackError, SettingError
from dateline.pipeline import code, code_all, code_document
from dateline.reading import ReadError, read
from dateline.records import Claim, CodedDocument, Document, Entity, Event, Time
from dateline.settings import Settings

__all__ = [
    "Claim",
    "CodedDocument",
    "CodingError",
    "DatelineError",
    "Document",
    "Entity",
    "Event",
    "InputError",
    "ModelError",
    "PackError",
    "ReadError",
    "SettingError",
    "Settings",
    "Time",
    "code",
    "code_all",
    "code_document",
    "read",
]
