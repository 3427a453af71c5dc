"""What the screens ask about names, and tell of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from models.errors import MorgueError
from tui.stores import Stores
from tui.text.trail import Trail
from tui.work import Urgency

if TYPE_CHECKING:
    from index.collection import Collection
    from models.decision import NameDecision
    from models.entity import Alias, Entity, EntityCard, MentionPlace
    from models.kind import Kind

MENTIONS = 100_000
"""Mentions of one name that can be stepped along; a fifth of a second where there are a tenth of them."""

LISTED = 500
"""Mentions that a card lists; m goes on to the others."""


@dataclass(frozen=True)
class Portrait:
    """What is known of a name now."""

    card: EntityCard | None
    """None where it has not been compared with others yet, or is no name any more."""
    places: tuple[MentionPlace, ...]
    """The first of its mentions."""
    to_come: bool = False
    """Whether names are still being found or compared, so that more may be known soon."""


class NamesArchive(Stores):
    """Names, their mentions, and the reader's decisions about them."""

    decided = 0
    """Counts what the reader decided about names in this session, undone or not."""
    _trail: tuple[tuple[str, int], str | None, Trail] | None = None
    """The mentions that were asked for last: a key that is held down steps along them."""

    async def trail(self, entity: str) -> tuple[str | None, Trail]:
        """What a name is called, None where it is not known, and all its mentions; those of one are remembered."""
        known = (entity, self.generation)
        if self._trail is None or self._trail[0] != known:
            found, places = await self._with_collection(
                lambda c: (c.entity(entity), c.mentions(entity, limit=MENTIONS))
            )
            self._trail = known, found.name if found else None, Trail(places)
        return self._trail[1:]

    async def portrait(self, entity: str, names: Sequence[str] = ()) -> Portrait:
        """What is known of an entity, or where it has gone of that which some of its names stand for."""

        def asked(collection: Collection) -> Portrait:
            card = collection.card(entity)
            if card is None and (found := collection.entity_named(names)):
                card = collection.card(found.id)
            places = collection.mentions(card.entity.id if card else entity, limit=LISTED)
            status = collection.status()
            return Portrait(card, places, status.named < status.articles or (card is None and bool(places)))

        return await self._with_collection(asked)

    async def names_like(self, words: str) -> tuple[Entity, ...]:
        """The names that some words mean, the last of which may be unfinished."""
        return await self._with_collection(lambda c: c.names_like(words), Urgency.SEARCH)

    # Deciding

    async def merge(self, one: Entity, other: str) -> str:
        """Two names are one; gives what was decided in words, as all of these do.

        Raises:
            MorgueError: It cannot be, or cannot be kept; the message says why. So do the others.
        """
        return await self._about_two(one, other, same=True)

    async def part(self, one: Entity, other: str) -> str:
        """Two names are not one."""
        return await self._about_two(one, other, same=False)

    async def _about_two(self, one: Entity, other: str, *, same: bool) -> str:
        found = await self._with_collection(lambda c: c.entity(other))
        if found is None:
            raise MorgueError("That name is no longer in the collection.")

        def decision() -> NameDecision:
            from index.deciding import merged, parted

            return merged(one, found) if same else parted(one, found)

        return await self._decide(decision)

    async def split(self, entity: Entity, alias: Alias) -> str:
        """One of a name's forms is a name of something else."""

        def decision() -> NameDecision:
            from index.deciding import split

            return split(entity, alias)

        return await self._decide(decision)

    async def rename(self, entity: Entity, name: str) -> str:
        """A name is shown otherwise."""

        def decision() -> NameDecision:
            from index.deciding import renamed

            return renamed(entity, name)

        return await self._decide(decision)

    async def retype(self, entity: Entity, kind: Kind) -> str:
        """What a name names is of another kind."""

        def decision() -> NameDecision:
            from index.deciding import retyped

            return retyped(entity, kind)

        return await self._decide(decision)

    async def unname(self, form: str) -> str:
        """What is written so is no name."""

        def decision() -> NameDecision:
            from index.deciding import never

            return never(form)

        return await self._decide(decision)

    async def said_of_names(self) -> tuple[NameDecision, ...]:
        """What was decided, the latest last."""
        return await self._with_bookmarks(lambda b: b.decisions(self.folder))

    async def take_back(self, decision: NameDecision) -> None:
        """What was decided does not hold any more."""
        await self._with_bookmarks(lambda b: b.take_back(self.folder, [decision]))
        await self.heed()

    async def _decide(self, decision: Callable[[], NameDecision]) -> str:
        made = await self._work.ask(decision)
        await self._with_bookmarks(lambda b: b.decide(self.folder, [made]))
        await self.heed()
        return made.words

    async def heed(self) -> None:
        """Have what was decided, or taken back, hold at once."""
        self.decided += 1
        try:
            await self._with_collection(lambda c: c.heed())
        finally:
            self.generation += 1
