"""What a fact must at least look like to be one."""

from datetime import date

from django.core.exceptions import ValidationError
from django.core.validators import RegexValidator
from django.utils.translation import gettext_lazy as _

POSTCODE = RegexValidator(r"^[1-9]\d{3} [A-Z]{2}$", _("Schrijf de postcode als 3014 RA."))

DIALLED = RegexValidator(
    r"^\+?(?:[ ()/.-]*\d){3,}[ ()/.-]*$", _("Schrijf een telefoonnummer als 010 123 45 67.")
)
"""Three digits or more, with what people put between them."""


def past_year(year: int) -> None:
    """A year that has begun, and not one of before there were places like these."""
    if not 1000 <= year <= date.today().year:
        raise ValidationError(_("Geef een jaar dat al geweest is, zoals 1998."))
