"""`/verwijzen/`: what is asked for a client, and the places that fit."""

from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.utils import timezone

from places.accounts.start import own_areas
from places.referral.asking import ReferralFilter
from places.referral.discretion import discreet
from places.referral.questionnaire import Questionnaire
from places.referral.reply import Choosing, Reply
from places.site import language_urls

NEVER_FROM_AN_ADDRESS = ("bij",)
"""Where a client lives is typed and posted; an address stays behind in too many places."""


@discreet
def ask(request: HttpRequest) -> HttpResponse:
    """The form; after a POST below it the answer. Nothing of either is kept."""
    if request.method == "POST":
        return render(request, "referral/ask.html", _answered(request))
    kept = _from_address(request.GET)
    page = {
        "form": Questionnaire(ReferralFilter(kept, timezone.now())),
        "left_out": any(request.GET.get(name) for name in NEVER_FROM_AN_ADDRESS),
        "language_urls": language_urls(request, f"{request.path}?{kept.urlencode()}".rstrip("?")),
        "own_starts": own_areas(request.user),
    }
    return render(request, "referral/ask.html", page)


def _answered(request: HttpRequest) -> dict[str, Any]:
    given, now = request.POST, timezone.now()
    asked = ReferralFilter(given, now)
    if "zonder" in given:
        asked = ReferralFilter(asked.without(given["zonder"]), now)
    choosing = Choosing(given)
    more = [] if "zoek" in given else given.getlist("meer")
    return {
        "form": Questionnaire(asked),
        "choosing": choosing,
        "reply": Reply(asked, choosing, more, request.user),
        "own_starts": own_areas(request.user),
    }


def _from_address(query: QueryDict) -> QueryDict:
    """What a team may keep as a bookmark: the questions of the form but for those above."""
    kept = QueryDict(mutable=True)
    for name in ReferralFilter.base_filters:
        if name in query and name not in NEVER_FROM_AN_ADDRESS:
            kept.setlist(name, query.getlist(name))
    return kept
