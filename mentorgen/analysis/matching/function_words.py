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
