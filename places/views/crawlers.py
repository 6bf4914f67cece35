"""`/robots.txt` and `/sitemap.xml`: what search engines may read, and where it is."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from places.feeds.addresses import Whole
from places.feeds.sitemap import XML, sitemap, sitemap_index
from places.models.version import Until
from places.validators import validated


@require_safe
@validated(Until.RELEASE)
def robots(request: HttpRequest) -> HttpResponse:
    """Where crawlers need not go (RFC 9309), and where the list of all pages is."""
    return render(request, "robots.txt", content_type="text/plain; charset=utf-8")


@require_safe
@validated()
def index(request: HttpRequest) -> HttpResponse:
    """The parts of the sitemap."""
    return HttpResponse(sitemap_index(Whole(request)), content_type=XML)


@require_safe
@validated()
def part(request: HttpRequest, kind: str, number: str) -> HttpResponse:
    """The addresses of one part."""
    document = sitemap(Whole(request), kind, int(number))
    if document is None:
        raise Http404("Dit deel heeft de sitemap niet.")
    return HttpResponse(document, content_type=XML)
