"""One run over a folder: find what changed, read it and find its names in other processes, commit in steps."""

import sqlite3
import threading
import time
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from itertools import chain, count
from pathlib import Path

from index.annotating.names.choosing import chosen_recogniser, recogniser_identity
from index.bookmarks import folder_name, reader_file, rulings
from index.catalogue import UNSETTLED, Catalogue, FileOrder, FileRecord
from index.configuring import day_first
from index.deciding import heed
from index.refreshing.enriching import Enriched, enrich
from index.refreshing.enriching import lost as lost_articles
from index.refreshing.feeding import Feed
from index.refreshing.following import follow, successors
from index.refreshing.grouping import regroup
from index.refreshing.learning import is_due, learn_apart, place_new
from index.refreshing.looking import look_at, look_everywhere
from index.refreshing.naming import resolve_names
from index.refreshing.pacing import Pace, Report, Teller
from index.refreshing.preparing import FoundFile, Prepared, is_light, prepare, ready
from index.refreshing.preparing import lost as lost_file
from index.refreshing.processes import Workers
from index.refreshing.settling import settle
from models.errors import IndexDamaged, MorgueError
from models.ruling import Ruling
from models.status import Stage, Summary

CATALOGUE, FORMER = "catalogue.sqlite", "former.sqlite"
"""The catalogue in a collection's home, and the one that a rebuilding set aside."""
COMPANIONS = ("-wal", "-shm", "")
"""Of a database; the file itself last, as long as which is there, there is something to take over."""
_FEW = 64
"""So few files or articles are worked on in this process: starting others takes longer."""
_OPENING = 4_096
"""Bytes that a file counts for beside its size, as opening and storing it takes time too."""
_FEW_NAMES = 4_000
"""Names compared in a third of a second, which a change can always wait for."""
_LITTLE = 500_000
"""Characters of articles that are annotated in this process."""
_FILES = 96
"""Files a process reads at a time: few enough to stop quickly, many enough to be worth a transaction."""
_TOGETHER = 128
"""Articles annotated together: enough to lend each other evidence, few enough to stop quickly."""


