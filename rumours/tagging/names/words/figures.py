"""People of the game whom the papers name without saying what they are, with what they are best known as.

A hint only, which any role the text gives them outweighs. Known miss: whoever has changed his trade since.
"""

from rumours.choices import PersonRole
from rumours.tagging.names.words import listed
from rumours.text import fold

_COACHES = """
Abel Ferreira; Adi Hutter; Alberto Gilardino; Alessandro Nesta; Alex Ferguson; Andoni Iraola; Andrea Pirlo;
Andrea Sottil; Ange Postecoglou; Antonio Conte; Ariel Holan; Arne Slot; Arrigo Sacchi; Arsene Wenger; Avram Grant;
Bo Svensson; Bobby Robson; Brendan Rodgers; Brian Clough; Bruno Genesio; Bruno Lage; Carlo Ancelotti; Carlos Queiroz;
Casey Stoney; Cesar Luis Menotti; Chris Hughton; Chris Wilder; Christian Streich; Christophe Galtier; Claudio Ranieri;
Claude Puel; Corinne Diacre; Cristian Chivu; Dale Johnson; Daniel Farke; Daniele De Rossi; Davide Nicola; David Moyes;
Davide Ancelotti; Dick Advocaat; Didier Deschamps; Diego Alonso; Diego Simeone; Dino Toppmoller; Domenico Tedesco;
Dorival Junior; Eddie Howe; Edin Terzic; Eduardo Coudet; Emma Hayes; Enzo Maresca; Erik ten Hag; Ernesto Valverde;
Eusebio Di Francesco; Fabian Hurzeler; Fabio Capello; Fabio Grosso; Fatih Terim; Felix Magath; Fernando Diniz;
Fernando Santos; Filipe Luis; Frank de Boer; Frank Lampard; Frank Rijkaard; Frank Schmidt; Franck Haise;
Gareth Ainsworth; Gareth Southgate; Gareth Taylor; Gary O'Neil; Gary Rowett; Gennaro Gattuso; Gerard Houllier;
Gerardo Martino; Gian Piero Gasperini; Giovanni van Bronckhorst; Graham Arnold; Graham Potter; Gregg Berhalter;
Guus Hiddink; Habib Beye; Hajime Moriyasu; Hansi Flick; Hans-Dieter Flick; Harry Redknapp; Hernan Crespo; Herve Renard;
Howard Wilkinson; Igor Tudor; Imanol Alguacil; Ivan Juric; Ivan Leko; Jagoba Arrasate; Javi Gracia; Jim Crawford;
Jindrich Trpisovsky; Joachim Low; Joe Montemurro; John Heitinga; Johnny Heitinga; John Terry; Johan Cruyff;
Jonas Eidevall; Jorge Jesus; Jorge Sampaoli; Jose Bordalas; Jose Mourinho; Josep Guardiola; Julen Lopetegui;
Julian Nagelsmann; Jupp Heynckes; Jurgen Klinsmann; Jurgen Klopp; Kasper Hjulmand; Kenny Dalglish; Kevin Keegan;
Kieran McKenna; Kim Hellberg; Kosta Runjaic; Laurent Blanc; Leonardo Jardim; Liam Rosenior; Lionel Scaloni;
Louis van Gaal; Luciano Spalletti; Luis Castro; Luis de la Fuente; Luis Enrique; Luis Felipe Scolari; Luka Elsner;
Manuel Pellegrini; Marc Skinner; Marcelo Bielsa; Marcelo Gallardo; Marcello Lippi; Marco Baroni; Marco Giampaolo;
Marco Rose; Marco Silva; Marcelino Garcia Toral; Marino Pusic; Mark Hughes; Mark Robins; Martin O'Neill; Martin Jol;
Massimiliano Allegri; Matthias Jaissle; Maurizio Sarri; Mauricio Pochettino; Max Allegri; Michael Carrick;
Michael Beale; Michael Skibbe; Mikel Arteta; Milan Kundak; Mircea Lucescu; Murat Yakin; Neil Lennon; Neil Warnock;
Nick Cushing; Niko Kovac; Nigel Pearson; Nils Nielsen; Nuno Espirito Santo; Okan Buruk; Ole Gunnar Solskjaer;
Oliver Glasner; Otto Rehhagel; Paco Jemez; Paolo Montero; Paolo Vanoli; Pascal Gastien; Patrick Vieira; Paul Cook;
Paul Le Guen; Paulo Bento; Paulo Fonseca; Paulo Sousa; Pellegrino Matarazzo; Pep Guardiola; Pep Lijnders; Peter Bosz;
Phil Neville; Philippe Clement; Pierre Sage; Quique Sanchez Flores; Quique Setien; Rafael Benitez; Rafa Benitez;
Raffaele Palladino; Ralph Hasenhuttl; Ralf Rangnick; Regis Le Bris; Renato Gaucho; Robert Vilahamn; Roberto De Zerbi;
Roberto Mancini; Roberto Martinez; Robin van Persie; Roger Schmidt; Roland Nilsson; Ronald Koeman; Roy Hodgson;
Ruben Amorim; Ruben Baraja; Rudi Garcia; Rui Borges; Rui Vitoria; Russell Martin; Ruud van Nistelrooy; Sabri Lamouchi;
Sam Allardyce; Sarina Wiegman; Sean Dyche; Sebastian Hoeness; Senol Gunes; Sergio Conceicao; Simone Inzaghi;
Sinisa Mihajlovic; Sonia Bompastor; Stefano Pioli; Stephen Bradley; Steve Bruce; Steve Cooper; Steve McClaren;
Steven Gerrard; Sven-Goran Eriksson; Tata Martino; Terry Venables; Thiago Motta; Thomas Frank; Thomas Tuchel;
Tim Sherwood; Tite; Tony Pulis; Tony Mowbray; Torsten Lieberknecht; Unai Emery; Urs Fischer; Valerien Ismael;
Vicente del Bosque; Vincent Kompany; Vincenzo Italiano; Vincenzo Montella; Vitor Pereira; Walter Mazzarri;
Wayne Rooney; Will Still; Xabi Alonso; Xavi Hernandez; Xavi; Zeljko Buvac; Zinedine Zidane; Zdenek Zeman;
Renee Slegers; Andree Jeglertz; Jens Berthel Askou; Wilfried Nancy; Martin Ho; Keith Andrews; Scott Parker;
Rob Edwards; Oscar Garcia; Gerardo Seoane; Eirik Horneland; Kjetil Knutsen; Ruud Gullit; Francesco Farioli;
Roberto D'Aversa; Leonardo Semplici; Luca Gotti; Fabio Pecchia; Fabio Liverani; Giuseppe Iachini; Eugenio Corini
"""
_DIRECTORS = """
Igli Tare; Fabio Paratici; Cristiano Giuntoli; Giovanni Manna; Piero Ausilio; Dario Baccin; Frederic Massara;
Ricky Massara; Geoffrey Moncada; Paolo Maldini; Tiago Pinto; Monchi; Ramon Planes; Ramon Rodriguez Verdejo; Deco;
Mateu Alemany; Andoni Zubizarreta; Txiki Begiristain; Hugo Viana; Edu; Edu Gaspar; Andrea Berta; Michael Edwards;
Richard Hughes; Jorg Schmadtke; Dan Ashworth; John Murtough; Jason Wilcox; Darren Fletcher; Johan Lange;
Paul Winstanley; Laurence Stewart; Max Eberl; Christoph Freund; Hasan Salihamidzic; Sebastian Kehl; Sven Mislintat;
Michael Zorc; Simon Rolfes; Markus Krosche; Fredi Bobic; Ralf Fahrmann; Luis Campos; Leonardo Araujo; Antero Henrique;
Mehdi Benatia; Pablo Longoria; Florian Maurice; Florent Ghisolfi; Paul Mitchell; Marc Overmars; Daniele Prade;
Daniele Pradè; Davide Vagnati; Giovanni Sartori; Pietro Accardi; Pantaleo Corvino; Mauro Balata; Walter Sabatini;
Carlos Bucero; Mateo Alemany; Stuart Webber; Victor Orta; Dougie Freedman; Matt Hobbs; Kevin Thelwell; Damien Comolli;
Francois Modesto; Roberto Olabe; Cristiano Mozzato; Matteo Tognozzi; Tony D'Amico; Beppe Marotta; Giorgio Furlani;
Zlatan Ibrahimovic; Karl-Heinz Rummenigge; Uli Hoeness; Vinai Venkatesham; Scott Munn; Ross Wilson; David Webb
"""
_OWNERS = """
Todd Boehly; Behdad Eghbali; Roman Abramovich; Jim Ratcliffe; Sir Jim Ratcliffe; Joel Glazer; Avram Glazer;
Malcolm Glazer; Stan Kroenke; Josh Kroenke; John W Henry; John Henry; Tom Werner; Mike Ashley; Amanda Staveley;
Mehrdad Ghodoussi; Yasir Al-Rumayyan; Evangelos Marinakis; Joe Lewis; Farhad Moshiri; Dan Friedkin; Tony Bloom;
Matthew Benham; Bill Foley; John Textor; Steve Parish; Shahid Khan; Wes Edens; Nassef Sawiris; Andrea Radrizzani;
Gerry Cardinale; Paul Singer; Steven Zhang; Silvio Berlusconi; Erick Thohir; Jesus Gil; Peter Lim; Sheikh Mansour;
Sheikh Jassim; Nasser Al-Khelaifi; Frank McCourt; Vincent Labrune; Rocco Commisso; Aurelio De Laurentiis;
Ryan Reynolds; Rob McElhenney; David Beckham; David Sullivan; Daniel Kretinsky; Dietrich Mateschitz
"""
_PRESIDENTS = """
Daniel Levy; Florentino Perez; Joan Laporta; Josep Maria Bartomeu; Enrique Cerezo; Miguel Angel Gil Marin;
Claudio Lotito; Urbano Cairo; Andrea Agnelli; Giuseppe Marotta; Gianluca Ferrero; Paolo Scaroni; Luigi De Siervo;
Rui Costa; Frederico Varandas; Pinto da Costa; Andre Villas-Boas; Dursun Ozbek; Ali Koc; Jean-Michel Aulas;
Gianni Infantino; Aleksander Ceferin; Javier Tebas; Herbert Hainer; Hans-Joachim Watzke; Khaldoon Al Mubarak;
Fernando Carro; Ivan Gazidis; Enzo Ricci; Adriano Galliani; Massimo Ferrero; Jose Maria del Nido; Angel Torres;
Pere Guardiola
"""
_EXECUTIVES = """
Richard Arnold; Ed Woodward; Omar Berrada; David Gill; Oliver Kahn; Jan-Christian Dreesen; Rebecca Caplehorn;
Ferran Soriano; Maurizio Arrivabene; Maurizio Scanavino; Marina Granovskaia; Bruce Buck; Richard Masters; Karren Brady;
Peter Moore; Billy Hogan; Darren Eales; Lina Souloukou; Michele Kang; Tim Lewis; Richard Garlick; Patrick Stewart
"""
_AGENTS = """
Mino Raiola; Rafaela Pimenta; Jorge Mendes; Pini Zahavi; Jonathan Barnett; Kia Joorabchian; Federico Pastorello;
Beppe Bozzo; Giuseppe Riso; Tullo Tinti; Volker Struth; Enzo Raiola; Ali Barat; Fali Ramadani; Roberto Calenda;
Alessandro Lucci; Frank Trimboli; Pere Guardiola; Andre Cury; Meissa Ndiaye; Moussa Sissoko; Wanda Nara; Juanma Lopez;
Roger Wittmann; Marcelo Simonian; Alejandro Camano; Bruno Satin
"""
_PUNDITS = """
Rio Ferdinand; Gary Neville; Jamie Carragher; Roy Keane; Alan Shearer; Gary Lineker; Micah Richards; Ian Wright;
Thierry Henry; Paul Merson; Danny Murphy; Jamie Redknapp; Graeme Souness; Robbie Savage; Chris Sutton; Ally McCoist;
Jermaine Pennant; Darren Bent; Gabby Agbonlahor; Gabriel Agbonlahor; Jamie O'Hara; Simon Jordan; Jim White;
Tony Cascarino; Trevor Sinclair; Alex Crook; Dion Dublin; Martin Keown; Lee Dixon; Paul Scholes; Nicky Butt;
Owen Hargreaves; Peter Crouch; Joe Cole; Jermaine Jenas; Ashley Williams; Glen Johnson; Stephen Warnock; Don Hutchison;
Craig Burley; Steve Nicol; Shaka Hislop; Ale Moreno; Frank Leboeuf; Julien Laurens; Jan Aage Fjortoft; Lothar Matthaus;
Dietmar Hamann; Didi Hamann; Stan Collymore; Emmanuel Petit; William Gallas; Mikael Silvestre; Louis Saha;
Patrice Evra; Dimitar Berbatov; Rafael van der Vaart; Marco van Basten; Kevin Campbell; Perry Groves; Paul Robinson;
Frank McAvennie; Kevin Phillips; Mick Brown; Noel Whelan; Carlton Palmer; Michael Owen; Steve McManaman; John Barnes;
Ray Parlour; Emile Heskey; Michael Brown; Clinton Morrison; Sue Smith; Izzy Christiansen; Karen Carney; Alex Scott;
Troy Deeney; Jason Cundy; Andy Goldstein; Nigel Winterburn; Charlie Nicholas; Tim Howard; Alexi Lalas; Taylor Twellman;
Landon Donovan; Sam Matterface; Peter Drury; Mark Goldbridge; Terry Gibson; Guillem Balague; Steve Sidwell; Pat Nevin;
Leon Osman
"""
_JOURNALISTS = """
Fabrizio Romano; David Ornstein; Gianluca Di Marzio; Florian Plettenberg; Ben Jacobs; Dean Jones; Duncan Castles;
Henry Winter; Phil McNulty; Rob Dorsett; Kaveh Solhekol; Dharmesh Sheth; Melissa Reddy; Lyall Thomas; Gary Cotterill;
Alasdair Gold; James Olley; Mark Ogden; Rob Dawson; Samuel Luckhurst; Chris Wheeler; Jamie Jackson; Miguel Delaney;
Adam Crafton; Oliver Kay; Daniel Storey; Graeme Bailey; Rudy Galetti; Fraser Fletcher; Harry Watkinson; Pete O'Rourke;
Alfredo Pedulla; Nicolo Schira; Matteo Moretto; Santi Aouna; Sacha Tavolieri; Ekrem Konur; Christian Falk;
Patrick Berger; Tom Bogert; Paul Tenorio; Marcelo Bechler; Gerard Romero; Luca Marchetti; Luca Bianchin; Carlo Laudisa;
Orazio Accomando; Daniele Longo; Tancredi Palmeri; Loic Tanzi; Hadrien Grenier; Saber Desfarges; Raphael Honigstein;
Lewis Steele; Rory Smith; Lewis Bower; Matt Law; Jason Burt; Charlie Wyett; Simon Jones; Sami Mokbel; Craig Hope;
Luke Edwards; Keith Downie; Lee Ryder; Paul Joyce; James Pearce; Andy Jones; Simon Stone; Jacob Steinberg
"""
_FORMER_PLAYERS = """
Wayne Bridge; John Aldridge; Robbie Fowler; Ian Rush; Eric Cantona; Teddy Sheringham; Jens Lehmann; Didier Drogba;
Nicolas Anelka; Demba Ba; Fernando Torres; Diego Maradona; Pele; Ronaldinho; Rivaldo; Roberto Carlos; Romario; Kaka;
Michel Platini; Franz Beckenbauer; George Weah; Samuel Eto'o; Emmanuel Adebayor; Robert Pires; Freddie Ljungberg;
Dennis Bergkamp; Tony Adams; Ashley Cole; Claude Makelele; Michael Essien; Juan Sebastian Veron; Gianfranco Zola;
Alessandro Del Piero; Francesco Totti; Gianluigi Buffon; Giorgio Chiellini; Antonio Cassano; Christian Vieri;
Paolo Di Canio; Alberto Aquilani; Clarence Seedorf; Cafu; Marcel Desailly; Bixente Lizarazu; Christophe Dugarry;
Jerome Rothen; Djibril Cisse; David Seaman; Peter Schmeichel; Edwin van der Sar; Nemanja Vidic; Park Ji-sung;
Bryan Robson; Andy Cole; Dwight Yorke; Denis Irwin; Robbie Keane; Gareth Bale; Ledley King; Glenn Hoddle;
Ossie Ardiles; Kevin De Winter; Bastian Schweinsteiger; Philipp Lahm; Michael Ballack; Mario Gomez; Arjen Robben;
Carles Puyol; Iker Casillas; Raul Gonzalez; Luis Figo; Predrag Mijatovic; Hristo Stoichkov; Gary Pallister;
Paul Parker; Lee Sharpe
"""


