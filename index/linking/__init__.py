"""Links to passages: written into exports, followed by `morgue open`."""

from index.linking.following import follow
from index.linking.uri import link_of, link_to, parse

__all__ = ["follow", "link_of", "link_to", "parse"]
