"""Capitalised words of the game that name neither a person nor a team nor an outlet: competitions, awards, bodies."""

from rumours.tagging.names.words import listed

COMPETITIONS = """
Premier League; English Premier League; Champions League; UEFA Champions League; Europa League; UEFA Europa League;
Conference League; Europa Conference League; UEFA Conference League; UEFA Europa Conference League; Serie A; Serie B;
Serie C; Serie D; La Liga; LaLiga; La Liga 2; Bundesliga; 2. Bundesliga; Ligue 1; Ligue 2; Eredivisie; Primeira Liga;
Liga Portugal; Super Lig; Süper Lig; Saudi Pro League; Pro League; Championship; EFL Championship;
Sky Bet Championship; League One; League Two; EFL; EPL; MLS; Major League Soccer; Scottish Premiership; Premiership;
FA Cup; EFL Cup; Carabao Cup; League Cup; Coppa Italia; Copa del Rey; DFB-Pokal; DFB Pokal; Coupe de France; Super Cup;
UEFA Super Cup; Supercoppa; Supercoppa Italiana; Supercopa; Club World Cup; FIFA Club World Cup; World Cup;
FIFA World Cup; World Cup qualifier; Euro 2024; Euro 2020; Euro 2016; Euro 2028; Euros; European Championship;
European Championships; Nations League; UEFA Nations League; Copa America; Copa Libertadores; Libertadores;
Copa Sudamericana; Africa Cup; Africa Cup of Nations; Afcon; AFCON; Asian Cup; Gold Cup; Leagues Cup; US Open Cup;
Community Shield; European Cup; Intercontinental Cup; Club Brugge Cup; Olympic Games; Olympics; Confederations Cup;
Under-21; Under-23; Under-20; Super League; European Super League; Belgian Pro League; Jupiler Pro League;
Swiss Super League; Liga MX; Liga; Brasileirao; Brazilian Serie A; A-League; J-League; J1 League; Indian Super League;
Chinese Super League; WSL; Women's Super League; Barclays WSL; NWSL; Liga F; Women's Champions League; Youth League;
UEFA Youth League; Premier League 2; PL2; FA Youth Cup; EFL Trophy; National League; Northern Premier League;
Segunda Division; Segunda; Primera Division; Prem; Ekstraklasa; Allsvenskan; Eliteserien; Superliga; Primavera;
Campionato; Scudetto; El Clasico; Clasico; North London Derby; Merseyside Derby; Manchester Derby;
Derby della Madonnina; Derby d'Italia; Old Firm; Ballon d'Or; Golden Boot; Golden Boy; Golden Glove; Puskas Award;
Player of the Year; Player of the Season; Player of the Month; Team of the Season; Team of the Year;
Young Player of the Year; Hall of Fame; Big Six; Financial Fair Play; Profit and Sustainability Rules;
Profit and Sustainability; Fair Play; VAR; PSR; FFP; SCR; Deadline Day; Transfer Deadline Day; Boxing Day;
Black Friday; New Year; New Year's Day; Christmas Day; Father Christmas; God; Brexit; Covid; Covid-19; COVID;
Instagram; Facebook; Twitter; YouTube; TikTok; Bluesky; WhatsApp; Snapchat; X; Netflix; Amazon; Spotify; Google; Apple;
Fifa; FIFA; UEFA; Uefa; FA; Football Association; EFL; IFAB; CAS; PFA; LMA; FIGC; RFEF; CONMEBOL; CAF; AFC; CONCACAF;
ECA; FIFPRO; IFFHS; Court of Arbitration for Sport; Premier League clubs; English Football League; Football League;
European Club Association; Opta; FBref; Sofascore; WhoScored; Wyscout; Statsbomb; Getty Images; Getty; Imago;
Reuters Photo; Alamy; PA Images; Xinhua Photo; INEOS; Ineos; RedBird; Red Bull; City Football Group;
Public Investment Fund; PIF; Fenway Sports Group; FSG; Clearlake; Clearlake Capital; BlueCo; Oaktree; Suning; Exor;
Friedkin Group; 777 Partners; Qatar Sports Investments; QSI; ENIC; Kroenke; Gestifute; Wasserman; CAA Stellar;
Stellar Group; Roc Nation; USA; GOAL Convention; Fantasy Premier League; FPL; Football; Covid; Daily Briefing;
More Trending; Read More; READ MORE; Champions; CEO; GOAT; U21; U23; U19; U18; Under 21; Euro; Mr; Mrs; Ms; Sir; Dr;
Saint; St; CIES; CIES Football Observatory; Adidas; Nike; Puma; Jumpman; Allianz; Emirates FA Cup; Nintendo; Panini;
Betfair; Paddy Power; William Hill; Ladbrokes; Bet365; SkyBet; Sky Bet; BetVictor; Coral; Betway; English; Catalans;
Old Lady; Theatre of Dreams; Rossoneri legend; San Siro Stadium; TV; BST; GMT; AI; EA; EA Sports FC; Football Manager;
Amazon Prime; Prime Video; Disney; HBO; Copa; Coppa; Cup; League; Europe; Academy; Castilla; Next Gen
"""

