"""Where a clause that is given as said begins and ends inside its sentence."""

import re

from index.annotating.quoting.speech import PARTICIPLES, SAY_VERBS
from index.annotating.quoting.speech_cues import Cue

_DAY = (
    r"(?:(?:late|early|earlier|later|last|this|next)\s+)*(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|yesterday|today"
    r"|tonight|(?:Janu|Febru)ary|March|April|May|June|July|August|(?:Septem|Octo|Novem|Decem)ber|week|month|year|night"
    r"|morning|evening|afternoon|weekend)(?:\s+\d{1,2}\b(?:,\s+\d{4}\b)?)?"
)
_WHEN = (
    rf"(?:\s+(?:(?:on|in|at|by|since|over|during)\s+(?:the\s+)?)?{_DAY}(?:\s+(?:morning|evening|night|afternoon))?"
    r"|\s+(?:again|later|earlier|also|too|then))"
)
_THAT = re.compile(r"[\s,]that\s+(?=\S)")
_OCCASION_WORDS = frozenset(
    "into about in on at during after before to through via from by for with of over late early earlier later last "
    "this again also too then yesterday today tonight monday tuesday wednesday thursday friday saturday sunday".split()
)
"""What begins a place or occasion between a verb and its "that": "said in a letter on Monday that"."""
_LONGEST_OCCASION = 12
_LONGEST_SUBJECT = 8
_WHETHER = re.compile(rf"(?:{_WHEN})*\s+(?=(?:whether|if)\s)")
_PLAIN = re.compile(rf"(?:{_WHEN}|,(?=\s+{_DAY}))*(?:,\s+(?:in|at|during)\s[^,]+,)?\s+(?=\S)")
_HEARER = re.compile(
    r"\s+(?:(?:the|a|an|his|her|its|their|our|my|both|several|local|state)\s+)?"
    r"(?:(?!(?:that|it|he|she|they|there|the|a|an|on|in|at|after|before|during|as|by|from|over|near|into|about|to|for|with)\b)[\w’'.-]+(?:\s+of)?\s*){1,5}?"
    r"(?=\s+(?:that|it|he|she|they|there|we|the|its|his|her|their|on|in|at|into|about|to|with|for|during|after|last|late|early|whether"
    r"|\w+day|\d|no|some|most|all|more|about)\b|\s*[.,;]|$)"
)
_OPENS = re.compile(
    r"(?:the|a|an|it|he|she|they|we|there|his|her|its|their|this|these|those|such|both|some|many|most|all|no|nobody"
    r"|nothing|any|more|(?:about|around|nearly|almost|at least|over)(?=\s\d)|several|every|each|another|one|two"
    r"|three|four|five|six|seven|eight|nine|ten|only|neither|either|people|talks|police|officials|\"|[^\W\d_a-z][\w’'-]*|\d[\d,.]*)"
    r"(?=[\s_X’',])"
)
_SUBJECT_ONLY = re.compile(
    r"(?:it|he|she|they|we|there)\s(?!(?:again|all|twice|too|aloud|first|best|with|in|to|on|at|like|so)\b)"
)
_AUXILIARY = (
    r"(?:is|are|was|were|has|have|had|will|would|can|could|may|might|must|shall|should|did|do|does|won['’]t|cannot"
    r"|[a-z]+n['’]t)"
)
_FINITE = re.compile(
    rf"\b(?:{_AUXILIARY}|be|been|[a-z]{{3,}}ed|went|came|knew|got|made|took|saw|left|held|fell|rose|began|lost|won|sent|met"
    r"|led|kept|gave|found|felt|stood|cost|hit|grew|ran|broke|shot|fled|fought|needs?|wants?|goes|remains?|includes?"
    r"|plans?|expects?|stood|sold|paid|built|spent|bought|brought|flew|drove|rode|drew|threw|chose"
    r"|struck|sank|slept|taught|caught|sought|withdrew|became|forgot|dealt|lent|spread|shut|put|cut|sat|wrote|told|said|knows?|hopes?|involves?|means|makes?|takes?)\b"
)
_SOON_FINITE = re.compile(rf"(?:(?!(?:that|which|who|whom|to)\b)[\w’'._\"-]+\s+){{1,8}}?{_AUXILIARY}\b")
_SAME = re.compile(
    r"(?:the same|so|as much|more of|no more|no such (?:thing|luck)|it (?:again|all|twice|too|aloud|first|best|in|to|on"
    r"|at)|the (?:day|week|month|year) (?:after|before))\b"
)
_WHOLE_QUOTED = re.compile(
    r"(?:only\s+|just\s+)?\"[_X]*[.,?!…—–_]?\"\s+(?:when|as|after|while|in|on|at|before|during|if|to|and|but|because)\b"
)
"""Words in marks that are all that was said."""
_INTRODUCED = re.compile(r"\bthat\s+$")
_WITH_SUBJECT = re.compile(
    r"\s*(?:(?:whether|if)\s+)?(?:(?:it|he|she|they|we|there)\s+[a-z]|(?:the|an?|his|her|its|their|this|these|those|both|every"
    r"|each)\s+[\w’'-]+\s+[\w’'-]|[a-z]{3,}(?<!s)s\s+[a-z]+\s|(?:[^\W\d_a-z][\w’'.-]*\s+){1,4}[a-z]{3,}(?<!s)s\b)"
)
"""A subject with what can be its verb, in whatever form: "the dam leaks", "Kern owns two houses"."""
_LEAST_WORDS = 3
_MANY_WORDS = 6
"""A clause behind "said" of so many words needs no verb that is known to be one."""

