"""Passages near a text, and articles taken apart so that sentences can be compared."""
