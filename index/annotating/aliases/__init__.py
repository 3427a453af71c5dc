"""Which of a collection's names are one thing."""
