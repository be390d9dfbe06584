"""Coded documents as JSON Lines, CSV, cards in a terminal, and one self-contained HTML page. One file a format; each
says what it cannot carry."""
