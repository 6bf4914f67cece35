"""`/open-data/`: every door to the data, for people and for harvesters."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.cors import readable_anywhere
from places.models.version import Until
from places.open_data.catalogue import catalogue as catalogue_of_data
from places.open_data.page import page_about
from places.validators import validated

JSON_LD = "application/ld+json"


@require_safe
@validated(Until.DAY)
def open_data(request: HttpRequest) -> HttpResponse:
    """What can be had, how fresh it is, and what may be done with it."""
    return render(request, "open_data/open_data.html", page_about(timezone.now()))


@require_safe
@readable_anywhere
@validated()
def catalogue(request: HttpRequest) -> HttpResponse:
    """The description of the data that other catalogues copy."""
    return JsonResponse(catalogue_of_data(), content_type=JSON_LD)
