"""The nouns: what comes out of Dateline. Frozen structs; names and value sets are a contract (docs/records.md)."""

from dateline.records.claim import Claim
from dateline.records.document import CodedDocument, Coder, Document, Uncoded
from dateline.records.entity import Affiliation, Count, Entity, Mention, Place, Role
from dateline.records.event import Effect, Event, When, Why
from dateline.records.span import Span
from dateline.records.time import Time

__all__ = [
    "Affiliation",
    "Claim",
    "CodedDocument",
    "Coder",
    "Count",
    "Document",
    "Effect",
    "Entity",
    "Event",
    "Mention",
    "Place",
    "Role",
    "Span",
    "Time",
    "Uncoded",
    "When",
    "Why",
]
