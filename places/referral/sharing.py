"""What may be handed on of a sheet: its places and nothing of anybody for whom it was made."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

if TYPE_CHECKING:
    from places.referral.sheet import Entry


@dataclass(frozen=True)
class Shared:
    """The link, the same as text, and the addresses that put that text in a message."""

    url: str
    text: str
    whatsapp_url: str
    mail_url: str


def shared(entries: "Iterable[Entry]") -> Shared:
    """Public facts only, in the language of the page."""
    shown = list(entries)
    url = sheet_url(entry.slug for entry in shown)
    text = "\n\n".join([*(_facts(entry) for entry in shown), url])
    title = _("Hier kun je naartoe")
    message = {"subject": f"{settings.SITE_NAME}: {title}", "body": text}
    return Shared(
        url=url,
        text=text,
        whatsapp_url=f"https://wa.me/?text={quote(text, safe='')}",
        mail_url=f"mailto:?{urlencode(message, quote_via=quote)}",
    )


def sheet_url(slugs: Iterable[str]) -> str:
    """The whole address of the sheet that everybody may see."""
    query = urlencode([("plek", slug) for slug in slugs])
    return f"{settings.SITE_URL.rstrip('/')}{reverse('referral_sheet')}?{query}"


def _facts(entry: "Entry") -> str:
    return "\n".join(line for line in _lines(entry) if line)


def _lines(entry: "Entry") -> Iterator[str]:
    yield f"{entry.number}. {entry.name}"
    yield entry.address
    yield from entry.hours.usual
    yield from entry.hours.other
    yield entry.hours.remark
    yield entry.contact
