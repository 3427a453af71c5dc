"""E-mail: a message, a mailbox of them, and MHTML, the page that browsers save as one message."""

import io
import re
from collections.abc import Iterator
from email import message_from_bytes
from email.errors import MessageError
from email.message import EmailMessage
from email.policy import EmailPolicy
from email.utils import parseaddr
from functools import partial
from typing import Any, cast

from index.reading.containers.archives import read_entry
from index.reading.containers.mail_signs import MAILBOX_LINE
from index.reading.decoding import decode
from index.reading.documents.markup import markup_pieces
from index.reading.draft import Block, Draft, Unread
from index.reading.plain.marked import read_marked, read_pieces
from index.reading.sanitising import sanitise
from index.reading.source import Source
from index.reading.stated.bylines import clean_authors, is_persons_name, looks_like_name
from index.reading.stated.dates import iso_date
from index.reading.stated.outlets import is_outlet_name, outlet_of_address, same_outlet
from index.words import terms
from models.errors import UnreadableFile

MAX_MESSAGE = 50 * 1024 * 1024
"""Bytes of one message with its attachments: what mail servers let through at most."""
_LONGEST_LINE = 1024 * 1024
_LONGEST_HEADER = 4000
"""Characters; a subject has a few hundred, a boundary at most 70."""
_MOST_PARTS = 500
_LEAST_ARTICLE = 200
"""Characters below which a message is a covering note."""
_LEAST_HEADLINE = 3
"""Words; above a story people write "FYI", "Hi all"."""
_SEEN_TITLES = frozenset({"first line", "top line", "line before the text", "first heading"})
"""Where a title was found that only its place makes one."""
_SUFFIXES = {
    "application/pdf": "pdf",
    "application/epub+zip": "epub",
    "application/rtf": "rtf",
    "application/vnd.oasis.opendocument.text": "odt",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/zip": "zip",
    "message/rfc822": "eml",
    "text/html": "html",
    "text/markdown": "md",
    "text/plain": "txt",
}
_FORWARDED = re.compile(r"(?:\s*(?:re|fwd?|aw|wg|tr|rv)\s*:)+\s*", re.IGNORECASE)
_ADDED_HEADER = re.compile(
    r"(?:-{2,}.{0,60}-{2,}|begin forwarded message:?|(?:from|to|cc|sent|date|subject|reply-to|von|an|gesendet|betreff|"
    r"de|à|envoyé|objet)\s?:.{0,300})",
    re.IGNORECASE,
)
_SENDS_FOR = re.compile(r"\s(?:from|at|via)\s")
_WORD = re.compile(r"[^\W\d_]{2}")
_SIGNATURE = re.compile(r"\n-- \n.*\Z", re.DOTALL)


class _Policy(EmailPolicy):
    """The usual one, but of a header only the beginning is parsed: it takes time by the square of its length."""

    def header_fetch_parse(self, name: str, value: str) -> Any:
        """What a header says."""
        return super().header_fetch_parse(name, value[:_LONGEST_HEADER])


