"""What a single line of a saved page shows by itself: menus, share bars, prompts, teasers, credits.

A verdict is *sure* where the words can hardly stand in an article. Words that can (a lone "Business") are furniture
only in the company of other furniture, which `index.reading.cleaning` judges.
"""

import re
from functools import cache
from typing import NamedTuple

from index.reading.furniture_words import MENU_WORDS, SHARE_WORDS

LONGEST = 400
"""Characters above which a line is never furniture by its words alone."""


class Verdict(NamedTuple):
    """Why a line looks like furniture."""

    reason: str
    sure: bool = True


AGENCY_CREDIT = "agency credit"
CAPTION = "photo caption or credit"
COMMENTS = "comment area"
MENU = "navigation"
SHARE = "share bar"
TEASER = "link to another article"

_SOCIAL = r"(?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|google news|viber|tiktok|pinterest|rss|x\.com)"
_SEPARATED = r"\s*(?:[:：|»>→–—-].*)?"
# Read as: reason, pattern of a whole line, and whether the pattern also holds for a full sentence.
_RULES: tuple[tuple[str, str, bool], ...] = (
    (
        SHARE,
        r"(?:share|tweet|post|send|pin|print|save|e-?mail|copy)(?: (?:this|on|via|with|to|now|article|story|selection|link|"
        r"by|options?|page|it|your))+\b.{0,40}"
        r"|(?:show|close) (?:more|extra|share|fewer)\b.{0,30}|this story has been shared.{0,40}|\d+ shares?"
        r"|share ?:.{0,60}|copy link.{0,20}|link copied.{0,10}|text size.{0,20}|listen to (?:this )?article.{0,20}"
        r"|(?:teilen|partager|compartir|compartilhar|condividi|delen|dela|udostępnij|поделиться)(?: .{0,30})?",
        False,
    ),
    (
        "advertisement",
        r"advert(?:isement|ising|orial)?|ads?(?: by .{0,30})?|sponsored(?: content| by.{0,40}| links?)?|powered by.{0,40}"
        r"|promoted(?: content| by .{0,40})?|paid (?:content|post|for by.{0,30})|remove ads.{0,20}|skip ad(?:vert)?.{0,20}"
        r"|(?:story|article|post|text) continues (?:below|after).{0,40}|(?:scroll|swipe)(?: down)? (?:to|for) .{0,40}"
        r"|continue reading(?: the main story| below)?|report this ad|anzeige|werbung|publicidad|publicité|pubblicità"
        r"|publicidade|annons|advertentie|reklama|реклама|.{0,30}affiliate (?:link|commission)s?.{0,120}",
        True,
    ),
    (
        "cookie notice",
        r"(?:this (?:web)?site|we(?: and our partners)?|our (?:web)?site|by (?:continuing|using|clicking|browsing))\b.{0,200}\bcookies?\b.{0,200}"
        r"|(?:accept|reject|manage|allow|about)(?: all)?(?: our)? cookies|cookies? (?:policy|settings|preferences|notice|consent)",
        True,
    ),
    (
        "newsletter or registration prompt",
        r"(?:subscribe|sign(?: |-)?up|register|join)\b.{0,140}\b(?:newsletters?|inbox|e-?mails?|alerts|mailing list|digest|briefing)\b.{0,140}"
        r"|(?:get|receive|have)\b.{0,120}\b(?:inbox|newsletters?|by email)\b.{0,140}"
        r"|stay (?:up.to.date|updated|connected|informed|on top)\b.{0,140}|(?:our )?newsletters?"
        r"|(?:enter )?(?:your )?e-?mail(?: address)?\s?\*?|enter your .{0,60}|your email address will not be published.{0,80}"
        r"|thanks? (?:you )?for (?:signing up|subscribing|registering|your (?:interest|subscription)).{0,80}"
        r"|please (?:refresh|log ?in|sign in|enable|check your (?:inbox|email)|enter|verify|try again|upgrade)\b.{0,200}"
        r"|already (?:a (?:subscriber|member)|subscribed|registered|have an account).{0,60}"
        r"|(?:to (?:continue|keep) reading|this (?:article|content) is (?:for|reserved|exclusive)).{0,120}"
        r"|you (?:have|are|can) (?:now |already |successfully )?(?:been )?(?:logged|subscribed|signed|unsubscribe).{0,100}"
        r"|(?:subscribe|register|sign up) (?:now|today|here|for free|free)\b.{0,60}|unlimited (?:digital )?access.{0,60}"
        r"|(?:abonnieren|abonnez|inscrivez|suscríb|assine|iscriviti|prenumerera|receba )\S{0,6}\b.{0,120}",
        False,
    ),
    (
        "link to an app or channel",
        r"[^\"“”]{0,120}\b(?:is|are) (?:now |also )?on (?:telegram|whatsapp)\b[^\"“”]{0,200}"
        r"|[^\"“”]{0,120}\bclick here to (?:join|follow|subscribe|download|read)\b[^\"“”]{0,200}"
        rf"|(?:follow|join|like|find|connect with)\b[^\"“”]{{0,60}}\b(?:on|our)\b[^\"“”]{{0,40}}\b{_SOCIAL}\b[^\"“”]{{0,160}}"
        r"|(?:download|get|install|open in)(?: the| our)\b[^\"“”]{0,40}\bapps?\b[^\"“”]{0,80}"
        r"|follow (?:us|@?\w+)(?: on)?",
        True,
    ),
    (
        TEASER,
        rf"(?:also (?:read|watch|see)|read also|must (?:read|see|watch)|read (?:more|next)|see (?:also|more)|watch(?: also| more| now| live)?|"
        rf"more on this(?: story)?|related(?: (?:articles?|stor(?:y|ies)|content|posts?|news|topics?|coverage|links?|reading|video|items?))?|"
        rf"recommended(?: for you| reading| stories| articles)?|don['’]?t miss(?: it| this)?|in other news|in pictures|"
        rf"lire aussi|à lire aussi|lesen sie auch|mehr zum thema|auch interessant|lea también|lee también|te puede interesar|"
        rf"leia (?:também|mais)|saiba mais|leggi anche|lees ook|läs (?:också|mer|även)|czytaj (?:też|także|więcej)|čtěte také|"
        rf"читайте также|читать также|baca juga|artículos relacionados|artigos relacionados|verwandte artikel|zum thema)"
        rf"(?:{_SEPARATED})",
        True,
    ),
    (
        TEASER,
        r"(?:also read|read also|read more|read next|must read|see also|lire aussi|baca juga|lees ook)\b.{0,160}"
        r"|more (?:on|from|in|about|stories|news|coverage|articles|videos|top)\b.{0,60}"
        r"|you (?:may|might)(?: also)? (?:like|be interested in|want to).{0,60}|people also.{0,40}"
        r"|(?:trending|most (?:read|popular|viewed|shared|commented|recent|watched))\b.{0,40}"
        r"|(?:latest|top|popular|other|similar|featured|recent|breaking|best of|today['’]s) (?:news|stories|posts?|articles?|headlines|videos?|comments)\b.{0,30}"
        r"|editor['’]?s['’]? (?:picks?|choice)|(?:what to read|up) next.{0,80}|keep reading.{0,10}|read the (?:full|whole|original) .{0,60}"
        r"|(?:next|previous|prev|older|newer) (?:article|post|story|posts|page)s?\b.{0,120}|from (?:the web|our partners|around the web).{0,30}"
        r"|story timeline|must read.{0,40}|discover our .{0,50}|explore (?:more|related).{0,30}|suggested (?:for you|reading).{0,20}",
        False,
    ),
    (
        COMMENTS,
        r"reply|(?:log|sign) in to (?:reply|comment|post|leave).{0,60}|(?:view|show|read|see|load|hide|add|post|write|leave|make)(?: \d+| all| the| a| your| more)* comments?.{0,20}"
        r"|be the first to (?:comment|reply|like).{0,40}|report (?:this |a )?(?:comment|abuse|user).{0,20}|comments (?:are|have been) (?:closed|disabled|moderated|off).{0,80}"
        r"|\d+ (?:comments?|replies|responses?|kommentare|commentaires|comentarios|comentários)(?: on .{0,120})?|no comments(?: yet)?|comments? ?\(?\d*\)?"
        r"|(?:please let us know if|if) you['’]?(?:re| are) having (?:issues|trouble|problems) .{0,80}"
        r"|comment(?:s|aires|arios|ários)?|kommentare?|notify me (?:of|when|via).{0,80}|this site uses akismet.{0,120}",
        True,
    ),
    (
        COMMENTS,
        r"join (?:our commenting forum|the (?:conversation|discussion|debate)).{0,80}|(?:have your say|what do you think|tell us what you think|let us know what you think)\b.{0,100}"
        r"|join thought-provoking conversations.{0,120}|(?:leave|post|write|submit) (?:a|your) (?:comment|reply|response|review).{0,60}",
        True,
    ),
    (
        "copyright or republishing line",
        r"(?:copyright|©|\(c\)|&copy;)\s*(?:©|\(c\)|\d{4}|by\b|the\b).{0,250}|©.{0,250}|.{0,80}©\s?(?:\d{4}|copyright).{0,160}|.{0,120}\ball rights reserved\b.{0,160}"
        r"|(?:for|to request) (?:re-?publishing|re-?print|syndication|licen[cs]ing)\b.{0,160}"
        r"|(?:this (?:material|article|content|story)|no part of).{0,80}\b(?:may not be|re-?publish|reproduc|redistribut).{0,200}"
        r"|reproduction (?:in whole|without|is ).{0,160}|.{0,60}alle rechte vorbehalten.{0,80}|.{0,60}tous droits réservés.{0,80}|.{0,60}todos (?:los derechos|os direitos) reservados.{0,80}",
        True,
    ),
    (
        CAPTION,
        r"(?:photo(?:graph)?|image|picture|pic|file (?:photo|image|picture)|(?:photo|image|picture|video) (?:credit|source|copyright|caption)|media caption|credit|foto|bild|illustration|abbildung|fotografía)s?"
        r"\s*(?:[:：/©|]|\bby\b|\bcourtesy\b|\bvia\b|\bcopyright\b|\bcaption\b|\bcredits?\b).{0,200}"
        r"|(?:enlarge|view|click to (?:enlarge|expand)|expand|open|zoom)(?: this)? (?:image|photo|picture|gallery|slideshow|fullsize)s?.{0,30}"
        r"|(?:image|photo|media|video) (?:copyright|caption|source|credit).{0,200}"
        r"|.{0,250}\((?:ap photo|photo|image|picture|pic|file|foto|getty|afp/|reuters/|shutterstock|istock|via )[^)]{0,80}\)\.?"
        r"|.{0,250}\([^()]{3,60}/\s?(?:ap|associated press|reuters|afp|getty(?: images)?|epa|pa|bloomberg|shutterstock|[\w .]{3,30} (?:times|post|images|press))\)"
        r"|[^.!?]{0,160}\b(?:getty images|shutterstock|istock(?:photo)?|alamy(?: stock photo)?|afp/getty|ap photo/.{2,40}|reuters/[\w .-]{2,40})"
        r"|(?:hide|show) caption|toggle caption|play video.{0,60}|video player.{0,40}|\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|this video (?:is|can|file).{0,80}",
        True,
    ),
    (
        "reading time",
        r"(?:estimated )?(?:reading time|read time|tempo de leitura|lesezeit|temps de lecture|tiempo de lectura)\W.{0,20}|(?:about )?\d+\s?[- ]?min(?:ute)?s?\.? read|lesezeit.{0,20}",
        True,
    ),
    (
        "topics of the article",
        r"(?:filed under|tagged(?: with| in| as)?|tags?|topics?|keywords?|categor(?:y|ies)|posted in|labels?|schlagwörter|étiquettes|etiquetas|теги|hashtags?|more about)(?:\s*[:|].{0,200}|)|(?:filed under|tagged|topics) .{0,120}|(?:#\w+[\s,]*){2,}",
        False,
    ),
    (
        MENU,
        r"skip (?:to|main|navigation|links?)\b.{0,40}|jump to (?:content|navigation|main).{0,20}|back to (?:top|home|the top|main|previous).{0,30}|return to .{0,30}|go to .{0,30}"
        r"|(?:page )?\d+ (?:of|/) \d+|(?:load|show|view|see|browse) (?:more|all|less|full|fewer)\b.{0,40}|(?:next|prev(?:ious)?)\s?[»›→>]?|[«‹←<]\s?(?:next|prev(?:ious)?).{0,40}"
        r"|(?:toggle|open|close|expand|show|hide|main|primary|site|mobile|secondary|footer|top) (?:navigation|menu|search|sidebar|sub-?menu|drawer|nav|links)\b.{0,30}"
        r"|search(?: .{0,30})?|type to search|(?:privacy|terms|cookie|editorial|ethics|accessibility|refund|community)(?: (?:policy|of (?:use|service)|notice|statement|and conditions|& conditions|guidelines|standards))+.{0,120}"
        r"|(?:contact|about|advertise|work|write|partner)(?: (?:us|with us|for us))+|(?:these are )?external links? .{0,60}|(?:my|your|manage|create|edit)(?: (?:an|my|your))? (?:account|profile|subscription|preferences|settings).{0,20}"
        r"|(?:forgot|reset|change|lost|confirm)(?: your)? (?:password|username)\??.{0,20}|(?:log|sign)[ -]?(?:in|out|up|on)(?: (?:/|or|with|to|via) .{0,40})?"
        r"|(?:first |last |user ?)?name\s?\*|.{0,20}\(required\)|required fields? .{0,40}|(?:do not sell|your (?:ad|privacy) choices|ad choices).{0,40}|view (?:author|comments|profile|archive|gallery).{0,30}",
        False,
    ),
    (
        "HTML remnant",
        r"(?:</?(?:p|br|hr|div|span|a|b|i|em|strong|ul|ol|li|table|tr|td|img|figure|script|style|section|iframe|h[1-6])\b[^<>]{0,300}>\s*)+"
        r"|(?:&nbsp;|&[a-z]{2,6};)+",
        True,
    ),
    ("separator", r"[\W_]{1,80}", True),
)
_AGENCIES = r"(?:reuters?|associated press|ap|afp|agence france-presse|ians|pti|ani|dpa|xinhua|tass|upi|efe|ansa|agencies|wire services|news agencies|bloomberg)"
_CREDIT = re.compile(
    r"[-–—(\[*\s]*(?:"
    r"(?:with |– )?(?:additional |further )?(?:inputs?|reports?|files?|material|information) (?:from|by) [^.]{2,80}"
    r"|with (?:reporting|contributions?|agency) (?:from|by|inputs?)[^.]{0,80}|(?:additional|further) (?:reporting|writing|research)(?: by| from)? .{2,120}"
    r"|(?:reporting|writing|compiled|edited|editing|translated|produced) by .{2,160}"
    r"|this (?:story|report|article|copy)(?: (?:was|has been|is|first))+ (?:published|auto-?generated|taken|syndicated|sourced|produced|provided|edited|republished|originally).{0,160}"
    r"|.{2,100} contributed to this (?:report|story|article)|source ?: ?.{2,60}|"
    + _AGENCIES
    + r"(?:\s?[/,&]\s?"
    + _AGENCIES
    + r")*"
    r")\s*[)\]*.]*",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"\w.*\s\S+\s\S+\s\S+\s\S+.*[.!?][\"'”’)]*$")
