"""Names: the card of one, choosing another, and what the reader said of them."""
