"""What every form for people without an account asks of them, and a trap for machines."""

from typing import Any

from django import forms
from django.core.validators import EmailValidator
from django.utils.translation import gettext_lazy as _

LONGEST = 3000
"""Letters in one box; a story that needs more is for the telephone."""


class SenderForm(forms.Form):
    """An address to answer to, and a field that people do not see but machines fill in."""

    sender_email = forms.CharField(
        label=_("Jouw e-mailadres"),
        required=False,
        max_length=254,
        validators=[EmailValidator(_("Schrijf het adres als naam@voorbeeld.nl."))],
        widget=forms.EmailInput(attrs={"autocomplete": "email"}),
        help_text=_(
            "Mag leeg blijven. Alleen om je te antwoorden; we wissen het zodra het "
            "behandeld is, in elk geval na 90 dagen."
        ),
    )
    reactie = forms.CharField(
        label=_("Vul hier niets in"),
        required=False,
        widget=forms.TextInput(attrs={"autocomplete": "off", "tabindex": "-1"}),
    )

    def __init__(self, data: Any = None, **options: Any) -> None:
        super().__init__(data, label_suffix="", **options)

    @property
    def is_from_a_machine(self) -> bool:
        """Whether the trap was filled in; nothing of such a form is read any further."""
        return bool(self.data.get("reactie"))


def long_text(label: Any, help_text: Any = "", *, required: bool = False) -> forms.CharField:
    """A box for some sentences."""
    return forms.CharField(
        label=label,
        required=required,
        max_length=LONGEST,
        help_text=help_text,
        widget=forms.Textarea(attrs={"rows": 4}),
    )


def on_our_lines(text: str) -> str:
    """A text from a browser with line ends as the site keeps them."""
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()
