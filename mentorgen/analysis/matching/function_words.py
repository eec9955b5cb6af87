"""Words that every text has and that tell nothing of what it is about, in five languages."""

_WORDS = """
    a about after all also am an and any are as at be because been but by can could d did do does doing
    for from get had has have he her his how i if in into is it its just like ll m me more most my no
    not of on one or other our out over re s she should so some such t than that the their them then
    there these they this to up us ve very was we were what when where which who will with would you your
    al como con de del el en es esta este ha la las lo los más me mi muy no o para pero por que se ser
    si sin sobre son su sus también un una uno y ya yo
    ao aos as com da das do dos e em eu foi isso mais mas meu minha na nas não nos num numa os ou para
    pela pelo por quando se sem ser seu sua também tem um uma
    au aux avec ce ces cette dans des du elle est et il ils je leur les leurs ma mais mes mon ne nous on
    ou où par pas plus pour qu qui sa ses si son sont sur un une vos votre vous
    aber als am an auch auf aus bei das dass dem den der des die durch ein eine einem einen einer es für
    hat ich im ist mein meine mit nach nicht nur oder sich sie sind so und uns von war was wenn wer wie
    wir wird zu zum zur über
"""
FUNCTION_WORDS = frozenset(_WORDS.split())
"""Casefolded; other languages are left to the weights, where a word that all use weighs next to nothing."""

_PLAIN = """
    able add always back become believe best better bring build building change come create different
    easy end enjoy even every experience explain feel find first give go going good great grow happy hard help
    helped helping helps hope idea ideas interested keep kind know large learn learned learning let life like
    little live long look looking lot love made make making many may mean meet mentor mentee mentoring much
    need never new next nice often old part people person place please project projects put read real right
    run say see set share show since small someone something sometimes soon spend start started still
    take talk teach tell thing things think time together topic topics try trying understand use used using
    want wanted way well word words work worked working works world would write writes writing wrote year years
    algo alguien ayudar año años bien buscar cada conocer cosa cosas crear dar decir día escribir gente
    gusta gustaría hacer hago mejor mucho mundo necesito nuevo nueva nuevos persona personas poder proyecto
    proyectos puedo quiero querer saber siempre tener tengo tiempo todo todos trabajar trabajo usar
    ajudar alguém algo ano anos aprender bem coisa coisas conhecer criar dar dizer escrever fazer faço gente
    gosto gostaria melhor muito mundo novo nova pessoa pessoas posso precisar projeto projetos quero
    sempre tempo tenho todo todos trabalhar trabalho
    aider aime aimerais an années ans apprendre autre beaucoup besoin bien chose choses connaître créer dire
    donner écrire faire fais gens mieux monde nouveau nouvelle peux personne personnes projet projets
    quelque souvent temps toujours tout tous travail travailler veux voudrais vie
    arbeit arbeite arbeiten besser brauche dinge erfahrung etwas gern gerne gibt gut habe helfen immer jahr jahre
    jemand kann kenne kennen kennenlernen leben lerne lernen leute lieber machen mache mehr menschen möchte
    neu neue neuen oft projekt projekte sache sachen schreibe schreiben sehr viel viele welt will wissen wort
    worte wörter zeit
"""
PLAIN_WORDS = frozenset(_PLAIN.split())
"""Verbs and nouns of daily speech, casefolded: they count, but nobody is told that both say them."""