class Run:
    """One run over a folder: first the texts, so that they can soon be searched, then the names in them."""

    def __init__(self, folder: Path, home: Path, report: Report, stop: threading.Event) -> None:
        from index.engine import Writer

        self.folder = folder
        self.home = home
        self.stop = stop
        self.began = time.monotonic()
        self.teller = Teller(report)
        self.catalogue_path = home / CATALOGUE
        self.catalogue = Catalogue(self.catalogue_path, writable=True)
        if (home / FORMER).exists():
            self.catalogue.inherit_arrivals(home / FORMER)
            for companion in COMPANIONS:
                (home / f"{FORMER}{companion}").unlink(missing_ok=True)
        self.writer = Writer(home / "index")
        self.workers = Workers(stop)
        self.feed = Feed(self.catalogue, self.writer)
        self.pace = Pace()
        self._empty = False
        """Whether nothing could be searched when the run began, so that whoever waits is glad of a part."""
        self.text_complete = False
        self.added = 0
        self.removed = 0
        self.named = 0

    def run(self, only: Collection[Path] | None, *, compare: bool) -> Summary:
        """Do it all, once; `only` and `compare` are those of `index.refreshing.current.refresh`."""
        with self.catalogue, self.writer, self.workers:
            self.catalogue.set_about("folder", str(self.folder.resolve()))
            self._keep_to_recogniser()
            searchable, _ = self.catalogue.progress()
            self._empty = not searchable
            self.teller.begin("looking")
            if self._settle(give=False):
                # What the reader said of a line shows before the folder is even looked at.
                self._commit()
            self._heed()
            look = look_at(self.folder, only, self.catalogue) if only is not None else None
            if look is None:
                look = look_everywhere(self.folder, self.catalogue, self._counting())
            moves = look.moves()
            self._move(moves)
            came = {file.name for file in moves.values()}
            unread = [f for f in look.unread if f.name not in came]
            self._note(look.troubles)
            self._read(unread)
            # After reading: what was moved and cannot be told to have been by its file is by its text.
            lost = look.gone - moves.keys()
            if not self.stop.is_set():
                self._drop(lost)
            if moves or lost or unread:
                self.catalogue.set_about("changed", datetime.now(UTC).isoformat())
            follow(self.folder, self.catalogue, successors(look.known, lost, unread))
            self._decide_days(look.found)
            self._settle(give=len(unread) > _FEW)
            self._group()
            self._annotate()
            self._place()
            if compare or self.catalogue.unresolved_count() <= _FEW_NAMES:
                self._name()
            if compare:
                self._learn()
            stopped = self.stop.is_set()
            if not stopped:
                self.catalogue.set_about("indexed", datetime.now(UTC).isoformat(timespec="seconds"))
            problems = len(self.catalogue.problems())
        self.teller.end("stopped" if stopped else "done")
        return Summary(
            added=self.added,
            changed=sum(f.name in look.known for f in unread),
            removed=self.removed,
            moved=len(moves),
            named=self.named,
            unchanged=len(look.found) - len(look.unread),
            problems=problems,
            seconds=round(time.monotonic() - self.began, 2),
            stopped=stopped,
        )

    def _keep_to_recogniser(self) -> None:
        """See that one recogniser finds the names of all articles: their kinds and ends have to agree.

        Raises:
            IndexDamaged: Another one found those that are here.
            RecogniserUnavailable: The one that is chosen is not there.
        """
        chosen = recogniser_identity()
        if (self.catalogue.names_found_by or chosen) != chosen:
            raise IndexDamaged("Its names were found by another recogniser.")
        self.catalogue.set_about("recogniser", chosen)

    def _counting(self) -> Callable[[], None]:
        """What is told of each new file that is found: after a few, other processes start while this one looks."""
        numbers = count(1)

        def one_more() -> None:
            if next(numbers) == _FEW + 1:
                self.workers.start(ready)

        return one_more

    def _move(self, moves: Mapping[str, FoundFile]) -> None:
        with self.catalogue.transaction():
            self.removed += self.catalogue.move_files(
                {old: (file.name, file.state) for old, file in moves.items()}
            )

    def _drop(self, gone: set[str]) -> None:
        with self.catalogue.transaction():
            for path in gone:
                self.removed += self.catalogue.drop_file(path)

    def _note(self, troubles: dict[str, str]) -> None:
        with self.catalogue.transaction():
            unreadable = [FileRecord(name, UNSETTLED, (), why) for name, why in troubles.items()]
            _, left = self.catalogue.put_files(unreadable)
            self.removed += left

    def _read(self, files: Sequence[FoundFile], *, again: bool = False) -> None:
        """Read files into the catalogue; what many say is given to the engine as text at once.

        Args:
            files: What to read.
            again: Whether it is their dates only that are to be read otherwise, so that nothing comes or leaves.
        """
        if files:
            self._begin("reading", len(files), sum(map(_effort, files)))
        many = len(files) > _FEW
        for chunk in self._prepared(files, many=many):
            with self.catalogue.transaction():
                self._store(chunk, give=many, again=again)
            self.teller.did(len(chunk), sum(_effort(p.file) for p in chunk))
            if self.pace.due if many else self._empty:
                self._commit(hurried=True)
            if self.stop.is_set():
                break
        self.text_complete = not self.stop.is_set()

    def _decide_days(self, found: Sequence[FoundFile]) -> None:
        """Read files anew whose dates mean two days, in the reader's order or the one that the other dates have.

        Where neither is known any more, as when the reader takes the order back, these dates are left open again.
        """
        orders = {} if self.stop.is_set() else self.catalogue.undecided(day_first())
        self._read(
            [replace(file, day_first=orders[file.name]) for file in found if file.name in orders], again=True
        )

    def _prepared(self, files: Sequence[FoundFile], *, many: bool) -> Iterator[Sequence[Prepared]]:
        """Files read: in other processes where they are many, or could do to this one what they do to those."""
        here = [] if many else [file for file in files if is_light(file)]
        if here:
            yield [prepare(file) for file in here]
        there = files if many else [file for file in files if file not in here]
        if there:
            yield from self.workers.each(prepare, _growing(there, _FILES), lost_file)

    def _settle(self, *, give: bool) -> bool:
        """Have articles show the lines that are theirs; True if any of them changed."""
        changed = False
        for chunk in settle(self.catalogue, self._rulings()):
            for revision, stored in chunk if give else ():
                self.feed.give(revision, stored)
            changed = changed or bool(chunk)
            if give and self.pace.due:
                self._commit()
            if self.stop.is_set():
                break
        return changed

    def _group(self) -> None:
        """Find out which articles are near-identical, before those that have come or changed are searchable."""
        if not self.stop.is_set():
            regroup(self.catalogue)

    def _rulings(self) -> tuple[Ruling, ...]:
        """What the reader says of lines; what he or she last said where that cannot be read now."""
        try:
            return rulings.in_file(reader_file(), folder_name(self.folder))
        except (sqlite3.Error, MorgueError):
            return self.catalogue.rulings()

    def _heed(self) -> None:
        """Have what the reader decided about names hold; what was decided before does where that cannot be read now."""
        with suppress(MorgueError):
            heed(self.folder, self.catalogue)

    def _begin(self, stage: Stage, total: int, effort: int = 0) -> None:
        self.teller.begin(stage, total, effort)
        self.pace = Pace()

    def _store(self, chunk: Sequence[Prepared], *, give: bool, again: bool) -> None:
        # A file that changed while it was being read is read again next time.
        came, left = self.catalogue.put_files(
            [
                FileRecord(p.file.name, UNSETTLED if p.passing else p.file.state, p.records, p.problem)
                for p in chunk
            ]
        )
        if give:
            for revision, stored in came.items():
                self.feed.give(revision, stored)
        self.catalogue.put_day_orders(
            FileOrder(p.file.name, p.outlet, p.stated_order, p.undecided, p.file.day_first) for p in chunk
        )
        if not again:
            self.added += len(came)
            self.removed += left

    def _annotate(self) -> None:
        """Find the names in articles that have none yet; those of a few new ones come with their text."""
        revisions = self.catalogue.unannotated()
        if revisions:
            # What keeps it from loading shows here, not article by article.
            chosen_recogniser()
        # A few short ones show whole; nobody is to wait for the names of a book, or to stand before an empty folder.
        many = len(revisions) > _FEW
        long = many or self._empty or self.catalogue.text_size(revisions) >= _LITTLE
        if long or self.feed.waits or self.stop.is_set():
            self._commit(hurried=True)
        if self.stop.is_set():
            return
        if long and revisions:
            self._begin("annotating", len(revisions))
        groups = [revisions[i : i + _TOGETHER] for i in range(0, len(revisions), _TOGETHER)]
        self._annotate_groups(groups, many=many)
        # One of them has taken its whole group down.
        self._annotate_groups([[r] for r in self.catalogue.unannotated()], many=many)
        self._commit()

    def _annotate_groups(self, groups: Sequence[Sequence[int]], *, many: bool) -> None:
        for found in self._enriched(groups, many=many):
            with self.catalogue.transaction():
                for one in found:
                    if self.catalogue.put_names(one.revision, one.record, one.problem):
                        self.feed.name(one.revision, one.record)
            self.named += len(found)
            if many:
                self.teller.did(len(found))
                if self.pace.due:
                    self._commit()

    def _enriched(self, groups: Sequence[Sequence[int]], *, many: bool) -> Iterator[Sequence[Enriched]]:
        work = partial(enrich, self.catalogue_path)
        if not many and self.catalogue.text_size(chain.from_iterable(groups)) < _LITTLE:
            yield from map(work, groups)
        else:
            for (found,) in self.workers.each(work, [[group] for group in groups], lost_articles):
                yield found

    def _commit(self, *, hurried: bool = False) -> None:
        began = time.monotonic()
        self.feed.commit(hurried=hurried)
        searchable, named = self.catalogue.progress()
        self.teller.committed(searchable, named, text_complete=self.text_complete)
        self.pace.committed(time.monotonic() - began)

    def _place(self) -> None:
        """Give articles that have come their places among what was learnt of the collection before."""
        if not self.stop.is_set():
            place_new(self.home, self.catalogue, self.stop)

    def _learn(self) -> None:
        if not self.stop.is_set() and is_due(self.home, self.catalogue):
            self.teller.begin("learning")
            learn_apart(self.home, self.catalogue, self.stop)

    def _name(self) -> None:
        if not self.stop.is_set() and self.catalogue.compared is None:
            self.teller.begin("names")
            resolve_names(self.catalogue, self.stop)


def _effort(file: FoundFile) -> int:
    """How much work a file is, beside others: by its bytes, as a book takes what a hundred articles do."""
    return _OPENING + file.state.size


def _growing(files: Sequence[FoundFile], most: int) -> list[Sequence[FoundFile]]:
    """Chunks of files, small ones first, so that something can be searched soon."""
    chunks, start, size = [], 0, 8
    while start < len(files):
        chunks.append(files[start : start + size])
        start += size
        size = min(most, size * 2)
    return chunks
