"""`/aanmelden/`, `/plekken/<slug>/wijziging/` and `/melden/`: what anyone may send to staff.

Forms live here and nowhere else on the public site: these pages do carry a cookie, against forgery.
"""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from places.models import Place, Suggestion
from places.roles import TEAM
from places.suggesting import CorrectionForm, NewPlaceForm, ReportForm, StillTrueForm
from places.suggesting.limits import TOO_MANY, may_send

Answer = Callable[..., HttpResponse]


def form_page(view: Answer) -> Answer:
    """A page with a form: not kept by anybody between us and the visitor, nor by search engines."""

    @wraps(view)
    def page(request: HttpRequest, **address: Any) -> HttpResponse:
        answer = view(request, **address)
        answer["X-Robots-Tag"] = "noindex"
        return answer

    return never_cache(require_http_methods(["GET", "HEAD", "POST"])(page))


def about_a_place(view: Answer) -> Answer:
    """Give the view the place at the address; 404 when the public does not know it, 410 if gone."""

    @wraps(view)
    def page(request: HttpRequest, slug: str) -> HttpResponse:
        place = Place.objects.at_address(slug).first()
        if place is None or place.status == Place.Status.DRAFT:
            raise Http404(_("Deze plek kennen we niet."))
        if place.status == Place.Status.ARCHIVED:
            return render(request, "places/suggest_gone.html", {"place": place}, status=410)
        return view(request, place)

    return page


@form_page
@about_a_place
def suggest_change(request: HttpRequest, place: Place) -> HttpResponse:
    """A correction of what is published, or the word that all is still true."""
    if request.POST.get("antwoord") == "klopt":
        return _still_true(request, place)
    form = CorrectionForm(place, _posted(request))
    if form.is_from_a_machine:
        return redirect("suggest_change_thanks", slug=place.slug)
    if form.is_valid() and not form.says_something:
        form.add_error(None, _("Je hebt nog niets veranderd. Klopt alles? Zeg dat dan hierboven."))
    elif form.is_valid() and may_send(request, form):
        form.suggestion(_origin(request))
        return redirect("suggest_change_thanks", slug=place.slug)
    return _page(request, "places/suggest_change.html", form, place=place)


def _still_true(request: HttpRequest, place: Place) -> HttpResponse:
    form = StillTrueForm(request.POST)
    if form.is_from_a_machine:
        return redirect("suggest_change_thanks", slug=place.slug)
    if form.is_valid() and may_send(request, form):
        form.suggestion(place, _origin(request))
        return redirect("suggest_change_thanks", slug=place.slug)
    correction = CorrectionForm(place)
    return _page(request, "places/suggest_change.html", correction, place=place, still_true=form)


@form_page
def suggest_place(request: HttpRequest) -> HttpResponse:
    """A place that is missing; those that look like it are shown before it is sent."""
    form = NewPlaceForm(_posted(request))
    if form.is_from_a_machine:
        return redirect("suggest_place_thanks")
    lookalikes = form.lookalikes() if form.is_valid() and "toch" not in request.POST else []
    if form.is_valid() and not lookalikes and may_send(request, form):
        form.suggestion(_origin(request))
        return redirect("suggest_place_thanks")
    return _page(request, "places/suggest_place.html", form, lookalikes=lookalikes)


@form_page
@about_a_place
def report(request: HttpRequest, place: Place) -> HttpResponse:
    """A complaint, a worry or thanks, for staff only."""
    form = ReportForm(_posted(request))
    if form.is_from_a_machine:
        return redirect("report_thanks", slug=place.slug)
    if form.is_valid() and may_send(request, form):
        form.report(place)
        return redirect("report_thanks", slug=place.slug)
    return _page(request, "places/report.html", form, place=place)


@form_page
@about_a_place
def suggest_change_thanks(request: HttpRequest, place: Place) -> HttpResponse:
    """What happens with a correction."""
    return _thanks(request, "places/suggest_thanks.html", place)


@form_page
@about_a_place
def report_thanks(request: HttpRequest, place: Place) -> HttpResponse:
    """What happens with a report."""
    return _thanks(request, "places/report_thanks.html", place)


@form_page
def suggest_place_thanks(request: HttpRequest) -> HttpResponse:
    """What happens with a proposed place."""
    return _thanks(request, "places/suggest_thanks.html", None)


def _thanks(request: HttpRequest, template: str, place: Place | None) -> HttpResponse:
    return render(request, template, {"place": place, "reply_days": settings.REPLY_DAYS})


def _posted(request: HttpRequest) -> QueryDict | None:
    return request.POST if request.method == "POST" else None


def _origin(request: HttpRequest) -> str:
    """A wijkteam that is logged in is known as such; all others are visitors."""
    groups = request.user.groups.values_list("name", flat=True)
    return Suggestion.Origin.TEAM if TEAM in groups else Suggestion.Origin.VISITOR


def _page(request: HttpRequest, template: str, form: forms.Form, **context: Any) -> HttpResponse:
    limited = any(
        one.has_error(NON_FIELD_ERRORS, TOO_MANY) for one in (form, context.get("still_true", form))
    )
    known = {
        "form": form,
        "reply_days": settings.REPLY_DAYS,
        "urgent_phone": settings.URGENT_PHONE,
    }
    return render(request, template, known | context, status=429 if limited else 200)
