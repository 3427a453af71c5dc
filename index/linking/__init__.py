"""Links to passages: written into exports, followed by `morgue open`."""

from index.linking.following import follow
from index.linking.kept import kept_of, words_of
from index.linking.uri import link_of, link_to, parse

__all__ = ["follow", "kept_of", "link_of", "link_to", "parse", "words_of"]
