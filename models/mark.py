"""What sets an article apart that its passages do not say."""

from typing import Literal

ReadersMark = Literal["read", "bookmarked"]
"""Read: the reader was in it. Bookmarked: the reader keeps a quote of it."""
FileKind = Literal["page", "text", "pdf", "mail", "document", "book", "data", "archive"]
"""As what it was saved: a web page, a PDF, an e-mail, a word processor's document, ..."""
Mark = ReadersMark | FileKind
