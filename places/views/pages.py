"""Pages of text that a public body owes its visitors."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.views.decorators.http import require_safe

from places.models.version import Until
from places.validators import validated


@require_safe
@validated(Until.RELEASE)
def about(request: HttpRequest) -> HttpResponse:
    """What this is and where it comes from."""
    return render(request, "places/about.html")


@require_safe
@validated(Until.RELEASE)
def accessibility(request: HttpRequest) -> HttpResponse:
    """How accessible the site is, and what to do when it is not."""
    return render(request, "places/accessibility.html")


@require_safe
@validated(Until.RELEASE)
def privacy(request: HttpRequest) -> HttpResponse:
    """What is kept of a visitor: nothing."""
    leaves = settings.CLIENT_ADDRESSES_AT_PDOK and settings.LOCATIESERVER_URL
    return render(request, "places/privacy.html", {"client_addresses_at_pdok": bool(leaves)})


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    """400, made without the request: even the name that it gives the site may not be readable."""
    return HttpResponse(render_to_string("400.html"), status=400)
