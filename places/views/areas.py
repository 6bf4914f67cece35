"""Gebieden and wijken: their places, and the week at a glance."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.models import Area, Place
from places.models.version import Until
from places.schedule import AMSTERDAM
from places.selection import Survey, select
from places.validators import validated
from places.weeks import week_at_a_glance


@require_safe
@validated(Until.STATE)
def neighbourhoods(request: HttpRequest) -> HttpResponse:
    """Every wijk under its gebied, with how many places it has."""
    survey = Survey(timezone.now())
    lines: dict[int | None, list[dict[str, Any]]] = {}
    for area in Area.objects.at_level(Area.Level.NEIGHBOURHOOD):
        lines.setdefault(area.parent_id, []).append(_line(survey, area))
    districts = [
        {**_line(survey, district), "neighbourhoods": lines.get(district.pk, [])}
        for district in Area.objects.at_level(Area.Level.DISTRICT)
    ]
    return render(request, "places/neighbourhoods.html", {"districts": districts})


@require_safe
@validated(Until.STATE)
def area(request: HttpRequest, level: str, slug: str) -> HttpResponse:
    """One gebied or wijk."""
    found = get_object_or_404(Area.objects.with_family(), level=level, slug=slug)
    now = timezone.now()
    places = Place.objects.published().tagged(found.tag)
    context = {
        "area": found,
        **vars(select(found.tag, now)),
        "neighbourhoods": Area.objects.within(found),
        "week": week_at_a_glance(places, now.astimezone(AMSTERDAM).date()),
    }
    template = "district" if level == Area.Level.DISTRICT else "neighbourhood"
    return render(request, f"places/{template}.html", context)


def _line(survey: Survey, area: Area) -> dict[str, Any]:
    return {"area": area, "count": survey.count(area.tag)}
