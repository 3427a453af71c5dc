"""CSL-JSON (https://docs.citationstyles.org/en/stable/specification.html): articles for Zotero, pandoc and others."""

import json
from collections.abc import Sequence
from typing import Any

from index.exporting.source import (
    Source,
    clean,
    date_parts,
    guesses,
    keys,
    linked,
    one_line,
    sources,
    stated_authors,
)
from models.bookmark import Bookmark


def write(bookmarks: Sequence[Bookmark]) -> str:
    """One item an article; its quotes with their links are in `note`, its tags in `keyword`."""
    found = sources(bookmarks)
    items = [_item(source, key) for source, key in zip(found, keys(found), strict=True)]
    return json.dumps(items, ensure_ascii=False, indent=2) + "\n"


def _item(source: Source, key: str) -> dict[str, Any]:
    citation = source.citation
    issued = date_parts(citation.published)
    item = {
        "id": key,
        "type": "article-newspaper",
        "title": source.title,
        "container-title": one_line(citation.outlet or ""),
        # Which of an author's names is the family's, the article does not say.
        "author": [{"literal": one_line(author)} for author in stated_authors(citation)],
        "issued": {"date-parts": [list(issued)]} if issued else None,
        "URL": clean(citation.url or "").strip(),
        "keyword": ", ".join(one_line(tag) for tag in source.tags),
        "note": "\n".join(filter(None, (*map(linked, source.bookmarks), guesses(citation)))),
    }
    return {name: value for name, value in item.items() if value}
