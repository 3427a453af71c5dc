"""An article as it was read to the article as it shows: without common lines, and as the reader wants it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Literal, NamedTuple

from index.lines.common import reason
from index.lines.houses import house_of, publisher
from index.lines.outline import furniture_like, line_id, normal
from index.reading.passages import split_long
from models.article import Article, Dropped, Passage
from models.key import ArticleKey
from models.ruling import Ruling, Scope


class Rulings:
    """What the reader says of lines. For an article it counts more than for its house."""

    def __init__(self, rulings: Iterable[Ruling] = ()) -> None:
        self._of: dict[tuple[Scope, str, int], dict[str, bool]] = {}
        for one in rulings:
            self._of.setdefault((one.scope, one.where, one.part), {})[one.line] = one.keep

    def concerning(self, house: str, keys: Iterable[ArticleKey]) -> tuple[dict[str, bool], dict[str, bool]]:
        """What is said for an article, by words, and for its house, by normal line."""
        here: dict[str, bool] = {}
        for key in keys:
            here |= self._of.get(("article", *key), {})
        return here, self._of.get(("house", house, 0), {})


def words_of(text: str) -> str:
    """A line as a ruling for one article names it."""
    return " ".join(text.split())


class _Piece(NamedTuple):
    text: str
    kind: Literal["paragraph", "heading"] = "paragraph"
    reason: str | None = None


def settled(
    article: Article, common: Collection[int], rulings: Rulings, keys: Sequence[ArticleKey] = ()
) -> Article:
    """An article without the common lines of its house, and as the reader wants it.

    Args:
        article: As it was read.
        common: The lines that are furniture.
        rulings: What the reader says.
        keys: Every place where the article was saved; its own alone where nothing is given.

    Returns:
        The article itself where there is nothing to change. It always keeps a paragraph: where none would be left,
        common lines stay, and where the reader would leave none, so do those that he or she takes out.
    """
    here, in_house = rulings.concerning(house_of(article), keys or (article.key,))
    if not common and not here and not in_house:
        return article
    for lines in (common, ()):
        pieces = list(_judged(article, lines, here, in_house))
        if any(piece.reason is None and piece.kind == "paragraph" for piece in pieces):
            return _assembled(article, pieces)
    return article


def _judged(
    article: Article, common: Collection[int], here: dict[str, bool], in_house: dict[str, bool]
) -> Iterator[_Piece]:
    """All lines of an article in their order, each with the reason why it is left out, if it is."""
    house, name, like = house_of(article), publisher(article), furniture_like(article)

    def ruled(text: str) -> tuple[bool | None, str]:
        words = words_of(text)
        if words in here:
            return here[words], "you took it out"
        return in_house.get(normal(text)), f"you took it out of all articles of {name}"

    before = 0
    for passage in (*article.passages, None):
        number = passage.number if passage else len(article.passages) + 1
        while before < len(article.dropped) and article.dropped[before].before <= number:
            line = article.dropped[before]
            keep, _ = ruled(line.text)
            if keep:
                yield from (_Piece(part) for part in split_long(line.text))
            else:
                yield _Piece(line.text, reason=line.reason)
            before += 1
        if passage is None:
            return
        keep, why = ruled(passage.text)
        if keep is False:
            yield _Piece(passage.text, passage.kind, why)
        elif keep is None and common and like(passage.text) and line_id(house, passage.text) in common:
            yield _Piece(passage.text, passage.kind, reason(name))
        else:
            yield _Piece(passage.text, passage.kind)


def _assembled(article: Article, pieces: Sequence[_Piece]) -> Article:
    passages: list[Passage] = []
    dropped: list[Dropped] = []
    position = 0
    for piece in pieces:
        number = len(passages) + 1
        if piece.reason is not None:
            dropped.append(Dropped(text=piece.text, reason=piece.reason, before=number))
            continue
        end = position + len(piece.text)
        passages.append(Passage(number=number, start=position, end=end, text=piece.text, kind=piece.kind))
        position = end + 2
    if tuple(passages) == article.passages and tuple(dropped) == article.dropped:
        return article
    # A copy would keep the text that was made of the passages before.
    fields = {name: getattr(article, name) for name in Article.model_fields}
    return Article(**{**fields, "passages": tuple(passages), "dropped": tuple(dropped)})
