"""Countries with the words for their people, and the cities and grounds that the sports pages name."""

_COUNTRIES = """
Afghanistan:Afghan; Albania:Albanian; Algeria:Algerian; Angola:Angolan; Argentina:Argentine,Argentinian,Argentinean;
Armenia:Armenian; Australia:Australian,Aussie,Socceroo; Austria:Austrian; Azerbaijan:Azerbaijani; Bahrain:Bahraini;
Belarus:Belarusian; Belgium:Belgian; Benin:Beninese; Bolivia:Bolivian;
Bosnia and Herzegovina:Bosnian,Bosnia-Herzegovina,Bosnia; Brazil:Brazilian; Bulgaria:Bulgarian; Burkina Faso:Burkinabe;
Burundi:Burundian; Cameroon:Cameroonian; Canada:Canadian; Cape Verde:Cape Verdean;
Central African Republic:Central African; Chile:Chilean; China:Chinese; Colombia:Colombian; Comoros:Comorian;
Congo:Congolese; DR Congo:Democratic Republic of Congo; Costa Rica:Costa Rican; Croatia:Croatian,Croat; Cuba:Cuban;
Curaçao:Curacaoan; Cyprus:Cypriot; Czech Republic:Czech,Czechia; Denmark:Danish,Dane; Dominican Republic:Dominican;
Ecuador:Ecuadorian,Ecuadorean; Egypt:Egyptian; El Salvador:Salvadoran;
England:English,Englishman,Englishwoman,Three Lions; Equatorial Guinea:Equatoguinean; Estonia:Estonian;
Ethiopia:Ethiopian; Faroe Islands:Faroese; Finland:Finnish,Finn;
France:French,Frenchman,Frenchwoman,Les Bleus,Les Bleues; Gabon:Gabonese; Gambia:Gambian; Georgia:Georgian;
Germany:German,Die Mannschaft; Ghana:Ghanaian,Black Stars; Greece:Greek; Guatemala:Guatemalan; Guinea:Guinean;
Guinea-Bissau:Bissau-Guinean; Haiti:Haitian; Honduras:Honduran; Hong Kong:; Hungary:Hungarian;
Iceland:Icelandic,Icelander; India:Indian; Indonesia:Indonesian; Iran:Iranian; Iraq:Iraqi;
Ireland:Irish,Irishman,Republic of Ireland; Israel:Israeli; Italy:Italian,Azzurri; Ivory Coast:Ivorian,Cote d'Ivoire;
Jamaica:Jamaican,Reggae Boyz; Japan:Japanese; Jordan:Jordanian; Kazakhstan:Kazakh; Kenya:Kenyan;
Kosovo:Kosovan,Kosovar; Kuwait:Kuwaiti; Latvia:Latvian; Lebanon:Lebanese; Liberia:Liberian; Libya:Libyan;
Lithuania:Lithuanian; Luxembourg:Luxembourger,Luxembourgish; Madagascar:Malagasy; Malawi:Malawian; Malaysia:Malaysian;
Mali:Malian; Malta:Maltese; Mauritania:Mauritanian; Mexico:Mexican; Moldova:Moldovan; Montenegro:Montenegrin;
Morocco:Moroccan,Atlas Lions; Mozambique:Mozambican; Namibia:Namibian;
Netherlands:Dutch,Dutchman,Dutchwoman,Holland,Oranje; New Zealand:New Zealander,Kiwi; Nicaragua:Nicaraguan;
Niger:Nigerien; Nigeria:Nigerian,Super Eagles; North Korea:North Korean; North Macedonia:Macedonian,Macedonia;
Northern Ireland:Northern Irish,Northern Irishman; Norway:Norwegian; Oman:Omani; Pakistan:Pakistani;
Palestine:Palestinian; Panama:Panamanian; Paraguay:Paraguayan; Peru:Peruvian; Philippines:Filipino; Poland:Polish,Pole;
Portugal:Portuguese; Qatar:Qatari; Romania:Romanian; Russia:Russian; Rwanda:Rwandan; Saudi Arabia:Saudi Arabian,Saudi;
Scotland:Scottish,Scot,Scotsman,Tartan Army; Senegal:Senegalese; Serbia:Serbian,Serb; Sierra Leone:Sierra Leonean;
Singapore:Singaporean; Slovakia:Slovakian,Slovak; Slovenia:Slovenian,Slovene; Somalia:Somali;
South Africa:South African; South Korea:South Korean,Korean,Korea; Spain:Spanish,Spaniard,La Roja; Sudan:Sudanese;
Suriname:Surinamese; Sweden:Swedish,Swede; Switzerland:Swiss; Syria:Syrian; Tanzania:Tanzanian; Thailand:Thai;
Togo:Togolese; Trinidad and Tobago:Trinidadian; Tunisia:Tunisian; Turkey:Turkish,Turk,Turkiye,Türkiye; Uganda:Ugandan;
Ukraine:Ukrainian; United Arab Emirates:Emirati,UAE;
United States:American,USA,US,USMNT,USWNT,U.S.,United States of America; Uruguay:Uruguayan;
Uzbekistan:Uzbek,Uzbekistani; Venezuela:Venezuelan; Vietnam:Vietnamese; Wales:Welsh,Welshman; Zambia:Zambian;
Zimbabwe:Zimbabwean
"""

