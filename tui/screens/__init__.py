"""One screen each; those of several parts in a room of their own."""
