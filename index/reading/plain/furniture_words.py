"""Words of menus and share bars, in small letters."""

SHARE_WORDS = frozenset(
    """
    share tweet pin email e-mail mail print save pdf as download facebook twitter linkedin whatsapp
    reddit pinterest tumblr flipboard messenger telegram pocket google instagram youtube vk viber line
    wechat weibo xing skype snapchat tiktok mastodon bluesky threads x digg stumbleupon buffer sms copy
    link url bookmark like follow more rss a aa aaa comment comments gift listen font size text via on
    to copied feed plus hacker
    """.split()
)
"""Of which share bars and print buttons consist."""
NETWORKS = frozenset(
    "facebook twitter linkedin whatsapp reddit pinterest tumblr flipboard messenger instagram".split()
)
"""Those of them that alone on a line are a share bar too."""

_MENU = """
home|homepage|front page|news|world|world news|us news|uk news|u.s.|us|uk|usa|europe|asia|africa|americas|middle east|
australia|china|india|canada|latin america|local|local news|national|nation|regional|international|global|politics|
elections|business|economy|finance|markets|money|personal finance|companies|industries|industry|banking|property|
real estate|tech|technology|science|sci-tech|gadgets|gaming|games|internet|health|healthcare|wellness|fitness|education|
environment|climate|weather|energy|sport|sports|football|soccer|cricket|rugby|tennis|golf|boxing|formula 1|f1|nfl|nba|
mlb|nhl|racing|cycling|athletics|olympics|fixtures|results|scores|tables|transfers|entertainment|culture|arts|
arts & culture|entertainment & arts|books|music|film|films|movies|tv|tv & radio|television|theatre|celebrity|showbiz|
style|fashion|beauty|lifestyle|life|living|life & style|lifestyles|food|food & drink|recipes|drink|restaurants|travel|
hotels|family|parenting|relationships|home & garden|gardening|pets|cars|motoring|autos|auto|automotive|opinion|opinions|
editorial|editorials|columns|columnists|columnist|letters|letters to the editor|comment|commentary|analysis|op-ed|blogs|
blog|features|feature|reviews|review|interviews|interview|investigations|special reports|special report|explainers|
explained|obituaries|obituary|crosswords|crossword|puzzles|puzzle|comics|cartoons|horoscopes|horoscope|astrology|quiz|
quizzes|video|videos|photos|photo|pictures|in pictures|galleries|gallery|photo gallery|multimedia|podcasts|podcast|
radio|live|live tv|watch live|live updates|audio|listen|tv guide|events|event|calendar|jobs|careers|classifieds|
dating|shop|shopping|store|deals|coupons|offers|vouchers|sections|section|all sections|topics|categories|tags|archive|
archives|menu|search|login|log in|log out|logout|sign in|sign up|sign out|register|subscribe|subscriptions|subscription|
my account|account|profile|settings|newsletters|newsletter|alerts|notifications|e-paper|epaper|enewspaper|e-edition|
digital edition|print edition|today's paper|magazine|about|about us|contact|contact us|help|help & support|support|
faq|faqs|feedback|advertise|advertise with us|advertising|media kit|press|press releases|press room|newsroom|staff|
our team|team|masthead|privacy|privacy policy|privacy notice|cookie policy|terms|terms of use|terms of service|
terms and conditions|terms & conditions|legal|imprint|impressum|datenschutz|agb|disclaimer|accessibility|sitemap|
site map|site index|rss|rss feed|rss feeds|corrections|ethics|code of ethics|complaints|licensing|syndication|
reprints|reuse content|permissions|donate|support us|become a member|membership|partners|sponsors|community|forum|
forums|members|submit|send|cancel|close|ok|yes|no|next|previous|prev|back|more|see more|show more|read more|view all|
see all|load more|less|open|edit|delete|reply|report|like|follow|following|follow us|connect|social|social media|
stay connected|top|back to top|top stories|latest|latest news|breaking news|breaking|trending|popular|most read|
most popular|featured|recent|recent posts|recommended|related|editor's picks|exclusive|highlights|headlines|
hot topics|must read|tips|tip us|got a tip?|english|español|français|deutsch|italiano|português|русский|العربية|中文|
edition|editions|language|select language|country|countries|locations|stores|products|services|solutions|company|
investors|investor relations|resources|developers|documentation|downloads|download|apps|app|mobile|mobile apps|
desktop|android|ios|iphone|windows|web|startseite|nachrichten|politik|wirtschaft|kultur|wissen|panorama|meinung|
gesellschaft|digital|netzwelt|gesundheit|reise|immobilien|kontakt|suche|anmelden|accueil|actualités|politique|
économie|société|culture|monde|france|santé|sciences|météo|recherche|connexion|abonnés|s'abonner|inicio|noticias|
política|economía|deportes|cultura|opinión|mundo|sociedad|salud|ciencia|tecnología|buscar|contacto|início|notícias|
esportes|economia|saúde|contato|busca|buscar|home page|cronaca|esteri|politica|cerca|contatti|главная|новости|
политика|экономика|общество|спорт|культура|в мире|поиск|strona główna|wiadomości|sport|kontakt|szukaj|hjem|nyheter|
share|sharing|print|save|comments|by|views|author|date|source|image|images|caption|loading|loading...|advertisement|
password|username|email|e-mail|name|website|first name|last name|phone|message|subject|zip|all|other|misc|general|
terms of sale|write for us|work with us|in this issue|this issue|back issues|past issues|gift a friend|
gift subscriptions|unsubscribe|listen live|schedule|sustainability|governance|innovation|leadership|
management|strategy|security|privacy settings|manage preferences
"""
MENU_WORDS = frozenset(word for line in _MENU.split("\n") for word in line.split("|") if word)
"""Whole lines that menus consist of; most can be a heading or a line of a table too."""
