"""Annotations made elsewhere, or exported from here, to bookmarks."""

from index.importing.annotations import read_annotations
from index.importing.placing import Imported, place_annotations

__all__ = ["Imported", "place_annotations", "read_annotations"]
