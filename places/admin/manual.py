"""What an editor reads beside the fields of a place: what goes there, what the public will see."""

from typing import Any

from django.utils.translation import gettext_lazy as _

NOT_TRANSLATED = _("Leeg: Engelstalige bezoekers lezen de Nederlandse tekst.")

FIELDS: dict[str, Any] = {
    "name": _("Zoals de plek zichzelf noemt. Dit staat boven de pagina en op elke kaart."),
    "name_variants": _(
        "Namen waarop mensen ook zoeken, met komma's ertussen. Ze staan klein onder de naam."
    ),
    "slug": _(
        "Het laatste deel van het adres van de pagina. Leeg: wij maken het van de naam. Na een "
        "wijziging blijft het oude adres werken."
    ),
    "kind": _("Bepaalt het huisje op de kaart. Leeg mag: dan staat er alleen de naam."),
    "organisation": _("Wie de plek draagt. Plekken van een netwerk staan samen op een pagina."),
    "since": _("Het jaar waarin de plek begon. Leeg: er staat niets over."),
    "area": _(
        "Het kleinste dat bekend is: de wijk, anders het gebied. Staat de punt op de kaart binnen "
        "een bekende grens, dan kiezen wij bij het opslaan de wijk daarvan."
    ),
    "postcode": _("Vier cijfers, een spatie, twee hoofdletters: 3014 RA."),
    "location_precision": _(
        "Adres: de punt staat bij de deur. Straat: ongeveer; de bezoeker leest “bij benadering”. "
        "Zonder punt op de kaart: wijk of onbekend; de plek staat dan alleen in de lijst."
    ),
    "location": _(
        "Sleep de punt, tik op de kaart om hem te zetten, of verschuif hem met de pijltjestoetsen."
    ),
    "phone": _("Groot op de pagina; bezoekers bellen dit nummer met één tik."),
    "email": _("Openbaar. Op dit adres vragen wij ook of alles nog klopt."),
    "website": _("Met https:// ervoor."),
    "hours_complete": _(
        "Zet dit aan als alles hieronder staat: buiten de tijden is de plek dan dicht. "
        "Staat het uit, dan leest de bezoeker buiten deze tijden “onbekend, bel even”."
    ),
    "holiday_policy": _("Niet bekend: op een feestdag leest de bezoeker “onbekend, bel even”."),
    "description": _("Twee of drie zinnen: wat is dit voor plek? Openbaar."),
    "first_visit": _("Waar kom je binnen, wie groet je, wat kost het? Openbaar."),
    "note": _("Wat je vooraf moet weten: “bel bij de zijdeur”. Openbaar, klein onder de tekst."),
    "strengths": _("Wat gaat hier goed? Openbaar op de pagina van de plek."),
    "needs": _("Wat zou deze plek verder helpen? Openbaar: wie kan helpen, leest het."),
    "attention": _(
        "Waar let de plek op of werkt ze aan? Openbaar. Wat alleen het beheer mag weten, hoort "
        "bij “Niet openbaar”."
    ),
    "audiences": _("Bewust voor, nooit alleen voor: iedereen blijft welkom."),
    "status": _("Een concept ziet alleen het beheer. Gepubliceerd staat meteen op de site."),
    **dict.fromkeys(
        [
            "description_en",
            "first_visit_en",
            "note_en",
            "strengths_en",
            "needs_en",
            "attention_en",
        ],
        NOT_TRANSLATED,
    ),
}
