"""Bookmarks, rulings and decisions in memory, in the place of the reader's file."""

import builtins
from collections.abc import Sequence
from pathlib import Path

from models.annotation import AnnotatedArticle
from models.bookmark import Anchor, Bookmark, Citation
from models.decision import NameDecision
from models.ruling import Ruling


class FakeBookmarks:
    """Bookmarks in a list, with the one undo that tests need."""

    def __init__(self) -> None:
        self.kept: list[Bookmark] = []
        self.ruled: tuple[Ruling, ...] = ()
        self.decided: tuple[NameDecision, ...] = ()
        self._before: list[tuple[str, list[Bookmark], tuple[Ruling, ...], tuple[NameDecision, ...]]] = []

    def add(
        self,
        folder: Path,
        article: AnnotatedArticle,
        start: int,
        end: int,
        *,
        speaker: str | None = None,
        note: str = "",
        tags: Sequence[str] = (),
    ) -> Bookmark:
        self._remember("Took the bookmark out again")
        source = article.article
        anchor = Anchor(
            exact=source.text[start:end], prefix="", suffix="", start=start, end=end,
            passage=passage_at(article, start),
        )  # fmt: skip
        bookmark = Bookmark(
            id=len(self.kept) + 1, folder=str(folder), path=source.path, part=0, anchor=anchor, speaker=speaker,
            note=note, tags=tuple(tags), created="2031-04-01T10:00:00Z", changed="2031-04-01T10:00:00Z",
            citation=Citation(title=source.title, outlet=source.outlet, published=source.published),
        )  # fmt: skip
        self.kept.append(bookmark)
        return bookmark

    def list(self, folder: Path | None = None) -> list[Bookmark]:
        return list(self.kept)

    def annotate(self, id: int, *, note: str | None = None, tags: Sequence[str] | None = None) -> Bookmark:  # noqa: A002
        self._remember("Put back note and tags")
        number = next(n for n, bookmark in enumerate(self.kept) if bookmark.id == id)
        changes = {"note": note, "tags": None if tags is None else tuple(tags)}
        update = {name: value for name, value in changes.items() if value is not None}
        self.kept[number] = self.kept[number].model_copy(update=update)
        return self.kept[number]

    def delete(self, id: int) -> None:  # noqa: A002
        self._remember("Put back the bookmark")
        self.kept = [bookmark for bookmark in self.kept if bookmark.id != id]

    def undo(self) -> str | None:
        if not self._before:
            return None
        words, self.kept, self.ruled, self.decided = self._before.pop()
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

    def tags(self) -> builtins.list[str]:
        return ["shipping", "strike"]

    def place(self, bookmark: Bookmark, article: AnnotatedArticle) -> Anchor | None:
        start = article.article.text.find(bookmark.anchor.exact)
        return None if start < 0 else bookmark.anchor

    def close(self) -> None:
        pass

    def _remember(self, words: str) -> None:
        self._before.append((words, list(self.kept), self.ruled, self.decided))


def passage_at(annotated: AnnotatedArticle, offset: int) -> int:
    passage = annotated.article.passage_at(offset)
    assert passage is not None
    return passage.number
