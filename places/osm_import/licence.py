"""What the licence of OpenStreetMap means for a list that is given away under another."""

from django.conf import settings
from django.utils.translation import gettext as _


def licence_note() -> str:
    """For whoever imports and whoever decides: what is known, without playing the lawyer."""
    return " ".join([_what_it_asks(), _what_ours_says(), _what_to_do()])


def _what_it_asks() -> str:
    return _(
        "Gegevens van OpenStreetMap zijn © OpenStreetMap contributors en vallen onder de ODbL 1.0: "
        "noem de bron, en deel een lijst die er een wezenlijk deel van overneemt onder dezelfde "
        "licentie."
    )


def _what_ours_says() -> str:
    licence = settings.DATA_LICENCE
    if not licence:
        return _("De lijst van deze site heeft nog geen licentie.")
    return _("De lijst van deze site wordt weggegeven onder %s, en dat is een andere.") % licence


def _what_to_do() -> str:
    return _(
        "Vraag daarom bij de plek zelf na wat je overneemt. De bron komt bij de plek te staan."
    )
