"""`/foto/<uuid>-<width>.<jpg|avif>`: one size of a photo, for as long as it may be seen."""

import uuid

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from places.models import Photo, Place
from places.photos.files import path_of
from places.photos.sizes import FORMATS
from places.roles import places_to_see

ASK_FIRST = "public, no-cache"
"""Anybody may keep a copy, but must ask here before showing it: a photo can be taken down."""

FOR_STAFF = "private, no-store"


@require_safe
def photo(request: HttpRequest, key: uuid.UUID, width: int, extension: str) -> HttpResponseBase:
    """The file, 304 when it is known already, 404 when it is gone or not for this visitor."""
    found = Photo.objects.with_key(key).first()
    if found is None or width not in found.widths or extension not in FORMATS:
        raise Http404(_("Deze foto is er niet."))
    public = found.place.status == Place.Status.PUBLISHED
    if not public and not _is_for(request, found):
        raise Http404(_("Deze foto is er niet."))
    answer = _answer(request, found, width, extension)
    answer["Cache-Control"] = ASK_FIRST if public else FOR_STAFF
    answer["X-Content-Type-Options"] = "nosniff"
    return answer


def _is_for(request: HttpRequest, found: Photo) -> bool:
    return places_to_see(request.user).with_key(found.place_id).exists()


def _answer(request: HttpRequest, found: Photo, width: int, extension: str) -> HttpResponseBase:
    """What is under an address never changes, so its name says all that a validator needs."""
    changed = int(found.added_at.timestamp())
    etag = f'"{found.key.hex}-{width}-{extension}"'
    known = get_conditional_response(request, etag, changed)
    # Pictures are compressed already; without this the gzip middleware would do it again.
    request.META.pop("HTTP_ACCEPT_ENCODING", None)
    answer = known or _file(found, width, extension)
    answer["ETag"] = etag
    answer["Last-Modified"] = http_date(changed)
    return answer


def _file(found: Photo, width: int, extension: str) -> HttpResponse:
    """A few hundred kilobytes at most, so in one piece."""
    try:
        content = path_of(found.key, width, extension).read_bytes()
    except FileNotFoundError as error:
        raise Http404(_("Deze foto is er niet.")) from error
    return HttpResponse(content, content_type=FORMATS[extension])
