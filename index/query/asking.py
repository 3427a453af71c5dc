"""What kind of answer a query asks for."""

from index.query.parsing import parse
from index.query.tree import (
    AllOf,
    AnyOf,
    By,
    Dated,
    Filed,
    FromOutlet,
    Marked,
    Node,
    Not,
    Phrase,
    Stated,
    Titled,
    Word,
)


def ranks(node: Node) -> bool:
    """Whether a part of a query says which passage is the better; others only let through or keep out."""
    if isinstance(node, AnyOf | AllOf):
        return any(map(ranks, node.nodes))
    return isinstance(node, Word | Phrase | Titled)


def is_ranked(query: str) -> bool:
    """Whether one result can be more relevant than another; where not, they stand by date."""
    return any(map(ranks, parse(query).nodes))


def asks_for_articles(query: str) -> bool:
    """Whether nothing is asked for, or only what all passages of an article share: outlet, date, byline, marks."""
    return _of_articles(parse(query))


def _of_articles(node: Node) -> bool:
    match node:
        case AllOf(nodes=nodes) | AnyOf(nodes=nodes):
            return all(map(_of_articles, nodes))
        case Not(node=inner):
            return _of_articles(inner)
        case _:
            return isinstance(node, FromOutlet | Stated | Dated | By | Marked | Filed)
