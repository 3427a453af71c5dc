"""Web pages: the article, and what the markup states of it."""