# Each country in English, then what its people and teams are called.
COUNTRIES: dict[str, tuple[str, ...]] = {
    country.strip(): tuple(word.strip() for word in words.split(",") if word.strip())
    for country, _, words in (entry.partition(":") for entry in _COUNTRIES.replace("\n", " ").split(";"))
}

# Capitalised words for larger parts of the world; they name nobody.
REGIONS = """
Africa; African; Andalusia; Andalusian; Asia; Asian; Balkan; Basque; Basque Country; Bavaria; Bavarian; Britain;
British; Campania; Catalan; Catalonia; Catalunya; Central America; EU; East Anglia; East London; East Midlands;
Europe; European; Far East; Great Britain; Greater Manchester; Humberside; Iberian; Lancashire; Latin America;
Latin American; Lombardy; Merseyside; Middle East; Midlands; Nordic; North America; North American; North London;
Piedmont; Scandinavia; Scandinavian; Sicilian; Sicily; South America; South American; South London; South Yorkshire;
Soviet; Teesside; Tuscany; Tyneside; UK; United Kingdom; Wearside; West London; West Midlands; West Yorkshire; Yank;
Yorkshire; Yugoslav
"""

# Cities that are no club's usual name. "Liverpool", "Milan", "Barcelona" are clubs first and are told by context.
CITIES = """
Abidjan; Abu Dhabi; Abuja; Accra; Algiers; Amsterdam; Ankara; Appiano Gentile; Athens; Atlanta; Beijing; Belfast;
Belgrade; Berlin; Bern; Bodymoor Heath; Bogota; Boston; Brussels; Bucharest; Budapest; Buenos Aires; Cairo; Caracas;
Cardiff; Carrington; Casablanca; Castel Volturno; Chicago; Clairefontaine; Cobham; Colney; Cologne; Continassa;
Coverciano; Dakar; Dallas; Doha; Dubai; Dublin; Edinburgh; Enfield; Finch Farm; Florence; Formello; Geneva; Genova;
Glasgow; Hale End; Helsinki; Hollywood; Hotspur Way; Houston; Istanbul; Izmir; Jeddah; Johannesburg; Kiev; Kirkby;
Kyiv; La Masia; Lagos; Las Vegas; Lima; Lisbon; London; Los Angeles; Madrid; Manchester; Melwood; Mexico City; Miami;
Milanello; Montevideo; Moscow; Munich; Nairobi; Naples; Nashville; New York; Orlando; Oslo; Philadelphia; Prague;
Pretoria; Rabat; Rio; Rio de Janeiro; Riyadh; Rome; Rotterdam; San Diego; San Francisco; Seoul; Seville; Shanghai;
Sobha Realty; Sofia; St George's Park; Stockholm; Thorp Arch; Tokyo; Trigoria; Tunis; Turin; Valdebebas; Venice;
Vienna; Vinovo; Warsaw; Washington; Wembley; Yaounde; Zagreb; Zingonia; Zurich
"""

# Grounds, by their names without "Stadium" or "Arena".
GROUNDS = """
Ali Sami Yen; Allianz Arena; Allianz Stadium; Alvalade; Amex; Anfield; Anoeta; Arechi; Artemio Franchi; Azteca;
BayArena; Benito Villamarin; Bentegodi; Bernabeu; Bramall Lane; Camp Nou; Carrow Road; Celtic Park; City Ground;
Civitas Metropolitano; Craven Cottage; Da Luz; Dall'Ara; De Kuip; Dean Court; Deepdale; Deutsche Bank Park;
Diego Armando Maradona; Dragao; Elland Road; Emirates; Estadio da Luz; Estadio do Dragao; Etihad; Ewood Park;
Franchi; Gewiss; Giuseppe Meazza; Goodison; Goodison Park; Groupama; Groupama Stadium; Gtech; Hampden Park;
Hawthorns; Hill Dickinson; Hillsborough; Ibrox; Johan Cruyff Arena; Jose Alvalade; Kenilworth Road; King Power;
La Bombonera; London Stadium; Luigi Ferraris; Lusail; Luzhniki; Maracana; Marassi; Mercedes-Benz Stadium; Mestalla;
Metropolitano; Molineux; Montjuic; Monumental; Nou Camp Nou; Old Trafford; Orange Velodrome; Parc des Princes;
Parkhead; Philips Stadion; Portman Road; Ramon Sanchez Pizjuan; Rams Park; Reale Arena; Riverside; Roazhon Park;
San Mames; San Siro; Santiago Bernabeu; Santiago Bernabéu; Selhurst Park; Signal Iduna Park; Spotify Camp Nou;
St James Park; St James' Park; St Mary's; Stade Velodrome; Stade de France; Stadio Maradona; Stadio Olimpico;
Stamford Bridge; Sukru Saracoglu; Turf Moor; Velodrome; Via del Mare; Vicarage Road; Villa Park; Vitality;
Volksparkstadion; Wanda Metropolitano; Wembley Stadium; Westfalenstadion; White Hart Lane
"""