_JOINING = re.compile(r",?\s+(?:and|but|while|whereas|although|though|yet|even as)\s+|;\s+")
_OTHER_CUES = frozenset(
    {"put", "puts", "gave", "disputed", "rejected", "disputes", "rejects", "spoke", "counted"}
)
_OCCASION = re.compile(
    r",?\s+(?:in|during|at)\s+(?:an?|the|his|her|its|their)\s+(?:[\w’'-]+\s+){0,3}?"
    r"(?:statement|interview|speech|letter|report|tweet|post|broadcast"
    r"|news conference|press conference|address|remarks)\b[^,]*$"
)
_ENDING = re.compile(r"(?:[\s.;,:?!—–-]|\s(?:and|but|or)\b)+$")
_SUBORDINATE = re.compile(
    r"(?:^\W*|[,;]\s+)(?:as|when|while|after|before|since|although|though|if|because|once|whenever|having)\b[^,;]*$",
    re.IGNORECASE,
)
"""Ends with the beginning of a clause that another one depends on."""
_RELATIVE = re.compile(r",\s+(?:who|which)\b[^,;]*$")
_BACK = re.compile(rf",\s+(?:\w+ly\s+)?(?={_FINITE.pattern})")
"""Where a sentence goes back to its main verb, behind a clause that stands between commas."""
_QUOTED = re.compile(r"[:,]\s+\"|[.?!]\s*\"(?=[_X])")
_LEADING = re.compile(
    r"(?:(?:But|And|Yet|Still|So|However|Meanwhile|Also|Indeed|Moreover|Instead|Earlier|Later),?\s+)+"
)


def own_words(masked: str, start: int, end: int) -> str:
    """The words of a stretch that are the article's own, those in marks left out."""
    return re.sub(r'"[_X][^"]*"?|_+', " ", masked[start:end])


def is_clause(masked: str, start: int, end: int) -> bool:
    """Whether a stretch says something in the article's own words, with a verb of its own.

    A present tense ("the dam leaks") cannot be told from a plural by its form; behind "that", "whether" or "if" a
    subject with anything that can be its verb is enough.
    """
    own = own_words(masked, start, end)
    if len(own.split()) >= _LEAST_WORDS and _FINITE.search(own):
        return True
    introduced = _WHETHER.match(" " + own) or _INTRODUCED.search(masked, max(0, start - 8), start)
    return introduced is not None and _WITH_SUBJECT.match(own) is not None


def begin_behind(masked: str, cue: Cue, end: int) -> int | None:
    """Where the clause begins that follows a cue; None where none does.

    Behind "that" or "whether" anything is a clause. Without them it must look like one, and behind verbs that can have
    a mere object ("confirmed the plan") its subject must be followed by an auxiliary verb.
    """
    word, at = cue.word.lower(), cue.end
    told = word in ("told", "tells", "tell", "telling", "assured", "assures", "informed", "reminded")
    if told:
        hearer = _HEARER.match(masked, at, end)
        at = hearer.end() if hearer else at
    for that in _THAT.finditer(masked, at, end):
        if _is_occasion(masked[at : that.start() + 1]):
            return that.end()
    asking = word in ("asked", "asks", "asking", "wondered", "wonders", "questioned")
    found = _WHETHER.match(masked, at, end)
    if found and asking:
        return found.end()
    if asking or (told and at == cue.end):
        return None
    found = _PLAIN.match(masked, at, end)
    if not found or not _OPENS.match(masked, found.end(), end) or _SAME.match(masked, found.end(), end):
        return None
    start = found.end()
    if _WHOLE_QUOTED.match(masked, start, end):
        return None
    if _SUBJECT_ONLY.match(masked, start, end):
        return start
    own = own_words(masked, start, end)
    if word in ("said", "says", "say", "saying") or told:
        return start if _FINITE.search(own) or len(own.split()) >= _MANY_WORDS else None
    return start if _SOON_FINITE.match(masked, start, end) else None


