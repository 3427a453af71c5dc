"""The query language: what a person types, to a tree, to a sentence in plain words and a Whoosh query."""
