"""Bookmarks, rulings and decisions in memory, in the place of the reader's file."""

from collections.abc import Collection, Mapping, Sequence
from pathlib import Path
from typing import Any

from index.bookmarks import anchoring, folder_name
from models.annotation import AnnotatedArticle, Speech
from models.bookmark import Anchor, Bookmark, Citation, Place
from models.decision import NameDecision
from models.key import ArticleKey
from models.ruling import Ruling
from models.saved import SavedSearch
from models.search import Order


class FakeBookmarks:
    """Bookmarks in a list, with the one undo that tests need."""

    def __init__(self) -> None:
        self.kept: list[Bookmark] = []
        self.ruled: tuple[Ruling, ...] = ()
        self.decided: tuple[NameDecision, ...] = ()
        self.seen: set[ArticleKey] = set()
        self.saved: list[SavedSearch] = []
        self._before: list[tuple[str, dict[str, Any]]] = []

    def add(
        self,
        folder: Path,
        article: AnnotatedArticle,
        start: int,
        end: int,
        *,
        kind: Speech | None = None,
        speaker: str | None = None,
        cue: str | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        source = article.article
        for kept in self.kept:
            if (kept.path, kept.anchor.start, kept.anchor.end) == (source.path, start, end):
                return kept
        self._remember("Took the bookmark out again")
        anchor = Anchor(
            exact=source.text[start:end], prefix="", suffix="", start=start, end=end,
            passage=passage_at(article, start),
        )  # fmt: skip
        bookmark = Bookmark(
            id=len(self.kept) + 1, folder=folder_name(folder), path=source.path, part=0, anchor=anchor,
            kind=kind, speaker=speaker, cue=cue, note=note, tags=tuple(tags),
            created="2031-04-01T10:00:00Z", changed="2031-04-01T10:00:00Z",
            citation=Citation(title=source.title, outlet=source.outlet, published=source.published),
        )  # fmt: skip
        self.kept.append(bookmark)
        return bookmark

    def list(self, folder: Path | None = None) -> list[Bookmark]:
        return list(self.kept)

    def outline(self, folder: Path | None = None) -> tuple[Bookmark, ...]:
        return tuple(self.kept)

    def left(self) -> dict[int, str]:
        return {}

    def retag(self, tags: Mapping[int, Sequence[str]]) -> None:
        self._remember("Put back note and tags")
        self.kept = [b.model_copy(update={"tags": tuple(tags.get(b.id, b.tags))}) for b in self.kept]

    def annotate(self, id: int, *, note: str | None = None, tags: Sequence[str] | None = None) -> Bookmark:  # noqa: A002
        self._remember("Put back note and tags")
        number = next(n for n, bookmark in enumerate(self.kept) if bookmark.id == id)
        changes = {"note": note, "tags": None if tags is None else tuple(tags)}
        update = {name: value for name, value in changes.items() if value is not None}
        self.kept[number] = self.kept[number].model_copy(update=update)
        return self.kept[number]

    def delete(self, *ids: int) -> None:
        self._remember("Put back the bookmark")
        self.kept = [bookmark for bookmark in self.kept if bookmark.id not in ids]

    def undo(self) -> str | None:
        if not self._before:
            return None
        words, before = self._before.pop()
        vars(self).update(before)
        return words

    def decide(self, folder: Path, said: Sequence[NameDecision]) -> None:
        self._remember(f"Took back that {'; '.join(one.words for one in said)}")
        self.decided = (*self.decided, *said)

    def take_back(self, folder: Path, said: Sequence[NameDecision]) -> None:
        self._remember("Said it again")
        self.decided = tuple(one for one in self.decided if one not in said)

    def decisions(self, folder: Path) -> tuple[NameDecision, ...]:
        return self.decided

    def rule(self, folder: Path, said: Sequence[Ruling], words: str) -> None:
        self._remember("Undid it")
        self.ruled = (*self.ruled, *said)

    def rulings(self, folder: Path) -> tuple[Ruling, ...]:
        return self.ruled

    def read(self, folder: Path) -> frozenset[ArticleKey]:
        return frozenset(self.seen)

    def saw(self, folder: Path, article: ArticleKey) -> None:
        self.seen.add(article)

    def mark_read(self, folder: Path, articles: Collection[ArticleKey], *, as_read: bool) -> int:
        changed = {key for key in articles if (key in self.seen) != as_read}
        self.seen ^= changed
        return len(changed)

    def searches(self, folder: Path) -> tuple[SavedSearch, ...]:
        return tuple(self.saved)

    def save_search(self, folder: Path, name: str, query: str, order: Order, *, visited: str) -> SavedSearch:
        self._remember(f"Took the saved search “{name}” out again")
        now = "2031-04-01T10:00:00Z"
        search = SavedSearch(
            id=f"s{len(self.saved)}", folder=str(folder), name=name, query=query, order=order, created=now,
            visited=visited,
        )  # fmt: skip
        self.saved.append(search)
        return search

    def rename_search(self, id: str, name: str) -> None:  # noqa: A002
        self._remember("Gave it its name again")
        self.saved = [s.model_copy(update={"name": name}) if s.id == id else s for s in self.saved]

    def delete_search(self, id: str) -> None:  # noqa: A002
        self._remember("Put back the saved search")
        self.saved = [search for search in self.saved if search.id != id]

    def visit_search(self, id: str, moment: str) -> None:  # noqa: A002
        self.saved = [s.model_copy(update={"visited": moment}) if s.id == id else s for s in self.saved]

    def tags(self) -> dict[str, int]:
        return {"shipping": 3, "strike": 1}

    def place(self, bookmark: Bookmark, article: AnnotatedArticle) -> Place | None:
        return anchoring.place(bookmark.anchor, article.article.text)

    def close(self) -> None:
        pass

    def _remember(self, words: str) -> None:
        before = {
            "kept": list(self.kept),
            "ruled": self.ruled,
            "decided": self.decided,
            "saved": list(self.saved),
        }
        self._before.append((words, before))


def passage_at(annotated: AnnotatedArticle, offset: int) -> int:
    passage = annotated.article.passage_at(offset)
    assert passage is not None
    return passage.number