# Last words of names that are neither persons nor teams: "Allianz Arena", "Golden Foot Award".
THING_ENDINGS = listed(
    """
    stadium arena park road ground lane street university airport hospital cup league trophy shield award awards
    festival group agency association federation championship championships division week podcast show newsletter
    images photo photos academy centre center complex hotel bridge capital partners investments holdings foundation
    fund bank airlines championship qualifier qualifiers final finals day window derby tournament ligue liga series
    committee council commission tribunal court rules regulations briefing debrief management stellar entertainment
    city's transfer transfers rumours rumors gossip exclusive prize games youtube channel app store conference fans
    supporters trust fanbase website article category tour summer winter report reports review preview edition book
    film movie documentary magazine bet casino casinos sites betting poll odds quiz ratings stats era season
    millennium generation army stand end tier lions eagles
    """
)

# First words of such names: "Stadio Olimpico", "Copa America", "Ligue 1".
THING_BEGINNINGS = listed(
    """
    stadio estadio stade serie ligue liga copa coppa coupe dfb fifa uefa super world european premier premiership
    olympic golden north south east west northern southern eastern western central new great grand via calle rue hotel
    university champions europa
    """
)

# Last words of outlets nobody has entered: "Daily Wire", "Radio Onda", "Sportblatt TV".
SOURCE_ENDINGS = listed(
    """
    sport sports news times post daily mail mirror tv radio media echo gazette herald tribune live journal standard
    express telegraph chronicle observer guardian press insider online weekly today deportivo deportes
    haber gazetesi esporte esportivo sportivo football futbol calcio mercato foot spor voetbal sportowe zeitung blatt
    argus examiner digital network tg com it net co uk fr de es org plus
    """
)
SOURCE_BEGINNINGS = listed(
    """
    daily radio diario corriere gazzetta cadena sky bbc bt cbs nbc fox espn itv tnt channel rmc tele canal
    """
)

# Parts that only clubs' names have: "FC Nowhere", "Nowhere United".
CLUB_ENDINGS = listed(
    """
    fc afc cf sc united city town rovers wanderers athletic albion county hotspur rangers argyle orient alexandra
    calcio sk fk bk if ff gimnasia spor
    """
)
CLUB_BEGINNINGS = listed(
    """
    fc ac afc as ssc sc cf rc rcd cd ud sd us uc ca ec se cr sv vfb vfl tsg fsv bsc rb fk nk hnk gnk sk kv krc ksc rsc
    real sporting deportivo atletico athletic racing dynamo dinamo lokomotiv cska spartak partizan olympique stade
    borussia eintracht union inter hertha al internacional
    """
)
