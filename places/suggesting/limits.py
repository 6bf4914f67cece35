"""How much one sender may send, without knowing who it is."""

from datetime import timedelta

from django import forms
from django.http import HttpRequest
from django.utils import timezone
from django.utils.translation import gettext as _

from places.models import Attempt
from places.senders import sender_of

LIMITS = [(timedelta(hours=1), 5), (Attempt.KEPT, 20)]
"""At most so many forms within so much time."""

TOO_MANY = "too_many"


def admitted(request: HttpRequest) -> bool:
    """Whether this sender may send another form; if so, it counts."""
    now = timezone.now()
    sender = sender_of(request, timezone.localdate(now))
    return Attempt.objects.admit(sender, now, LIMITS)


def may_send(request: HttpRequest, form: forms.Form) -> bool:
    """Whether this sender has not sent too much; if so, the form says it and keeps its texts."""
    if admitted(request):
        return True
    words = _(
        "Vanaf jouw internetverbinding is al veel verstuurd. Wat je invulde staat er nog: "
        "stuur het later nog eens, of bel ons."
    )
    form.add_error(None, forms.ValidationError(words, code=TOO_MANY))
    return False
