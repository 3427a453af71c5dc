"""The nouns of Morgue: plain pydantic values that every other package speaks in. No I/O here."""