_EDGES = " \t.,:;!*•·|»«›‹<>→←▼▲▾▸+-–—_/\\#()[]…"
_TOKENS = re.compile(r"[^\W_]+(?:['’-]\w+)*")


@cache
def _pattern() -> tuple[re.Pattern[str], tuple[tuple[str, bool], ...]]:
    parts = (rf"(?P<r{number}>{pattern})" for number, (_, pattern, _) in enumerate(_RULES))
    rules = tuple((reason, sentences) for reason, _, sentences in _RULES)
    return re.compile(rf"[\W_]{{0,4}}(?:{'|'.join(parts)})[\s.:!»›→>…\]]*$", re.IGNORECASE), rules


def verdict(line: str) -> Verdict | None:
    """What a line alone shows; None where it may well be the article's."""
    if len(line) > LONGEST:
        return None
    if _CREDIT.fullmatch(line) and len(line) <= 200:
        return Verdict(AGENCY_CREDIT)
    pattern, rules = _pattern()
    match = pattern.match(line)
    if match and match.lastgroup:
        reason, also_sentences = rules[int(match.lastgroup[1:])]
        if also_sentences or not _SENTENCE.match(line):
            return Verdict(reason)
    if len(line) > 120:
        return None
    bare = line.strip(_EDGES).lower()
    if bare in MENU_WORDS:
        return Verdict(MENU, sure=False)
    tokens = _TOKENS.findall(bare)
    if tokens and all(token in SHARE_WORDS for token in tokens):
        # "Post" or "Save" alone may be a menu's word or a table's; two of them, or a network's name, are a share bar.
        return Verdict(SHARE, sure=len(tokens) > 1)
    return None
