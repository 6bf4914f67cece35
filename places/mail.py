"""Mail from the site: in Dutch, as plain text and as HTML, through Django's e-mail settings."""

import logging
from collections.abc import Iterable, Mapping
from smtplib import SMTPRecipientsRefused
from typing import Any

from django.conf import settings
from django.core.mail import EmailMultiAlternatives, get_connection
from django.core.mail.backends.base import BaseEmailBackend
from django.template import Context, Engine
from django.utils import translation

log = logging.getLogger(__name__)


def send(template: str, to: str, context: Mapping[str, Any]) -> bool:
    """Mail ``mail/<template>.txt`` and ``.html`` to one address; tells whether it went.

    The first line of the text is the subject. Templates also know ``site``, ``site_url`` (how
    links begin), ``contact_email`` and ``contact_phone``. A failure is logged with its reason but
    without the address, and never raised.
    """
    return _went(template, _message(template, to, context), get_connection())


def send_all(template: str, addresses: Iterable[str], context: Mapping[str, Any]) -> int:
    """The same mail to each of these addresses by itself; returns how many went.

    One address that fails does not stop the rest; a mail server that is away is asked only once.
    """
    connection = get_connection()
    try:
        connection.open()
    except OSError as error:
        log.error("Mail “%s” did not go: %s", template, _reason(error))
        return 0
    try:
        return sum(_went(template, _message(template, to, context), connection) for to in addresses)
    finally:
        connection.close()


def _message(template: str, to: str, context: Mapping[str, Any]) -> EmailMultiAlternatives:
    with translation.override(settings.LANGUAGE_CODE):
        text = _rendered(f"mail/{template}.txt", context, autoescape=False).strip()
        html = _rendered(f"mail/{template}.html", context, autoescape=True)
    subject, _line, body = text.partition("\n")
    headers = {"Auto-Submitted": "auto-generated"}
    message = EmailMultiAlternatives(_one_line(subject), body.strip(), to=[to], headers=headers)
    message.attach_alternative(html, "text/html")
    return message


def _rendered(name: str, context: Mapping[str, Any], *, autoescape: bool) -> str:
    known = {
        "site": {"name": settings.SITE_NAME, "city": settings.CITY_NAME},
        "site_url": settings.SITE_URL.rstrip("/"),
        "contact_email": settings.CONTACT_EMAIL,
        "contact_phone": settings.CONTACT_PHONE,
    }
    template = Engine.get_default().get_template(name)
    return str(template.render(Context(known | dict(context), autoescape=autoescape)))


def _one_line(subject: str) -> str:
    """Names of places may hold anything; a header may not."""
    return "".join(letter if letter.isprintable() else " " for letter in subject)[:200]


def _went(template: str, message: EmailMultiAlternatives, connection: BaseEmailBackend) -> bool:
    """ValueError: an address or a header that no mail can have."""
    try:
        connection.send_messages([message])
    except (OSError, ValueError) as error:
        log.error("Mail “%s” did not go: %s", template, _reason(error))
        return False
    return True


def _reason(error: Exception) -> str:
    """What went wrong; the words of a mail server repeat the address, so they are left out."""
    code = getattr(error, "smtp_code", None) or getattr(error, "strerror", None) or ""
    if isinstance(error, SMTPRecipientsRefused):
        code = ", ".join(str(answer[0]) for answer in error.recipients.values())
    return f"{type(error).__name__} {code}".strip()
