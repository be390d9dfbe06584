"""Types and statuses that several rules treat alike."""

from dateline.records.event import EventType, Status

HAPPENED: frozenset[Status] = frozenset({"actual", "ongoing"})
"""The statuses of what took place or still does."""

SPEECH: frozenset[EventType] = frozenset({"SUPPORT", "AGREE", "REQUEST", "REJECT", "ACCUSE", "THREATEN", "CONCEDE"})
"""The types that are done by saying something."""

SPOKEN: frozenset[EventType] = SPEECH | {"CONSULT"}
"""The acts of speech and the meetings where they are said."""
