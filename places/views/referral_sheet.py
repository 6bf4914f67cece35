"""`/verwijzen/kaart/`: the sheet that stays on the kitchen table, and the link to its places."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import translate_url
from django.utils import timezone
from django.utils.translation import get_language

from places.referral.asking import ReferralFilter
from places.referral.briefing import briefings
from places.referral.choice import Choice, public_choice, workers_choice
from places.referral.discretion import discreet
from places.referral.journey import Setting
from places.referral.sheet import Sheet, make_sheet, what_was_done
from places.site import site


@discreet
def referral_sheet(request: HttpRequest) -> HttpResponse:
    """By GET what everybody may see; by POST also what was typed for one client."""
    if request.method == "POST":
        return _for_one_client(request)
    choice = public_choice(request.GET)
    sheet = make_sheet(choice, timezone.now())
    nothing_left = "plek" in request.GET and not sheet.entries
    context = {
        "sheet": sheet,
        "choice": choice,
        "nothing_left": nothing_left,
        "language_urls": _languages(request, sheet),
    }
    return render(request, "referral/sheet.html", context, status=404 if nothing_left else 200)


def _for_one_client(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    choice = workers_choice(request.POST)
    asked = ReferralFilter(request.POST, now)
    sheet = make_sheet(choice, now, _setting(asked), asked.vocabulary)
    context = {
        "sheet": sheet,
        "choice": choice,
        "made_by_worker": True,
        "briefings": briefings(request.user, [entry.portrait.place for entry in sheet.entries]),
        "start_complaint": " ".join(map(str, asked.form.errors.get("bij", []))),
        "hidden": _hidden(choice, sheet),
        "done": what_was_done(choice, sheet),
        "in_other_language": _in_other_language(request),
        "language_urls": [],  # a link would lose what was typed; a button of the form does not
    }
    return render(request, "referral/sheet.html", context)


def _setting(asked: ReferralFilter) -> Setting | None:
    return Setting(asked.start, asked.travel) if asked.start else None


def _hidden(choice: Choice, sheet: Sheet) -> list[tuple[str, str]]:
    """What travels along: wishes, and texts about places that are not shown."""
    shown = {entry.slug for entry in sheet.entries}
    return [*choice.rest, *choice.texts_of_others(shown)]


def _languages(request: HttpRequest, sheet: Sheet) -> list[dict[str, Any]]:
    """The languages of every page, with addresses that repeat the places and nothing else."""
    query = sheet.share.url.partition("?")[2]
    return [
        {**one, "url": f"{translate_url(request.path, one['code'])}?{query}"}
        for one in site(request)["language_urls"]
    ]


def _in_other_language(request: HttpRequest) -> dict[str, Any]:
    code, label = ("en", "English") if get_language() == "nl" else ("nl", "Nederlands")
    return {"code": code, "label": label, "url": translate_url(request.path, code)}
