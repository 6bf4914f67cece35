"""Gebieden and wijken: their places, and the week at a glance."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.utils.formats import date_format, number_format
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from places.glance import week_at_a_glance
from places.models import Area, Place
from places.schedule import AMSTERDAM
from places.selection import Survey, select


@require_safe
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    """Every wijk under its gebied, with how many places it has."""
    survey = Survey(timezone.now())
    wijken = Area.objects.at_level(Area.Level.NEIGHBOURHOOD).order_by("name")
    by_district: dict[int | None, list[dict[str, Any]]] = {}
    for area in wijken:
        by_district.setdefault(area.parent_id, []).append(_line(survey, area))
    districts = [
        {
            "district": district,
            **vars(survey.lead(district.tag)),
            "neighbourhoods": by_district.get(district.pk, []),
        }
        for district in Area.objects.at_level(Area.Level.DISTRICT)
    ]
    return render(request, "places/neighbourhoods.html", {"districts": districts})


@require_safe
def area(request: HttpRequest, level: str, slug: str) -> HttpResponse:
    """One gebied or wijk."""
    found = get_object_or_404(Area.objects.with_family(), level=level, slug=slug)
    now = timezone.now()
    survey = Survey(now)
    places = Place.objects.published().tagged(found.tag)
    context = {
        "area": found,
        "parent": None if level == Area.Level.DISTRICT else found.parent,
        "parts": [_line(survey, part) for part in Area.objects.within(found)],
        "inhabitants": _inhabitants(found),
        "selection": select(found.tag, now),
        "glance": week_at_a_glance(places, now.astimezone(AMSTERDAM).date()),
    }
    return render(request, "places/area.html", context)


def _line(survey: Survey, area: Area) -> dict[str, Any]:
    return {"area": area, **vars(survey.lead(area.tag))}


def _inhabitants(area: Area) -> str:
    if area.inhabitants is None or area.inhabitants_on is None:
        return ""
    return _("%(number)s inwoners op %(day)s") % {
        "number": number_format(area.inhabitants, use_l10n=True, force_grouping=True),
        "day": date_format(area.inhabitants_on, "j F Y"),
    }
