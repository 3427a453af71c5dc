"""The bytes of a gzip file (RFC 1952), member by member, so that a damaged one does not cost those after it."""

import zlib

from index.reading.source import Readable

_PIECE = 65_536
_MAGIC = b"\x1f\x8b\x08"
_MOST_TRIES = 10_000
"""Places that look like a member's beginning and are none, before the rest is given up."""


class Gunzip:
    """A stream that raises once where it is damaged, and after that goes on with the next member.

    Crawlers pack every record of a WARC file as a member of its own.
    """

    def __init__(self, packed: Readable) -> None:
        self._packed = packed
        self._input = b""
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._begun = False
        self._lost = False
        self._tries = 0

    def read(self, size: int = -1, /) -> bytes:
        """Up to `size` bytes; none at the end.

        Raises:
            EOFError: the file ends within a member.
            zlib.error: a member is damaged.
        """
        while self._fill():
            try:
                data = self._inflate.decompress(self._input, max(size, 0))
            except zlib.error:
                self._input = self._input[1:]
                if self._give_up_member():
                    raise
                continue
            self._begun = True
            if self._inflate.eof:
                # Tapes and some programs fill up with zeros.
                self._input = self._inflate.unused_data.lstrip(b"\0")
                self._next_member()
            else:
                self._input = self._inflate.unconsumed_tail
            if data:
                self._lost = False
                return data
        if self._begun and self._give_up_member():
            raise EOFError("It ends within a member.")
        return b""

    def close(self) -> None:
        """The packed bytes stay open: they are another's."""

    def _fill(self) -> bool:
        """Whether there are packed bytes to go on with; where it is lost, from the next member's beginning."""
        while True:
            if self._lost and not self._begun:
                at = self._input.find(_MAGIC)
                self._input = self._input[at:] if at >= 0 else self._input[-len(_MAGIC) + 1 :]
                if at >= 0:
                    return self._tries < _MOST_TRIES
            elif self._input:
                return True
            piece = self._packed.read(_PIECE)
            if not piece:
                return False
            self._input += piece

    def _next_member(self) -> None:
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._begun = False

    def _give_up_member(self) -> bool:
        """Look for the next member; whether that is news, rather than one more false beginning."""
        told, self._lost = self._lost, True
        self._tries += 1
        self._next_member()
        return not told
