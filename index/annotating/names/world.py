"""Names of the world that no library of ours lists: short names of countries, regions, peoples, known bodies."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _names(text: str) -> frozenset[str]:
    return frozenset(" ".join(name.split()) for name in text.split(","))


NO_TERRITORY = _words("ZZ EU UN EZ XA XB QO 001")
"""Codes of CLDR that are a body, a test, or nowhere."""

COUNTRY_NAMES: dict[str, tuple[str, ...]] = {
    "US": (
        "US",
        "U.S.",
        "U. S.",
        "U.S",
        "USA",
        "U.S.A.",
        "United States",
        "United States of America",
        "America",
    ),
    "GB": ("UK", "U.K.", "U. K.", "U.K", "United Kingdom", "Britain", "Great Britain"),
    "AE": ("UAE", "U.A.E.", "United Arab Emirates", "Emirates"),
    "RU": ("Russian Federation",),
    "CN": ("People's Republic of China", "PRC", "P.R.C."),
    "TW": ("Republic of China",),
    "KP": ("DPRK", "North Korea", "Democratic People's Republic of Korea"),
    "KR": ("South Korea", "Republic of Korea"),
    "IR": ("Islamic Republic of Iran",),
    "CD": (
        "DRC",
        "DR Congo",
        "Congo-Kinshasa",
        "Democratic Republic of Congo",
        "Democratic Republic of the Congo",
        "Zaire",
    ),
    "CG": ("Congo-Brazzaville", "Republic of Congo", "Republic of the Congo"),
    "MM": ("Burma", "Myanmar"),
    "CI": ("Ivory Coast", "Côte d'Ivoire", "Cote d'Ivoire"),
    "CZ": ("Czechia", "Czech Republic"),
    "NL": ("Holland", "Netherlands", "The Netherlands"),
    "TR": ("Turkey", "Türkiye", "Turkiye"),
    "SA": ("Kingdom of Saudi Arabia",),
    "SZ": ("Eswatini", "Swaziland"),
    "CV": ("Cape Verde", "Cabo Verde"),
    "TL": ("East Timor", "Timor-Leste"),
    "MK": ("Macedonia", "North Macedonia"),
    "BA": ("Bosnia", "Bosnia-Herzegovina", "Bosnia and Herzegovina"),
    "PS": ("Palestine", "Palestinian Territories"),
    "HK": ("Hong Kong",),
    "MO": ("Macau", "Macao"),
    "TT": ("Trinidad and Tobago", "Trinidad"),
    "AG": ("Antigua and Barbuda",),
    "KN": ("St Kitts and Nevis", "Saint Kitts and Nevis"),
    "VC": ("St Vincent and the Grenadines",),
    "LC": ("St Lucia", "Saint Lucia"),
    "ST": ("Sao Tome and Principe",),
    "VA": ("Vatican", "Holy See"),
    "IE": ("Republic of Ireland",),
    "XK": ("Kosovo",),
    "Soviet Union": ("Soviet Union", "USSR", "U.S.S.R."),
    "Yugoslavia": ("Yugoslavia",),
    "Czechoslovakia": ("Czechoslovakia",),
    "East Germany": ("East Germany", "E. Germany", "German Democratic Republic"),
    "West Germany": ("West Germany", "W. Germany"),
    "England": ("England",),
    "Scotland": ("Scotland",),
    "Wales": ("Wales",),
    "Northern Ireland": ("Northern Ireland",),
}
"""Names and abbreviations by which newspapers know a country, beside those of CLDR and GeoNames."""

REGIONS = _names(
    "Middle East, Far East, Near East, Central Asia, South Asia, East Asia, West Asia, Southeast Asia, South East"
    " Asia, Western Europe, Eastern Europe, Central Europe, Northern Europe, Southern Europe, North Africa, West"
    " Africa, East Africa, Southern Africa, Central Africa, Latin America, Central America, North America, South"
    " America, Asia-Pacific, Asia Pacific, Europe, Asia, Africa, Oceania, Antarctica, Arctic, Balkans, Caucasus,"
    " Siberia, Scandinavia, Caribbean, Mediterranean, Pacific, Atlantic, Indian Ocean, Pacific Ocean, Atlantic"
    " Ocean, Himalayas, Sahara, Sahel, Maghreb, Levant, Horn of Africa, Persian Gulf, Black Sea, Caspian Sea, Red"
    " Sea, South China Sea, East China Sea, North Sea, Baltic Sea, Baltics, West Bank, Gaza, Gaza Strip, East"
    " Jerusalem, Golan Heights, Kashmir, Jammu and Kashmir, Punjab, Kerala, Gujarat, Rajasthan, Bihar, Assam,"
    " Odisha, Tamil Nadu, Uttar Pradesh, Madhya Pradesh, Andhra Pradesh, West Bengal, Karnataka, Maharashtra,"
    " Haryana, Jharkhand, Sindh, Balochistan, Khyber Pakhtunkhwa, Helmand, Nangarhar, Badakhshan, Kurdistan,"
    " Darfur, South Kivu, North Kivu, Tigray, Oromia, Amhara, Somaliland, Puntland, Zanzibar, Biafra, Niger Delta,"
    " Chechnya, Dagestan, Crimea, Donbas, Donetsk, Luhansk, Transnistria, Abkhazia, South Ossetia,"
    " Nagorno-Karabakh, Tatarstan, Xinjiang, Tibet, Inner Mongolia, Guangdong, Sichuan, Hunan, Hubei, Hebei,"
    " Henan, Yunnan, Fujian, Zhejiang, Jiangsu, Shandong, Shanxi, Shaanxi, Guangxi, Hainan, Liaoning, Jilin,"
    " Heilongjiang, Ontario, Quebec, Québec, Alberta, Manitoba, Saskatchewan, British Columbia, Nova Scotia, New"
    " Brunswick, Newfoundland, Yukon, Nunavut, Queensland, Tasmania, New South Wales, Western Australia, South"
    " Australia, Northern Territory, Bavaria, Saxony, Catalonia, Andalusia, Basque Country, Sicily, Sardinia,"
    " Lombardy, Tuscany, Corsica, Normandy, Brittany, Flanders, Wallonia, Ulster, Yorkshire, Lancashire, Kent,"
    " Essex, Sussex, Surrey, Cornwall, Devon, Norfolk, Suffolk, Midlands, Leicestershire, Derbyshire,"
    " Nottinghamshire, Warwickshire, Gloucestershire, Hampshire, Northamptonshire, Worcestershire, Somerset,"
    " Durham, Glamorgan, Middlesex, New England, Silicon Valley, Wall Street, Gulf of Mexico, Bay of Bengal,"
    " Strait of Hormuz, Suez Canal, Panama Canal, Korean Peninsula, Balkan Peninsula, Sinai, Mindanao, Aceh,"
    " Papua, West Papua, Java, Sumatra, Borneo, Bali, Sabah, Sarawak, Amazon, Patagonia, Andes, Alps, Pyrenees,"
    " Urals, Rhine, Danube, Nile, Volga, Mekong, Ganges, Indus, Yangtze, Euphrates, Tigris, Congo River,"
    " Euphrates, Gulf, Midwest, West Coast, East Coast, West, Global South, Eurasia, Indochina, Bosnia,"
    " Washington, Washington D.C., Washington DC, D.C., Kremlin, New York City, Manhattan, Brooklyn, Queens,"
    " Bronx, Hollywood, Downing Street, Capitol Hill, White House"
)

STATES = _names(
    "Ala, Ariz, Ark, Calif, Colo, Conn, Fla, Ga, Ill, Ind, Kan, Kans, Ky, La, Md, Mich, Minn, Miss, Mo, Mont,"
    " Neb, Nev, N.H., N.J., N.M., N.Y., N.C., N.D., Okla, Ore, Oreg, Pa, R.I., S.C., S.D., Tenn, Tex, Vt, Va,"
    " Wash, W.Va, Wis, Wyo, B.C., N.S.W."
)
"""How American newspapers shorten states behind a town."""

ALSO_PEOPLE = _names(
    "Georgia, Jordan, Chad, Jersey, Guernsey, Virginia, Carolina, Dakota, Florence, Victoria, Sofia, Lima,"
    " Washington, Kent, Devon, Durham, Norfolk, Essex, Santiago, Bali, Amazon, Niger, Mali, Male, Troy, Austin,"
    " Dallas, Lincoln, Houston, Jackson, Madison, Cleveland, Berlin, Francisco, Charlotte, Paris"
)
"""Places that are also what people are called: the text has to say which."""

PEOPLES = _words(
    "Tory Tories Philippine Pashtun Pashtuns Hazara Hazaras Kurd Kurdish Arab Arabic Sunni Shia Shiite Shi'ite"
    " Muslim Moslem Christian Jew Jewish Hindu Islamic Islamist Buddhist Catholic Protestant Orthodox Anglican"
    " Evangelical Mormon Sikh Alawite Yazidi Druze Rohingya Tibetan Uighur Uyghur Chechen Tatar Slav Slavic Soviet"
    " Serb Croat Bosniak Bosnian Tutsi Hutu Zulu Xhosa Yoruba Igbo Hausa Fulani Oromo Amhara Tigrayan Maasai"
    " Kikuyu Luo Hispanic Latino Aboriginal Inuit Maori Dalit Brahmin Tamil Bengali Punjabi Gujarati Marathi"
    " Sinhalese Sindhi Baloch Kashmiri Malay Javanese Republican Democrat Democratic Conservative Liberal"
    " Communist Nazi Marxist Maoist Zionist Afghan Tajik Uzbek Turkmen Kazakh Kyrgyz American British Briton"
    " English Scottish Scot Welsh Irish European Asian African Western Latin Dutch Dutchman French Frenchman"
    " Frenchmen Spanish Spaniard Swiss Swedish Swede Danish Dane Finn Finnish Norwegian Polish Pole Czech Slovak"
    " Slovene Slovenian Greek Turk Turkish Israeli Palestinian Iraqi Pakistani Yemeni Saudi Emirati Kuwaiti Qatari"
    " Omani Bahraini Filipino Thai Taiwanese Burmese Argentine Argentinian Chilean Peruvian Mexican Cuban"
    " Brazilian Colombian Venezuelan Ecuadorian Bolivian Paraguayan Ukrainian Belarusian Russian Chinese Japanese"
    " Korean German Italian Indian Iranian Persian Syrian Libyan Egyptian Lebanese Jordanian Belgian Luxembourger"
    " Yugoslav Czechoslovak Zairean Zairian Afrikaner Mi'kmaq Canadian Australian Kiwi Haitian Jamaican Cypriot"
    " Maltese Icelandic Icelander Hungarian Romanian Bulgarian Albanian Kosovar Montenegrin Macedonian Moldovan"
    " Georgian Armenian Azeri Azerbaijani Mongolian Nepali Nepalese Bhutanese Bangladeshi Maldivian Vietnamese"
    " Cambodian Laotian Indonesian Malaysian Singaporean Fijian Samoan Tongan Moroccan Tunisian Algerian Sudanese"
    " Ethiopian Eritrean Somali Kenyan Ugandan Tanzanian Rwandan Burundian Congolese Angolan Zambian Zimbabwean"
    " Mozambican Malawian Namibian Botswanan Motswana Basotho Swazi Malagasy Nigerian Nigerien Ghanaian Ivorian"
    " Liberian Senegalese Gambian Malian Burkinabe Togolese Beninese Cameroonian Chadian Gabonese Basque Catalan"
    " Scandinavian Nordic Baltic Balkan Caucasian Arabian Mediterranean Parisian Londoner Muscovite Venetian"
    " Sicilian Bavarian Californian Texan Afro-American Anglo-Saxon Semitic Roma Gypsy Hellenic Iberian Caribbean"
    " Antillean Guatemalan Honduran Salvadoran Nicaraguan Panamanian Belizean Dominican Guyanese Surinamese"
    " Trinidadian Barbadian Bahamian Grenadian Uruguayan Englishman Englishmen Irishman Welshman Scotsman"
    " Frenchwoman Englishwoman Irishwoman Swazis Basothos Hongkonger Hongkongers Ottoman Byzantine Confucian"
    " Taoist Shinto Jain Zoroastrian Coptic Maronite Sufi Salafi Wahhabi Houthi Hebrew Sanskrit Mandarin Cantonese"
)

DEMONYM_STEMS = _words(
    "Europe Africa America Asia Bosnia Siberia Catalonia Corsica Sardinia Bavaria Tibet Chechnya"
)

PEOPLES_OF_TWO_WORDS = _names(
    "Lib Dem, Lib Dems, Sri Lankan, Sri Lankans, Saudi Arabian, New Zealander, New Zealanders, Hong Konger, Hong"
    " Kongers, Sierra Leonean, Sierra Leoneans, South Sudanese, South African, Costa Rican, Costa Ricans, Puerto"
    " Rican, Puerto Ricans, Papua New Guinean, Cape Verdean, Cape Verdeans, Northern Irish, East Timorese, Bosnian"
    " Serb, Bosnian Serbs, Native American, Native Americans, Burkinabè, African American, African Americans,"
    " Equatorial Guinean, Ivory Coaster, Trinidadian and Tobagonian, San Marinese, Latin American, Latin"
    " Americans, Central Asian, Middle Eastern, Far Eastern"
)

NOT_PEOPLES = _words(
    "Delaware Caribbean Mediterranean Baltic Ga Fon Luo Ho Kom Even Cree Crees Vai Vais Mari Maris Bini Ewe Twi"
)
"""Names of languages and regions that would be read as a people where they are something else."""

KNOWN_BODIES = _names(
    "Reuter, UN, U.N., United Nations, EU, E.U., European Union, European Commission, European Parliament, NATO,"
    " OSCE, OPEC, IMF, International Monetary Fund, World Bank, WTO, WHO, World Health Organization, World Trade"
    " Organization, UNICEF, UNESCO, UNHCR, IAEA, African Union, AU, ECOWAS, SADC, ASEAN, Arab League, G7, G8, G20,"
    " BRICS, Interpol, FIFA, UEFA, IOC, NBA, NFL, FBI, CIA, NSA, Pentagon, Congress, Senate, House of"
    " Representatives, Parliament, House of Commons, House of Lords, Bundestag, Knesset, Duma, Lok Sabha, Rajya"
    " Sabha, Supreme Court, High Court, Constitutional Court, Federal Reserve, Fed, Security Council, General"
    " Assembly, Taliban, Taleban, Hamas, Hezbollah, Hizbollah, Islamic State, ISIS, ISIL, Daesh, Al-Qaeda,"
    " al-Qaeda, al Qaeda, Al Qaeda, al-Shabaab, Al-Shabaab, Boko Haram, Fatah, PLO, IRA, ETA, Red Cross, Red"
    " Crescent, Amnesty International, Greenpeace, Oxfam, Human Rights Watch, Reuters, Associated Press, AP, AFP,"
    " Agence France-Presse, Interfax, TASS, RIA, Xinhua, BBC, CNN, Al Jazeera, Bloomberg, New York Times,"
    " Washington Post, Financial Times, Wall Street Journal, Guardian, Daily Telegraph, Twitter, Facebook, Google,"
    " Microsoft, Apple Inc, Amazon.com, YouTube, Samsung, Toyota, Boeing, Airbus, Gazprom, Rosneft, Shell, BP,"
    " ExxonMobil, Volkswagen, Siemens, Nokia, Intel, IBM, AMD, HP, AT&T, Sony, Honda, Nissan, Reuters, Instagram,"
    " WhatsApp, Telegram, Netflix, Tesla, Uber, Labour Party, Democratic Party, Republican Party, Conservative"
    " Party, Communist Party, Scotland Yard, Red Army, Hyundai, Nike, Adidas"
)
"""Bodies that newspapers name without saying what they are."""

FUNCTION_WORDS = _words(
    "a about above across after again against all almost along already also although always am amid among an and"
    " another any anyone anything are around as at away back be became because been before behind being below"
    " besides between beyond both but by can cannot could despite did do does doing don down during each either"
    " else even ever every everyone everything except few first for former from further get given had has have"
    " having he hence her here hers herself him himself his how however i if in indeed inside instead into is it"
    " its itself just last late later least less let like likewise many may maybe me meanwhile might mine more"
    " moreover most much must my myself near nearly neither never nevertheless next no nobody none nonetheless nor"
    " not nothing now of off often on once one only onto or other others otherwise our ours out outside over own"
    " per perhaps please rather right same second several shall she should since so some somebody someone"
    " something sometimes soon still such than that the their theirs them themselves then there thereafter"
    " therefore these they third this those though three through throughout thus till to today together tomorrow"
    " too toward towards two under unless unlike until up upon us very via was we well were what whatever when"
    " whenever where whereas wherever whether which while who whoever whole whom whose why will with within"
    " without would yes yesterday yet you your yours yourself according"
)
