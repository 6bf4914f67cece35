"""One page of every kind that the site has, in both languages."""

PLAIN = {
    "list": "/",
    "list with choices": "/?gebied=noord&bij=3014&straal=3000&open=2026-11-24T17:30",
    "list with wrong values": "/?open=banaan&bij=9999ZZ&sorteer=mooist",
    "nothing found": "/?q=zwembad&gebied=noord",
    "place with an address": "/plekken/bij-de-provenier/",
    "place with all there is": "/plekken/pauluskerk/",
    "place with a rough spot": "/plekken/aktiegroep-oude-westen/",
    "place without a spot": "/plekken/leeszaal-rotterdam-west/",
    "place with only a name": "/plekken/de-weerhaan/",
    "place that closed": "/plekken/de-gesloten-deur/",
    "values": "/waarden/",
    "value": "/waarden/sfeer/",
    "dilemmas": "/dilemmas/",
    "dilemma": "/dilemmas/diversiteit/",
    "district": "/gebieden/noord/",
    "neighbourhoods": "/wijken/",
    "neighbourhood": "/wijken/oude-westen/",
    "neighbourhood without places": "/wijken/blijdorp/",
    "networks": "/netwerken/",
    "network": "/netwerken/sol/",
    "embedding": "/insluiten/?gebied=noord&hoogte=x",
    "map in a frame": "/insluiten/kaart/?gebied=noord",
    "list in a frame": "/insluiten/lijst/?gebied=noord&open=banaan",
    "nothing in a frame": "/insluiten/kaart/?q=zwembad&gebied=noord",
    "refer": "/verwijzen/",
    "refer from a gebied, with wrong values": "/verwijzen/?vanuit=noord&hoe=vliegend&bij=3014",
    "about": "/over/",
    "accessibility": "/toegankelijkheid/",
    "privacy": "/privacy/",
    "open data": "/open-data/",
    "fields of the data": "/open-data/velden/",
    "sheet": "/verwijzen/kaart/?plek=pauluskerk&plek=bij-de-provenier",
    "thanks": "/plekken/pauluskerk/wijziging/bedankt/",
    "report thanks": "/plekken/pauluskerk/melden/bedankt/",
    "suggest for a place that closed": "/plekken/de-gesloten-deur/wijziging/",
    "unknown link of a host": "/bevestigen/onbekend/",
    "not found": "/plekken/bestaat-niet/",
}
FORMS = {
    "suggest a change": "/plekken/pauluskerk/wijziging/",
    "suggest a place": "/aanmelden/",
    "report": "/plekken/pauluskerk/melden/",
}
"""Pages that need a cookie against forgery, and set no other."""

DUTCH = PLAIN | FORMS
EVERY = DUTCH | {f"{kind} in English": f"/en{address}" for kind, address in DUTCH.items()}
