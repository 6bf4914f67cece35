"""Values and dilemmas: what they mean, and the places that show them."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from places import themes
from places.models import Dilemma, Value
from places.models.version import Until
from places.selection import tag_url
from places.validators import validated


@require_safe
@validated(Until.STATE)
def values(request: HttpRequest) -> HttpResponse:
    """The ten values, and how many places show each."""
    context = {"values": themes.value_summaries(timezone.now())}
    return render(request, "places/values.html", context)


@require_safe
@validated(Until.STATE)
def value(request: HttpRequest, slug: str) -> HttpResponse:
    """One value: what it means, how to recognise it, and where."""
    found = get_object_or_404(Value, slug=slug)
    context = {
        "value": found,
        "shown": themes.places_showing(found, timezone.now()),
        "list_url": tag_url(found.tag),
    }
    return render(request, "places/value.html", context)


@require_safe
@validated(Until.STATE)
def dilemmas(request: HttpRequest) -> HttpResponse:
    """The six dilemmas, each with two poles."""
    context = {"dilemmas": themes.dilemma_summaries(timezone.now())}
    return render(request, "places/dilemmas.html", context)


@require_safe
@validated(Until.STATE)
def dilemma(request: HttpRequest, slug: str) -> HttpResponse:
    """One dilemma: why both sides are good, and who stands where."""
    found = get_object_or_404(Dilemma, slug=slug)
    context = {
        "dilemma": found,
        "sides": themes.sides(found, timezone.now()),
        "shown": themes.places_standing(found, timezone.now()),
        "list_url": tag_url(found.tag),
    }
    return render(request, "places/dilemma.html", context)
