"""Which file systems tell nothing of changes that another machine makes."""

import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

_SILENT = re.compile(
    r"(?:nfs\d?|cifs|smb\d?|smbfs|afpfs|9p|afs|ceph|glusterfs|lustre|webdav|davfs|vboxsf|vmhgfs|prl_fs|drvfs"
    r"|fuse\.(?!gvfsd-fuse$).*|macfuse|osxfuse|fuse)"
)
"""Mounts of other machines' disks, and programs that make up a file system: a kernel sees only what is done on it."""


def silent_mount(folder: Path, mounts: str | None = None) -> str | None:
    """The kind of file system that a folder lies on, or holds mounted inside, where that tells nothing of changes.

    Args:
        folder: Resolved.
        mounts: The system's list of mounts; None to ask for it.
    """
    above: tuple[int, str] = (0, "")
    for place, kind in _mounts(_system_mounts() if mounts is None else mounts):
        if place == folder or place in folder.parents:
            # The deepest one, and of several on one place the last.
            above = max(above, (len(place.parts), kind), key=lambda known: known[0])
            if len(place.parts) == above[0]:
                above = (above[0], kind)
        elif folder in place.parents and _SILENT.fullmatch(kind):
            return kind
    return above[1] if _SILENT.fullmatch(above[1]) else None


def _system_mounts() -> str:
    try:
        if sys.platform == "darwin":
            listed = subprocess.run(["/sbin/mount"], capture_output=True, text=True, timeout=5, check=False)
            return listed.stdout
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="surrogateescape")
    except (OSError, subprocess.SubprocessError):
        return ""


def _mounts(listed: str) -> Iterator[tuple[Path, str]]:
    """Each mount's place and kind, from lines as Linux ("what /place kind …") or macOS has them."""
    for line in listed.splitlines():
        if found := re.fullmatch(r".+? on (/.*) \((\w+)[,)].*", line):
            yield Path(found[1]), found[2]
        elif len(fields := line.split(" ")) >= 3 and fields[1].startswith("/"):
            # Blanks in a name are written as octal escapes.
            place = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[1])
            yield Path(place), fields[2]
