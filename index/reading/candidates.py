"""Which files are articles to look at: by name where it tells, by the first bytes where it does not."""

from pathlib import Path, PurePath
from typing import Protocol

from index.reading.decoding import is_text
from index.reading.formats import is_readable_suffix, shown_format
from index.reading.source import suffix_of

_KINDS = {
    "doc": "Word before 2007",
    "mobi": "Kindle",
    "azw3": "Kindle",
    "webarchive": "Safari web archive",
    "msg": "Outlook e-mail",
    "7z": "7-Zip",
    "rar": "RAR",
}
"""Suffixes of what people keep articles in, and which no format reads: they are told of."""
_NO_ARTICLES = frozenset(
    "png jpg jpeg gif webp avif svg ico bmp tif tiff heic psd mp3 m4a ogg oga opus wav flac mp4 m4v mov avi mkv webm "
    "css js mjs map ts wasm woff woff2 ttf otf eot swf exe dll so dylib bin o a pyc class jar whl deb rpm dmg iso "
    "py c h cpp rs go java rb sh bat toml yaml yml ini cfg conf lock log tmp bak part crdownload download "
    "xls xlsx ods ppt pptx odp db sqlite sqlite3 bib ris bz2 xz zst tar tgz torrent".split()
)
"""Suffixes that are not worth a look inside."""
_PEEK = 2048
"""Bytes read of a file whose name does not tell."""


class Named(Protocol):
    """Anything with a file's name: a path, or an entry of a folder."""

    @property
    def name(self) -> str:
        """The name without the folder's."""


def by_name(path: Named, suffix: str) -> bool | None:
    """Whether a file's name and suffix are those of an article; None where only its content can tell."""
    if path.name.startswith((".", "~$")) or path.name.endswith("~"):
        return False
    if is_readable_suffix(suffix):
        return True
    return False if suffix in _NO_ARTICLES or suffix in _KINDS else None


def by_content(suffix: str, head: bytes) -> bool:
    """Whether the first bytes are an article's, for a file whose name does not tell.

    Without a suffix it may be plain text; with an unknown one only what the bytes show beyond doubt.
    """
    shown = shown_format(head)
    if shown is not None:
        return not suffix or shown.under_any_name
    return not suffix and is_text(head)


def is_candidate(path: Path) -> bool:
    """Whether a file is to be read. Only one whose name does not tell is opened, for a few bytes."""
    told = by_name(path, suffix_of(path.name))
    return _peek(path) if told is None else told


def _peek(path: Path) -> bool:
    try:
        # Opening a named pipe or a device would wait for ever.
        if not path.is_file():
            return False
        with path.open("rb", buffering=0) as file:
            head = file.read(_PEEK)
    except OSError:
        # Reading it will tell what is wrong with it.
        return not suffix_of(path.name)
    return by_content(suffix_of(path.name), head)


def unsupported(path: PurePath, suffix: str | None = None) -> str | None:
    """The reason for not reading a file that a person expects to be read; None for what is no article anyway.

    Args:
        path: the file's name.
        suffix: what it should end in by its media type; None to go by the name.
    """
    suffix = suffix_of(path.name) if suffix is None else suffix
    if path.name.startswith((".", "~$")) or is_readable_suffix(suffix):
        return None
    kind = _KINDS.get(suffix)
    return f"{kind} is not read yet." if kind else None
