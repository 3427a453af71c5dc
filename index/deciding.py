"""The reader's decisions about names: how they are put, and how they come to hold in an index."""

import sqlite3
from pathlib import Path

from index.annotating.aliases.normal import plain
from index.bookmarks import decisions, folder_name, reader_file
from index.catalogue import Catalogue
from models.decision import NameDecision
from models.entity import Alias, Entity
from models.errors import CollectionUnavailable, MorgueError
from models.kind import Kind


def merged(entity: Entity, other: Entity) -> NameDecision:
    """Two entities are one."""
    return NameDecision(says="same", names=entity.names, others=other.names)


def parted(entity: Entity, other: Entity) -> NameDecision:
    """Two entities are not one: what suggests that they are is rejected."""
    return NameDecision(says="apart", names=entity.names, others=other.names)


def split(entity: Entity, alias: Alias) -> NameDecision:
    """One of an entity's aliases is a name of something else, also where articles take it for a fuller name's.

    Raises:
        MorgueError: The entity has no other name.
    """
    name = plain(alias.text)
    own = alias.local or f"{alias.kind}:{name}"
    others = tuple(local for local in entity.names if local != own)
    if not others:
        raise MorgueError(f"“{alias.shown}” is the only name here.", "Nothing else would be left.")
    return NameDecision(says="apart", names=(own,), others=others, text=None if alias.local else name)


def renamed(entity: Entity, name: str) -> NameDecision:
    """An entity is shown by another name.

    Raises:
        MorgueError: The name is empty.
    """
    words = " ".join(name.split())
    if not words:
        raise MorgueError("A name needs a letter at least.")
    return NameDecision(says="named", names=entity.names, text=words)


def retyped(entity: Entity, kind: Kind) -> NameDecision:
    """An entity is of another kind."""
    return NameDecision(says="kind", names=entity.names, kind=kind)


def never(form: str) -> NameDecision:
    """What is written so is no name, wherever it stands."""
    return NameDecision(says="never", text=plain(form))


def decided(folder: Path) -> tuple[NameDecision, ...]:
    """What the reader decided about a folder's names, as it is on disk now.

    Raises:
        MorgueError, sqlite3.Error: It cannot be read.
    """
    return decisions.in_file(reader_file(), folder_name(folder))


def heed(folder: Path, catalogue: Catalogue) -> bool:
    """Have in a folder's catalogue what the reader decided; False where it holds already.

    Raises:
        CollectionUnavailable: The catalogue or the decisions cannot be read or written now.
    """
    from index.refreshing.naming import heed as resolve_again

    try:
        return resolve_again(catalogue, lambda: decided(folder))
    except sqlite3.Error as error:
        raise CollectionUnavailable(
            f"What you decided is kept, but the index could not be changed: {error}.",
            "It will be when this folder is indexed again.",
        ) from error
