"""The local names of articles to the entities of a collection, as the reader decides."""
