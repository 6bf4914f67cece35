"""Organisations and networks, and the places they run."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.models import Organisation
from places.models.version import Until
from places.portrait.reach import website_label
from places.provenance import source_date
from places.selection import Survey, select
from places.validators import validated


@require_safe
@validated(Until.STATE)
def networks(request: HttpRequest) -> HttpResponse:
    """Every organisation, with how many places it has."""
    survey = Survey(timezone.now())
    lines = [{"network": one, "count": survey.count(one.tag)} for one in Organisation.objects.all()]
    return render(request, "places/networks.html", {"networks": lines})


@require_safe
@validated(Until.STATE)
def network(request: HttpRequest, slug: str) -> HttpResponse:
    """One organisation or network."""
    found = get_object_or_404(Organisation, slug=slug)
    context = {
        "network": found,
        "website_label": website_label(found.website),
        "source_when": source_date(found.source_date),
        **vars(select(found.tag, timezone.now())),
    }
    return render(request, "places/network.html", context)
