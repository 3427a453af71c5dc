"""Words that tell what kind of name they stand in or beside. Written as newspapers capitalise them."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


TITLES = _words(
    "President Premier Chancellor Minister Secretary Senator Sen Congressman Congresswoman Representative Rep"
    " Governor Gov Mayor Councillor Councilor Alderman Sheriff King Queen Prince Princess Emperor Empress Sultan"
    " Emir Sheikh Sheik Shaikh Duke Duchess Lord Lady Baroness Baron Sir Dame Mr Mrs Ms Miss Madam Mx Dr Doctor"
    " Prof Professor Judge Justice Magistrate General Gen Colonel Col Lieutenant Lt Major Maj Captain Capt"
    " Corporal Cpl Sergeant Sgt Admiral Adm Commander Cmdr Commodore Brigadier Brig Marshal Private Pvt Officer"
    " Constable Inspector Detective Superintendent Commissioner Ambassador Envoy Consul Speaker Chairman"
    " Chairwoman Chairperson Chair CEO CFO Director Pope Cardinal Archbishop Bishop Rev Reverend Father Pastor"
    " Rabbi Imam Mullah Ayatollah Hojatoleslam Maulana Maulvi Mawlawi Mufti Swami Guru Sister Brother Mother Saint"
    " Coach Manager Captain Spokesman Spokeswoman Spokesperson Attorney Lawyer Advocate Barrister Prosecutor"
    " Leader Chief Deputy MP MEP Hon Honourable Honorable Signor Señor Monsieur Madame Mme Herr Frau Chef Warlord"
    " Rebel Analyst Economist Historian Author Actor Actress Singer Director-General Secretary-General"
    " Vice-President Lieutenant-General Major-General Lieutenant-Colonel Vice-Chancellor Comptroller Treasurer"
    " Solicitor Auditor Controller Executive Administrator Ombudsman Chieftain Pres Supt Insp Det Uncle Aunt Aunty"
    " Cllr Engr Alhaji Hajia Haji Hajji Shri Smt Thiru Datuk Dato Daw Ustad Ustaz Qari Hafiz"
)
"""Words after which a person's name follows, and which are not part of it."""

ROLE_WORDS = _words(
    "Prime Foreign Defence Defense Interior Finance Home Health Education Justice Trade Labour Labor Agriculture"
    " Energy Transport Environment Economy Economic Economics Culture Sports Information Communications Industry"
    " Commerce Planning Development Housing Tourism Water Oil Petroleum Mines Mining Works Deputy Vice Assistant"
    " Acting Former Ex Chief Executive Senior Junior Associate Under Lead Head General Attorney Lieutenant"
    " Brigadier First Second Police Army Navy Military State Federal National Supreme High Opposition Party"
    " Permanent Principal Special Presidential Press Human Rights Security Affairs Internal External Rear Field"
    " Air Group Wing Lord Royal Grand Crown Archbishop District County City Provincial Regional Managing Financial"
    " Operating Technical Campaign Treasury Exchequer Cabinet Shadow Majority Minority House Senate Election Electoral"
    " Appeals Appeal Court Circuit Budget Public Staff Social Welfare Youth Women Gender Immigration Railway"
    " Railways Telecommunications Technology Science Research Climate Infrastructure Investment and Retired Late"
    " Then Said Nobel Veteran Lt Col Maj Brig Sgt Team Club Inspector Detective"
)
"""Words that go before a title and belong to it: "Deputy Foreign Minister"."""

ORG_HEADS = _words(
    "Ministry Department Bank University Institute Institution College School Academy Council Committee"
    " Commission Court Tribunal Office Bureau Agency Authority Board Association Organisation Organization"
    " Federation Confederation League Union Party Movement Front Society Foundation Fund Trust Centre Center"
    " Alliance Coalition Congress Assembly Parliament Senate House Chamber Conference Church Army Navy Directorate"
    " Division Service Services Company Corporation Group Network Forum Initiative Programme Program Project"
    " Faculty Hospital Museum Library Ministries Partnership Panel Consortium Community Secretariat Delegation"
    " Rally Brotherhood Order Brigades Brigade Bar Confederacy Syndicate Inspectorate Registrar Registry"
    " Commonwealth Convention Campaign Lord's Friends Sons"
)
"""Heads that may be followed by "of" or "for": "Ministry of Health"."""

