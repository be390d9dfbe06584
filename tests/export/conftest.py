"""A short text coded for real, with the analysis behind it."""

import pytest

from dateline.pipeline import Traced, trace_document
from dateline.records import Document

TEXT = (
    "Rebels shelled the town of Marhit on Monday, the mayor said. The weather was fine. "
    "Officials said the rebels launched the attack from the hills. The airstrike victims arrived."
)


@pytest.fixture(scope="session")
def traced() -> Traced:
    """Four sentences: an event, nothing, the event again, and a word that only describes another."""
    return trace_document(Document(id="d1", text=TEXT, published="2024-05-15", source="report.txt"))
