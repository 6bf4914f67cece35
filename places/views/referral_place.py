"""`/verwijzen/plek/<slug>/`: how to refer to a place, and a note to staff, after logging in."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.contrib.auth.decorators import login_required
from django.core.exceptions import NON_FIELD_ERRORS, PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from places.accounts.session import keep_awake
from places.models import Place, Referral
from places.referral.briefing import briefings
from places.roles import may_change, may_see
from places.suggesting.limits import TOO_MANY, may_send
from places.suggesting.notes import NoteForm
from places.views.suggestions import about_a_place, form_page


def for_professionals(
    view: Callable[[HttpRequest, Place], HttpResponse],
) -> Callable[..., HttpResponse]:
    """A page about a published place for whoever may refer there; others log in, or get a 403."""

    @wraps(view)
    def page(request: HttpRequest, place: Place) -> HttpResponse:
        if not may_see(request.user, Referral, place):
            raise PermissionDenied
        keep_awake(request, timezone.now())
        return view(request, place)

    return sensitive_post_parameters("text")(form_page(login_required(about_a_place(page))))


@for_professionals
def referral_place(request: HttpRequest, place: Place) -> HttpResponse:
    """The briefing; below it a note to staff, or for staff themselves the way to the entry."""
    form = NoteForm(request.POST if request.method == "POST" else None)
    assert request.user.is_authenticated
    is_own = may_change(request.user, place)
    if form.is_bound and is_own:
        raise PermissionDenied
    if form.is_valid() and may_send(request, form):
        form.suggestion(place, request.user.email)
        return redirect("referral_place_thanks", slug=place.slug)
    page = {
        "place": place,
        "briefing": briefings(request.user, [place])[place.pk],
        "form": None if is_own else form,
        "reply_days": settings.REPLY_DAYS,
    }
    limited = form.has_error(NON_FIELD_ERRORS, TOO_MANY)
    return render(request, "referral/place.html", page, status=429 if limited else 200)


@for_professionals
def referral_place_thanks(request: HttpRequest, place: Place) -> HttpResponse:
    """What happens with the note."""
    page = {"place": place, "reply_days": settings.REPLY_DAYS}
    return render(request, "referral/place_thanks.html", page)
