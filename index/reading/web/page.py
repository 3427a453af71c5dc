"""A web page's own statements gathered once: its meta elements, its JSON-LD, and which part of it is the article's."""

import json
import re
from collections.abc import Iterator
from functools import cached_property
from html import unescape
from itertools import chain, islice
from typing import Any

from lxml import html

_ARTICLE_TYPES = re.compile(
    r"(?:Article|BlogPosting|Report|Review|Posting|CreativeWork|Recipe|Interview|WebPage|VideoObject)$"
)
_NESTING_KEYS = frozenset({"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"})
_MOST_JSON = 1_000_000
"""Characters of one script's JSON-LD that are parsed."""
_MOST_NODES = 2000
_COMMENTS = r"disqus|(?<![\w-])(?:comment(?!s?-(?:open|closed|enabled|on|count))|repl(?:y|ies)|respond)"
_COMMENT_AREA = re.compile(_COMMENTS, re.IGNORECASE)
_ELSEWHERE = re.compile(
    rf"related|recommend|popular|trending|latest|promo|teaser|side-?bar|(?<![\w-])(?:site-?)?footer|{_COMMENTS}",
    re.IGNORECASE,
)
_UNSEEN = frozenset({"script", "style", "noscript", "template", "svg", "head", "iframe"})
_WORDS = re.compile(r"[^\W_]+")
_LABEL = 80
"""Characters of a text that may be a byline or another label; longer ones are sentences."""


class Page:
    """What a page states.

    `meta` maps names in small letters to contents, `linked` holds all JSON-LD objects, `articles` those that
    describe an article.
    """

    def __init__(self, tree: html.HtmlElement) -> None:
        self.tree = tree
        self.meta: dict[str, list[str]] = {}
        for element in tree.iter("meta"):
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            # Some pages escape what they state twice over.
            content = unescape(element.get("content") or "").strip()
            if name and content:
                self.meta.setdefault(name.strip().lower(), []).append(content)
        # What holds the headline is the article's part of the page, whatever its classes are called.
        self.main = {ancestor for heading in tree.iter("h1") for ancestor in heading.iterancestors()}
        self.linked = [node for node in _linked_data(tree) if isinstance(node, dict)]
        self.articles = [node for node in self.linked if _is_article(node)]

    def first(self, names: tuple[str, ...]) -> Iterator[tuple[str, str]]:
        """The values of meta elements with their places, in the order of the names."""
        for name in names:
            for value in self.meta.get(name, ()):
                yield value, f"meta {name}"

    def prints_name(self, name: str) -> bool:
        """Whether readers see a name's first and last word anywhere but among comments."""
        words = _WORDS.findall(name.casefold())
        return bool(words) and words[0] in self._printed_words and words[-1] in self._printed_words

    def prints_label(self, text: str) -> bool:
        """Whether a text stands on the page by itself, with or without "by" before it."""
        label = " ".join(text.casefold().split())
        return label in self._printed_labels or f"by {label}" in self._printed_labels

    @cached_property
    def _printed(self) -> tuple[str, ...]:
        """The page's visible pieces of text outside comments, in small letters."""
        body = next(self.tree.iter("body"), self.tree)
        pieces: list[str] = []
        waiting = [body]
        while waiting:
            element = waiting.pop()
            if element is not body and element.tail:
                pieces.append(element.tail)
            names = f"{element.get('class') or ''} {element.get('id') or ''}"
            if (
                not isinstance(element.tag, str)
                or element.tag in _UNSEEN
                or (element is not body and element not in self.main and _COMMENT_AREA.search(names))
            ):
                continue
            if element.text:
                pieces.append(element.text)
            waiting.extend(element)
        return tuple(" ".join(piece.casefold().split()) for piece in pieces)

    @cached_property
    def _printed_words(self) -> frozenset[str]:
        return frozenset(word for piece in self._printed for word in _WORDS.findall(piece))

    @cached_property
    def _printed_labels(self) -> frozenset[str]:
        return frozenset(piece for piece in self._printed if len(piece) <= _LABEL)


def _linked_data(tree: html.HtmlElement) -> Iterator[Any]:
    """All objects of the page's JSON-LD, however nested in lists and graphs."""
    for script in tree.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower():
            continue
        text = (script.text or "").strip()
        if not text or len(text) > _MOST_JSON:
            continue
        text = re.sub(r"^\s*(?:<!--|//<!\[CDATA\[|<!\[CDATA\[)|(?:-->|//\]\]>|\]\]>)\s*;?$", "", text).strip(
            " ;\n"
        )
        try:
            # Pages put raw line ends into strings.
            found = json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
        waiting = [found]
        for _ in range(_MOST_NODES):
            if not waiting:
                break
            node = waiting.pop(0)
            if isinstance(node, list):
                waiting.extend(node)
            elif isinstance(node, dict):
                yield node
                waiting.extend(
                    value
                    for key, value in node.items()
                    if key in {"@graph", "mainEntity", "mainEntityOfPage", "itemListElement"}
                    and isinstance(value, dict | list)
                )


def _is_article(node: dict[str, Any]) -> bool:
    types = node.get("@type")
    return any(
        isinstance(kind, str) and _ARTICLE_TYPES.search(kind)
        for kind in (types if isinstance(types, list) else [types])
    )


def is_elsewhere(element: Any, page: Page) -> bool:
    """Whether an element stands in a part of the page that is about other things: comments, related articles."""
    for ancestor in islice(chain((element,), element.iterancestors()), 14):
        if ancestor in page.main or ancestor.tag == "body":
            return False
        names = f"{ancestor.get('class') or ''} {ancestor.get('id') or ''}"
        if ancestor.tag in {"footer", "aside", "nav"} or _ELSEWHERE.search(names):
            return True
    return False


def text_of(element: Any) -> str:
    """The text of an element on one line; empty for None."""
    return " ".join("".join(element.itertext()).split()) if element is not None else ""
