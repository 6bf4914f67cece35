"""What visitors ask for: the addresses that are measured."""

PAGES = {
    "alles": "/",
    "woorden": "/?q=samen+eten",
    "tikfout": "/?q=pauluskrek",
    "vlakbij een punt": "/?bij=51.9225,4.4792",
    "vlakbij een postcode": "/?bij=3014",
    "vlakbij, binnen 2 km": "/?bij=51.9225,4.4792&straal=2000",
    "nu open": "/?open=nu",
    "op dag en tijd": "/?open=2026-11-24T17:30",
    "combinatie": "/?waarde=sfeer&gemeente=rotterdam&open=2026-11-24T17:30&bij=51.9225,4.4792",
    "combinatie met woord": "/?waarde=sfeer&open=2026-11-24T17:30&bij=51.9225,4.4792&q=koffie",
    "niets gevonden": "/?q=xyzzyplugh&gebied=centrum",
}
MAPS = {
    "kaart van de stad": "/kaart.geojson?bbox=4.38,51.86,4.58,51.98&zoom=12",
    "kaart van alles": "/kaart.geojson",
    "kaart, open en woord": "/kaart.geojson?open=2026-11-24T17:30&q=koffie",
}
PLACES = {"een plek": "/plekken/pauluskerk/", "een waarde": "/waarden/sfeer/"}

ADDRESSES = {**PAGES, **MAPS, **PLACES}
