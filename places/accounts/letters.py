"""Mails with a link to choose a password, and whom such a link belongs to."""

from datetime import timedelta
from threading import Thread
from typing import Any

from django.conf import settings
from django.contrib.auth.models import User
from django.contrib.auth.tokens import default_token_generator
from django.urls import reverse
from django.utils import translation
from django.utils.encoding import force_bytes, force_str
from django.utils.http import urlsafe_base64_decode, urlsafe_base64_encode

from places.mail import send


def invite(user: User) -> bool:
    """Mail somebody a link to choose a first password; tells whether the mail went."""
    return send("invitation", user.email, _letter(user))


def send_reset(user: User) -> None:
    """Mail a link for a new password, in a thread: how long it takes tells the visitor nothing."""
    Thread(target=send, args=("password_reset", user.email, _letter(user))).start()


def owner_of(key: str, token: str) -> User | None:
    """Whose link this is, for as long as it is good: three days, and until it was used."""
    try:
        user = User.objects.get(pk=force_str(urlsafe_base64_decode(key)), is_active=True)
    except (User.DoesNotExist, ValueError, OverflowError):
        return None
    return user if default_token_generator.check_token(user, token) else None


def _letter(user: User) -> dict[str, Any]:
    key = urlsafe_base64_encode(force_bytes(user.pk))
    token = default_token_generator.make_token(user)
    with translation.override(settings.LANGUAGE_CODE):
        link = reverse("choose_password", args=[key, token])
    days = timedelta(seconds=settings.PASSWORD_RESET_TIMEOUT).days
    return {"name": user.get_full_name(), "link": link, "days": days}
