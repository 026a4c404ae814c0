"""Words that begin with a capital only because a sentence, a heading or a title begins with them."""

from rumours.tagging.names.words import listed

FUNCTION_WORDS = listed(
    """
    a about above across after afterwards again against all almost along already also although always am amid amidst
    among amongst an and another any anybody anyone anything anyway are aren around arent as aside at away back be
    because been before behind being below beneath beside besides best better between beyond big biggest both but by
    can cannot cant certainly clearly come comes could couldnt current currently despite did didnt do does doesnt
    doing done dont down due during each earlier early either else elsewhere enough especially even ever every
    everybody everyone everything exactly except fellow few fewer finally first firstly five following for former
    formerly four from full further furthermore given going good great had half has hasnt have havent having he hed
    hell hence her here hers herself hes hi high him himself his how however i id if ill im in indeed initially inside
    instead into is isnt it itd itll its itself ive just keen key last lastly late later latest least less let lets
    like likely likewise little long longtime look many may maybe me meanwhile might mine more moreover most much must
    my myself named namely near nearly neither never nevertheless new next nine no nobody none nonetheless nor not
    nothing now of off often oh ok okay old on once one ones only onto or original other others otherwise ought our
    ours out outside over overall own part per perhaps please plus possibly previously probably put quite rather
    really recent recently regardless reportedly respectively right said same second secondly seemingly seven several
    shall she shed shes should shouldnt similarly simply since six so some somebody someone something sometimes
    somewhere soon still such sure ten than thank thanks that thats the their theirs them themselves then there
    therefore theres these they theyd theyll theyre theyve third thirdly this those though three through throughout
    thus till to today together tomorrow tonight too top toward towards two ultimately under understandably
    unfortunately unless unlike until up upon us usually very via was wasnt we wed well were werent weve what whatever
    whats when whenever where whereas wherever whether which whichever while whilst who whoever whole whom whos whose
    why will with within without wont would wouldnt yes yesterday yet you youd youll young younger your youre yours
    yourself youve whereby amongst circa versus vs etc eight
    """
)

# Verbs and nouns that often open a sentence, heading or bullet of the sports pages. Known miss: the player Grant Will.
COMMON_WORDS = listed(
    """
    account accounts according acquire acquiring add added adding address admit age agent agents agree agreed
    agreement ahead aim alongside alternative analysis announcement announcing answer appearance appearances approach
    article ask asked asking assist assists attack attacker attackers attacking attempt author average award ball ban
    based battle beat become begin believe bench bid bids blow body book born boss boys break breaking briefing bring
    bringing budget build business buy buying call called calling campaign captain captaincy career case catch
    category caught central centre chairman chance champion champions change chasing check chief claim claims clash
    clause clear close closing club clubs coach coaches collapse column comment comments commentator commenting
    competition complete concern confirm confirmed confirming considering contact contacts contract contracts
    copyright could country credit crisis cup daily date day days deadline deal deals debut decision defence defender
    defenders defending defensive demand demands deputy desk details development director discussing discussions done
    double doubt draw drop editor electric emergency end entire entertainment european evening event exclusive
    executive exit expect expected expert explained explaining fact facts failure familiar family fan fans father
    feature featured fee feedback fees fifa figure figures final finances financial find fire fit fitness flop focus
    follow followed football footage footballer footballers force foreign form forward forwards foundation free friday
    friend friendly front fulltime future gaffer game games get getting giants goal goalkeeper goalkeepers goals got
    group guardian guest hail having head headline heading help hero hit hold home hope hopes hopefully host hot house
    huge image images improving incoming information initial injuries injury inside insider insight interest
    interesting interestingly international internationals interview introducing investment issue issued item job join
    joining journalist july key keep keeper keepers kick kit know lack landing league leagues learn leave leaving
    legend legendary letter life line link linked links list live living loan loaning loans local logo london look
    looking losing lost lots love main major make making man manage manager managerial managers managing march mark
    market match matches media medical meet meeting member men midfield midfielder midfielders million minute minutes
    money month months morning move moves moving multiple national negotiations news newcomer night note number
    numbers offer offered offering offers official officially officials open opinion opponents option options order
    outgoing outlet owner owners page paper paragraph past path penalty people personal photo photograph photographs
    picture pictured pictures pitch place places plan planning plans play played player players playing podcast point
    points police position positive possible post potential pre prediction premier prepare present president press
    pressure price print problem problems process professional progress project promoted prospect publication
    published pundit pursuing question questions quick quit quote quoted quotes race rating ratings reach read reader
    reader reading ready real reason reasons record records refer reflecting regarding region reject rejected
    rejecting related relations release remember repeat replace replacement replacing report reporter reporters
    reporting reports representatives responding response rest result results return returning reveal revealed reveals
    rival rivals role round route rumour rumours rumors rumor rundown running saga sale save say saying says scored
    scorer scoring scout scouts season seasons secret section secure securing see seeing sell selling send senior set
    shape share shirt shortlist show side sign signed signing signings skipper slam soccer social sold somehow sort
    source sources speak speaking special specialist spell sport sporting sports squad staff stage stance standing
    star starlet stars start starting state statement statistics stats stay staying step stories story striker
    strikers strong struggling stunning style subscribe substitute success successful summary summer supporters
    support surely surprise surprisingly swap table tables tactical take taken takes taking talent talented talk
    talking talks target targeted targeting targets team teammate teams technical teenage teenager term terms test
    thanks thing things think thinking thought time times title titles total tough tournament track training transfer
    transferred transfers trending trophies trophy true trust try trying turn turning tv twitter type ultimate
    undisclosed update updated updates use used using vacancy valuation valued value veteran vice video videos view
    visit wage wages wait want wanted wants war warning watch way website week weekend weekly weeks weighing
    whereabouts win winger wingers winner winning winter wire woman women wonderkid wonder word words work working
    world worth write writer writing written wrong year years youngster youngsters youth zone football nobody barely
    arguably apparently allegedly crucially notably importantly incredibly ironically sadly obviously naturally
    eventually fortunately thankfully similarly additionally consequently essentially generally hardly highly
    immediately increasingly largely mainly merely mostly particularly personally potentially presumably previously
    primarily quickly rarely regularly relatively significantly slightly specifically strangely strongly suddenly
    supposedly totally typically undoubtedly unsurprisingly virtually equally effectively evidently
    """
)

MONTHS_AND_DAYS = listed(
    """
    january february march april may june july august september october november december jan feb mar apr jun jul aug
    sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
    sat sun christmas easter boxing bst gmt cet ramadan
    """
)

NOT_A_NAME_ALONE = FUNCTION_WORDS | COMMON_WORDS | MONTHS_AND_DAYS
