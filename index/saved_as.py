"""As what kinds of file a collection's articles were saved."""

from pathlib import PurePosixPath
from typing import TYPE_CHECKING, get_args

from models.mark import FileKind

if TYPE_CHECKING:
    from index.catalogue import Catalogue

KINDS: tuple[FileKind, ...] = get_args(FileKind)
_SUFFIXES: dict[FileKind, str] = {
    "page": "html htm xhtml mht mhtml",
    "pdf": "pdf",
    "mail": "eml mbox mbx",
    "document": "docx odt rtf",
    "book": "epub",
    "data": "json jsonl ndjson csv tsv",
    "archive": "zip wacz warc",
}
_BY_SUFFIX = {suffix: kind for kind, suffixes in _SUFFIXES.items() for suffix in suffixes.split()}


def kind_of(path: str) -> FileKind:
    """The kind of a file by the end of its name; text where that tells nothing."""
    *_, before, last = ["", "", *PurePosixPath(path.lower()).suffixes]
    return _BY_SUFFIX.get((before if last == ".gz" else last).removeprefix("."), "text")


class SavedAs:
    """The articles of a collection by the kinds of the files that hold them; looked up once."""

    def __init__(self) -> None:
        self._known: dict[FileKind, frozenset[int]] = {}

    def revisions(self, kind: FileKind, catalogue: "Catalogue") -> frozenset[int]:
        """The articles saved as this kind of file; one that was saved twice may be of two kinds."""
        if not self._known:
            found: dict[FileKind, set[int]] = {known: set() for known in KINDS}
            for path, revision in catalogue.where_saved():
                found[kind_of(path)].add(revision)
            self._known = {known: frozenset(revisions) for known, revisions in found.items()}
        return self._known[kind]

    def forget(self) -> None:
        """Look up again: the collection has changed."""
        self._known.clear()
