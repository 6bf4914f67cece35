"""What the fields of `/api/v1/plekken` and of the flat files mean, in Dutch.

Where both have a field of the same name it means the same; the flat files say less of it.
"""

ENGLISH = "Hetzelfde in het Engels; leeg als niemand het vertaalde."

_TEXTS = {
    "beschrijving": "Wat voor plek het is.",
    "eersteBezoek": "Wat je kunt verwachten als je voor het eerst komt.",
    "opmerking": "Wat verder goed is om te weten.",
    "sterkePunten": "Wat hier goed gaat, volgens de plek.",
    "nodig": "Wat de plek nodig heeft, volgens de plek.",
    "aandachtspunten": "Waar de plek op let, volgens de plek.",
}
MEANINGS = {
    "uuid": "Kenmerk van de plek, dat nooit verandert; hetzelfde in alle bestanden en in de API.",
    "slug": "Zo heet de plek in het webadres; kan veranderen, het oude adres verwijst dan door.",
    "naam": "Naam van de plek.",
    "andereNamen": "Namen waarop mensen ook zoeken.",
    "soort": "Wat voor plek het is, uit de lijst van soorten; een plek hoeft geen soort te hebben.",
    "organisatie": "Organisatie of netwerk waar de plek bij hoort.",
    "adres": "Straat, huisnummer, postcode en plaats.",
    "straat": "Straat.",
    "huisnummer": "Huisnummer met toevoeging.",
    "postcode": "Postcode, met een spatie.",
    "plaats": "Woonplaats.",
    "locatie": "Punt op de kaart; hoe precies het is, zegt nauwkeurigheid.",
    "nauwkeurigheid": "Hoe precies bekend is waar de plek is: adres (de deur), straat (ergens in "
    "de straat), wijk of onbekend (dan is er geen punt).",
    "wijk": "Wijk waarin de plek ligt (bij het CBS: buurt).",
    "gebied": "Gebied waarin de plek ligt (bij het CBS: wijk).",
    "gemeente": "Gemeente waarin de plek ligt.",
    "telefoon": "Telefoonnummer zoals de plek het publiceert.",
    "email": "E-mailadres van de plek.",
    "website": "Eigen site van de plek.",
    "sinds": "Jaar waarin de plek begon.",
    **{name + end: ENGLISH if end else text for name, text in _TEXTS.items() for end in ("", "En")},
    "waarden": "Waarden die je hier merkt, uit de lijst van tien waarden.",
    "dilemmas": "Dilemma's waarover de plek zich uitspreekt, uit de lijst van zes.",
    "kenmerken": "Kenmerken: in de API elk kenmerk met ja, nee of onbekend; in bestanden alleen "
    "die waarvan bekend is dat ze er zijn.",
    "kenmerkenNee": "Kenmerken waarvan bekend is dat ze er niet zijn; wat in geen van beide "
    "staat is onbekend.",
    "doelgroepen": "Voor wie de plek er bewust is; niet alleen voor hen.",
    "aanbod": "Wat er te doen is.",
    "talen": "Talen die gastheren en gastvrouwen spreken.",
    "uitspraken": "Wat de plek over zichzelf zei, woord voor woord.",
    "openingstijden": "Wat er in een week open is. In bestanden een regel per periode, zoals "
    "ma-vr 09:00-17:00; zonder streep erachter is het inloop.",
    "bijzondereDagen": "Dagen die anders zijn dan de week, met de reden.",
    "feestdagen": "Wat er op landelijke feestdagen gebeurt: dicht, gewoon of onbekend.",
    "openingstijdenCompleet": "Of dit alle openingstijden zijn; zo niet, dan is daarbuiten "
    "onbekend of de plek open is.",
    "staat": "Of de plek open is op het moment van de vraag: open, afspraak, dicht of onbekend.",
    "afstand": "Afstand hemelsbreed vanaf de plek die met bij is gevraagd.",
    "nagekekenOp": "Dag waarop iemand het laatst zei dat de gegevens kloppen.",
    "nagekekenDoor": "Wie dat zei: gemeente, gastheer of wijkteam.",
    "gewijzigdOp": "Wanneer de gegevens voor het laatst veranderden.",
    "bronnen": "Waar de gegevens vandaan komen.",
    "fotos": "Foto's met wat erop staat en wie ze maakte.",
    "pagina": "Webadres van de plek.",
    "_links": "Adressen van de plek in de API en op de site.",
}
UNITS = {"afstand": "meter", "sinds": "jaar", "lat": "graden (WGS84)", "lon": "graden (WGS84)"}
"""By the name of a field or column."""
