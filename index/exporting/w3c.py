"""W3C Web Annotations as JSON-LD (https://www.w3.org/TR/annotation-model/), for Hypothesis and its kin."""

import json
import re
import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from index.attribution import attribution_kept
from index.exporting.source import missed, sections
from index.linking import link_to
from models.bookmark import Bookmark, Entry

CONTEXT = ("http://www.w3.org/ns/anno.jsonld", {"morgue": "urn:morgue:"})
"""The standard's own terms, and ours, which other programs pass over."""

KEPT, LINK, HEADING = "morgue:kept", "morgue:link", "morgue:heading"
"""What the standard has no place for: where the quote was kept from, with the citation as it was then; the link back;
and the heading under which it stands."""

SPEAKER = "Speaker: "
"""How the body begins that says who speaks."""

REPORTED = "In the outlet's words: "
"""The same of reported speech, which is nobody's own words."""

_NAMESPACE = uuid.UUID("5d2f6f0e-7a58-4d0e-9b0c-3c8f2a1e6b47")


def write(entries: Sequence[Entry]) -> str:
    """One AnnotationCollection; texts and offsets are exactly the article's, control characters escaped by JSON.

    The position counts code points of the article's cleaned text, the quote and its surroundings find it on the page.
    """
    items = [
        _annotation(bookmark, section.heading)
        for section in sections(entries)
        for bookmark in section.bookmarks
    ]
    collection = {
        "@context": CONTEXT,
        "type": "AnnotationCollection",
        "label": "Bookmarks kept with Morgue",
        "total": len(items),
        "first": {
            "type": "AnnotationPage",
            "startIndex": 0,
            "items": items,
        },
    }
    text = json.dumps(collection, ensure_ascii=False, indent=2)
    # JSON escapes the older control characters alone; a terminal obeys these too.
    return re.sub("[\x7f-\x9f]", lambda match: f"\\u{ord(match.group()):04x}", text) + "\n"


def _annotation(bookmark: Bookmark, heading: str | None) -> dict[str, Any]:
    anchor = bookmark.anchor
    kept = {
        "folder": bookmark.folder,
        "path": bookmark.path,
        "part": bookmark.part,
        "passage": anchor.passage,
        "kind": bookmark.kind,
        "speaker": bookmark.speaker,
        "cue": bookmark.cue,
        "citation": bookmark.citation.model_dump(mode="json"),
    }
    annotation = {
        "id": _id(bookmark),
        "type": "Annotation",
        "motivation": "commenting" if bookmark.note else "highlighting",
        "created": bookmark.created,
        "modified": bookmark.changed,
        "body": _bodies(bookmark),
        "target": {
            "source": bookmark.citation.url or (Path(bookmark.folder) / bookmark.path).as_uri(),
            "selector": [
                {
                    "type": "TextQuoteSelector",
                    "exact": anchor.exact,
                    "prefix": anchor.prefix,
                    "suffix": anchor.suffix,
                },
                {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
            ],
        },
        LINK: link_to(bookmark),
        KEPT: kept,
    }
    return annotation if heading is None else {**annotation, HEADING: heading}


def _id(bookmark: Bookmark) -> str:
    """The same for the same bookmark in every export."""
    name = f"{bookmark.folder}\0{bookmark.path}\0{bookmark.created}\0{bookmark.anchor.exact}"
    return uuid.uuid5(_NAMESPACE, name).urn


def _bodies(bookmark: Bookmark) -> list[dict[str, str]]:
    told = [(bookmark.note, "commenting"), *((tag, "tagging") for tag in bookmark.tags)]
    if said := attribution_kept(bookmark).told:
        told.append((f"{REPORTED if bookmark.kind == 'indirect' else SPEAKER}{said}", "describing"))
    told.append((missed(bookmark), "assessing"))
    return [{"type": "TextualBody", "value": value, "purpose": purpose} for value, purpose in told if value]
