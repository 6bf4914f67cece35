"""The work queue as staff read it: what is the matter with a place, and what solves it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.urls import reverse
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from places.cards import checked_text
from places.models import Place
from places.models.work import Question, Reason, waiting_work
from places.portrait.reach import phone_url
from places.public_holidays import holidays_between
from places.roles import places_to_change

AHEAD = timedelta(weeks=3)
"""A holiday that is so near must have a policy."""

SLUGS = {
    "meldingen": Reason.REPORT,
    "voorstellen": Reason.SUGGESTION,
    "feestdag": Reason.HOLIDAY,
    "tijden": Reason.HOURS,
    "verouderd": Reason.STALE,
    "even": Reason.DUE,
    "telefoon": Reason.PHONE,
    "kaart": Reason.SPOT,
    "openstreetmap": Reason.OPENSTREETMAP,
}
"""The reasons in the query string, the riskiest first."""

_PERMISSION = {
    Reason.REPORT: "places.change_report",
    Reason.SUGGESTION: "places.change_suggestion",
    Reason.OPENSTREETMAP: "places.change_suggestion",
}


@dataclass(frozen=True)
class Button:
    """Something to send at once; ``choice`` is the value of the field ``keuze``."""

    label: str
    url: str
    choice: str = ""


@dataclass(frozen=True)
class Task:
    """One reason in words, with the action that solves it: a link or a few buttons."""

    words: str
    label: str = ""
    url: str = ""
    buttons: tuple[Button, ...] = ()


@dataclass(frozen=True)
class Job:
    """A place in the queue."""

    name: str
    url: str
    phone: str
    phone_url: str
    tasks: list[Task]


@dataclass(frozen=True)
class Filter:
    """A reason to choose, and how many places have it."""

    slug: str
    label: str
    count: int
    chosen: bool


@dataclass(frozen=True)
class Queue:
    """A part of what waits, and how much there is of everything."""

    total: int
    count: int
    filters: list[Filter]
    jobs: list[Job]


def work_queue(user: Any, today: date, slug: str, start: int, count: int) -> Queue:
    """What this user can solve, the riskiest first; ``slug`` of a reason or empty for all."""
    holidays = holidays_between(today, today + AHEAD, "nl")
    reasons = [one for one in Reason if user.has_perm(_PERMISSION.get(one, "places.change_place"))]
    only = SLUGS.get(slug) if SLUGS.get(slug) in reasons else None
    question = Question(today, list(holidays), reasons, only)
    found = waiting_work(places_to_change(user), question, start, count)
    filters = [
        Filter(name, str(reason.label), found.by_reason[reason], reason is only)
        for name, reason in SLUGS.items()
        if found.by_reason.get(reason)
    ]
    jobs = [_Described(row, today, holidays).job() for row in found.rows]
    matching = found.by_reason[only] if only else found.total
    return Queue(found.total, matching, filters, jobs)


@dataclass(frozen=True)
class _Described:
    """A row of the queue, on its way to words."""

    row: dict[str, Any]
    today: date
    holidays: Mapping[date, str]

    def job(self) -> Job:
        return Job(
            name=self.row["name"],
            url=self._form(),
            phone=self.row["phone"],
            phone_url=phone_url(self.row["phone"]),
            tasks=list(self._tasks()),
        )

    def _tasks(self) -> Iterator[Task]:
        describe = {
            Reason.REPORT: self._report,
            Reason.SUGGESTION: self._suggestion,
            Reason.HOLIDAY: self._holiday,
            Reason.HOURS: self._hours,
            Reason.STALE: self._check,
            Reason.DUE: self._check,
            Reason.PHONE: self._phone,
            Reason.SPOT: self._spot,
            Reason.OPENSTREETMAP: self._openstreetmap,
        }
        return (words() for reason, words in describe.items() if self.row["risk"] & reason)

    def _report(self) -> Task:
        url = reverse("admin:places_report_change", args=[self.row["report"]])
        return Task(_("Er wacht een melding."), _("Lees de melding"), url)

    def _suggestion(self) -> Task:
        url = reverse("admin:places_suggestion_change", args=[self.row["suggestion"]])
        return Task(_("Er wacht een voorstel."), _("Behandel het voorstel"), url)

    def _holiday(self) -> Task:
        day = date.fromisoformat(self.row["holiday"])
        words = {"holiday": self.holidays[day], "day": date_format(day, "j F")}
        url = reverse("admin:work_holidays", args=[self.row["key"]])
        policy = Place.HolidayPolicy
        return Task(
            _("Onbekend of het op %(holiday)s (%(day)s) open is.") % words,
            buttons=(
                Button(str(policy.CLOSED.label).capitalize(), url, policy.CLOSED),
                Button(str(policy.AS_USUAL.label).capitalize(), url, policy.AS_USUAL),
            ),
        )

    def _hours(self) -> Task:
        words = _("De openingstijden zijn niet bekend.")
        return Task(words, _("Vul de tijden in"), self._form("wanneer"))

    def _check(self) -> Task:
        day = self.row["checked_on"]
        checked = Place(
            checked_on=day and date.fromisoformat(day), checked_by=self.row["checked_by"]
        )
        checked.source_title = ""
        words = checked_text(checked, self.today).capitalize() + "."
        if not self.row["phone"]:
            url = reverse("admin:places_place_check", args=[self.row["key"]])
            return Task(words, _("Kijk het na"), url)
        button = Button(
            _("Gebeld: alles klopt"), reverse("admin:work_checked", args=[self.row["key"]])
        )
        return Task(words, buttons=(button,))

    def _phone(self) -> Task:
        words = _("Er is geen telefoonnummer.")
        return Task(words, _("Vul het nummer in"), self._form("bereiken"))

    def _spot(self) -> Task:
        if self.row["located"]:
            words = _("De punt op de kaart is bij benadering.")
            return Task(words, _("Zet de punt goed"), self._form("waar"))
        label = pgettext("een plek op de kaart", "Zet de plek op de kaart")
        return Task(_("De plek staat niet op de kaart."), label, self._form("waar"))

    def _openstreetmap(self) -> Task:
        url = reverse("admin:places_suggestion_change", args=[self.row["openstreetmap"]])
        return Task(_("OpenStreetMap zegt iets anders of iets meer."), _("Bekijk wat"), url)

    def _form(self, section: str = "") -> str:
        url = reverse("admin:places_place_change", args=[self.row["key"]])
        return f"{url}#{section}" if section else url
