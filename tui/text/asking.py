"""What kind of answer a query asks for; the query language loads when the first is asked, after the first paint."""


def asks_for_articles(query: str) -> bool:
    """As `index.query.asking.asks_for_articles`."""
    from index.query import asking

    return asking.asks_for_articles(query)


def is_ranked(query: str) -> bool:
    """As `index.query.asking.is_ranked`."""
    from index.query import asking

    return asking.is_ranked(query)
