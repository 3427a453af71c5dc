from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path

import pytest

from index.bookmarks import rows, schema
from models.annotation import AnnotatedArticle
from models.article import Article, Passage

PARAGRAPHS = (
    "The ferry company said on Tuesday that 40 of its 52 boats would stay in harbour until the spring.",
    "“We will hold the line,” said Orla Penhale, who runs the port of Tarrow. “Nobody sails for nothing.”",
    "Penhale said it again in the evening. “We will hold the line,” she told the harbour board, and left.",
)


def article_of(*paragraphs: str, path: str = "ferries.txt") -> AnnotatedArticle:
    passages, start = [], 0
    for number, text in enumerate(paragraphs, 1):
        passages.append(Passage(number=number, start=start, end=start + len(text), text=text))
        start += len(text) + 2
    return AnnotatedArticle(
        article=Article(
            path=path,
            title="Ferries stay in harbour",
            outlet="The Tarrow Gazette",
            authors=("Ines Dovale",),
            published="2022-02-01",
            passages=tuple(passages),
        )
    )


@pytest.fixture
def ferries() -> AnnotatedArticle:
    return article_of(*PARAGRAPHS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    clippings = tmp_path / "clippings"
    clippings.mkdir()
    return clippings


@pytest.fixture
def older(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], AbstractContextManager[None]]:
    """Has files be made as a Morgue of an older version of the schema made them, while it lasts."""

    @contextmanager
    def as_of(version: int) -> Iterator[None]:
        with monkeypatch.context() as patch:
            patch.setattr(schema, "_MIGRATIONS", schema._MIGRATIONS[:version])
            if version < 6:
                old = ", ".join(f'"{column}"' for column in rows._COLUMNS if column not in {"kind", "cue"})
                patch.setattr(rows, "SELECT", f"SELECT {old}, NULL, NULL FROM bookmarks")
                values = ", ".join("?" * (len(rows._COLUMNS) - 2))
                insert = f"INSERT INTO bookmarks ({old}) SELECT {values} WHERE ? IS NULL AND ? IS NULL"
                patch.setattr(rows, "_INSERT", insert)
            yield

    return as_of
