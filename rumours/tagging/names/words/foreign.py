"""Words that open sentences in the languages of which only names and quotes are read; by ISO 639-1 code, folded."""

from functools import cache

from rumours.tagging.names.words import listed
from rumours.tagging.names.words.openers import NOT_A_NAME_ALONE

OPENERS: dict[str, frozenset[str]] = {
    "it": listed(
        """
        il lo la i gli le l un una uno al allo alla ai agli alle dal dalla dai dalle nel nello nella nei negli nelle sul
        sulla sui sulle del dello della dei degli delle per con su da in tra fra e ed o ma se che chi come quando dove
        mentre anche non secondo dopo prima durante intanto inoltre infatti oggi ieri domani ora adesso poi qui ecco
        questo questa questi queste quello quella suo sua loro tutto tutti ogni altro altra solo sempre ancora proprio
        cosi invece pero quindi dunque nonostante grazie oltre senza verso contro entro presso sono stato
        piace nessuno attenzione ufficiale esclusiva calciomercato mercato tecnico allenatore direttore presidente
        difensore centrocampista attaccante portiere giornalista obiettivo
        """
    ),
    "es": listed(
        """
        el la los las un una unos unas al del de en con por para sobre sin segun tras desde hasta entre y e o pero si
        que quien como cuando donde mientras tambien no despues antes ahora hoy ayer manana asi ademas este esta estos
        estas ese esa su sus todo todos cada otro otra solo siempre aun ya entonces aunque sin embargo oficial mercado
        entrenador director presidente defensa centrocampista delantero portero periodista
        """
    ),
    "fr": listed(
        """
        le la les l un une des du de au aux en dans avec par pour sur sans selon apres avant depuis entre et ou mais si
        que qui comme quand alors aussi ne pas hier demain ainsi ce cet cette ces son sa ses leur tout tous chaque
        autre seul toujours encore deja puis toutefois cependant officiel mercato entraineur directeur president
        defenseur milieu attaquant gardien journaliste
        """
    ),
    "de": listed(
        """
        der die das den dem des ein eine einen einem einer im in am an auf aus bei mit nach von vom zu zum zur fur gegen
        ohne um durch und oder aber wenn dass weil als wie wo wann auch nicht laut seit vor nun jetzt heute gestern
        morgen so dabei damit dieser diese dieses sein seine ihr ihre alle jeder noch schon nur immer zudem jedoch
        trainer sportdirektor manager verteidiger sturmer torwart mittelfeldspieler spieler
        """
    ),
    "pt": listed(
        """
        o a os as um uma ao a do da dos das de em no na nos nas com por para sobre sem segundo apos desde ate entre e ou
        mas se que quem como quando onde enquanto tambem nao depois antes agora hoje ontem amanha assim alem este esta
        esse essa seu sua todo todos cada outro outra so sempre ainda ja entao embora oficial mercado treinador diretor
        presidente defesa medio avancado guarda jornalista
        """
    ),
    "nl": listed(
        """
        de het een in op aan uit bij met naar van voor door tegen zonder om en of maar als dat omdat toen waar wanneer
        ook niet volgens sinds nu vandaag gisteren morgen zo deze dit die zijn haar hun alle elk nog al alleen altijd
        trainer directeur voorzitter verdediger aanvaller keeper middenvelder
        """
    ),
}


@cache
def openers(language: str) -> frozenset[str]:
    """Words that begin large in a text of this language only where a sentence or title begins."""
    return NOT_A_NAME_ALONE | OPENERS.get(language, frozenset())
