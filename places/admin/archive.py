"""`archiveren`: a place leaves the list and comes back; deleting is for who insists."""

from datetime import date
from typing import Any

from django import forms
from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import URLPattern, path, reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from places.admin.pages import PlacePages, about_place
from places.archiving import archive, bring_back
from places.models import Place
from places.roles import places_to_change, places_to_see

Status = Place.Status
NEAR_BY = 200
"""Places that are offered by name as successor; any other can be typed."""


class ArchiveForm(forms.Form):
    """Why and when a place left, in which words, and where it went on."""

    because = forms.ChoiceField(
        label=gettext_lazy("Waarom?"), choices=Place.Farewell.choices, widget=forms.RadioSelect
    )
    on = forms.DateField(
        label=gettext_lazy("Sinds wanneer?"),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    words = forms.CharField(
        label=gettext_lazy("In woorden"),
        help_text=gettext_lazy("Wat er is gebeurd, in een of twee zinnen. Bezoekers lezen dit."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    successor = forms.CharField(
        label=gettext_lazy("Verder als"),
        required=False,
        help_text=gettext_lazy(
            "De naam van de plek waar het verdergaat, of het adres van haar pagina. Mag leeg, "
            "behalve na samenvoegen."
        ),
        widget=forms.TextInput(attrs={"list": "opvolgers", "autocomplete": "off"}),
    )

    def __init__(self, user: Any, place: Place, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.user, self.place = user, place

    def clean_on(self) -> date:
        day: date = self.cleaned_data["on"]
        if day > timezone.localdate():
            raise ValidationError(_("Deze dag is nog niet geweest."))
        return day

    def clean_successor(self) -> Place | None:
        text = self.cleaned_data["successor"]
        if not text.strip():
            return None
        known = places_to_see(self.user).known_as(text) | Place.objects.published().known_as(text)
        found = list(known[:2])
        if not found:
            raise ValidationError(_("Geen plek heet “%s”.") % text)
        if len(found) > 1:
            raise ValidationError(
                _("Er heten meer plekken zo. Plak het adres van de pagina van de goede plek.")
            )
        return found[0]

    def nearby(self) -> list[str]:
        """Names to choose from: of published places, the nearest first."""
        others = Place.objects.published().other_than(self.place)
        point = self.place.location
        return [one.name for one in (others.by_distance(point) if point else others)[:NEAR_BY]]

    def carry_out(self) -> bool:
        """Archive the place if everything is right; what is not is said beside the field."""
        if not self.is_valid():
            return False
        answers = self.cleaned_data
        try:
            archive(self.place, **answers)
        except ValidationError as refused:
            self.add_error(None, refused)
            return False
        return True


class ArchivePages(PlacePages):
    """Archiving and coming back; the delete page asks to do that instead."""

    def get_urls(self) -> list[URLPattern]:
        view = self.admin_site.admin_view(archive_page)
        way_back = self.admin_site.admin_view(back_page)
        return [
            path("<int:pk>/archiveren/", view, name="places_place_archive"),
            path("<int:pk>/archiveren/terug/", way_back, name="places_place_back"),
            *super().get_urls(),
        ]

    def object_links(self, request: HttpRequest, place: Place) -> list[dict[str, str]]:
        links = super().object_links(request, place)
        if not self.has_change_permission(request, place):
            return links
        archived = place.status == Status.ARCHIVED
        label = _("Uit het archief halen") if archived else _("Archiveren")
        return [*links, {"label": label, "url": _address("archive", place)}]

    def get_actions(self, request: HttpRequest) -> Any:
        actions = super().get_actions(request)
        actions.pop("delete_selected", None)
        return actions

    def delete_view(
        self, request: HttpRequest, object_id: str, extra_context: Any = None
    ) -> HttpResponse:
        """Only for whoever may, and only with the name of the place typed."""
        place = get_object_or_404(places_to_change(request.user).with_key(_key(object_id)))
        if not self.has_delete_permission(request, place):
            messages.info(request, _("Een plek verwijderen we niet; archiveren kan wel."))
            return redirect(_address("archive", place))
        typed = request.POST.get("name", "")
        if request.method == "POST" and typed.strip() == place.name:
            self.log_deletions(request, [place])  # type: ignore[arg-type]
            place.delete()
            messages.success(request, _("“%s” is voorgoed verwijderd.") % place.name)
            return redirect("admin:places_place_changelist")
        wrong = {"wrong": request.method == "POST", "typed": typed}
        context = about_place(request, place, _("Voorgoed verwijderen")) | wrong
        return render(request, "admin/places/place/verwijderen.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def archive_page(request: HttpRequest, pk: int) -> HttpResponse:
    """The form to archive a place, or what is known of its leaving and the way back."""
    place = get_object_or_404(places_to_change(request.user), pk=pk)
    if place.status == Status.ARCHIVED:
        context = about_place(request, place, _("Uit het archief halen"))
        return render(request, "admin/places/place/gearchiveerd.html", context)
    start = {"on": timezone.localdate()}
    form = ArchiveForm(request.user, place, request.POST or None, initial=start)
    if request.method == "POST" and form.carry_out():
        messages.success(request, _("“%s” staat nu in het archief.") % place.name)
        return redirect(_address("archive", place))
    context = about_place(request, place, _("Archiveren")) | {"form": form}
    return render(request, "admin/places/place/archiveren.html", context)


@require_http_methods(["POST"])
def back_page(request: HttpRequest, pk: int) -> HttpResponse:
    """Back in the list, or first among the drafts."""
    place = get_object_or_404(places_to_change(request.user), pk=pk)
    drafted = request.POST.get("status") == Status.DRAFT
    try:
        bring_back(place, Status.DRAFT if drafted else Status.PUBLISHED)
    except ValidationError as refused:
        messages.error(request, " ".join(refused.messages))
        return redirect(_address("archive", place))
    messages.success(request, _("“%s” is terug uit het archief.") % place.name)
    return redirect("admin:places_place_change", place.pk)


def _address(page: str, place: Place) -> str:
    return reverse(f"admin:places_place_{page}", args=[place.pk])


def _key(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() else None
