"""`/bevestigen/<token>/`: a host says, without an account, whether the entry is still true."""

from collections.abc import Callable
from functools import wraps

from django.conf import settings
from django.core.exceptions import NON_FIELD_ERRORS
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.cache import cache_control
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods

from places.cards import checked_text
from places.hosts.answers import answer_to, confirm_by_link, correct_by_link
from places.hosts.entry import entry_lines
from places.hosts.links import LinkRefused, request_of, token_of
from places.models import HostRequest, Place
from places.suggesting import CorrectionForm
from places.suggesting.limits import TOO_MANY, may_send

View = Callable[[HttpRequest, str], HttpResponse]


def _for_the_host_alone(view: View) -> View:
    """Nobody keeps, finds or passes on the page or its address; a bad link gets clear words."""

    @wraps(view)
    def page(request: HttpRequest, token: str) -> HttpResponse:
        try:
            answer = view(request, token)
        except LinkRefused as refused:
            status, why = refused.refusal.value
            answer = render(request, "places/confirm_refused.html", {"why": why}, status=status)
        answer["X-Robots-Tag"] = "noindex, nofollow"
        answer["Referrer-Policy"] = "no-referrer"
        return answer

    return page


# The token is the right to answer, and no cookie speaks for anybody: there is nothing to forge.
# Without a referrer browsers call the origin of the form "null", which Django's check would refuse.
@csrf_exempt
@cache_control(no_store=True)
@require_http_methods(["GET", "HEAD", "POST"])
@_for_the_host_alone
def confirm(request: HttpRequest, token: str) -> HttpResponse:
    """The entry and one button; only a POST answers, because scanners of mail open links."""
    now = timezone.now()
    asked = request_of(token, now)
    if request.method != "POST":
        return _page(request, asked, CorrectionForm(asked.place))
    if request.POST.get("antwoord") == "klopt":
        confirm_by_link(token, now)
        return redirect("confirm", token=token)
    form = CorrectionForm(asked.place, request.POST)
    if form.is_from_a_machine:
        return redirect("confirm", token=token)
    if form.is_valid() and not form.says_something:
        form.add_error(
            None, _("Je hebt nog niets veranderd. Klopt alles? Druk dan op “Ja, klopt”.")
        )
    if not form.is_valid() or not may_send(request, form):
        return _page(request, asked, form)
    correct_by_link(token, form, now)
    return redirect("confirm", token=token)


def _page(request: HttpRequest, asked: HostRequest, form: CorrectionForm) -> HttpResponse:
    now = timezone.now()
    place = Place.objects.for_its_page().get(pk=asked.place_id)
    context = {
        "place": place,
        "token": token_of(asked),
        "lines": entry_lines(place, now),
        "checked": checked_text(place, timezone.localdate(now)),
        "answer": answer_to(asked),
        "form": form,
        "reply_days": settings.REPLY_DAYS,
    }
    status = 429 if form.has_error(NON_FIELD_ERRORS, TOO_MANY) else 200
    return render(request, "places/confirm.html", context, status=status)
