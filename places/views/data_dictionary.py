"""`/open-data/velden/`: what every field means, for people and for machines."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from places.cors import readable_anywhere
from places.files import dictionary
from places.files.data_package import data_package
from places.validators import validated


@require_safe
@validated()
def data_dictionary(request: HttpRequest) -> HttpResponse:
    """The fields of every file and of the API."""
    parts = {"fields": dictionary.fields(), "columns": dictionary.columns()}
    return render(request, "files/dictionary.html", {**parts, "tags": dictionary.tags()})


@require_safe
@readable_anywhere
@validated()
def data_dictionary_json(request: HttpRequest) -> HttpResponse:
    """The same as a Data Package."""
    package = data_package(request.build_absolute_uri("/").rstrip("/"))
    return JsonResponse(package, json_dumps_params={"ensure_ascii": False})
