"""What somebody with an account, or nearly, fills in."""

from typing import Any

from django import forms
from django.contrib.auth.forms import AuthenticationForm, SetPasswordForm
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from places.models import Colleague
from places.models.colleague import known_as


class LogInForm(AuthenticationForm):
    """Address and password; what is wrong with them is not told."""

    error_messages = {
        "invalid_login": _(
            "Het e-mailadres of het wachtwoord klopt niet. Let op hoofdletters in het wachtwoord."
        ),
        "inactive": _(
            "Het e-mailadres of het wachtwoord klopt niet. Let op hoofdletters in het wachtwoord."
        ),
    }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        name, password = self.fields["username"], self.fields["password"]
        name.label = pgettext_lazy("inloggen", "E-mailadres")
        name.error_messages["required"] = _("Vul je e-mailadres in.")
        name.widget.attrs |= {"inputmode": "email", "spellcheck": "false"}
        password.error_messages["required"] = _("Vul je wachtwoord in.")

    def clean_username(self) -> str:
        """The account by its one name, so that spelling it otherwise gives nobody new tries.

        The database takes more letters for one another than capitals: ``ı`` is an ``i`` to it.
        """
        said = str(self.cleaned_data["username"]).strip()
        user = known_as(said)
        return (user.get_username() if user else said).lower()


class ForgottenForm(forms.Form):
    """Where to mail a link for a new password."""

    email = forms.EmailField(
        label=pgettext_lazy("inloggen", "E-mailadres"),
        max_length=254,
        error_messages={
            "required": _("Vul je e-mailadres in."),
            "invalid": _("Schrijf het adres als naam@voorbeeld.nl."),
        },
        widget=forms.EmailInput(attrs={"autocomplete": "username", "spellcheck": "false"}),
    )


class ChoosePasswordForm(SetPasswordForm):
    """A password, typed twice."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["new_password1"].label = _("Kies een wachtwoord")
        self.fields["new_password1"].help_text = _(
            "Minstens acht tekens. Een zin van een paar woorden is goed te onthouden."
        )
        self.fields["new_password2"].label = _("Typ het wachtwoord nog een keer")
        self.fields["new_password2"].help_text = ""


class NoticesForm(forms.ModelForm):
    """How often somebody wants mail about what waits."""

    class Meta:
        model = Colleague
        fields = ["notices"]
        widgets = {"notices": forms.RadioSelect}
