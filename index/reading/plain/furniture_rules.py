"""The patterns of furniture: whole lines that menus, share bars, prompts and teasers consist of.

Each pattern must match a line from its first letter to its last; marks around it, such as a bullet or a colon, are
taken off before. Case does not matter.
"""

from typing import NamedTuple

AGENCY_CREDIT = "agency credit"
CAPTION = "photo caption or credit"
COMMENTS = "comment area"
MENU = "navigation"
SHARE = "share bar"
TEASER = "link to another article"


class Rule(NamedTuple):
    """Patterns with one reason."""

    reason: str
    patterns: tuple[str, ...]
    sentences: bool
    """Whether they hold for whole sentences too; the others could begin one in an article."""
    sure: bool = True
    """Whether the line is furniture in any company; the others could be a heading of an article."""


RULES: tuple[Rule, ...] = (
    Rule(
        SHARE,
        (
            (
                r"(?:share|tweet|post|send|pin|print|save|e-?mail|copy)(?: (?:this|on|via|with|to|now|article"
                r"|story|selection|link|by|options?|page|it|your))+\b.{0,40}"
            ),
            r"(?:show|close) (?:more|extra|share|fewer)\b.{0,30}|this story has been shared.{0,40}",
            r"\d+ shares?|share ?:.{0,60}|copy link.{0,20}|link copied.{0,10}|text size.{0,20}",
            r"listen to (?:this )?article.{0,20}|print version|printer-friendly.{0,20}|send to (?:a )?friend",
            r"(?:give|gift) this article",
            (
                r"(?:teilen|partager|compartir|compartilhar|condividi|delen|dela|udostępnij"
                r"|поделиться)(?: .{0,30})?"
            ),
        ),
        sentences=False,
    ),
    Rule(
        "advertisement",
        (
            r"advert(?:isement|ising|orial)?|ads?(?: by .{0,30})?|sponsored(?: content| by.{0,40}| links?)?",
            r"powered by.{0,40}|promoted(?: content| by .{0,40})?|paid (?:content|post|for by.{0,30})",
            r"remove ads.{0,20}|skip ad(?:vert)?.{0,20}",
            r"(?:story|article|post|text) continues (?:below|after).{0,40}",
            r"(?:scroll|swipe)(?: down)? (?:to|for) .{0,40}|continue reading(?: the main story| below)?",
            r"report this ad|anzeige|werbung|publicidad|publicité|pubblicità|publicidade|annons|advertentie",
            r"reklama|реклама",
        ),
        sentences=False,
    ),
    Rule(
        "cookie notice",
        (
            (
                r"(?:this (?:web)?site|we(?: and our partners)? (?:use|store|set)|our (?:web)?site"
                r"|by (?:continuing|using"
                r"|clicking|browsing))\b.{0,200}\bcookies?\b.{0,200}"
            ),
            r"(?:accept|reject|manage|allow|about)(?: all)?(?: our)? cookies",
            r"cookies? (?:policy|settings|preferences|notice|consent)",
        ),
        sentences=True,
    ),
    Rule(
        "newsletter or registration prompt",
        (
            (
                r"(?:subscribe|sign(?: |-)?up|register|join)\b.{0,140}\b(?:newsletters?|inbox|e-?mails?"
                r"|alerts|mailing list|digest|briefing)\b.{0,140}"
            ),
            r"(?:get|receive|have)\b.{0,120}\b(?:inbox|newsletters?|by email)\b.{0,140}",
            r"stay (?:up.to.date|updated|connected|informed|on top)\b.{0,140}|(?:our )?newsletters?",
            r"(?:enter )?(?:your )?e-?mail(?: address)?\s?\*?|enter your .{0,60}",
            r"your email address will not be published.{0,80}",
            (
                r"thanks? (?:you )?for (?:signing up|subscribing|registering|your (?:interest"
                r"|subscription)).{0,80}"
            ),
            (
                r"please (?:refresh|log ?in|sign in|enable|check your (?:inbox|email)|enter|verify|try again"
                r"|upgrade)\b.{0,200}"
            ),
            r"already (?:a (?:subscriber|member)|subscribed|registered|have an account).{0,60}",
            r"(?:to (?:continue|keep) reading|this (?:article|content) is (?:for|reserved|exclusive)).{0,120}",
            (
                r"you (?:have|are|can) (?:now |already |successfully )?(?:been )?(?:logged|subscribed|signed"
                r"|unsubscribe).{0,100}"
            ),
            r"(?:subscribe|register|sign up) (?:now|today|here|for free|free)\b.{0,60}",
            r"unlimited (?:digital )?access.{0,60}",
            r"(?:abonnieren|abonnez|inscrivez|suscríb|assine|iscriviti|prenumerera|receba )\S{0,6}\b.{0,120}",
        ),
        sentences=False,
    ),
    Rule(
        "link to an app or channel",
        (
            (
                r"(?:follow|join|like|find|connect with) (?:us|me|our|the author|@\w+|[\w.@'’ ]{2,40} on)\b"
                r'[^"“”]{0,60}\b(?:facebook|twitter|instagram|telegram|whatsapp|youtube|linkedin|google news|viber'
                r'|tiktok|pinterest|rss|x\.com)\b[^"“”]{0,160}'
            ),
            r'(?:download|get|install|open in)(?: the| our)\b[^"“”]{0,40}\bapps?\b[^"“”]{0,80}',
            r"follow (?:us|@\w+)(?: on)?",
        ),
        sentences=True,
    ),
    Rule(
        TEASER,
        (
            (
                r"(?:also (?:read|watch|see)|read also|must (?:read|see|watch)|read (?:more|next)|see (?:also"
                r"|more)|watch(?: also| more| now| live)?|more on this(?: story)?|related(?: (?:articles?"
                r"|stor(?:y|ies)|content|posts?|news|topics?|coverage|links?|reading|video|items?))?"
                r"|recommended(?: for you| reading| stories| articles)?|don['’]?t miss(?: it| this)?"
                r"|in other news|in pictures|lire aussi|à lire aussi|lesen sie auch|mehr zum thema"
                r"|auch interessant|lea también|lee también|te puede interesar|leia (?:também|mais)"
                r"|saiba mais|leggi anche|lees ook|läs (?:också|mer|även)|czytaj (?:też|także|więcej)"
                r"|čtěte také|читайте также|читать также|baca juga|artículos relacionados"
                r"|artigos relacionados|verwandte artikel|zum thema|weitere beiträge|weitere artikel"
                r"|das könnte sie auch interessieren|articles similaires|sur le même sujet"
                r"|noticias relacionadas|вам также может быть интересно|похожие (?:записи|статьи|новости)"
                r"|материалы по теме|関連記事|おすすめ記事|人気記事|相关文章|推荐阅读|artikel terkait|related posts?)"
                r"(?:\s*[:：|»>→].*|\s+[–—-]\s.*)?"
            ),
        ),
        sentences=True,
    ),
    Rule(
        TEASER,
        (
            r"(?:also read|read also|read more|read next|see also|lire aussi|baca juga|lees ook)\b.{0,160}",
            r"more (?:on|from|in|about|stories|news|coverage|articles|videos|top)\b.{0,60}",
            r"you (?:may|might)(?: also)? (?:like|be interested in|want to).{0,60}|people also.{0,40}",
            r"(?:trending|most (?:read|popular|viewed|shared|commented|recent|watched))\b.{0,40}",
            (
                r"(?:latest|top|popular|other|similar|featured|recent|breaking|best of|today['’]s) (?:news"
                r"|stories|posts?|articles?|headlines|videos?|comments)\b.{0,30}"
            ),
            r"editor['’]?s['’]? (?:picks?|choice)|(?:what to read|up) next.{0,80}|keep reading.{0,10}",
            r"read the (?:full|whole|original) .{0,60}",
            r"(?:next|previous|prev|older|newer) (?:article|post|story|posts|page)s?\b.{0,120}",
            r"from (?:the web|our partners|around the web).{0,30}|story timeline|must read.{0,40}",
            r"discover our .{0,50}|explore (?:more|related).{0,30}|suggested (?:for you|reading).{0,20}",
        ),
        sentences=False,
        sure=False,
    ),
    Rule(
        COMMENTS,
        (
            r"reply|(?:log|sign) in to (?:reply|comment|post|leave).{0,60}",
            (
                r"(?:view|show|read|see|load|hide|add|post|write|leave|make)(?: \d+| all| the| a| your"
                r"| more)* comments?.{0,20}"
            ),
            r"be the first to (?:comment|reply|like).{0,40}|report (?:this |a )?(?:comment|abuse|user).{0,20}",
            r"comments (?:are|have been) (?:closed|disabled|moderated|off).{0,80}",
            (
                r"\d+ (?:comments?|replies|responses?|kommentare|commentaires|comentarios"
                r"|comentários)(?: on .{0,120})?"
            ),
            r"no comments(?: yet)?(?: comment from .{0,30})?|comments? ?\(?\d*\)?",
            r"(?:\d+|one|two|three) (?:thoughts?|responses?|repl(?:y|ies)|comments?) (?:on|to) [“\"‘'«].{0,200}",
            r"(?:please let us know if|if) you['’]?(?:re| are) having (?:issues|trouble|problems) .{0,80}",
            r"comment(?:s|aires|arios|ários)?|kommentare?|notify me (?:of|when|via).{0,80}",
            r"this site uses akismet.{0,120}",
        ),
        sentences=True,
    ),
    Rule(
        COMMENTS,
        (
            r"join (?:our commenting forum|the (?:conversation|discussion|debate)).{0,80}",
            r"(?:have your say|tell us what you think|let us know what you think)\b.{0,100}",
            r"join thought-provoking conversations.{0,120}",
            r"(?:leave|post|write|submit) (?:a|your) (?:comment|reply|response|review).{0,60}",
        ),
        sentences=True,
    ),
    Rule(
        "newsletter or registration prompt",
        (
            r"an email with an? .{0,30}\b(?:link|code)\b.{0,80}|(?:no,? )?thanks?(?: you)?!?",
            r"share your thoughts.{0,60}",
        ),
        sentences=True,
    ),
    Rule(
        "copyright or republishing line",
        (
            r"(?:copyright|©|\(c\)|&copy;)\s*(?:©|\(c\)|\d{4}|by\b|the\b).{0,250}|©.{0,250}",
            r"(?:for|to request) (?:re-?publishing|re-?print|syndication|licen[cs]ing)\b.{0,160}",
            (
                r"(?:this (?:material|article|content|story)|no part of).{0,80}\b(?:may not be|re-?publish"
                r"|reproduc|redistribut).{0,200}"
            ),
            r"reproduction (?:in whole|without|is ).{0,160}",
        ),
        sentences=True,
    ),
    Rule(
        CAPTION,
        (
            r"in this\b[^.]{0,60}\b(?:photo|image|picture|frame grab)\b.{0,330}",
            (
                r"(?:photo(?:graph)?|image|picture|pic|file photo|credit|foto|bild|illustration|abbildung|fotografía)s?"
                r"(?: credit)?\s*[:：/©|].{0,200}"
            ),
            (
                r"(?:enlarge|view|click to (?:enlarge|expand)|expand|open|zoom)(?: this)? (?:image|photo"
                r"|picture|gallery|slideshow|fullsize)s?.{0,30}"
            ),
            r"(?:image|photo|media|video) (?:copyright|caption|source|credit).{0,200}",
            r"(?:hide|show) caption|toggle caption|play video.{0,60}|video player.{0,40}",
            r"\d{1,2}:\d\d(?: ?/ ?\d{1,2}:\d\d)?|media playback is .{0,60}|replay video",
        ),
        sentences=True,
    ),
    Rule(
        CAPTION,
        (
            (
                r"(?:photo(?:graph)?|image|picture|file photo|credit|foto|bild|illustration)s?"
                r" (?:by|courtesy|via|copyright|caption|credit)\b.{0,120}"
            ),
        ),
        sentences=False,
    ),
    Rule(
        "time of the last change",
        (r"(?:last )?updated(?: at)?:? \d{1,2}[:.]\d\d.{0,12}",),
        sentences=False,
    ),
    Rule(
        "reading time",
        (
            (
                r"(?:estimated )?(?:reading time|read time|tempo de leitura|lesezeit|temps de lecture"
                r"|tiempo de lectura)\W.{0,20}"
            ),
            r"(?:about )?\d+\s?[- ]?min(?:ute)?s?\.? read|lesezeit.{0,20}",
        ),
        sentences=True,
    ),
    Rule(
        "topics of the article",
        (
            (
                r"(?:filed under|tagged(?: with| in| as)?|tags?|topics?|keywords?|categor(?:y|ies)|posted in"
                r"|labels?|schlagwörter|étiquettes|etiquetas|теги|hashtags?|more about)(?:\s*[:|].{0,200}|)"
            ),
            r"(?:filed under|tagged) .{0,120}|(?:#\w+[\s,]*){2,}",
        ),
        sentences=False,
    ),
    Rule(
        MENU,
        (
            r"skip (?:to|main|navigation|links?)\b.{0,40}|jump to (?:content|navigation|main).{0,20}",
            r"back to (?:top|home|the top|main|previous).{0,30}",
            r"(?:return|go) to (?:the )?(?:home|homepage|top|main page).{0,20}",
            r"(?:page )?\d+ (?:of|/) \d+|(?:load|show|view|see|browse) (?:more|all|less|full|fewer)\b.{0,40}",
            r"(?:next|prev(?:ious)?)\s?[»›→>]?|[«‹←<]\s?(?:next|prev(?:ious)?).{0,40}",
            (
                r"(?:toggle|open|close|expand|show|hide|main|primary|site|mobile|secondary|footer"
                r"|top) (?:navigation|menu|search|sidebar|sub-?menu|drawer|nav|links)\b.{0,30}"
            ),
            r"search(?: (?:the|this) (?:site|web|archive).{0,20}| for)?|type to search",
            (
                r"(?:privacy|terms|cookie|editorial|ethics|accessibility|refund|community)(?: (?:policy"
                r"|of (?:use|service)|notice|statement|and conditions|& conditions|guidelines"
                r"|standards))+.{0,120}"
            ),
            r"(?:contact|about|advertise|work|write|partner)(?: (?:us|with us|for us))+",
            r"(?:these are )?external links? .{0,60}",
            (
                r"(?:my|your|manage|create|edit)(?: (?:an|my|your))? (?:account|profile|subscription"
                r"|preferences|settings).{0,20}"
            ),
            r"(?:forgot|reset|change|lost|confirm)(?: your)? (?:password|username)\??.{0,20}",
            r"(?:log|sign)[ -]?(?:in|out|up|on)(?: (?:/|or|with|to|via) .{0,40})?",
            r"(?:first |last |user ?)?name\s?\*|required fields? .{0,40}",
            r"(?:log|sign) in (?:/ |or |\| )?(?:subscribe|register|join)|(?:https?://|www\.)?[\w-]{4,}(?:\.[\w-]+)*\.[a-z]{2,8}/?",
            r"(?:do not sell|your (?:ad|privacy) choices|ad choices).{0,40}",
            r"view (?:author|comments|profile|archive|gallery).{0,30}|issue (?:no\.? ?)?\d+|order reprints",
            (
                r"(?:next|coming up|now|later)(?: up| next)? on (?:air|the show|the programme"
                r"|radio|tv|this station)\b.{0,80}"
            ),
        ),
        sentences=False,
    ),
    Rule(
        "HTML remnant",
        (
            (
                r"(?:</?(?:p|br|hr|div|span|a|b|i|em|strong|ul|ol|li|table|tr|td|img|figure|script|style"
                r"|section|iframe|h[1-6])\b[^<>]{0,300}>\s*)+"
            ),
            r"(?:&nbsp;|&[a-z]{2,6};)+",
        ),
        sentences=True,
    ),
    Rule(
        "separator",
        (r"[\W_]{1,80}",),
        sentences=True,
    ),
)
