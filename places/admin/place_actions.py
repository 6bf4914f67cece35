"""What staff do to several places at once; only to those they may change, and it says how many."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.contrib import admin, messages
from django.contrib.admin.helpers import ACTION_CHECKBOX_NAME
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext, pgettext_lazy

from places.admin.pages import PlacePages
from places.archiving import archive
from places.models import Confirmation, Place
from places.models.confirmation import Role, confirm
from places.models.place import PlaceQuerySet
from places.roles import places_to_change

How, Farewell, Status = Confirmation.How, Place.Farewell, Place.Status


class CheckForm(forms.Form):
    """How somebody made sure that the entries are true."""

    how = forms.ChoiceField(
        label=gettext_lazy("Hoe heb je het nagekeken?"),
        choices=[(how.value, how.label) for how in (How.PHONE, How.VISIT, How.ONLINE)],
        widget=forms.RadioSelect,
    )


class FarewellForm(forms.Form):
    """Why places leave the list; one that was merged is archived by merging it."""

    because = forms.ChoiceField(
        label=gettext_lazy("Waarom?"),
        choices=[(why.value, why.label) for why in (Farewell.MOVED, Farewell.CLOSED)],
        widget=forms.RadioSelect,
    )
    on = forms.DateField(
        label=gettext_lazy("Sinds wanneer?"),
        initial=timezone.localdate,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    words = forms.CharField(
        label=gettext_lazy("In woorden"),
        help_text=gettext_lazy("Dit lezen bezoekers die de plek nog zoeken."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise forms.ValidationError(_("Deze dag is nog niet geweest."))
        return day


class PlaceActions(PlacePages):
    """Publishing, checking and archiving several places."""

    actions = ["publish", "mark_checked", "archive_places"]

    def has_check_permission(self, request: HttpRequest) -> bool:
        """Whether the user may say that places were checked."""
        allowed: bool = request.user.has_perm("places.add_confirmation")
        return allowed and self.has_change_permission(request)

    @admin.action(
        description=pgettext_lazy("wat je met de gekozen plekken doet", "Publiceren"),
        permissions=["change"],
    )
    def publish(self, request: HttpRequest, queryset: PlaceQuerySet) -> None:
        """Drafts become public; what is archived stays so until somebody restores it."""
        asked = len(queryset)
        drafts = [place for place in _own(request, queryset) if place.status == Status.DRAFT]
        with transaction.atomic():
            for place in drafts:
                place.status = Status.PUBLISHED
                place.save()
        _say(request, len(drafts), asked, _("gepubliceerd"))

    @admin.action(description=gettext_lazy("Nagekeken: vandaag…"), permissions=["check"])
    def mark_checked(self, request: HttpRequest, queryset: PlaceQuerySet) -> HttpResponse | None:
        """Ask how, then write a confirmation by the municipality for each."""

        def check(place: Place, answers: dict[str, Any]) -> None:
            confirm(place, timezone.localdate(), Role.STAFF, answers["how"], request.user)

        return self._asking(request, queryset, CheckForm, check, _("nagekeken"))

    @admin.action(description=gettext_lazy("Archiveren…"), permissions=["change"])
    def archive_places(self, request: HttpRequest, queryset: PlaceQuerySet) -> HttpResponse | None:
        """Ask why, since when and in which words, then archive each."""

        def leave(place: Place, answers: dict[str, Any]) -> None:
            archive(place, answers["because"], answers["on"], answers["words"])

        return self._asking(request, queryset, FarewellForm, leave, _("gearchiveerd"))

    def _asking(
        self,
        request: HttpRequest,
        queryset: PlaceQuerySet,
        form_class: type[forms.Form],
        act: Callable[[Place, dict[str, Any]], None],
        done: str,
    ) -> HttpResponse | None:
        """Show the form until it is answered well, then act on each place and return None."""
        asked = len(queryset)
        places = [one for one in _own(request, queryset) if one.status != Status.ARCHIVED]
        form = form_class(request.POST if "answered" in request.POST else None)
        if form.is_valid():
            with transaction.atomic():
                for place in places:
                    act(place, form.cleaned_data)
            _say(request, len(places), asked, done)
            return None
        action = request.POST["action"]
        context = {
            **self.admin_site.each_context(request),
            "title": dict(self.get_action_choices(request))[action],
            "opts": self.opts,
            "form": form,
            "places": places,
            "left_out": asked - len(places),
            "action": action,
            "chosen": request.POST.getlist(ACTION_CHECKBOX_NAME),
            "select_across": request.POST.get("select_across", "0"),
        }
        return render(request, "admin/places/place/several.html", context)


def _own(request: HttpRequest, queryset: PlaceQuerySet) -> PlaceQuerySet:
    """Those among them that this user may change, as they are now."""
    keys = list(queryset.values_list("pk", flat=True))
    return places_to_change(request.user).with_keys(keys).by_name()


def _say(request: HttpRequest, count: int, asked: int, done: str) -> None:
    words = ngettext("%(count)d plek %(done)s.", "%(count)d plekken %(done)s.", count)
    messages.success(request, words % {"count": count, "done": done})
    if left := asked - count:
        words = ngettext(
            "%(left)d plek overgeslagen: niet van jou, of al zo.",
            "%(left)d plekken overgeslagen: niet van jou, of al zo.",
            left,
        )
        messages.warning(request, words % {"left": left})
