"""The form with which an administrator gives somebody an account."""

from typing import Any

from django import forms
from django.contrib.auth.models import Group, User
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from places.accounts.roles import WORDS, role_of
from places.models import Area, Colleague
from places.models.colleague import is_taken, leaves_an_administrator
from places.roles import ADMINISTRATOR


class PersonForm(forms.ModelForm):
    """Name, address, role and areas; never a password or a permission by itself.

    ``editor``, who fills it in, is set on the class for every request.
    """

    editor: Any = None

    email = forms.EmailField(
        label=pgettext_lazy("inloggen", "E-mailadres"),
        help_text=gettext_lazy(
            "Hiermee logt iemand in. Een link om een wachtwoord te kiezen gaat hierheen."
        ),
        error_messages={"invalid": gettext_lazy("Schrijf het adres als naam@voorbeeld.nl.")},
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Rol"),
        choices=[(role, f"{role}: {words}") for role, words in WORDS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Kies een rol.")},
    )
    areas = forms.ModelMultipleChoiceField(
        label=gettext_lazy("Gebieden"),
        queryset=Area.objects.at_level(Area.Level.DISTRICT).order_by("name"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "Niets gekozen: de hele stad. Een redacteur ziet en wijzigt alleen plekken in de "
            "gekozen gebieden. Een wijkteam leest overal; het zoekt vanuit het gekozen gebied."
        ),
    )
    notices = forms.ChoiceField(
        label=gettext_lazy("Mail over wat er ligt"),
        choices=Colleague.Notices.choices,
        initial=Colleague.Notices.DAILY,
        widget=forms.RadioSelect,
        help_text=gettext_lazy("Iedereen kan dit zelf veranderen bij “Mijn account”."),
    )

    class Meta:
        model = User
        fields = ["first_name", "last_name", "email", "is_active"]
        labels = {"is_active": gettext_lazy("Mag inloggen")}
        help_texts = {
            "is_active": gettext_lazy(
                "Zet dit uit als iemand weggaat. Wat die persoon deed, blijft in de geschiedenis."
            )
        }

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self._show(self.instance)

    def clean_email(self) -> str:
        address = str(self.cleaned_data["email"]).lower()
        if is_taken(address, by_other_than=self.instance):
            raise ValidationError(_("Er is al een account met dit adres."))
        return address

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        if data.get("role") == ADMINISTRATOR and data.get("areas"):
            self.add_error("areas", _("Een beheerder gaat over de hele stad. Kies geen gebieden."))
        stays = data.get("role") == ADMINISTRATOR and data.get("is_active")
        if self.instance.pk and not stays and role_of(self.instance) == ADMINISTRATOR:
            self._keep_an_administrator()
        return data

    def save(self, commit: bool = True) -> User:
        """Somebody's name to log in with is the address, unless it was something else."""
        person: User = self.instance
        if not person.pk:
            person.set_unusable_password()
        if not person.pk or person.username.lower() == str(self.initial["email"]).lower():
            person.username = person.email
        person.is_staff = True
        super().save(commit)
        return person

    def _save_m2m(self) -> None:
        super()._save_m2m()  # type: ignore[misc]
        if not self.instance.is_superuser:
            self.instance.groups.set([Group.objects.get(name=self.cleaned_data["role"])])
        notices = {"notices": self.cleaned_data["notices"]}
        colleague, _new = Colleague.objects.update_or_create(notices, user=self.instance)
        colleague.areas.set(self.cleaned_data["areas"])

    def _show(self, person: User) -> None:
        """What is so now; nobody changes the own role or shuts the door behind oneself."""
        self.fields["role"].initial = role_of(person)
        colleague = getattr(person, "colleague", None)
        if colleague:
            self.fields["areas"].initial = colleague.areas.all()
            self.fields["notices"].initial = colleague.notices
        own = person.pk == self.editor.pk
        self.fields["role"].disabled = own or person.is_superuser
        self.fields["is_active"].disabled = own

    def _keep_an_administrator(self) -> None:
        if not leaves_an_administrator(self.instance, ADMINISTRATOR):
            raise ValidationError(
                _("Dit is de laatste beheerder. Maak eerst iemand anders beheerder.")
            )
