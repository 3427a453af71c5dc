"""An article as the reader sees it, and which of its lines are its own."""

from collections.abc import Sequence

from index.collection.beside import Beside
from index.collection.opened import Opened
from index.lines import Rulings, carried, house_of, normal, settled, told, words_of
from models.annotation import AnnotatedArticle
from models.comparison import Comparison
from models.errors import MorgueError
from models.key import ArticleKey
from models.ruling import Ruling, Scope


class Shown(Beside, Opened):
    """Shows articles with what is known of them, and two side by side."""

    def article(self, key: ArticleKey) -> AnnotatedArticle:
        """An article with its annotations; `entity` of a mention or quotation is an entity of this collection.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        revision = self.revision(key)
        article = self.load(revision) if revision is not None else None
        if article is None:
            raise MorgueError(
                f"{key.path} is no longer in the collection.", "It was moved, changed or removed."
            )
        counted = told(article.article, self._catalogue.articles_with)
        copies = tuple(
            version for version in self.versions(key) if (version.path, version.part) != counted.key
        )
        return article.model_copy(update={"article": counted, "copies": copies})

    def article_as_ruled(self, key: ArticleKey, rulings: Sequence[Ruling]) -> AnnotatedArticle:
        """The same as the reader wants it, which its index may not know yet; it finds names in what is new later.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        shown = self.article(key)
        revision = self.revision(key)
        if revision is None or not (rulings or self._catalogue.rulings()):
            return shown
        read, _ = self._catalogue.as_read(revision)
        common = self._catalogue.common().keys()
        wanted = settled(read, common, Rulings(rulings), self._catalogue.keys(revision))
        if wanted.passages == shown.article.passages:
            return shown
        return carried(shown, told(wanted, self._catalogue.articles_with))

    def rulings_on(self, key: ArticleKey, text: str, *, keep: bool, scope: Scope) -> tuple[Ruling, ...]:
        """What it takes to have a line in an article, or in all of its house, or to have it out.

        Raises:
            MorgueError: The article is no longer in the collection.
        """
        article = self.article(key).article
        if scope == "house":
            return (Ruling(scope, house_of(article), 0, normal(text), keep),)
        revision = self.revision(key)
        places = self._catalogue.keys(revision) if revision is not None else ()
        return tuple(Ruling(scope, path, part, words_of(text), keep) for path, part in places)

    def place_of(self, key: ArticleKey) -> ArticleKey:
        """The first of the places where an article stands now; the key itself where it is gone.

        An article whose file was moved or renamed goes by its old key too.
        """
        revision = self.revision(key)
        heading = self._catalogue.heading(revision) if revision is not None else None
        return heading.key if heading else key

    def compare(self, first: ArticleKey, second: ArticleKey) -> Comparison:
        """What the second of any two articles changed of the first, word by word.

        Raises:
            MorgueError: One of them is no longer in the collection, or they are too long.
        """
        from index.comparing import compare

        return compare(self.article(first), self.article(second))

    # What `index.library.Library` asks for