ORG_TAILS = ORG_HEADS | _words(
    "Inc Corp Co Ltd PLC Plc plc LLC LLP NV SA AG GmbH AB ASA Oyj SpA BV Pty Limited Incorporated Holdings"
    " Industries Partners Associates Motors Airlines Airways Air Aviation Systems Technologies Technology"
    " Laboratories Labs Pharmaceuticals Pharma Energy Petroleum Oil Gas Steel Mining Mines Minerals Resources"
    " Electric Electronics Communications Telecom Telecommunications Media Entertainment Pictures Studios Records"
    " Publishing Publishers Broadcasting Television TV Radio News Times Post Herald Tribune Journal Gazette"
    " Telegraph Mail Mirror Standard Express Observer Chronicle Daily Weekly Press Magazine Review Securities"
    " Capital Insurance Assurance Financial Investments Bancorp Bankshares Bancshares Exchange Stores Foods Brands"
    " Enterprises Solutions Software Logistics Shipping Railways Railway Rail Lines Textiles Chemicals Cement"
    " Properties Developments Construction Ventures Police Force Forces Guard Guards Corps Command Fleet Regiment"
    " Battalion Squadron Militia Rebels Guerrillas Taskforce Constabulary Sheriff's FC AFC SC CF FK United"
    " Wanderers Rovers Athletic Albion Hotspur Rangers Celtic Club Team Teams Sox Yankees Lions Tigers Bears"
    " Eagles Giants Kings Warriors Knights Bulls Cubs Braves Indians Lakers Jets Dolphins Saints Raiders Broncos"
    " Cowboys Redskins Dodgers Mets Padres Mariners Orioles Twins Astros Reds Phillies Pirates Rockies Marlins"
    " Expos Jays Royals Brewers Blazers Congregation Diocese Archdiocese Mosque Temple Cathedral Government"
    " Administration Cabinet Treasury Secretariat Judiciary Legislature Congresses Ombudsman Watch International"
    " Aid Relief Cooperative Co-operative Workers Teachers Farmers Students Women Youth Veterans Lawyers"
    " Journalists Doctors Nurses Engineers Employers Network Collective Collaborative Bloc Caucus Polytechnic"
    " Seminary Conservatory Clinic Infirmary Observatory Theatre Theater Orchestra Philharmonic Opera Ballet"
    " Gallery Ministers Trustees Executive Secretariate Greens Socialists Conservatives Democrats Liberals"
    " Republicans Communists Nationalists Network Nations Bros Brothers Sons Airport's Works Stores Supermarkets"
    " Restaurants Hotels Breweries Distillers Tobacco Beverages Utilities Power Waterworks Metals Gold Platinum"
    " Aerospace Automotive Biotech Therapeutics Genetics Semiconductor Networks Interactive Online Digital Mobile"
    " Wireless Cable"
)
"""Ends of names of bodies, companies, papers and teams."""

ORG_OPENERS = _words("Jamaat Jamaah Jemaah Jamiat Hizb Harakat Lashkar Tehrik Jaish Jaysh Jabhat")
"""First words of parties and armed groups, behind which people's names often stand."""

PLACE_HEADS = _words(
    "Mount Mt Lake Cape Port Fort Camp Gulf Bay Strait Straits Isle River Sea San Santa Saint St Los Las Upper"
    " Lower Greater Hill Republic Kingdom State Province City Town District County Village Governorate Emirate"
    " Avenida Rue Via Puerto Villa Ciudad Rio Ras Wadi Tel Jabal Jebel Bab Shah"
)
"""Heads that make a place of what follows, with or without "of"."""

PLACE_TAILS = _words(
    "River Lake Mountain Mountains Mount Island Islands Isles Sea Ocean Bay Valley Province State County District"
    " Region City Town Village Township Street Road Avenue Boulevard Lane Drive Highway Expressway Motorway"
    " Freeway Airport Airfield Airbase Harbour Harbor Port Border Desert Peninsula Coast Strait Straits Gulf Park"
    " Square Bridge Territory Territories Republic Kingdom Hills Hill Heights Forest Beach Creek Falls Canal Dam"
    " Reservoir Basin Delta Plateau Plains Glacier Volcano Oasis Stadium Arena Tower Towers Palace Castle Prison"
    " Jail Station Terminal Crossing Canyon Cape Point Channel Reef Atoll Archipelago Wood Woods Farm Estate"
    " Gardens Garden Plaza Mall Market Hotel Embassy Wall Gate Cemetery Monument Zone Corridor Parish Ward"
    " Barangay Prefecture Oblast Governorate Municipality Borough Suburb Quarter Camp Base Rivers Lakes Ridge Peak"
    " Pass Shore Shores Enclave"
)

