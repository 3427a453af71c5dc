"""Signs of furniture: words that give a line away wherever they stand in it, as prompts, credits and notices do."""

from typing import NamedTuple

from index.reading.plain.furniture_rules import CAPTION, COMMENTS, MENU


class Sign(NamedTuple):
    """Words that give a line away wherever they stand in it."""

    keyword: str
    """What every such line contains, in small letters: a quick way to pass over the others."""
    reason: str
    pattern: str
    longest: int = 300
    """Characters above which the line is an article's, whatever stands in it."""
    sentences: bool = True
    quoted: bool = False
    """Whether lines with quotation marks count; prompts hold none, and a person quoted may say anything."""


_DISCLOSURE = "advertisement"
_PROMPT = "newsletter or registration prompt"
_CHANNEL = "link to an app or channel"
_PRINT = "note on the printed edition"
_UPDATES = "note on updates"
_COPYRIGHT = "copyright or republishing line"
_JOIN = r"\bon (?:telegram|whatsapp)\b.{0,60}\b(?:click|join|follow|subscribe)\b"
SIGNS: tuple[Sign, ...] = (
    Sign(" on telegram", _CHANNEL, r"\b(?:is|are) (?:now |also )?" + _JOIN),
    Sign(" on whatsapp", _CHANNEL, r"\b(?:is|are) (?:now |also )?" + _JOIN),
    Sign(
        "join the",
        _CHANNEL,
        r"\bjoin the\b.{0,40}\b(?:whatsapp|telegram) (?:community|channel|group)\b.*\b(?:we may|you can|unsubscribe)\b",
        400,
    ),
    Sign("click here", _CHANNEL, r"\bclick here to (?:join|follow|subscribe|download|read)\b"),
    Sign(
        "click",
        _CHANNEL,
        r"^(?:get .{2,40} by )?click(?:ing)? here(?: to get .{2,40})?$",
        100,
        sentences=False,
    ),
    Sign("the comments", COMMENTS, r"\bin the comments(?: section)?(?: below)?.{0,40}$", 200),
    Sign("subscribe to", _PROMPT, r"\bsubscribe to (?:our|my)\b", 200),
    Sign(" your ", _PROMPT, r"\b(?:to|in|into) your (?:inbox|email|mailbox)\b", 240),
    Sign(
        "unsubscribe",
        _PROMPT,
        r"^\W*(?:to )?unsubscribe(?:\W*$|[:,|·]| (?:here|now|by|at any time|from (?:this|these|our|all|the))\b)"
        r"|\bunsubscribe(?: (?:here|now|link))?\W{0,3}https?:"
        r"|\b(?:click here|here|link below|you (?:can|may)) (?:to )?unsubscribe\b",
        1000,
    ),
    Sign(
        "this ",
        _PROMPT,
        r"^you(?:['’]re| are| have| were|['’]ve)? (?:now |being )?(?:receiv(?:e|ed|ing)|getting|sent)"
        r" this (?:e-?mail|newsletter|message|letter)\b",
        1000,
    ),
    Sign("in your browser", MENU, r"^\W*(?:view|read|open|see)\b.{0,30}\bin your browser\b", 200),
    Sign("newsletter", _PROMPT, r"\bour (?:free |daily |weekly |e-?mail )*newsletters?\b", 240),
    Sign("©", _COPYRIGHT, r"©\s?(?:\d{4}|copyright)", 250, quoted=True),
    Sign("retrieved ", _COPYRIGHT, r"^citation: .*\bretrieved \d{1,2} \w+ \d{4} from\b", 400, quoted=True),
    Sign(
        "subject to copyright",
        _COPYRIGHT,
        r"^this (?:document|article|page|text|work) is subject to copyright\b",
        400,
    ),
    Sign("rights reserved", _COPYRIGHT, r"\ball rights reserved\b", quoted=True),
    Sign("rechte vorbehalten", _COPYRIGHT, r"\balle rechte vorbehalten\b"),
    Sign("droits réservés", _COPYRIGHT, r"\btous droits réservés\b"),
    Sign("reservados", _COPYRIGHT, r"\btodos (?:los derechos|os direitos) reservados\b"),
    Sign("file ", CAPTION, r"\b(?:in|on) (?:a|this|an undated) file (?:photo|image|picture)\b", 400),
    Sign(" file photo", CAPTION, r"^in this (?:\w+\.? ){0,3}(?:\d{1,2}, )?(?:\d{4},? )?file photo\b", 400),
    Sign("handout ", CAPTION, r"\b(?:in|on) (?:a|this|an undated) handout (?:photo|image|picture)\b", 400),
    Sign(
        "(",
        CAPTION,
        r"\((?:ap photo|photo|image|picture|pic|file|foto|getty|afp/|reuters/"
        r"|shutterstock|istock|via )[^)]{0,80}\)\.?$",
        quoted=True,
    ),
    Sign("[", CAPTION, r"\[(?:file|photo|image|picture)[:/ ][^\]]{2,60}\]\.?$", quoted=True),
    Sign(
        "/",
        CAPTION,
        r"\([^()]{3,60}/\s?(?:ap|associated press|reuters|afp|getty(?: images)?|epa|pa|bloomberg|shutterstock"
        r"|[\w .]{3,30} (?:times|post|images|press))\)$",
        quoted=True,
    ),
    Sign("picture", CAPTION, r"[.!?)”’] pictures?: ?\w.{1,60}$", sentences=False, quoted=True),
    Sign("in print", _PRINT, r"^an? (?:longer )?version of this (?:article|story|report)\b.*\bin print\b"),
    Sign("issn", _COPYRIGHT, r"\bissn\b.{0,60}$", 160),
    Sign(
        "reproduction",
        _COPYRIGHT,
        r"\breproduction (?:by arrangement|prohibited|without (?:\w+ )?(?:permission|consent))\b.{0,60}$",
        160,
    ),
    Sign("donation", _PROMPT, r"\bplease consider (?:a|making a) donation\b"),
    Sign(" gift ", _PROMPT, r"\byour (?:tax-deductible )?gift (?:supports?|helps?|funds?)\b", 200),
    Sign("like what you read", _PROMPT, r"^(?:do you )?like what you read\b", 200),
    Sign(" the studio", _PROMPT, r"^(?:text|call|phone|ring|e-?mail) the studio on [\d+]", 100),
    Sign(
        "newsdesk",
        _PROMPT,
        r"\b(?:text|call|phone|ring|e-?mail|contact|write to) (?:the|our) newsdesk\b.{0,120}$",
        240,
    ),
    Sign("developing story", _UPDATES, r"^this is a (?:developing|breaking)(?: news)? story\b", 160),
    Sign("comments", COMMENTS, r"^(?:please (?:note|understand) that )?comments are (?:pre-?)?moderated\b"),
    Sign("comments", COMMENTS, r"^we (?:ask that|welcome) (?:all |reader |your |readers['’] )*comments\b"),
    Sign("want to hear", COMMENTS, r"^we (?:want|would like) to hear (?:from you|what you think)\b"),
    Sign(
        "commentaire",
        COMMENTS,
        r"^(?:publier|laisser|ajouter|inscription à) .{0,20}\bcommentaires?\b.{0,20}$",
        80,
    ),
    Sign(
        "subscribe",
        _PROMPT,
        r"^subscribe (?:now |today )?to (?:the|our) .{0,40}\b(?:edition|newspaper|print)\b",
        160,
    ),
    Sign("enter your e", _PROMPT, r"\benter your e-?mail\b", 240),
    Sign(" inbox", _PROMPT, r"\bdelivered (?:straight |directly )?to (?:your|their) inbox(?:es)?\b", 240),
    Sign(
        " app",
        _CHANNEL,
        r"\b(?:latest|breaking)\b.{0,80}\b(?:with|download|get) (?:the|our) .{0,40}\bapps?\b.{0,40}$",
        200,
    ),
    Sign("powered by", MENU, r"\bpowered by (?:blogger|wordpress|ghost|drupal|joomla|medium)\b.{0,20}$", 100),
    Sign("complete profile", MENU, r"^view my complete profile$", 40),
    Sign(
        "advertisers",
        _DISCLOSURE,
        r"^this (?:post|article|page|story) (?:may )?contains? .{0,80}\badvertisers\b",
    ),
    Sign(
        "affiliate",
        _DISCLOSURE,
        r"^this (?:post|article|page|story) (?:may )?contains? .{0,40}\baffiliate links\b",
    ),
    Sign(
        "we may ",
        _DISCLOSURE,
        r"^(?:when you|if you|we may)\b.{0,120}\bwe may (?:earn|receive)\b.{0,40}\bcom(?:mission|pensation)\b",
    ),
    Sign(
        "not responsible for",
        "legal notice",
        r"\bis not responsible for the (?:opinions|views|content|comments)\b",
    ),
    Sign("getty", CAPTION, r"^[^.!?]{0,160}\b(?:getty images|afp/getty)$"),
    Sign("shutterstock", CAPTION, r"^[^.!?]{0,160}\bshutterstock$"),
    Sign("istock", CAPTION, r"^[^.!?]{0,160}\bistock(?:photo)?$"),
    Sign("alamy", CAPTION, r"^[^.!?]{0,160}\balamy(?: stock photo)?$"),
    Sign("ap photo/", CAPTION, r"\bap photo/.{2,40}$"),
    Sign("reuters/", CAPTION, r"\breuters/[\w .-]{2,40}$"),
    Sign("photo", CAPTION, r"\bphoto(?:graph|s)?(?: credit)?: ?\w.{1,60}$", sentences=False, quoted=True),
    Sign("credit", CAPTION, r"\bcredits?: ?\w.{1,60}$", sentences=False, quoted=True),
    Sign("illustration", CAPTION, r"\billustrations?: ?\w.{1,60}$", sentences=False, quoted=True),
    Sign("composite", CAPTION, r"\bcomposite: ?\w.{1,60}$", sentences=False, quoted=True),
    Sign("ctrl+enter", MENU, r"\bselect\b.{0,40}\bctrl\+enter"),
    Sign("(required)", MENU, r"^.{0,20}\(required\)$"),
    Sign("cookies", "cookie notice", r"\b(?:this|our) (?:web)?site\b.{0,200}\bcookies\b.*\bcookies\b", 2000),
    Sign(
        "site",
        "legal notice",
        r"\b(?:this|our) (?:web ?)?site\b.{0,400}"
        r"\b(?:terms of|privacy policy|disclaim|not (?:intended|liable|responsible))\b",
        2000,
    ),
    Sign("trademark", "legal notice", r"\b(?:are|is) (?:registered )?trademarks? (?:of|or)\b", 2000),
)
