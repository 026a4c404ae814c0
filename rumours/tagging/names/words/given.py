"""Given names common among footballers and coaches: a capital word after one of them is a family name."""

from rumours.tagging.names.words import listed

GIVEN_NAMES = listed(
    """
    aaron abdoulaye abdul achraf ada adam ademola adrian adriano adrien agustin ahmed ahmet aidan aitana alain alan
    albert alberto alejandro aleksandar aleksandr aleksey alessandro alessia alessio alex alexander alexandre
    alexandros alexia alexis alfie alfonso alfredo ali alisson allan alphonso alvaro amadou amine ana anders anderson
    andras andre andrea andreas andres andrew andrey andriy andy ange angel angelino angelo ansu anthony antoine anton
    antonio arda ariel armando arne artem arthur artur ashley assan atakan athenea attila aurelien axel ayden balazs
    barry bart bartosz ben bence benjamin benoit beth billy bjorn bobby boris borja boubacar brad bradley brahim
    brajan brandon breel brennan brian bruno bryan bukayo caio callum cameron caoimhin carl carlo carlos caroline
    casemiro castello cata catarina cedric cesar chance charles charlie chen chloe chris christian christoph
    christophe christopher christos claudio cody cole colin connor conor corentin craig cristian cristiana crystal
    curtis daichi damian damien dan dani daniel daniele danilo danny dario darren darwin dave david davide dawid dayot
    dean declan dejan denis deniz dennis denys denzel derek desire didier diego dimitris diogo dirk dmitri dmitriy
    dmytro dodo dominic dominik donyell drew dusan dylan eberechi eddie eder ederson edgar edin edoardo edson eduardo
    edwin elias eliesse ella elliot elliott elye emanuel emanuele emil emile emiliano emilio emma emmanuel emre
    endrick enrico enrique enzo eric erik erling ermedin ernest esme esteban estevao ethan eugenie evan evann evgeniy
    ewa ezequiel ezri fabian fabien fabio fabrice fabrizio facundo fara federico felipe felix ferdi ferland fermin
    fernando ferran fikayo filip filippo flavio florian fofana folarin fran francesco francis francisco franck franco
    francois frank frederic fredrik frenkie fridolina gabor gabriel gabriele gareth gary gasperini gaston gavi gavin
    george georgi georgia georginio georgios gerardo german geronimo giacomo gian gianluca gianluigi giannis giorgi
    giorgio giorgos giovanni giulia giuseppe goncalo gonzalo goran graham granit grant greg gregor gregory guilherme
    guillaume guillermo guro gustavo guy hakan hannah hans hansi harrison harry harvey hector henrik henry hernan
    heung hirving hugo hwang ian ibrahim ibrahima ignacio igor ihor ilya inigo irene isaac isak ismael ismaila istvan
    ivan jack jacob jacopo jadon jaime jake jakob jakub jamal james jamie jan jarell jason javi javier jay jean jenni
    jens jeremie jeremy jerome jesper jess jesus jhon jill jim jimmy jiri joao joaquin joe joel joey johan johanna
    john johnny jon jonas jonathan jordan jordi jorge jorgensen jorrel jose josef joseph josh joshua josip jota juan
    jude jule jules julian julien julio junior jurgen justin kacper kadidiatou kai kamil kang kaoru karim karl kate
    katie keira keith kenan kenneth kenny kepa kevin khephren khvicha kieran kiernan kim kingsley kirill klara kobbie
    koke konrad konstantin konstantinos kosovare krepin kristian krzysztof kyle kylian laia lamine lars laszlo laura
    lauren laurent lautaro lea leah leandro lee leo leon leonardo leonel leroy levi lewis liam lina lindsey lionel liu
    loid lorenzo louis luca lucas luciano lucy luigi luis luiz luka lukas lukasz luke maciej mads magda magnus maksim
    maksym malick malo mamadou manuel mapi marc marcel marcelo marcin marco marcos marcus marek maria mariano mario
    marius mark marko markus marta marten martin marvin mary mason massimiliano massimo mate matej mateo mateusz
    matheus mathias mathieu matias mats matt matteo matthew matthias matthijs mattia matty matz mauricio maurizio
    mauro max maxence maxi maxim maxime maximilian maximiliano may maya megan mehdi mehmet memphis mia michael michal
    michel michele mickael micky miguel mike mikel mikhail mikkel milan mile millie milos min mirko miroslav misa
    missy mitchell mohamed mohammed moise moises morgan morten mostafa moussa murat murillo mustafa mykhailo mykola
    nacho nahuel nathan nathaniel neal neco neil nelson nemanja nenad nestor niall niamh nicholas nick nicky nico
    nicola nicolas nicolo nikita niklas nikola nikolay nikos noah noni norbert nordi noussair nuno ola oleg oleh
    oleksandr oleksiy olga oliver olivier ollie omar omari ona ondrej oscar ousmane owen pablo panagiotis paolo pape
    pascal pat patri patrick patrik patryk pau paul paulo pavel pawel pedri pedro pep pernille petar peter petr phil
    philip philipp philippe pierre pietro piotr presnel quinten rachel rafael raffaele raheem ralf ramon ramy raphael
    raphinha rasmus raul ray rayan rebecca reece renato rene rhys ricardo riccardo richard rio rob robbie robert
    roberto robin rodrigo rodrygo roger roland romain roman romelu romeo ronald rose ross roy ruben ruby rui ruslan
    ryan sacha salma salvatore sam samir samuel sandro santiago sarina sascha scott sean sebastian sebastien selma
    senny serge sergey sergio serhiy serhou shane shaun simon simone sofia solly sophia soren stanislav stefan stefano
    steph stephan stephane stephen steve steven stina stuart sven svenja sydney taiwo takumi tamas tammy tariq teresa
    teun theo thiago thibaut thierry thomas tiago tijjani tim timothy tobias tom tomas tomasz tommaso tommy toni tony
    tosin trent trevoh trinity tyler tyrick tyrique tyrone unai valentin valeriy vanderson victor viktor vincent
    vincenzo vinicius virgil vitaliy vitinha vitor vivianne vladimir vladislav vladyslav volodymyr vyacheslav wahi
    waldemar walter wang warren wataru wayne wendie wesley weston will willi william willian wojciech xabi xavi yang
    yankuba yann yannick yasin yehor yevhen youri youssouf yui yuri yuriy yussuf zach zhang zoltan zoran zsolt
    """
)
