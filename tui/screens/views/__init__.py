"""Views over all results of a query: every hit on a line, and the articles over time."""
