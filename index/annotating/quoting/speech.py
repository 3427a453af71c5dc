"""The words that attribute speech, and the words for people who speak without being named."""

import re

_SAY = """
said says say told tells tell added adds add asked asks ask answered answers answer replied replies reply
responded responds respond argued argues argue claimed claims claim explained explains explain
insisted insists insist noted notes note stated states warned warns warn declared declares declare
announced announces announce wrote writes write written tweeted tweets tweet posted posts recalled recalls
remarked remarks remark commented comments comment observed observes observe concluded concludes conclude
continued continues admitted admits admit acknowledged acknowledges acknowledge conceded concedes concede
denied denies deny confirmed confirms confirm revealed reveals reveal reported reports report
joked jokes joke quipped quips quip shouted shouts shout yelled yells yell cried cries exclaimed exclaims
whispered whispers promised promises promise pledged pledges pledge vowed vows vow predicted predicts predict
suggested suggests suggest stressed stresses stress emphasized emphasizes emphasised emphasises
complained complains complain lamented laments lament boasted boasts boast bragged brags brag
maintained maintains maintain contended contends contend asserted asserts assert testified testifies testify
alleged alleges allege assured assures assure mused muses muse reiterated reiterates reiterate
recounted recounts recount proclaimed proclaims proclaim chanted chants chant retorted retorts fumed fumes
wondered wonders wonder interjected interjects protested protests cautioned cautions caution advised advises
pleaded pleads repeated repeats elaborated elaborates summarized summarised read reads remembered remembers
confessed confesses countered counters counter signalled signaled estimated estimates estimate
thought thinks think believes believed believe informed informs emailed vented opined opines
accused accuses accuse urged urges urge demanded demands demand indicated indicates indicate
quoted quotes cited cites pointed points point spoke speaks went shot began proposed proposes offered offers
groused grouses exhorted exhorts retaliated retaliates sniped snipes snapped snaps deadpanned scoffed scoffs theorized
theorised speculated speculates reasoned reasons surmised surmises ventured ventures interjected chimed weighed pressed
reacted reacts fired fires vented marvelled marveled tweets
put puts echoed echoes agreed agrees questioned questions mentioned mentions affirmed affirms hinted hints
"""
_LABEL = """
called calls call described describes describe dubbed dubs dub labelled labels labeled label branded brands
denounced denounces denounce dismissed dismisses dismiss praised praises praise hailed hails hail
slammed slams slam blasted blasts blast criticized criticizes criticised criticises mocked mocks mock
condemned condemns condemn characterized characterizes characterised characterises decried decries
referred refers refer derided derides deride attacked attacks ridiculed ridicules portrayed portrays
thanked thanks thank blamed blames blame cast casts lauded lauds ripped rips assailed assails chided chides
named welcomed welcomes rejected rejects deemed deems summed sums bemoaned bemoans touted touts knocked knocks
commended commends credited credits lashed lashes railed rails talked talks expressed expresses
"""
_PARTICIPLE = """
saying telling adding asking answering replying arguing claiming explaining insisting noting stating warning declaring
announcing writing tweeting recalling remarking commenting observing concluding continuing admitting acknowledging
conceding denying confirming revealing reporting joking shouting yelling promising pledging vowing predicting
suggesting stressing emphasizing emphasising complaining boasting maintaining contending asserting alleging assuring
chanting wondering protesting cautioning repeating quoting citing calling describing dubbing labelling labeling
branding denouncing dismissing praising hailing slamming blasting criticizing criticising mocking condemning
characterizing characterising referring thanking blaming accusing urging demanding reading proclaiming mentioning
deriding attacking portraying lamenting recounting countering responding offering
"""
_NO_CLAUSE = """
ask asks asked spoke speaks quoted quotes cited cites began accused accuses accuse urged urges urge demanded demands
demand posted posts read reads informed informs advised advises questioned questions chanted chants chant thought
thinks think wondered wonders wonder promised promises promise pledged pledges pledge vowed vows vow continued continues
put puts written elaborated answered answers answer offered offers went shot believes believed
believe proposed proposes pleaded pleads
"""

SAY_VERBS = frozenset(_SAY.split())
LABEL_VERBS = frozenset(_LABEL.split())
"""Verbs that give somebody's words for a thing: "called it “a precaution”"."""
PARTICIPLES = frozenset(_PARTICIPLE.split())
PHRASAL = {
    "pointed": "out", "points": "out", "point": "out", "went": "on", "shot": "back", "put": "it", "puts": "it",
    "fired": "back", "fires": "back", "chimed": "in", "weighed": "in", "spoke": "of", "speaks": "of",
}  # fmt: skip
"""Verbs that speak only with the word beside them."""
BARE_VERBS = frozenset(
    word
    for word in SAY_VERBS | LABEL_VERBS
    if not word.endswith(("ed", "s"))
    and word
    not in {
        "said",
        "told",
        "wrote",
        "written",
        "put",
        "read",
        "went",
        "began",
        "cast",
        "spoke",
        "thought",
        "shot",
    }
)
"""Verbs in the form that nouns have, too: "claim", "report"."""
CLAUSE_VERBS = SAY_VERBS - frozenset(_NO_CLAUSE.split())
"""Verbs whose clause is what somebody said, so that it can be given as indirect speech."""