def _is_occasion(between: str) -> bool:
    """Whether a verb's "that" can follow behind these words: nothing, or when, where and how it was said."""
    apart = between.replace(",", " ").split()
    if not apart:
        return True
    closed = between.rstrip().endswith(",")
    if "," in between and not closed:
        return False  # that of "a letter that he wrote", inside what stands between commas
    first = apart[0].lower()
    begins = first in _OCCASION_WORDS or (first.endswith("ly") and apart[0].islower())
    if closed:
        return begins and len(apart) <= 2 * _LONGEST_OCCASION + 2
    return begins and len(apart) <= _LONGEST_OCCASION and not re.search(rf"\b{_AUXILIARY}\b", between)


def main_clause(masked: str, before: str, start: int, end: int, later: list[Cue]) -> int:
    """Where the main clause goes on behind one that holds what is said ("As Kern said ..., the"), or `end`.

    Args:
        masked: The text without its quoted words.
        before: The sentence up to the verb of what is said.
        start: Where that clause begins.
        end: Where the sentence ends.
        later: The sentence's cues behind `start`.
    """
    if re.search(r"[^,]\s+who\s[^,;]*$", before):
        return next(
            (c.start for c in later if c.word in SAY_VERBS and is_clause(masked, start, c.start)), end
        )
    if _RELATIVE.search(before):
        back = next(
            (m for m in _BACK.finditer(masked, start, end) if is_clause(masked, start, m.start())), None
        )
        return back.start() if back else end
    if not _SUBORDINATE.search(before):
        return end
    comma = masked.find(", ", start, end)
    while comma >= 0 and not (is_clause(masked, start, comma) and has_finite(masked[comma:end])):
        comma = masked.find(", ", comma + 2, end)
    return comma if comma >= 0 else end


def end_of(masked: str, start: int, end: int, later: list[Cue]) -> int:
    """Where a clause ends that begins at `start`: before what its sentence says or quotes next, at its end otherwise.

    Args:
        masked: The text without its quoted words.
        start: Where the clause begins.
        end: Where its sentence ends.
        later: The sentence's cues behind `start`.
    """
    for cue in later:
        cut = _cut_before(masked, start, cue)
        if cut is not None and is_clause(masked, start, cut):
            end = cut
            break
    else:
        for join in _JOINING.finditer(masked, start, end):
            rest = masked[join.end() : end]
            verb = re.search(r"\b(\w+)\b", rest[_subject_length(rest) :])
            if verb and verb.group(1) in _OTHER_CUES and is_clause(masked, start, join.start()):
                end = join.start()
                break
    quoted = _QUOTED.search(masked, start, end)
    if quoted and masked[quoted.start()] == ":" and is_clause(masked, start, quoted.start()):
        end = quoted.start()
    occasion = _OCCASION.search(masked, start, end)
    if occasion and masked[occasion.start()] == ",":
        end = occasion.start()
    return trimmed(masked, start, end)


def _subject_length(rest: str) -> int:
    """How many characters of a clause its subject takes: up to six words, before the first verb that is known."""
    found = re.match(rf"(?:(?!(?:{'|'.join(_OTHER_CUES)})\b)[\w’'-]+\s+){{1,6}}", rest)
    return found.end() if found else 0


def _cut_before(masked: str, start: int, cue: Cue) -> int | None:
    """Where the clause that begins at `start` gives way to another cue's."""
    before = masked[start : cue.start]
    if cue.word.lower().startswith(("according", "in the words")):
        return start + len(before.rstrip(" ,"))
    if cue.word in PARTICIPLES:
        comma = re.search(r",(\"?)\s+(?:(?:\w+ly|then|and|while|before|but)\s+)?$", before)
        # A comma inside the marks stays with the words in them.
        return start + (comma.end(1) if comma and comma[1] else comma.start()) if comma else None
    if cue.word not in SAY_VERBS:
        return None
    joins = list(_JOINING.finditer(before))
    if not joins:
        return None
    subject = before[joins[-1].end() :]
    if subject.startswith("that "):
        return None
    perfect = re.search(r"\b(?:has|have|had)\s*(?:\w+ly\s*)?$", subject)
    if len(subject.split()) > _LONGEST_SUBJECT or (_FINITE.search(subject) and not perfect):
        return None
    return start + joins[-1].start()


def trimmed(masked: str, start: int, end: int) -> int:
    """The end of a clause without what closes its sentence; a closing mark stays."""
    if masked.count(")", start, end) > masked.count("(", start, end):
        end = start + masked[start:end].rstrip(' ."').rfind(")")
    ending = _ENDING.search(masked, start, end)
    return ending.start() if ending else end


def past_leading(masked: str, start: int, end: int) -> int:
    """Where a sentence begins to say something: behind "But" and the like."""
    leading = _LEADING.match(masked, start, end)
    return leading.end() if leading else start


def quotes(masked: str, start: int, end: int) -> bool:
    """Whether a stretch introduces words in marks by a comma or colon, which its own verb says."""
    return _QUOTED.search(masked, start, end) is not None


def has_finite(text: str) -> bool:
    """Whether a stretch has a finite verb, as far as such verbs are known by their form."""
    return _FINITE.search(text) is not None
