"""Whose words are kept: somebody's own, what an outlet reports of them, or the outlet's alone.

Only direct speech is a quotation of who said it. Of reported speech the outlet chose the words, and "Kern denied that
the dam leaks" makes the words "the dam leaks" the contrary of what he said; so the verb goes with them wherever the
sense depends on it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from models.annotation import Quotation, Speech
    from models.bookmark import Bookmark

_MARKS = re.compile('[“”"«»„‟‹›「」『』]')
_OPENING = '“"«„‘‹「『'
_PLAIN = frozenset("said says say saying told tells tell telling added adds add adding".split()) | {
    "according to"
}
"""Verbs that add nothing to their clause."""
_DENYING = {
    form: past
    for past, forms in {
        "denied": "deny denies denied denying",
        "doubted": "doubt doubts doubted doubting",
        "disputed": "dispute disputes disputed disputing",
        "refuted": "refute refutes refuted refuting",
        "rejected": "reject rejects rejected rejecting",
        "dismissed": "dismiss dismisses dismissed dismissing",
        "questioned": "question questions questioned questioning",
    }.items()
    for form in forms.split()
}
"""Verbs whose clause is what somebody does not say, with the form in which "by" follows them."""
_LABELLING = frozenset({"rejected", "dismissed", "questioned"})
"""Those that own words follow too: dismissed it as “noise”."""
_NEGATED = (
    r"\b((?:(?:do|does|did|has|have|had|would|could|will)(?: not|n[’']t)|never|not) (?:\w+ )?{cue})\b[^.!?]*$"
)
_IS_NEGATED = re.compile(r"\b(?:not|never)\b|n[’']t\b")
_BEFORE = 80
"""Code points before reported speech in which its verb may stand negated."""


def denies(cue: str | None) -> bool:
    """Whether reported speech with this verb is what somebody does not say."""
    return (cue or "").casefold() in _DENYING


class Attribution(NamedTuple):
    """How words are somebody's."""

    kind: Speech | None = None
    """None where it is not known, as of quotes that an older Morgue kept."""
    speaker: str | None = None
    cue: str | None = None

    @property
    def told(self) -> str:
        """As follows a dash: "Orla Penhale", or "denied by Orla Penhale, reported speech"; may be empty."""
        if self.kind != "indirect":
            return self._by if self.speaker else ""
        return f"{self._by}, reported speech{self._how}" if self._by else f"reported speech{self._how}"

    @property
    def reported(self) -> str:
        """As is said of reported speech: "reported, in the outlet's words: denied by Orla Penhale"; else empty."""
        if self.kind != "indirect":
            return ""
        return f"reported, in the outlet's words{': ' if self._by else ''}{self._by}{self._how}"

    @property
    def _by(self) -> str:
        """Who it is of: "Orla Penhale", "denied by Orla Penhale", "denied"; may be empty."""
        return (
            f"{self._denied} by {self.speaker}"
            if self._denied and self.speaker
            else self._denied or self.speaker or ""
        )

    @property
    def _how(self) -> str:
        """The verb of reported speech where it says more than that something was said: " (warned)"."""
        return f" ({self.cue})" if self.cue and not self._denied and self.cue.casefold() not in _PLAIN else ""

    @property
    def _denied(self) -> str:
        past = _DENYING.get((self.cue or "").casefold(), "")
        return "" if self.kind != "indirect" and past in _LABELLING else past

    @property
    def denial(self) -> str:
        """The verb where the words are not simply what somebody says: "denied", "did not say"; empty where they are."""
        negated = self.kind == "indirect" and self.cue is not None and _IS_NEGATED.search(self.cue)
        return self._denied or (self.cue or "" if negated else "")

    @property
    def sentence(self) -> str:
        """As a card says it: "said by Orla Penhale", or "denied by Orla Penhale, in the outlet's words"."""
        speaker = self.speaker or "somebody whom the article does not name"
        own = ", in the outlet's words" if self.kind == "indirect" else ""
        if self._denied:
            return f"{self._denied} by {speaker}{own}"
        if self.kind != "indirect":
            return f"said by {self.speaker}" if self.speaker else "the article does not say who said it"
        return f"reported speech of {speaker}{self._how}{own}"

    def parts(self, words: str) -> tuple[tuple[int, int], ...]:
        """The spoken parts of a saying that the outlet's words part, in code points; none of any other words."""
        if self.kind != "direct":
            return ()
        from index.annotating.quoting.halves import parts

        return parts(words)

    def spoken(self, words: str) -> str:
        """Words without what the outlet says between the parts of a saying, as “We stay … and wait”."""
        if self.kind != "direct":
            return words
        from index.annotating.quoting.halves import joined

        return joined(words)

    def marked(self, words: str) -> str:
        """Words as they are quoted: `spoken`, in the quotation marks that they need.

        Reported speech has none, since nobody said it so; words of the outlet with a quotation among them have none
        around them, or that quotation would seem to end where it begins. Where the kind is not known, words that have a
        speaker and no marks are most likely reported speech.
        """
        if words.startswith(tuple(_OPENING)) or self.kind == "indirect":
            return self.spoken(words)
        if self.kind != "direct" and (self.speaker or _MARKS.search(words)):
            return words
        return f"“{words}”"


def attribution_of(quotation: Quotation, text: str, *, begin: int = 0) -> Attribution:
    """How an article attributes a quotation; a verb that it negates goes with that: "did not say".

    Args:
        quotation: One of the article's.
        text: The article's, or a part that holds the quotation.
        begin: Where that part begins in the article's, in code points.
    """
    kind: Speech = "passage" if quotation.kind == "scare" else quotation.kind
    cue = quotation.cue
    if cue and kind == "indirect":
        negated = re.compile(_NEGATED.format(cue=re.escape(cue)), re.IGNORECASE)
        start = quotation.start - begin
        found = negated.search(text, max(0, start - _BEFORE), start)
        cue = found[1] if found else cue
    return Attribution(kind, quotation.speaker, cue)


def attribution_kept(bookmark: Bookmark) -> Attribution:
    """How the words of a bookmark are somebody's; whose is left open where several people have the speaker's name."""
    speaker = bookmark.speaker
    if speaker and bookmark.one_of_several:
        speaker = one_of_several(speaker)
    return Attribution(bookmark.kind, speaker, bookmark.cue)


def one_of_several(surname: str) -> str:
    """A surname that several people of a collection have, marked as such: "Kern (one of several)"."""
    return f"{surname} (one of several)"
