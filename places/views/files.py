"""`/plekken.csv` and its brothers: the places of a filter as a file."""

from collections.abc import Callable
from functools import wraps

from django.core.exceptions import ValidationError
from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse, QueryDict
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_safe

from places.api.envelope import HEADERS, PREFLIGHT
from places.files.asked import Asked, chosen_names
from places.files.formats import FORMATS, Format
from places.files.spool import BusyError, Handed, a_hand, one_at_a_time
from places.filters import PlaceFilter
from places.models.entry_columns import SLUG
from places.models.file_rows import Reading, snapshot
from places.open_data.licence import licence
from places.problem import problem, unreadable
from places.validators import validated_as_asked

AGAIN = "30"
"""Seconds after which one may ask again for what could not be had now."""

View = Callable[..., HttpResponseBase]


def for_everybody(view: View) -> View:
    """Scripts of any site may read the answer; nothing of a visitor is in it."""

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponseBase:
        if request.method == "OPTIONS":
            return HttpResponse(status=204, headers={**HEADERS, **PREFLIGHT})
        given = view(request, *args, **kwargs)
        for name, text in HEADERS.items():
            given[name] = text
        return given

    return answer


@for_everybody
@require_safe
@validated_as_asked
def places_file(request: HttpRequest, key: str) -> HttpResponseBase:
    """The file, or a problem that names every wrong parameter."""
    form, found = FORMATS[key], PlaceFilter(_parameters(request), timezone.now())
    names, complaints = chosen_names(request.GET.getlist("velden"), form.load().names())
    errors = {name: [str(one) for one in why] for name, why in found.errors.items()}
    if complaints:
        errors["velden"] = complaints
    if errors:
        return unreadable(errors)
    asked = Asked(names, found.today, request.build_absolute_uri(reverse("place", args=[SLUG])))
    return _answered(request, form, found, asked)


def _parameters(request: HttpRequest) -> QueryDict:
    """A file has no pages."""
    parameters = request.GET.copy()
    parameters.pop("pagina", None)
    return parameters


def _answered(
    request: HttpRequest, form: Format, found: PlaceFilter, asked: Asked
) -> HttpResponseBase:
    answer = HttpResponse() if request.method == "HEAD" else _written(form, found, asked)
    if answer.status_code == 200:
        name = f"plekken-{asked.today:%Y-%m-%d}.{form.extension}"
        answer["Content-Type"] = form.media_type
        answer["Content-Disposition"] = f'attachment; filename="{name}"'
        if terms := licence():
            answer["Link"] = f'<{terms.url}>; rel="license"'
    return answer


def _written(form: Format, found: PlaceFilter, asked: Asked) -> HttpResponseBase:
    """The file when it is whole, else why it cannot be had."""
    try:
        with a_hand() as held:
            with one_at_a_time(), snapshot():
                file = form.load().written(Reading().places(found.qs), asked)
            return Handed(file, held.pop_all())
    except ValidationError as refused:
        return problem(409, "Dit past niet in dit soort bestand", " ".join(refused.messages))
    except (BusyError, OperationalError, InterfaceError):
        answer = problem(503, "Het bestand is nu niet te maken; probeer het zo nog eens")
        answer["Retry-After"] = AGAIN
        return answer