CLAUSE_PARTICIPLES = frozenset(
    "saying telling adding arguing claiming explaining insisting noting stating warning declaring announcing conceding "
    "admitting acknowledging denying confirming revealing reporting predicting suggesting stressing complaining "
    "maintaining contending asserting alleging assuring emphasizing emphasising".split()
)
"""The same of participles."""
ASKING = frozenset({"asked", "asks", "asking", "wondered", "wonders", "questioned"})
"""Verbs of which only a question is somebody's words."""

ACCORDING = re.compile(r"[Aa]ccording to|[Ii]n the words of")
INVERTING = frozenset(
    "said says wrote writes added adds explained explains noted notes argued argues insisted insists recalled recalls "
    "concluded concludes observed observes remarked remarks continued continues replied replies responded responds "
    "joked jokes admitted admits complained complains declared declares stated states opined opines mused muses".split()
)
"""Verbs that stand before their subject, too: "The bridge, said Kern, was open"."""
_BEGINNING = (
    PARTICIPLES | {word for word in INVERTING if word.endswith("ed")} | {"said", "says", "wrote", "adds"}
)
CUES = SAY_VERBS | LABEL_VERBS | PARTICIPLES | {word.capitalize() for word in _BEGINNING}
"""All the single words that attribute; those at the end may begin a sentence."""

ADVERBS = (
    r"(?:has|have|had|also|already|then|later|again|once|now|further|still|even|first|simply|just|often|is|was|were|are|did"
    r"|does|do|would|will|could|been|be|being|[a-z]+ly|himself|herself|themselves|both|all|never|always|not|since|long"
    r"|soon|twice|instead|there|too|only|went on to|goes on to|took to \w+ to)"
)
"""What may stand between a subject and its cue."""

ROLE_NOUNS = (
    r"(?:ministers?|presidents?|spokes(?:man|woman|person|people|men)|officials?|sources?|police|governors?"
    r"|mayors?|senators?|congress(?:man|woman|men)|lawmakers?|legislators?|general|commanders?|colonel|captain"
    r"|officers?|soldiers?|troops|judges?|prosecutors?|lawyers?|attorneys?|witness(?:es)?|residents?|analysts?"
    r"|experts?|economists?|professors?|scientists?|researchers?|doctors?|nurses?|teachers?|students?|farmers?"
    r"|workers?|activists?|protesters?|demonstrators?|leaders?|chiefs?|heads?|directors?|chair(?:man|woman|person)?"
    r"|secretary|ambassador|envoy|diplomats?|candidates?|nominee|campaign|ministry|government|army|military|company"
    r"|group|agency|court|committee|commission|council|department|union|party|report|statement|newspaper|paper"
    r"|magazine|website|study|survey|poll|letter|email|memo|document|lawsuit|complaint|indictment|editorial|article"
    r"|authorities|executives?|managers?|owners?|coach|players?|father|mother|parents|wife|husband|son|daughter"
    r"|brother|sister|friends?|neighbou?rs?|man|woman|men|women|people|boy|girl|aides?|advis[eo]rs?"
    r"|strategists?|supporters?|critics|opponents?|rivals?|voters?|reporters?|journalists?|editors?|authors?"
    r"|historians?|investigators?|detectives?|deputy|director-general|pope|king|queen|prince|bishop|priest|imam|rabbi"
    r"|announcer|narrator|moderator|host|users?|boss(?:es)?|members?|representatives?|delegates?|insider|staffer|veteran"
    r"|victims?|survivors?|driver|pilot|astronomers?|engineers?|developers?|designer|organi[sz]ers?|board|panel|crowd"
    r"|businessman|businesswoman|mogul|tycoon|billionaire|neurosurgeon|democrats?|republicans?|premier|chancellor"
    r"|persons?|treasurer|sheriff|trooper|trustees?|investors?|shareholders?|bank|firm|airline|operator|charity|foundation"
    r"|institute|association|federation|embassy|consulate|office|administration|watchdog|regulator|tribunal|scholar|fellow|biographer"
    r"|relatives|famil(?:y|ies)|villagers|locals|rebels|militants|insurgents|firefighters|guards|passengers?|customers?"
    r"|companies|agencies|governments|courts|firms|banks|teams|studies|reports|documents|rescuers|economist|spokesperson"
    r"|(?!(?:others|numbers|powers|matters|letters|papers|orders)\b)[a-z]{3,}(?:ers|ists|icians|ants|tors)|actor|actress|singer|writer|poet|artist|musician|band|team|club|\d\d-year-old)"
)
"""The last word of a phrase that names a speaker by role or as a document."""
