from pathlib import Path

import pytest

from index.refreshing.mounts import silent_mount

LINUX = """\
/dev/vda / ext4 rw,relatime 0 0
proc /proc proc rw 0 0
fog:/export/press /mnt/press nfs4 rw,vers=4.2 0 0
//fog/clips /media/my\\040clips cifs rw 0 0
pilot@fog: /srv/far fuse.sshfs rw 0 0
/dev/vdb /mnt/press/local ext4 rw 0 0
"""
MACOS = """\
/dev/disk3s1s1 on / (apfs, sealed, local, read-only, journaled)
//ida@fog/clips on /Volumes/my clips (smbfs, nodev, nosuid, mounted by ida)
"""


@pytest.mark.parametrize(
    ("folder", "kind"),
    [
        ("/srv/clippings", None),
        ("/mnt/press/2031", "nfs4"),
        ("/mnt/press", "nfs4"),
        ("/mnt/press/local/clippings", None),
        ("/media/my clips", "cifs"),
        ("/srv/far/away", "fuse.sshfs"),
        ("/srv/far", "fuse.sshfs"),
        ("/mnt/pressing", None),
    ],
)
def test_on_linux(folder: str, kind: str | None) -> None:
    assert silent_mount(Path(folder), LINUX) == kind


def test_on_macos() -> None:
    assert silent_mount(Path("/Volumes/my clips/2031"), MACOS) == "smbfs"
    assert silent_mount(Path("/private/clippings"), MACOS) is None


def test_a_list_that_cannot_be_had_silences_nothing(tmp_path: Path) -> None:
    assert silent_mount(tmp_path, "") is None
    assert silent_mount(tmp_path, "garbage\n\n x") is None
