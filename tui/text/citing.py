"""A quote with its source, ready to be pasted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.text.dates import long_date

if TYPE_CHECKING:
    from models.article import Article


def cite(article: Article, quote: str, speaker: str | None = None) -> str:
    """The quote, who said it, then author, headline, outlet, date and address as far as the file states them."""
    from index.exporting.source import without_closing_comma

    words = quote.strip()
    if not words.startswith(("“", '"', "«", "„")):
        words = f"“{words}”"
    lines = [without_closing_comma(words)]
    if speaker:
        lines.append(f"— {speaker}")
    source = [
        ", ".join(article.authors),
        f"“{article.title}”" if article.title else "",
        article.outlet or "",
        long_date(article.published),
    ]
    lines.append(", ".join(part for part in source if part))
    lines.append(article.url or article.path)
    return "\n".join(lines)
