"""The catalogue's articles to the engine, such that the two cannot disagree for long."""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from index.catalogue import Catalogue, NamesRecord, Record
from index.refreshing.enriching import names_record
from index.refreshing.preparing import record
from index.refreshing.tallying import tally

if TYPE_CHECKING:
    from index.engine import Names, Writer


class Feed:
    """Gives the engine what the catalogue has and it has not; the catalogue knows what that is, however a run ended."""

    def __init__(self, catalogue: Catalogue, writer: "Writer") -> None:
        self._catalogue = catalogue
        self._writer = writer
        self._given: set[int] = set()
        """Articles given since the last commit."""

    @property
    def waits(self) -> bool:
        """Whether something was given that is not committed."""
        return bool(self._given)

    def give(self, revision: int, stored: Record, found: NamesRecord | None = None) -> None:
        """Give the engine an article that it does not have, with its names where they are known."""
        from index.engine import Names, Row

        names = _names(found) if found else {}
        none = Names()
        title, outlet, authors = stored.title or "", stored.outlet or "", " ".join(stored.authors)
        for passage in stored.passages:
            here = names.get(passage.number, none)
            self._writer.add(
                Row(
                    article=revision,
                    passage=passage.number,
                    text=passage.text,
                    title=title,
                    outlet=outlet,
                    authors=authors,
                    names=here.names,
                    said=here.said,
                    day=stored.day,
                )
            )
        self._given.add(revision)

    def name(self, revision: int, found: NamesRecord) -> None:
        """Give the engine the names of an article whose text it has."""
        self._writer.name(revision, _names(found))
        self._given.add(revision)

    def commit(self, *, hurried: bool = False) -> None:
        """Make all that the catalogue has searchable; `hurried` as the engine's writer takes it."""
        pending, named = self._catalogue.pending(), self._catalogue.named()
        leaving = self._catalogue.leaving()
        for revision in leaving:
            self._writer.delete(revision)
        # What was not given in this run a killed one has left, or it left itself and came back.
        for revision in pending:
            if revision not in self._given:
                self._give_again(revision)
        for revision in named:
            if revision not in self._given:
                self._name_again(revision)
        self._given.clear()
        if pending or named or leaving:
            self._catalogue.reach_disk()
            self._writer.commit(hurried=hurried)
            with self._catalogue.transaction():
                tally(self._catalogue, [*pending, *named], leaving)
                self._catalogue.settle([*pending, *named], leaving)

    def _give_again(self, revision: int) -> None:
        self._writer.delete(revision)
        loaded = self._catalogue.load(revision)
        if loaded is not None:
            self.give(revision, record(loaded.article), names_record(loaded.article, loaded.annotations))

    def _name_again(self, revision: int) -> None:
        loaded = self._catalogue.load(revision)
        if loaded is not None:
            self.name(revision, names_record(loaded.article, loaded.annotations))


def _names(found: NamesRecord) -> "Mapping[int, Names]":
    from index.engine import Names

    return {
        passage.number: Names(tuple(dict.fromkeys(local for local, _, _ in passage.mentions)), passage.said)
        for passage in found.passages
    }
