"""What happened: anchors, frames, roles, status, effects, reasons, and one record a happening."""

from dateline.events.coding import Coding, code_events

__all__ = ["Coding", "code_events"]
