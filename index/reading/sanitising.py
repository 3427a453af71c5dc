"""Text made safe to show: nothing of it can move a cursor, change colours, or reverse the reading order."""

import re
import unicodedata
from html import unescape

# ECMA-48 control sequences, operating system commands (which set titles and clipboards), and other escapes.
_ESCAPES = re.compile(
    r"(?:\x1b\[|\x9b)[0-?]{0,256}[ -/]{0,16}[@-~]"
    # Not over the next one's beginning, or a million of them take as many thousand steps each.
    r"|(?:\x1b[\]PX^_]|[\x90\x98\x9d-\x9f])[^\x07\x1b\x90\x98\x9c-\x9f\n]{0,4096}(?:\x07|\x1b\\|\x9c)"
    r"|\x1b[ -/]{0,16}[0-~]?"
)
_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x85\u2028\u2029]")
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f"  # controls; the line ends among them have become "\n" before
    "\u00ad\u200b\u2060\ufeff"  # soft hyphens and zero-width spaces, which would part words unseen
    "\u202a-\u202e\u2066-\u2069\u206a-\u206f"  # bidirectional embeddings, overrides and isolates
    "\ufff9-\ufffb\U000e0000-\U000e007f]"  # annotations and tags
)
_SURROGATES = re.compile("[\ud800-\udfff]")
# The no-break spaces inside a number ("5 000") hold it together and stay.
_SPACES = re.compile("(?<!\\d)[\xa0\u202f]+|[\xa0\u202f]+(?!\\d)|[\u1680\u2000-\u200a\u205f\u3000]+")
_REFERENCE = re.compile(
    r"&(?:nbsp|amp|quot|apos|[lr][sd]quo|[lr]aquo|[nm]dash|hellip|bull|middot|euro|pound|copy|reg|trade|deg|[a-zA-Z]"
    r"(?:acute|grave|circ|uml|tilde|cedil|caron|ring|slash)|szlig|aelig|AElig|#\d{2,6}|#x[0-9a-fA-F]{2,5});"
)
_BLANKS = re.compile("  +")
# Nothing but line ends and visible characters of Western, Greek and Cyrillic print: most texts, so looked at first.
_CLEAN = re.compile("[\n -~\xa1-\xac\xae-\u02ff\u0370-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf]*+\\Z")


def sanitise(text: str) -> str:
    r"""Text in which the only control character is "\n", and no escape sequence or direction override is left.

    Line ends of every kind become "\n", runs of blanks inside a line one blank.
    """
    if not _CLEAN.match(text):
        text = _LINE_ENDS.sub("\n", text)
        text = _ESCAPES.sub("", text)
        text = text.replace("\t", " ")
        text = _INVISIBLE.sub("", text)
        text = _SURROGATES.sub("\ufffd", text)
        text = _SPACES.sub(" ", _BLANKS.sub(" ", text))
    elif "  " in text:
        text = _BLANKS.sub(" ", text)
    return text


def without_references(text: str) -> str:
    """A plain text with the character references that a careless copy has left in it: "&nbsp;", "&#8217;".

    Those of angle brackets stay, with which a text may speak of tags.
    """
    return _REFERENCE.sub(_referred, text) if "&" in text and ";" in text else text


def _referred(match: re.Match[str]) -> str:
    return sanitise(unescape(match[0]))


def one_line(text: str | None) -> str | None:
    """A title, name or other field on one line; None if nothing visible is left of it."""
    if not text:
        return None
    joined = " ".join(sanitise(text).split())
    return unicodedata.normalize("NFC", joined) or None


def printable_name(name: str) -> str:
    r"""A file name that can be shown and written as JSON: bytes that are no UTF-8 become "\xe9"."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return name.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
    return name