def read_mail(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """A message as an article, and what its attachments hold. A page that was saved as a message is read as a page.

    Raises:
        UnreadableFile: it is too large, or holds no article.
    """
    message = _parsed(source.data(MAX_MESSAGE))
    page = _saved_page(message)
    if page is not None:
        yield _read_saved_page(message, page, day_first)
        return
    try:
        draft = _read_body(message, day_first)
    except UnreadableFile as error:
        draft = None
        yield Unread("the message", str(error))
    if draft:
        yield draft
    for number, part in enumerate(_attachments(message), start=1):
        kind = part.get_content_type()
        name = part.get_filename() or f"attachment {number}"
        yield from read_entry(
            source,
            name,
            partial(_opened, part),
            day_first,
            suffix=_SUFFIXES.get(kind),
            encoding=_charset(part),
        )


def read_mailbox(source: Source, day_first: bool | None = None) -> Iterator[Draft | Unread]:
    """The messages of a mailbox, one in memory at a time.

    Raises:
        UnreadableFile: it cannot be read any further.
    """
    for number, data in enumerate(_messages(source), start=1):
        name = f"message {number}"
        if data is None:
            yield Unread(name, f"It is larger than {MAX_MESSAGE // 1024**2} MB.")
        else:
            yield from read_entry(source, name, partial(io.BytesIO, data), day_first, suffix="eml")


def _messages(source: Source) -> Iterator[bytes | None]:
    """The messages of a mailbox; None for one that is too large."""
    stream = source.stream()
    gathered: list[bytes] = []
    size = 0
    blank = True
    while line := stream.readline(_LONGEST_LINE):
        # Not every program guards a line of the text that begins with "From", so that its date must follow.
        if blank and line.startswith(b"From ") and MAILBOX_LINE.match(line):
            if size:
                yield b"".join(gathered) if size <= MAX_MESSAGE else None
            gathered, size = [], 0
        else:
            size += len(line)
            if size <= MAX_MESSAGE:
                gathered.append(line[1:] if line.startswith(b">From ") else line)
            else:
                gathered = []
        blank = not line.strip()
    if size:
        yield b"".join(gathered) if size <= MAX_MESSAGE else None


def _parsed(data: bytes) -> EmailMessage:
    try:
        message: Any = message_from_bytes(data, policy=_Policy())
    except (MessageError, ValueError, LookupError, RecursionError) as error:
        raise UnreadableFile("The message is damaged.") from error
    return cast("EmailMessage", message)


def _stated(message: EmailMessage, name: str) -> str:
    """A header in words; empty where it is absent or too broken to be parsed."""
    try:
        return " ".join(str(message.get(name, "")).split())
    except Exception:  # noqa: BLE001 - the parser of headers fails in many ways, and a header is not worth an article
        return ""


def _parts(message: EmailMessage) -> Iterator[EmailMessage]:
    """The parts that hold something themselves, in order; not those of a message inside."""
    waiting = [message]
    for _ in range(_MOST_PARTS):
        if not waiting:
            return
        part = waiting.pop()
        if part.is_multipart() and part.get_content_maintype() == "multipart":
            waiting.extend(
                reversed([inner for inner in part.iter_parts() if isinstance(inner, EmailMessage)])
            )
        else:
            yield part


def _saved_page(message: EmailMessage) -> EmailMessage | None:
    """The page of an MHTML file; None for a message that somebody wrote."""
    saved = "Snapshot-Content-Location" in message or "saved by" in _stated(message, "From").lower()
    related = message.get_content_type() == "multipart/related"
    if not (saved or (related and "Message-ID" not in message and "Received" not in message)):
        return None
    return next((part for part in _parts(message) if part.get_content_type() in _PAGES), None)


_PAGES = frozenset({"text/html", "application/xhtml+xml"})


def _read_saved_page(message: EmailMessage, page: EmailMessage, day_first: bool | None) -> Draft:
    from index.reading.web.web_page import read_page

    draft = read_page(_payload(page), day_first, _charset(page))
    for place in ("Snapshot-Content-Location", "Content-Location"):
        for part in (message, page):
            address = _stated(part, place)
            if address.startswith("http"):
                draft.note("url", address, place)
    if draft.url:
        draft.note("outlet", outlet_of_address(draft.url), "address")
    return draft


def _read_body(message: EmailMessage, day_first: bool | None) -> Draft | None:
    """What a message says itself; None for a note that only comes with its attachments."""
    plain = page = b""
    plain_charset = page_charset = None
    for part in _parts(message):
        if part.get_content_disposition() == "attachment":
            continue
        kind = part.get_content_type()
        if kind == "text/plain" and not plain:
            plain, plain_charset = _payload(part), _charset(part)
        elif kind in _PAGES and not page:
            page, page_charset = _payload(part), _charset(part)
    draft = Draft()
    text = sanitise(decode(plain, plain_charset)) if plain.strip() else ""
    if len(text) < _LEAST_ARTICLE and page.strip():
        pieces = [piece for piece in markup_pieces(decode(page, page_charset)) if piece.text.strip()]
        if sum(len(piece.text) for piece in pieces) < _LEAST_ARTICLE:
            return None
        read_pieces(draft, pieces, day_first)
    elif len(text) < _LEAST_ARTICLE:
        return None
    else:
        read_marked(draft, _own_text(text), {}, day_first)
    _read_headers(draft, message, day_first)
    return draft


def _own_text(text: str) -> str:
    """A message's text without the marks of quoting, the lines that forwarding adds, and the signature."""
    text = _SIGNATURE.sub("\n", text)
    lines = [line.removeprefix(">").removeprefix(" ").rstrip() for line in text.split("\n")]
    top = [not _ADDED_HEADER.fullmatch(line.strip()) for line in lines[:30]]
    return "\n".join(line for number, line in enumerate(lines) if number >= len(top) or top[number])


def _read_headers(draft: Draft, message: EmailMessage, day_first: bool | None) -> None:
    """The subject as title; sender and date where the message is the sender's own, not an article sent on."""
    subject = _stated(message, "Subject")
    forwarded = _FORWARDED.match(subject)
    _entitle(draft, _FORWARDED.sub("", subject, count=1) if forwarded else subject)
    name, address = parseaddr(_stated(message, "From"))
    day = iso_date(_stated(message, "Date"), day_first)
    if any(header in message for header in ("List-Id", "List-Unsubscribe", "List-Post")):
        draft.note("outlet", _newsletter(message, name), "newsletter's sender")
        draft.note("published", day, "newsletter's date")
    elif not forwarded and address and address not in _stated(message, "To"):
        # People send themselves what they want to keep.
        draft.note("authors", clean_authors(name) if looks_like_name(name) else (), "message's sender")
        draft.note("published", day, "message's date")


def _entitle(draft: Draft, subject: str) -> None:
    """Make the subject the headline, unless the text has one of its own; "FYI" or "Hi all" above it is none."""
    title = draft.title
    if (
        title
        and draft.found["title"] in _SEEN_TITLES
        and not _can_be_headline(title)
        and _can_be_headline(subject)
    ):
        draft.title = None
        draft.blocks = [Block(title), *(block for block in draft.blocks if block.text != subject)]
        draft.left = [line._replace(block=min(line.block + 1, len(draft.blocks))) for line in draft.left]
    draft.note("title", subject, "subject")


def _can_be_headline(line: str) -> bool:
    return len(terms(line)) >= _LEAST_HEADLINE


def _newsletter(message: EmailMessage, sender: str) -> str | None:
    """The outlet that sends a newsletter; None where only a person's name is given."""
    # "Mara Ilić from Lisk Letter"
    name = _SENDS_FOR.split(sender)[-1].strip()
    listed, _ = parseaddr(_stated(message, "List-Id"))
    if is_outlet_name(name) or (name and same_outlet(name, listed)):
        return name
    return name if _WORD.search(name) and "@" not in name and not is_persons_name(name) else None


def _attachments(message: EmailMessage) -> Iterator[EmailMessage]:
    for part in _parts(message):
        named = part.get_content_disposition() == "attachment" or part.get_filename()
        if named or part.get_content_type() == "message/rfc822":
            yield part


def _opened(part: EmailMessage) -> io.BytesIO:
    return io.BytesIO(_payload(part))


def _payload(part: EmailMessage) -> bytes:
    """A part's bytes, out of its transfer encoding; those of a message inside are that message."""
    inner: Any = part.get_payload()
    if part.get_content_type() == "message/rfc822" and isinstance(inner, list) and inner:
        try:
            return bytes(inner[0])
        except RecursionError:
            raise UnreadableFile("It holds too many messages, one inside the other.") from None
    payload: Any = part.get_payload(decode=True)
    return payload if isinstance(payload, bytes) else b""


def _charset(part: EmailMessage) -> str | None:
    charset = part.get_content_charset()
    return charset if charset != "us-ascii" else None
