"""Logging in and out, choosing a password, and one's own account."""

from datetime import timedelta

from axes.utils import reset as unlock
from django.contrib import admin, messages
from django.contrib.auth import login, logout
from django.contrib.auth.models import User
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.crypto import salted_hmac
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods

from places.accounts.forms import ChoosePasswordForm, ForgottenForm, LogInForm, NoticesForm
from places.accounts.letters import owner_of, send_reset
from places.accounts.roles import in_words, role_of
from places.accounts.start import start_of
from places.models import Attempt, Colleague
from places.models.colleague import active_at
from places.senders import sender_of

BACKEND = "places.accounts.backend.ByAddress"
PER_SENDER = [(timedelta(hours=1), 10)]
"""How many links one sender may ask for."""
PER_MAILBOX = [(timedelta(hours=1), 3)]
"""How many mails one mailbox gets, whoever asks for them."""

form_view = require_http_methods(["GET", "HEAD", "POST"])


@sensitive_post_parameters("password")
@never_cache
@form_view
def log_in(request: HttpRequest) -> HttpResponse:
    """Address and password; after five wrong ones django-axes answers instead."""
    if request.user.is_authenticated and request.user.is_staff:
        return redirect(_onward(request))
    form = LogInForm(request, request.POST if request.method == "POST" else None)
    if form.is_valid():
        login(request, form.get_user())
        return redirect(_onward(request))
    return render(request, "registration/login.html", {"form": form, "next": _next(request)})


@never_cache
@form_view
def log_out(request: HttpRequest) -> HttpResponse:
    """A page with a button; the button logs out."""
    if request.method == "POST":
        logout(request)
    return render(request, "registration/logged_out.html")


@never_cache
@form_view
def forgotten_password(request: HttpRequest) -> HttpResponse:
    """Mails a link to whoever has an account; the answer is the same for who has none."""
    form = ForgottenForm(request.POST if request.method == "POST" else None)
    if not form.is_valid():
        return render(request, "registration/forgotten_password.html", {"form": form})
    now = timezone.now()
    sender = _hashed("reset by", sender_of(request, now.date()))
    if not Attempt.objects.admit(sender, now, PER_SENDER):
        form.add_error(None, _("Er is te vaak om een link gevraagd. Probeer het over een uur."))
        page = {"form": form}
        return render(request, "registration/forgotten_password.html", page, status=429)
    for user in active_at(form.cleaned_data["email"]):
        if Attempt.objects.admit(_hashed("reset to", str(user.pk)), now, PER_MAILBOX):
            send_reset(user)
    return redirect("password_mailed")


@form_view
def password_mailed(request: HttpRequest) -> HttpResponse:
    """What happens now."""
    return render(request, "registration/password_mailed.html")


@sensitive_post_parameters()
@never_cache
@form_view
def choose_password(request: HttpRequest, key: str, token: str) -> HttpResponse:
    """A link from an invitation or a reset; opening it changes nothing, a mail scanner may."""
    user = owner_of(key, token)
    if user is None:
        return render(request, "registration/link_over.html", status=410)
    form = ChoosePasswordForm(user, request.POST if request.method == "POST" else None)
    if form.is_valid():
        _let_in(request, form.save())
        return redirect(start_of(user))
    page = {"form": form, "owner": user}
    # The address is a key: style sheets and pictures are asked for without it.
    referrer = {"Referrer-Policy": "strict-origin"}
    template = "registration/choose_password.html"
    return HttpResponse(render_to_string(template, page, request), headers=referrer)


@never_cache
@form_view
def mine(request: HttpRequest) -> HttpResponse:
    """One's own account, on a page of the admin."""
    assert request.user.pk is not None
    colleague = Colleague.objects.get_or_create(user_id=request.user.pk)[0]
    form = NoticesForm(request.POST if request.method == "POST" else None, instance=colleague)
    if form.is_valid():
        form.save()
        messages.success(request, _("Je keuze is bewaard."))
        return redirect("admin:mine")
    page = {
        **admin.site.each_context(request),
        "title": _("Mijn account"),
        "form": form,
        "role": role_of(request.user),
        "role_in_words": in_words(role_of(request.user)),
        "areas": colleague.areas.all(),
    }
    return render(request, "admin/auth/mine.html", page)


def _onward(request: HttpRequest) -> str:
    """Where somebody wanted to go, if that is an address here; else where they begin."""
    return _next(request) or start_of(request.user)


def _next(request: HttpRequest) -> str:
    wanted = request.POST.get("next", request.GET.get("next", ""))
    here = {request.get_host()}
    safe = url_has_allowed_host_and_scheme(wanted, here, require_https=request.is_secure())
    return wanted if safe and wanted[:1] == "/" != wanted[1:2] else ""


def _let_in(request: HttpRequest, user: User) -> None:
    """Who could open the mailbox is let in, however often somebody guessed before."""
    for name in user.get_username(), user.email:
        unlock(username=name.lower())
    login(request, user, backend=BACKEND)


def _hashed(what: str, who: str) -> str:
    return salted_hmac(f"places.accounts {what}", who, algorithm="sha256").hexdigest()
