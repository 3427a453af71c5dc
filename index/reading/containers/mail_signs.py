"""What the first bytes of messages and mailboxes show."""

import re

_HEADER = re.compile(rb"[A-Za-z][A-Za-z0-9-]{0,60}:[^\n]*\n(?:[ \t][^\n]*\n)*")
_SURE_HEADER = re.compile(
    rb"(?:received|return-path|message-id|mime-version|delivered-to|dkim-signature|x-mozilla-status):",
    re.IGNORECASE,
)
MAILBOX_LINE = re.compile(rb"From \S+ [^\n]{0,60}\d\d:\d\d")
"""What stands before each message of a mailbox: who sent it and when."""


def shows_mail(head: bytes) -> bool:
    """Whether a file's first bytes are the headers of a message."""
    at = sure = count = 0
    while match := _HEADER.match(head, at):
        count += 1
        sure += bool(_SURE_HEADER.match(match[0]))
        at = match.end()
    # Clipping programs begin with "Title:" and "Date:" too, mail programs with what no person writes.
    return count >= 3 and sure >= 1


def shows_mailbox(head: bytes) -> bool:
    """Whether a file's first bytes are the first line of a mailbox and a message's headers."""
    line = MAILBOX_LINE.match(head)
    return bool(line) and b"\n" in head and bool(_HEADER.match(head.partition(b"\n")[2].lstrip(b">")))