def _figures() -> dict[tuple[str, ...], PersonRole]:
    lists = {
        PersonRole.FORMER_PLAYER: _FORMER_PLAYERS,
        PersonRole.JOURNALIST: _JOURNALISTS,
        PersonRole.PUNDIT: _PUNDITS,
        PersonRole.AGENT: _AGENTS,
        PersonRole.EXECUTIVE: _EXECUTIVES,
        PersonRole.PRESIDENT: _PRESIDENTS,
        PersonRole.OWNER: _OWNERS,
        PersonRole.DIRECTOR: _DIRECTORS,
        PersonRole.COACH: _COACHES,
    }
    return {
        tuple(fold(name).split()): role
        for role, block in lists.items()
        for name in block.replace("\n", " ").split(";")
        if name.strip()
    }


FIGURES: dict[tuple[str, ...], PersonRole] = _figures()
# By the family name alone, where it is one of a kind among the figures and no footballer of today bears it.
_ALONE = listed(
    """
    arteta guardiola klopp slot amorim mourinho ancelotti allegri sarri inzaghi pochettino tuchel nagelsmann deschamps
    southgate postecoglou maresca emery iraola moyes dyche lopetegui ferguson wenger bielsa flick kompany simeone
    scaloni gasperini spalletti solskjaer rangnick ranieri capello zidane xavi pioli ratcliffe boehly eghbali laporta
    abramovich paratici giuntoli marotta ausilio berta gattuso zerbi hag glasner farke carragher plettenberg ornstein
    """
)
FAMILIES: dict[str, PersonRole] = {words[-1]: role for words, role in FIGURES.items() if words[-1] in _ALONE}
