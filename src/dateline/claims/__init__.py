"""Claims: who says so, in which words, and how sure. Attribution, its sources, its factuality, its events."""