COMPASS = _words(
    "North South East West Northern Southern Eastern Western Central Northeast Northwest Southeast Southwest"
    " North-East North-West South-East South-West Northeastern Northwestern Southeastern Southwestern"
)

EVENT_TAILS = _words(
    "War Wars Games Olympics Paralympics Cup Championship Championships Festival Revolution Uprising Summit Open"
    " Prix Marathon Tournament Classic Trophy Derby Intifada Massacre Genocide Holocaust Crisis Carnival Biennale"
    " Expo Conference Accord Accords Agreement Treaty Pact Protocol Referendum Spring Day Week Awards Award Prize"
    " Act Bill Convention Tour Finals Series Offensive Rebellion Mutiny Coup Hurricane Cyclone Typhoon Earthquake"
    " Masters Games"
)

EVENT_HEADS = _words("Operation Hurricane Typhoon Cyclone Battle Treaty Feast Festival")

SPEECH = _words(
    "said says say told tells added adds asked argued argues wrote writes explained explains noted notes stated"
    " states warned warns insisted insists claimed claims recalled recalls replied admitted admits declared"
    " announced denied suggested stressed testified tweeted commented remarked acknowledged described believes"
    " thinks hopes joked"
)

PLACE_LEFT = _words("in at near from across throughout inside outside around toward towards via into")
"""Words after which an unknown name is often a place."""

NOT_NAMES = _words(
    "GDP GNP TB HIV AIDS FIR CPI ATM LNG VAT CEO CFO COO MP MPs MEP PhD CCTV ICU COVID DNA RNA TV PC IT AI PR HR"
    " UFO CEOs ID IDs SUV SMS PDF URL FAQ GMT BST EST PST EDT CET UTC AM PM AD BC OK VIP DIY CD DVD LED USB GPS"
    " ISBN MA BA BSc MSc MBA BR PS RIP RSVP TNT LGBT LGBTQ LGBTI NGO NGOs FDI IPO R&D SOS ADHD PTSD STD ECG MRI CT"
    " USD EUR GBP JPY BN MLN BLN TRLN PCT QTR YR SHR NET REV EPS NIL HRS KM MPH KG FT IN CM MM DOC RECAP UPDATE"
    " FULLY WHY FOCUS PHOTO CUP EXCLUSIVE ANALYSIS FEATURE INTERVIEW SOCCER TENNIS GOLF CRICKET BASEBALL"
    " BASKETBALL HOCKEY CYCLING RUGBY BOXING ATHLETICS SKIING SWIMMING NOTE TABLE NEWS SPORT SPORTS BUSINESS"
    " OPINION WORLD INTERNET"
)
"""Capitals that abbreviate an ordinary word, and slugs of agencies."""

CALENDAR = _words(
    "January February March April May June July August September October November December Jan Feb Mar Apr Jun"
    " Jul Aug Sept Sep Oct Nov Dec Monday Tuesday Wednesday Thursday Friday Saturday Sunday Mon Tue Tues Wed Thu"
    " Thur Thurs Fri Christmas Easter Ramadan Eid Diwali Passover Thanksgiving Yom Hanukkah Lent Hajj Halloween"
)

GENERIC = _words(
    "Internet Web Olympic Olympics Highness Majesty Excellency Photo Bible Koran Quran Qur'an God Allah Lord"
    " Covid Speaker Constitution Government State Republic Parliamentary Speech English Nobel Oscar Twitter's"
    " Prime Minister Ministry Court Bill Act Chapter Section Article Table Page Part Phase Stage Level Grade Type"
    " Class Category Figure Photo Picture Image Video Email Website Copyright Reserved Rights Advertisement"
    " Sponsored Powered Comments Comment Share Print Read Subscribe Newsletter Editor Reporter Correspondent"
    " Writer Staff Agencies Tel Fax North South East West Earth Sun Moon Universe Northern Southern Eastern"
    " Western Opposition Majority Minority Left Right Centre Center City Town Village Capital University College"
    " School Hospital Church Bank Company Group Team Club Party Union Association Committee Council Commission"
    " Department Agency Authority Board Institute Office Police Army Navy Force Forces House Chamber Cabinet"
    " Assembly Federation Foundation Fund Trust Centre Society Organisation Organization Movement Front Service"
)
"""Words that name nothing where they stand alone, whatever their capital."""

PARTICLES = _words(
    "de del della delle di da das dos do du des la las le les los el van von der den ter ten bin ibn ben bint al"
    " ul ud abu y e et zu af av"
)
"""Small words inside people's and places' names."""

LINKS = _words("of for and & the on in to at with against")
"""Small words that may join the parts of a body's name."""
